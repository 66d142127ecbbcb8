// Puts the words of a row into the table's columns, and reads what each cell says.

import { type Box, centerX, unionBox } from '../../document/box.ts';
import type { Line, Word } from '../../document/parsed-document.ts';
import { type AmountCell, type DecimalSign, isAmountWord, readAmount, readQuantity } from './cell-values.ts';
import type { TitleRole } from './column-titles.ts';
import { type Column, columnAt } from './columns.ts';
import { isNumericWord, type VisualRow } from './visual-rows.ts';

export interface RowCell {
  words: Word[];
  text: string;
  box: Box;
  /** The number that the cell says in its column's kind; undefined = none. */
  value: number | undefined;
  percent: boolean;
}

export interface CellRow {
  row: VisualRow;
  /** One per column; undefined = empty. */
  cells: (RowCell | undefined)[];
}

const NUMBER_ROLES: ReadonlySet<TitleRole> = new Set([
  'quantity',
  'unitPrice',
  'netAmount',
  'grossAmount',
  'taxAmount',
  'taxRate',
  'discount',
  'priceBasis',
]);
/** Line heights between the last column and what stands beside the table. */
const SIDE_GAP = 1.2;

export const isNumberRole = (role: TitleRole | null): boolean => role !== null && NUMBER_ROLES.has(role);

export function cutRow(row: VisualRow, columns: readonly Column[], style: DecimalSign): CellRow {
  const cells: (RowCell | undefined)[] = columns.map(() => undefined);
  for (const line of row.lines) assignLine(line, columns, cells);
  for (const [c, cell] of cells.entries()) {
    if (!cell) continue;
    cell.text = cell.words.map((w) => w.text).join(' ');
    readCell(cell, columns[c]!.role, columns[c]!.decimals ?? style);
  }
  return { row, cells };
}

function assignLine(line: Line, columns: readonly Column[], cells: (RowCell | undefined)[]): void {
  let last: number | undefined;
  for (const word of line.words) {
    let column = columnAt(columns, centerX(word.box));
    // Text that runs over the edge of its column is still that column's text.
    if (
      last !== undefined &&
      column !== last &&
      isNumberRole(columns[column]!.role) &&
      !isNumberRole(columns[last]!.role) &&
      !isNumericWord(word.text)
    )
      column = last;
    const cell = cells[column];
    if (cell) {
      cell.words.push(word);
      cell.box = unionBox(cell.box, word.box);
    } else cells[column] = { words: [word], text: '', box: word.box, value: undefined, percent: false };
    last = column;
  }
}

export function readCell(cell: RowCell, role: TitleRole | null, style: DecimalSign): void {
  cell.value = undefined;
  if (role === 'quantity')
    cell.value = cell.text.startsWith('@')
      ? undefined
      : (readQuantity(cell.text, style)?.value ?? readAmount(cell.text, style)?.value);
  else if (role === 'taxRate') {
    const rate = /^[^\d]{0,12}(\d{1,2}(?:[.,]\d{1,3})?)\s*(%?)/.exec(cell.text);
    const amount = readAmount(cell.text, style) ?? (rate?.[2] ? readAmount(rate[1]!, style) : undefined);
    cell.value = amount?.value;
    cell.percent = amount?.percent ?? rate?.[2] === '%';
  } else if (role === null || role === 'other' || isNumberRole(role) || role === 'unit') {
    const amount = readAmount(cell.text, style) ?? withoutFlags(cell, style) ?? firstRun(cell, style);
    cell.value = amount?.value;
    cell.percent = amount?.percent ?? false;
  }
}

/** Receipts print a letter or tax code beside the amount ("D 32.00", "16.85 SR"): the number alone is the cell. */
function withoutFlags(cell: RowCell, style: DecimalSign): AmountCell | undefined {
  if (cell.words.length < 2 || cell.words.length > 4) return undefined;
  const numbers = cell.words.filter((word) => isAmountWord(word.text));
  const [number] = numbers;
  if (
    !number ||
    numbers.length > 1 ||
    !cell.words.every((word) => word === number || /^(?:\p{Lu}{1,3}\d?|\*)$/u.test(word.text))
  )
    return undefined;
  const amount = readAmount(number.text, style);
  if (!amount) return undefined;
  cell.words = numbers;
  cell.text = number.text;
  cell.box = number.box;
  return amount;
}

/** What stands beside the table on the same baseline (a sidebar) is a column gap away: the first run of words that is an amount is the cell. */
function firstRun(cell: RowCell, style: DecimalSign): AmountCell | undefined {
  let from = 0;
  for (let i = 1; i <= cell.words.length; i++) {
    const [left, right] = [cell.words[i - 1]!, cell.words[i]];
    if (right && right.box[0] - left.box[2] <= SIDE_GAP * (left.box[3] - left.box[1])) continue;
    const run = cell.words.slice(from, i);
    const text = run.map((word) => word.text).join(' ');
    const amount = run.length < cell.words.length ? readAmount(text, style) : undefined;
    if (amount) {
      cell.words = run;
      cell.text = text;
      cell.box = run.map((word) => word.box).reduce(unionBox);
      return amount;
    }
    from = i;
  }
  return undefined;
}
