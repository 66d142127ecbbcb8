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

const NUMERIC = /^[-−(+]?(?:[€$£¥₹]|rs\.?)?\s?[-−]?\d[\d.,'’]*(?: \d{3}[\d.,]*)*(?:[€$£¥₹%)]|,-|-)?$/iu;

const DATE = /^\d{1,4}\.\d{1,2}\.(?:\d{2,4})?$/;

export const isNumericWord = (text: string): boolean => text.length <= 24 && NUMERIC.test(text) && !DATE.test(text);

export function visualRows(page: Page): VisualRow[] {
  const rows: VisualRow[] = [];
  let rowNumber = -1;
  for (const printed of page.lines) {
    const line = joinGroups(printed);
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

/** A space this wide, in word heights, may part thousands; columns stand further apart. */
const GROUP_GAP = 0.36;
const GROUP_HEAD = /^[-−(+]?\d{1,3}$/;
const GROUP_TAIL = /^\d{3}(?:[.,]\d{2,3}\)?)?$/;

/** "1 062,00" is one word: between its parts no column may end. The line itself when it has none. */
function joinGroups(line: Line): Line {
  const { words } = line;
  if (!words.some((word, i) => i > 0 && GROUP_TAIL.test(word.text) && GROUP_HEAD.test(words[i - 1]!.text))) return line;
  const joined: Word[] = [];
  for (let i = words.length - 1; i >= 0; i--) {
    let word = words[i]!;
    // Only what ends in decimals is surely an amount; "12 500" may be a size.
    if (/^\d{3}[.,]\d{2,3}\)?$/.test(word.text)) {
      while (i > 0 && GROUP_HEAD.test(words[i - 1]!.text) && isClose(words[i - 1]!, word)) {
        i--;
        word = joinWords(words[i]!, word);
        if (!/^\d{3}$/.test(words[i]!.text)) break;
      }
    }
    joined.unshift(word);
  }
  return joined.length < words.length ? { ...line, words: joined } : line;
}

const isClose = (left: Word, right: Word): boolean =>
  right.box[0] - left.box[2] <= GROUP_GAP * (right.box[3] - right.box[1]);

const joinWords = (left: Word, right: Word): Word => ({
  ...right,
  text: `${left.text} ${right.text}`,
  box: unionBox(left.box, right.box),
});

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
