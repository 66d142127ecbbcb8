// Unit words and symbols → UN/ECE Recommendation 20 (and 21 for packages, with X) codes.

import { isLetter, skipSpaces } from './numbers-chars.ts';
import { UNIT_WORDS, type Unit } from './units-table.ts';

export type { Unit } from './units-table.ts';

const MAX_UNIT = 18;

// Units in a table cell, but mostly other words after a number in running text.
const WEAK = new Set('in un an je ore nos each article articles second services service'.split(' '));

/** The unit of a table cell or label: `Stk.`, `pcs`, `m²`, `HUR`. */
export function findUnit(word: string): Unit | undefined {
  const trimmed = word.trim();
  if (trimmed === '' || trimmed.length > MAX_UNIT) return undefined;
  return lookUp(trimmed) ?? (trimmed.endsWith('.') ? lookUp(trimmed.slice(0, -1)) : undefined);
}

/** Exact case first: `M` (metre in capitals), `T`, `St` differ from `m`, `t`, `ST` in some codes. */
function lookUp(word: string): Unit | undefined {
  return UNIT_WORDS.get(word) ?? UNIT_WORDS.get(word.toLowerCase());
}

/** The unit that begins after `at` (up to two spaces between), with its end. */
export function readUnitAfter(text: string, at: number): { unit: Unit; start: number; end: number } | null {
  const start = skipSpaces(text, at);
  let end = start;
  while (end - start <= MAX_UNIT && isLetter(text.charCodeAt(end))) end++;
  if (end === start || end - start > MAX_UNIT) return null;
  const c = text.charCodeAt(end);
  // m², m³, m2, m3, and pairs such as sq ft, Lfd. m.
  if (c === 0xb2 || c === 0xb3 || ((c === 50 || c === 51) && !/[\p{L}\d]/u.test(text[end + 1] ?? ' '))) end++;
  const pairEnd = readPairEnd(text, end);
  const pair = pairEnd > end ? lookUp(text.slice(start, pairEnd).replace(/[. ]+/g, ' ')) : undefined;
  if (pair) return { unit: pair, start, end: pairEnd };
  const word = text.slice(start, end);
  const unit = WEAK.has(word) ? undefined : lookUp(word);
  if (!unit) return null;
  return { unit, start, end: text[end] === '.' && end - start <= 5 ? end + 1 : end };
}

/** End of a second short word after `. ` or ` `, or `end`. */
function readPairEnd(text: string, end: number): number {
  let at = end;
  if (text[at] === '.') at++;
  at = skipSpaces(text, at, 1);
  if (at === end) return end;
  const from = at;
  while (at - from <= 10 && isLetter(text.charCodeAt(at))) at++;
  return at > from && at - from <= 10 ? at : end;
}
