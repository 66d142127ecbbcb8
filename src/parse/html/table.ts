// An HTML table on the page: a grid with spans, column widths from the content, each cell a block of its own.

import { type Box, unionBox } from '../../document/box.ts';
import type { Rule, TableCell, Word } from '../../document/parsed-document.ts';
import type { Area, BlockLayout, Canvas, Needs } from './canvas.ts';
import { styleOf } from './style.ts';
import type { TextStyle } from './text-style.ts';
import type { HtmlElement } from './tree.ts';

interface Cell {
  element: HtmlElement;
  style: TextStyle;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  longest: number;
  least: number;
}

interface Grid {
  /** The cells that begin in each row. */
  rows: Cell[][];
  columns: number;
  captions: HtmlElement[];
}

/** Between columns: wide enough that neighbours count as two columns. */
const COLUMN_GAP = 16;
const MAX_COLUMNS = 200;
const MAX_SPAN = 1000;
/** Slots reserved by spans; beyond it rows stand for themselves. */
const MAX_TAKEN = 200_000;
const ROW_GAP = 3;

/** One grid a table, also for measuring: nested tables would be measured again at each level otherwise. */
const grids = new WeakMap<HtmlElement, Grid>();

export function measureTable(table: HtmlElement, style: TextStyle, blocks: BlockLayout): Needs {
  const grid = gridOf(table, style, blocks);
  const gaps = Math.max(0, grid.columns - 1) * COLUMN_GAP;
  const { longest, least } = columnNeeds(grid);
  return { longest: sum(longest) + gaps, least: sum(least) + gaps };
}

/** A cell with its words and where it came to stand. */
interface PlacedCell {
  cell: Cell;
  words: Word[];
  top: number;
  bottom: number;
}

/**
 * Lays the table and gives the height used. One of two rows and columns or more that holds no other table
 * is also reported as a table; the rest only arrange things on the page.
 */
export function layTable(
  table: HtmlElement,
  style: TextStyle,
  area: Area,
  { canvas, blocks }: { canvas: Canvas; blocks: BlockLayout },
): number {
  const grid = gridOf(table, style, blocks);
  let y = area.y;
  for (const caption of grid.captions) y += blocks.lay(caption, styleOf(caption, style), { ...area, y }, canvas);
  if (grid.columns === 0) return y - area.y;
  const top = y;
  const starts = columnStarts(grid, area);
  const placed: PlacedCell[] = [];
  const bottoms: number[] = [];
  /** Height that cells spanning down to a row still ask of it. */
  const owed = new Map<number, number>();
  const tablesBefore = canvas.tables.length;
  for (const [row, cells] of grid.rows.entries()) {
    let bottom = owed.get(row) ?? y;
    for (const cell of cells) {
      if (canvas.words.length >= canvas.maxWords) break;
      const x = starts[cell.column]!;
      const width = Math.max(8, starts[cell.column + cell.columnSpan]! - COLUMN_GAP - x);
      const from = canvas.words.length;
      const end = y + blocks.lay(cell.element, cell.style, { x, y, width }, canvas);
      placed.push({ cell, words: canvas.words.slice(from), top: y, bottom: end });
      if (cell.rowSpan === 1) bottom = Math.max(bottom, end);
      else owed.set(row + cell.rowSpan - 1, Math.max(end, owed.get(row + cell.rowSpan - 1) ?? 0));
    }
    bottoms.push(Math.max(bottom, y));
    y = bottom > y ? bottom + ROW_GAP : y;
  }
  if (grid.rows.length >= 2 && grid.columns >= 2 && canvas.tables.length === tablesBefore) {
    const cells = placed.map((item) => toTableCell(item, starts, bottoms));
    const box = [area.x, top, starts[grid.columns]! - COLUMN_GAP, y] as const;
    canvas.tables.push({ page: 1, box, rows: grid.rows.length, columns: grid.columns, cells });
    if (table.set?.ruled) canvas.rules.push(...rulesBetween(starts, placed, { y0: top, y1: y }));
  }
  return y - area.y;
}

/** Lines between the columns of a table of three or more, where no text runs over them. */
function rulesBetween(
  starts: readonly number[],
  placed: readonly PlacedCell[],
  { y0, y1 }: Pick<Rule, 'y0' | 'y1'>,
): Rule[] {
  if (starts.length < 4) return [];
  const words = placed.flatMap((cell) => cell.words);
  return starts.slice(1, -1).flatMap((start) => {
    const x = start - COLUMN_GAP / 2;
    return words.some(({ box }) => box[0] < x && box[2] > x) ? [] : [{ x0: x, y0, x1: x, y1 }];
  });
}

