// A sheet of cells as spreadsheets and CSV files hold it, before it has a place on a page.

export interface GridCell {
  /** 0-based. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** As shown; lines are parted by line feeds. */
  text: string;
  /** `Sheet1!B7`, `row 7, column 2`. */
  locator: string;
  bold?: boolean;
  /** Font size in points. */
  size?: number;
}

export interface Grid {
  /** By row, then by column; cells without text are left out. */
  cells: GridCell[];
  /** What the file says of columns' widths, in points. */
  widths?: readonly (number | undefined)[];
}

/** Space between columns in points: wide enough that neighbours count as two columns. */
export const COLUMN_GAP = 16;
export const BASE_SIZE = 10;
/** Advance of an average letter, in font sizes. */
const LETTER = 0.5;

export const sizeOf = (cell: GridCell): number => Math.min(24, Math.max(6, cell.size ?? BASE_SIZE));

/** Width of the longest line of a cell's text, in points. */
export function textWidth(cell: GridCell): number {
  let longest = 0;
  for (const line of cell.text.split('\n')) longest = Math.max(longest, line.length);
  return longest * sizeOf(cell) * LETTER;
}

/** Cells row by row; rows without cells are not among them. */
export function rowsOfCells(cells: readonly GridCell[]): GridCell[][] {
  const rows: GridCell[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last?.[0] && last[0].row === cell.row) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}
