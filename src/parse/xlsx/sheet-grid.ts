// A sheet of a workbook → a grid of what it shows, and apart from it what it does not.

import type { Cell, MergeRange, Sheet } from 'hucre';
import type { HiddenTextKind } from '../../document/hidden-text.ts';
import type { Grid, GridCell } from '../grid/grid.ts';
import { MAX_COLUMNS, type RowBudget } from '../grid/row-budget.ts';
import { columnName, sheetName } from './cell-name.ts';
import { hidingOf } from './cell-visibility.ts';
import { type ShowOptions, showValue } from './show-value.ts';

/** Points that a character of a column's stated width takes at the base size. */
const POINTS_PER_CHARACTER = 5;
const MAX_CELL_CHARACTERS = 10_000;
const MAX_TEXT_BOXES = 100;

export interface SheetGrid extends Grid {
  hidden: { kind: HiddenTextKind; text: string }[];
  /** Formulas whose value the file does not hold. */
  unknownFormulas: number;
}

export function toSheetGrid(sheet: Sheet, options: ShowOptions, budget: RowBudget): SheetGrid {
  const found: SheetGrid = { cells: [], widths: widthsOf(sheet), hidden: [], unknownFormulas: 0 };
  const merges = new Map((sheet.merges ?? []).map((merge) => [`${merge.startRow},${merge.startCol}`, merge]));
  const covered = coveredBy(sheet.merges ?? []);
  for (const [row, values] of sheet.rows.entries()) {
    const shown: GridCell[] = [];
    const unseen: string[] = [];
    for (let column = 0; column < Math.min(values.length, MAX_COLUMNS); column++) {
      const key = `${row},${column}`;
      const cell = sheet.cells?.get(key);
      if (cell?.comment?.text) found.hidden.push({ kind: 'comment', text: cell.comment.text });
      if (cell?.formula !== undefined && (values[column] ?? null) === null) found.unknownFormulas++;
      if (covered.has(key)) continue;
      const text = textOf(cell, values[column], options);
      if (text === '') continue;
      const hiding = hidingOf(cell?.style);
      if (sheet.rowDefs?.get(row)?.hidden || sheet.columns?.[column]?.hidden) unseen.push(text);
      else if (hiding) found.hidden.push({ kind: hiding, text });
      else shown.push(toCell({ row, column, text, sheet, cell, merge: merges.get(key) }));
    }
    if (unseen.length > 0) found.hidden.push({ kind: 'not-displayed', text: unseen.join(' ') });
    if (!budget.take(shown)) break;
    found.cells.push(...shown);
  }
  found.cells.push(...textBoxes(sheet));
  return found;
}

/** Everything that a hidden sheet says. */
export function textOfSheet(sheet: Sheet, options: ShowOptions): string {
  const said: string[] = [];
  for (const [row, values] of sheet.rows.entries()) {
    if (said.length > 500) break;
    for (const [column, value] of values.slice(0, MAX_COLUMNS).entries()) {
      const text = textOf(sheet.cells?.get(`${row},${column}`), value, options);
      if (text !== '') said.push(text);
    }
  }
  return said.join(' ');
}

function textOf(cell: Cell | undefined, value: Cell['value'] | undefined, options: ShowOptions): string {
  const plain = cell?.style?.numFmt === ';;;' ? String(value ?? '') : showValue(value, cell?.style?.numFmt, options);
  return plain.slice(0, MAX_CELL_CHARACTERS).replace(/\r\n?/g, '\n').trim();
}

interface Found {
  row: number;
  column: number;
  text: string;
  sheet: Sheet;
  cell: Cell | undefined;
  merge: MergeRange | undefined;
}

function toCell({ row, column, text, sheet, cell, merge }: Found): GridCell {
  const { bold, size } = cell?.style?.font ?? {};
  return {
    row,
    column,
    rowSpan: merge ? merge.endRow - merge.startRow + 1 : 1,
    columnSpan: merge ? Math.min(merge.endCol, MAX_COLUMNS) - column + 1 : 1,
    text,
    locator: `${sheetName(sheet.name)}!${columnName(column)}${row + 1}`,
    ...(bold ? { bold } : {}),
    ...(size === undefined ? {} : { size }),
  };
}

/** Cells under a merged one; what they hold is not shown. Ranges beyond all reason are looked at in part. */
function coveredBy(merges: readonly MergeRange[]): Set<string> {
  const covered = new Set<string>();
  for (const { startRow, endRow, startCol, endCol } of merges) {
    for (let row = startRow; row <= Math.min(endRow, startRow + 1000) && covered.size < 200_000; row++) {
      for (let column = startCol; column <= Math.min(endCol, MAX_COLUMNS); column++) {
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
      }
    }
  }
  return covered;
}

function widthsOf(sheet: Sheet): (number | undefined)[] {
  return (sheet.columns ?? []).slice(0, MAX_COLUMNS).map((column) => {
    if (column?.hidden) return 0;
    return column?.width === undefined ? undefined : column.width * POINTS_PER_CHARACTER;
  });
}

/** Text boxes lie above the cells, anywhere: they are read after them. */
function textBoxes(sheet: Sheet): GridCell[] {
  const below = sheet.rows.length + 1;
  return (sheet.textBoxes ?? []).slice(0, MAX_TEXT_BOXES).flatMap((box, i): GridCell[] => {
    const text = box.text.slice(0, MAX_CELL_CHARACTERS).trim();
    if (text === '') return [];
    const locator = `${sheetName(sheet.name)}, text box ${i + 1}`;
    return [{ row: below + i, column: 0, rowSpan: 1, columnSpan: 1, text, locator }];
  });
}