function toTableCell({ cell, words, top, bottom }: PlacedCell, starts: number[], bottoms: number[]): TableCell {
  const { row, column, rowSpan, columnSpan } = cell;
  const right = Math.max(starts[column]!, starts[column + columnSpan]! - COLUMN_GAP);
  const own: Box = [starts[column]!, top, right, Math.max(bottom, bottoms[row + rowSpan - 1] ?? bottom)];
  const box = words.reduce<Box>((all, word) => unionBox(all, word.box), own);
  const text = words.map((word) => word.text).join(' ');
  return { row, column, rowSpan, columnSpan, text, box, header: cell.element.name === 'th' };
}

function gridOf(table: HtmlElement, style: TextStyle, blocks: BlockLayout): Grid {
  const known = grids.get(table);
  if (known) return known;
  const grid: Grid = { rows: [], columns: 0, captions: [] };
  grids.set(table, grid);
  const rows = rowsOf(table, style, grid.captions);
  /** Slots that cells of earlier rows reach into. */
  const taken = new Set<number>();
  for (const [at, { row, style: rowStyle }] of rows.entries()) {
    const cells: Cell[] = [];
    let column = 0;
    for (const element of row.children) {
      if (typeof element === 'string' || (element.name !== 'td' && element.name !== 'th')) continue;
      while (column < MAX_COLUMNS && taken.has(at * MAX_COLUMNS + column)) column++;
      const columnSpan = Math.min(spanOf(element, 'colspan'), MAX_COLUMNS - column);
      if (columnSpan < 1) break;
      const rowSpan = taken.size > MAX_TAKEN ? 1 : Math.min(spanOf(element, 'rowspan'), rows.length - at);
      for (let r = 1; r < rowSpan; r++)
        for (let c = 0; c < columnSpan; c++) taken.add((at + r) * MAX_COLUMNS + column + c);
      const own = styleOf(element, rowStyle);
      cells.push({ element, style: own, row: at, column, rowSpan, columnSpan, ...blocks.measure(element, own) });
      column += columnSpan;
      grid.columns = Math.max(grid.columns, column);
    }
    grid.rows.push(cells);
  }
  return grid;
}

interface StyledRow {
  row: HtmlElement;
  style: TextStyle;
}

/** Rows in order; what else stands in the table, rightly (captions) or not, goes above it as browsers do. */
function rowsOf(table: HtmlElement, style: TextStyle, captions: HtmlElement[]): StyledRow[] {
  const rows: StyledRow[] = [];
  for (const child of table.children) {
    if (typeof child === 'string' || child.name === 'colgroup' || child.name === 'col') continue;
    if (child.name === 'tr') rows.push({ row: child, style: styleOf(child, style) });
    else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot') {
      rows.push(...rowsOf(child, styleOf(child, style), captions));
    } else captions.push(child);
  }
  return rows;
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attributes[name] ?? '1', 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

/** Widths each column wants and needs; what a spanning cell wants more is shared by its columns. */
function columnNeeds(grid: Grid): { longest: number[]; least: number[] } {
  const longest = new Array<number>(grid.columns).fill(0);
  const least = new Array<number>(grid.columns).fill(0);
  const cells = grid.rows.flat().sort((a, b) => a.columnSpan - b.columnSpan);
  for (const cell of cells) {
    widen(longest, cell, cell.longest);
    widen(least, cell, cell.least);
  }
  return { longest, least };
}

function widen(widths: number[], cell: Cell, wanted: number): void {
  const gaps = (cell.columnSpan - 1) * COLUMN_GAP;
  const have = sum(widths.slice(cell.column, cell.column + cell.columnSpan)) + gaps;
  const more = (wanted - have) / cell.columnSpan;
  if (more <= 0) return;
  for (let c = cell.column; c < cell.column + cell.columnSpan; c++) widths[c]! += more;
}

/** Left edges of columns, and one past the last with a gap. Content that fits gets its width and a share of what is over. */
function columnStarts(grid: Grid, area: Area): number[] {
  const { longest, least } = columnNeeds(grid);
  const room = area.width - (grid.columns - 1) * COLUMN_GAP;
  const [wanted, needed] = [sum(longest), sum(least)];
  const widths = longest.map((want, c) => {
    if (wanted <= room) return want + Math.min(40, (room - wanted) / grid.columns);
    const share = wanted > needed ? Math.max(0, room - needed) / (wanted - needed) : 0;
    return least[c]! + (want - least[c]!) * Math.min(1, share);
  });
  const starts = [area.x];
  for (const width of widths) starts.push(starts.at(-1)! + width + COLUMN_GAP);
  return starts;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
