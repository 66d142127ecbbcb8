// One text for one JSON value (RFC 8785: keys in UTF-16 order, shortest numbers, no white space), to be hashed.

import type { Json } from './value.ts';

/** Throws for numbers that JSON has no text for, and for text that is not well-formed. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
    // ECMAScript's number to text is the one that RFC 8785 section 3.2.2.3 asks for; it writes -0 as 0.
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('text with half a surrogate pair has no canonical form');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key]!)}`);
  return `{${entries.join(',')}}`;
}
