// What lines are to a reader: running text, a heading, or neither.

import { boxHeight } from '../../document/box.ts';
import type { Line } from '../../document/parsed-document.ts';

const WORDS_A_LINE = 5;
const LONGEST_HEADING = 12;
const LARGER = 1.15;
const NUMBERED =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|§ ?\d{1,4}[a-z]?|[IVX]{1,5}\.|Article \d{1,3}|Artikel \d{1,3})\s+\p{Lu}/u;

/** Lines of a block that say something as running text: long ones, mostly of words. */
export function isProse(lines: readonly Line[]): boolean {
  if (lines.length === 0) return false;
  const words = lines.flatMap((line) => line.words);
  if (words.length < WORDS_A_LINE * Math.max(lines.length, 2)) return false;
  return words.filter(({ text }) => /^\P{L}?\p{Ll}/u.test(text)).length >= 0.4 * words.length;
}

/** `usual` is the height of the page's ordinary lines. */
export function isHeading(row: readonly Line[], usual: number): boolean {
  const [line] = row;
  if (!line || row.length > 1 || line.words.length > LONGEST_HEADING) return false;
  const { text, words } = line;
  if (!/\p{L}{2}/u.test(text) || /[.,;]$/.test(text)) return false;
  if (NUMBERED.test(text)) return true;
  if (text.includes(':')) return false;
  if (standsOut(line, usual) || words.every((word) => word.bold)) return true;
  return words.length > 1 && text === text.toUpperCase() && !/\d/.test(text);
}

/** By its size or its number alone. */
export function standsOut({ text, box }: Line, usual: number): boolean {
  return NUMBERED.test(text) || boxHeight(box) > LARGER * usual;
}
