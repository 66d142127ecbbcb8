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

const AMOUNT = /(total|amount|price|due|paid|tax|tip|rounding|shipping)$/i;

/** As displayValue, but amounts with their cents, so that columns of them line up. */
export function displayField(path: string, value: Json): string {
  if (typeof value !== 'number' || !AMOUNT.test(path)) return displayValue(value);
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return value.toFixed(Math.max(2, decimals));
}
