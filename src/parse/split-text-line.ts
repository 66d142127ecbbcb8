// A line of text with one box → its words with a box each.

import type { Box } from '../document/box.ts';
import type { Word } from '../document/parsed-document.ts';

/** Widths of letters relative to an average one, in a proportional typeface: enough to find where words part. */
const NARROW = /[iIljtf.,:;'!|()[\]{}1]/u;
const WIDE = /[mwMW@%—]/u;

/** Words of `text`, its box cut in proportion to their letters. */
export function splitTextLine(text: string, box: Box): Word[] {
  const widths = Array.from(text.trim(), widthOf);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const words: Word[] = [];
  let at = 0;
  let start = 0;
  let current = '';
  const place = (offset: number): number => box[0] + ((box[2] - box[0]) * offset) / total;
  for (const [i, letter] of Array.from(text.trim()).entries()) {
    const end = at + widths[i]!;
    if (/\s/u.test(letter)) {
      if (current !== '') words.push({ text: current, box: [place(start), box[1], place(at), box[3]] });
      current = '';
      start = end;
    } else current += letter;
    at = end;
  }
  if (current !== '') words.push({ text: current, box: [place(start), box[1], box[2], box[3]] });
  return words;
}

function widthOf(letter: string): number {
  if (/\s/u.test(letter)) return 0.6;
  if (NARROW.test(letter)) return 0.6;
  return WIDE.test(letter) ? 1.4 : 1;
}
