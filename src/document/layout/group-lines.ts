// Words → rows → lines → blocks, by geometry alone. Used by every parser so that layout means the same everywhere.

import { boxHeight, overlapX, unionBox } from '../box.ts';
import type { Block, Line, Rule, Word } from '../parsed-document.ts';
import { findColumnStarts } from './column-gaps.ts';
import { groupRows } from './group-rows.ts';
import { dropLeaders } from './leaders.ts';

export interface LayoutHints {
  /** Ruling lines of the page: a vertical one between two words parts them, however close they are. */
  rules?: readonly Rule[];
}

/** Groups the words of one upright page into lines, ordered by row then left to right. Dot leaders are left out. */
export function groupLines(words: readonly Word[], page: number, hints: LayoutHints = {}): Line[] {
  const rows = groupRows(dropLeaders(words));
  const rules = (hints.rules ?? []).filter((rule) => rule.x1 - rule.x0 < 1);
  const lines: Line[] = [];
  for (const [row, members] of rows.entries()) {
    let from = 0;
    for (const to of [...findColumnStarts(row, { rows, rules }), members.length]) {
      lines.push(makeLine(members.slice(from, to), lines.length, page, row));
      from = to;
    }
  }
  return lines;
}

function makeLine(words: Word[], index: number, page: number, row: number): Line {
  let [x0, y0, x1, y1] = words[0]!.box;
  let text = words[0]!.text;
  for (let i = 1; i < words.length; i++) {
    const { box } = words[i]!;
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
    text += ` ${words[i]!.text}`;
  }
  return { index, page, row, text, words, box: [x0, y0, x1, y1] };
}

/** A heading and the text below it differ more than this in size. */
const SAME_SIZE = 1.3;
/** Leading between lines of a block, in line heights. */
const LEADING = 0.9;
/** A line this many line heights wide is running text, and may be indented at its start. */
const RUNNING_TEXT = 20;
const INDENT = 4;

/** Stacks lines with a common left, right or centre edge and normal leading into blocks. */
export function groupBlocks(lines: readonly Line[], page: number): Block[] {
  const blocks: Block[] = [];
  // Blocks whose last line is too far above to be continued are not looked at again.
  let open: Block[] = [];
  for (const line of lines) {
    const home = open.findLast((block) => continuesBlock(lines[block.lines.at(-1)!]!, line));
    if (home) {
      home.lines.push(line.index);
      home.box = unionBox(home.box, line.box);
    } else {
      const block: Block = { index: blocks.length, page, lines: [line.index], box: line.box };
      blocks.push(block);
      open.push(block);
    }
    if (open.length > 40) open = open.filter((block) => line.box[1] - block.box[3] < 3 * boxHeight(line.box));
  }
  return blocks;
}

function continuesBlock(above: Line, line: Line): boolean {
  if (above.row === line.row) return false;
  const height = Math.min(boxHeight(above.box), boxHeight(line.box));
  const gap = line.box[1] - above.box[3];
  if (gap > LEADING * height || gap < -height) return false;
  if (overlapX(above.box, line.box) <= 0 || sizeRatio(above, line) > SAME_SIZE) return false;
  const left = Math.abs(above.box[0] - line.box[0]);
  if (above.box[2] - above.box[0] > RUNNING_TEXT * height && left <= INDENT * height) return true;
  const right = Math.abs(above.box[2] - line.box[2]);
  const centre = Math.abs(above.box[0] + above.box[2] - line.box[0] - line.box[2]) / 2;
  return Math.min(left, right, centre) <= 0.5 * height;
}

function sizeRatio(a: Line, b: Line): number {
  const sizeA = a.words[0]!.size ?? boxHeight(a.box);
  const sizeB = b.words[0]!.size ?? boxHeight(b.box);
  return Math.max(sizeA, sizeB) / Math.max(1, Math.min(sizeA, sizeB));
}
