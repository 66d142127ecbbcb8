// A value of a record as one line of text.

import type { Json } from '../document/value.ts';
import { cleanText } from './terminal.ts';

/** A value on one line: lists with commas, objects as label: value. */
export function displayValue(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(displayValue).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${displayValue(part)}`)
      .join(', ');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return cleanText(String(value));
}
