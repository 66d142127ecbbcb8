// How wide the columns of a sheet are: what their cells need, and what the file says where that is more.

import { COLUMN_GAP, type Grid, type GridCell, textWidth } from './grid.ts';

/** Points. Text that needs more is wrapped in its cell. */
const WIDEST = 260;
const NARROWEST = 8;
/** A file's own width counts up to here: wide empty columns only drive labels and values apart. */
const WIDEST_STATED = 110;
/** What a cell asks for whose text may run on over empty neighbours. */
const RUNS_ON = 60;

export interface ColumnPlan {
  /** Left edges in points from the sheet's own, and one past the last with a gap. */
  starts: number[];
  /** Room for the cell's text: its columns, and the empty ones right of them. */
  roomOf(cell: GridCell, next: GridCell | undefined): number;
}

/** `rows`: the cells by row. */
export function planColumns(grid: Grid, rows: readonly (readonly GridCell[])[]): ColumnPlan {
  const columns = grid.cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  const widths = new Array<number>(columns).fill(NARROWEST);
  const used = new Set<number>();
  for (const cells of rows) {
    for (const [i, cell] of cells.entries()) {
      used.add(cell.column);
      if (cell.columnSpan > 1) continue;
      const next = cells[i + 1];
      const mayRunOn = !next || next.column > cell.column + 1;
      const needs = Math.min(textWidth(cell), mayRunOn ? RUNS_ON : WIDEST);
      widths[cell.column] = Math.max(widths[cell.column]!, needs);
    }
  }
  for (let c = 0; c < columns; c++) {
    const stated = Math.min(grid.widths?.[c] ?? 0, used.has(c) ? WIDEST_STATED : COLUMN_GAP);
    widths[c] = Math.max(widths[c]!, stated);
  }
  widenSpans(rows, widths);
  const starts = [0];
  for (const width of widths) starts.push(starts.at(-1)! + width + COLUMN_GAP);
  const end = starts.at(-1)!;
  return {
    starts,
    roomOf(cell, next) {
      const from = starts[cell.column]!;
      const own = starts[Math.min(columns, cell.column + cell.columnSpan)]!;
      const free = next ? starts[next.column]! : Math.max(end, from + 2 * WIDEST);
      return Math.max(own, free) - COLUMN_GAP - from;
    },
  };
}

/** Merged cells whose text does not fit, with a neighbour that keeps it from running on. */
function widenSpans(rows: readonly (readonly GridCell[])[], widths: number[]): void {
  for (const cells of rows) {
    for (const [i, cell] of cells.entries()) {
      const next = cells[i + 1];
      if (cell.columnSpan === 1 || !next) continue;
      const last = Math.min(widths.length, next.column) - 1;
      let have = (last - cell.column) * COLUMN_GAP;
      for (let c = cell.column; c <= last; c++) have += widths[c]!;
      const more = Math.min(textWidth(cell), WIDEST) - have;
      if (more > 0) widths[last]! += more;
    }
  }
}
