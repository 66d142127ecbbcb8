// The rows of a page as the eye sees them: all lines on one baseline, with the few facts that tables ask of them.

import { type Box, unionBox } from '../../document/box.ts';
import type { Line, Page, Word } from '../../document/parsed-document.ts';

export interface VisualRow {
  /** Position in the list of the page's rows. */
  index: number;
  page: number;
  box: Box;
  lines: Line[];
  words: Word[];
  /** Words that look like an amount or a count. */
  numerics: number;
  text: string;
}

const NUMERIC = /^[-−(+]?(?:[€$£¥₹]|rs\.?)?\s?[-−]?\d[\d.,'’]*(?:[€$£¥₹%)]|,-|-)?$/iu;

const DATE = /^\d{1,4}\.\d{1,2}\.(?:\d{2,4})?$/;

export const isNumericWord = (text: string): boolean => text.length <= 24 && NUMERIC.test(text) && !DATE.test(text);

export function visualRows(page: Page): VisualRow[] {
  const rows: VisualRow[] = [];
  let rowNumber = -1;
  for (const line of page.lines) {
    let row = rows.at(-1);
    if (!row || line.row !== rowNumber) {
      row = { index: rows.length, page: page.number, box: line.box, lines: [], words: [], numerics: 0, text: '' };
      rows.push(row);
      rowNumber = line.row;
    }
    row.lines.push(line);
    row.box = unionBox(row.box, line.box);
    row.text = row.text === '' ? line.text : `${row.text} ${line.text}`;
    for (const word of line.words) {
      row.words.push(word);
      if (isNumericWord(word.text)) row.numerics++;
    }
  }
  return rows;
}

/** Typical height of a printed line on the page, in points. */
export function typicalHeight(rows: readonly VisualRow[]): number {
  const heights: number[] = [];
  for (const row of rows) {
    const first = row.words[0];
    if (first) heights.push(first.box[3] - first.box[1]);
  }
  heights.sort((a, b) => a - b);
  return Math.max(4, heights[heights.length >> 1] ?? 10);
}
