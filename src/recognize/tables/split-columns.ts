// Two columns of numbers under one title, or beside a title with none of its own: the rows show them apart, so they are parted.

import { centerX } from '../../document/box.ts';
import type { Word } from '../../document/parsed-document.ts';
import { readAmount } from './cell-values.ts';
import { type Column, columnAt } from './columns.ts';
import { type CellRow, isNumberRole } from './row-cells.ts';

/** Line heights between the two numbers of one cell. */
const APART = 1.2;
/** Share of the filled cells that hold two numbers. */
const MOST = 0.6;

/** Parts columns in place; true when any was, so that rows must be cut anew. */
export function splitColumns(columns: Column[], sample: readonly CellRow[]): boolean {
  let parted = false;
  for (let c = columns.length - 1; c >= 0; c--) {
    const column = columns[c]!;
    if (!isNumberRole(column.role) && column.role !== null) continue;
    const at = boundaryOf(columns, c, sample);
    if (at === undefined) continue;
    const titleIsRight = column.box[0] >= at;
    const own = { ...column, x0: titleIsRight ? at : column.x0, x1: titleIsRight ? column.x1 : at };
    const [x0, x1] = titleIsRight ? [column.x0, at] : [at, column.x1];
    const bare: Column = {
      role: null,
      stack: [],
      title: '',
      box: [at, column.box[1], at, column.box[3]],
      x0,
      x1,
      titled: false,
    };
    columns.splice(c, 1, ...(titleIsRight ? [bare, own] : [own, bare]));
    parted = true;
  }
  return parted;
}

/** The x between the numbers of nearly all cells; undefined where cells hold one. */
function boundaryOf(columns: readonly Column[], c: number, sample: readonly CellRow[]): number | undefined {
  let left = -Infinity;
  let right = Infinity;
  let pairs = 0;
  let filled = 0;
  for (const row of sample) {
    const words = row.row.words.filter((word) => columnAt(columns, centerX(word.box)) === c);
    if (words.length === 0) continue;
    filled++;
    const cut = words.findIndex((word, i) => i > 0 && isApart(words[i - 1]!, word));
    if (cut < 0 || !isNumber(words.slice(0, cut)) || !isNumber(words.slice(cut))) continue;
    pairs++;
    left = Math.max(left, words[cut - 1]!.box[2]);
    right = Math.min(right, words[cut]!.box[0]);
  }
  return pairs > 0 && pairs >= MOST * filled && left < right ? (left + right) / 2 : undefined;
}

const isApart = (a: Word, b: Word): boolean => b.box[0] - a.box[2] > APART * (a.box[3] - a.box[1]);

const isNumber = (words: readonly Word[]): boolean =>
  /\d/.test(words[0]!.text) && readAmount(words.map((word) => word.text).join(' '), null) !== undefined;
