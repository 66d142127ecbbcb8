// Words → rows → lines → blocks, by geometry alone. Used by every parser so that layout means the same everywhere.

import { type Box, boxHeight, onSameRow, unionBox } from '../box.ts';
import type { Block, Line, Word } from '../parsed-document.ts';

/** A gap wider than this many line heights starts a new line on the same row (a column gap). */
const COLUMN_GAP_EM = 1.2;

/** Groups the words of one upright page into lines, ordered by row then left to right. */
export function groupLines(words: readonly Word[], page: number): Line[] {
  const rows = groupRows(words);
  const lines: Line[] = [];
  for (const [row, members] of rows.entries()) {
    members.sort((a, b) => a.box[0] - b.box[0]);
    let run: Word[] = [];
    for (const word of members) {
      const last = run.at(-1);
      if (last && word.box[0] - last.box[2] > COLUMN_GAP_EM * lineEm(last, word)) {
        lines.push(makeLine(run, lines.length, page, row));
        run = [];
      }
      run.push(word);
    }
    if (run.length > 0) lines.push(makeLine(run, lines.length, page, row));
  }
  return lines;
}

function lineEm(a: Word, b: Word): number {
  return Math.max(4, Math.min(a.size ?? boxHeight(a.box), b.size ?? boxHeight(b.box)));
}

function groupRows(words: readonly Word[]): Word[][] {
  const sorted = [...words].sort((a, b) => a.box[1] + a.box[3] - (b.box[1] + b.box[3]));
  const rows: { box: Box; words: Word[] }[] = [];
  for (const word of sorted) {
    let home: { box: Box; words: Word[] } | undefined;
    for (let i = rows.length - 1; i >= 0 && i >= rows.length - 4; i--) {
      const row = rows[i]!;
      if (onSameRow(row.box, word.box)) {
        home = row;
        break;
      }
    }
    if (home) {
      home.words.push(word);
      // Keep the row's vertical extent that of its first words: a tall initial must not swallow the next row.
      home.box = [Math.min(home.box[0], word.box[0]), home.box[1], Math.max(home.box[2], word.box[2]), home.box[3]];
    } else rows.push({ box: word.box, words: [word] });
  }
  return rows.map((row) => row.words);
}

function makeLine(words: Word[], index: number, page: number, row: number): Line {
  let box = words[0]!.box;
  for (const word of words) box = unionBox(box, word.box);
  return { index, page, row, text: words.map((w) => w.text).join(' '), words, box };
}

/** Stacks lines with a common left, right or centre edge and normal leading into blocks. */
export function groupBlocks(lines: readonly Line[], page: number): Block[] {
  const open: Block[] = [];
  for (const line of lines) {
    const home = open.findLast((block) => continuesBlock(lines[block.lines.at(-1)!]!, line));
    if (home) {
      home.lines.push(line.index);
      home.box = unionBox(home.box, line.box);
    } else open.push({ index: open.length, page, lines: [line.index], box: line.box });
  }
  return open;
}

function continuesBlock(above: Line, line: Line): boolean {
  if (above.row === line.row) return false;
  const height = Math.min(boxHeight(above.box), boxHeight(line.box));
  const gap = line.box[1] - above.box[3];
  if (gap > 0.9 * height || gap < -height) return false;
  const tolerance = 0.5 * height;
  const left = Math.abs(above.box[0] - line.box[0]);
  const right = Math.abs(above.box[2] - line.box[2]);
  const centre = Math.abs(above.box[0] + above.box[2] - line.box[0] - line.box[2]) / 2;
  return Math.min(left, right, centre) <= tolerance;
}
