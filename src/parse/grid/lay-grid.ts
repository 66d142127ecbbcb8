// A sheet → pages: columns side by side as a spreadsheet shows them, each word with the cell it stands in.

import { type Box, unionBox } from '../../document/box.ts';
import { groupBlocks, groupLines } from '../../document/layout/group-lines.ts';
import type { Page, Rule, Table, TableCell, Word } from '../../document/parsed-document.ts';
import { placeInline } from '../html/inline.ts';
import type { InlineItem } from '../html/inline-item.ts';
import type { ParseContext } from '../parse-context.ts';
import { type ColumnPlan, planColumns } from './column-starts.ts';
import { COLUMN_GAP, type Grid, type GridCell, rowsOfCells, sizeOf } from './grid.ts';

const MARGIN = 36;
const ROW_GAP = 3;
const EMPTY_ROW = 13;
/** Empty rows in a row that are shown as such. */
const MAX_EMPTY = 2;
/** Rows with so many cells are a table's, and lines stand between their columns. */
const CELLS_OF_TABLE_ROW = 3;

/** A row of cells as it came to stand. */
interface LaidRow {
  cells: readonly GridCell[];
  boxes: Box[];
  top: number;
  bottom: number;
}

/** Pages numbered from `first`. A sheet of more words than a page may have goes on over further pages with the same columns. */
export function layGrid(grid: Grid, first: number, context: Pick<ParseContext, 'limits'>): Page[] {
  const rows = rowsOfCells(grid.cells);
  const plan = planColumns(grid, rows);
  const pages: Page[] = [];
  let words: Word[] = [];
  let laid: LaidRow[] = [];
  let y = MARGIN;
  const finish = (): void => {
    if (words.length > 0) pages.push(toPage(words, laid, { plan, number: first + pages.length, height: y + MARGIN }));
    words = [];
    laid = [];
    y = MARGIN;
  };
  let previous = rows[0]?.[0]?.row ?? 0;
  for (const cells of rows) {
    const empty = Math.min(MAX_EMPTY, Math.max(0, cells[0]!.row - previous - 1));
    previous = cells[0]!.row;
    const from = words.length;
    const row = layRow(cells, y + empty * EMPTY_ROW, plan, words);
    if (from > 0 && words.length > context.limits.maxWordsPerPage) {
      words.length = from;
      finish();
      laid.push(layRow(cells, y, plan, words));
      words.length = Math.min(words.length, context.limits.maxWordsPerPage);
    } else laid.push(row);
    y = laid.at(-1)!.bottom + ROW_GAP;
  }
  finish();
  return pages;
}

function layRow(cells: readonly GridCell[], top: number, plan: ColumnPlan, words: Word[]): LaidRow {
  let bottom = top + EMPTY_ROW - ROW_GAP;
  const boxes: Box[] = [];
  for (const [i, cell] of cells.entries()) {
    const from = words.length;
    const x = MARGIN + plan.starts[cell.column]!;
    const frame = { x, y: top, width: plan.roomOf(cell, cells[i + 1]), align: 'left' as const };
    const height = placeInline(itemsOf(cell), frame, words, sizeOf(cell));
    let box: Box = [x, top, x + 1, top + height];
    for (const word of words.slice(from)) {
      word.locator = cell.locator;
      box = unionBox(box, word.box);
    }
    boxes.push(box);
    if (cell.rowSpan === 1) bottom = Math.max(bottom, top + height);
  }
  return { cells, boxes, top, bottom };
}

function itemsOf(cell: GridCell): InlineItem[] {
  const items: InlineItem[] = [];
  for (const [i, line] of cell.text.split('\n').entries()) {
    if (i > 0) items.push('break');
    for (const [at, text] of line.split(/\s+/u).filter(Boolean).entries()) {
      items.push({ text, size: sizeOf(cell), bold: cell.bold === true, gap: at === 0 ? 0 : 1 });
    }
  }
  return items;
}

interface Sheet {
  plan: ColumnPlan;
  number: number;
  height: number;
}

function toPage(words: Word[], laid: readonly LaidRow[], { plan, number, height }: Sheet): Page {
  const blocks = splitBlocks(laid);
  const rules = blocks.flatMap((rows) => rulesBetween(rows, plan));
  const lines = groupLines(words, number, { rules });
  const width = words.reduce((most, word) => Math.max(most, word.box[2] + MARGIN), 612);
  return {
    number,
    width,
    height: Math.max(height, Math.round(width * Math.SQRT2)),
    source: 'text',
    rotation: 0,
    lines,
    blocks: groupBlocks(lines, number),
    tables: blocks.flatMap((rows) => toTable(rows, number)),
    images: [],
    rules,
  };
}

/** Stretches of rows that are tables: at least two rows of three cells or more, next to each other. */
function splitBlocks(laid: readonly LaidRow[]): LaidRow[][] {
  const blocks: LaidRow[][] = [];
  let open: LaidRow[] = [];
  for (const row of laid) {
    const above = open.at(-1);
    const follows = above !== undefined && row.cells[0]!.row === above.cells[0]!.row + 1;
    if (row.cells.length >= CELLS_OF_TABLE_ROW && (follows || open.length === 0)) open.push(row);
    else {
      if (open.length > 1) blocks.push(open);
      open = row.cells.length >= CELLS_OF_TABLE_ROW ? [row] : [];
    }
  }
  if (open.length > 1) blocks.push(open);
  return blocks;
}

/** The lines that a spreadsheet shows between columns, where no text runs over them. */
function rulesBetween(rows: readonly LaidRow[], plan: ColumnPlan): Rule[] {
  const used = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)))].sort((a, b) => a - b);
  const y0 = rows[0]!.top - 1;
  const y1 = rows.at(-1)!.bottom + 1;
  return used.slice(1).flatMap((column) => {
    const x = MARGIN + plan.starts[column]! - COLUMN_GAP / 2;
    const crossed = rows.some((row) => row.boxes.some((box) => box[0] < x && box[2] > x));
    return crossed ? [] : [{ x0: x, y0, x1: x, y1 }];
  });
}

function toTable(rows: readonly LaidRow[], page: number): Table[] {
  const left = Math.min(...rows.map((row) => row.cells[0]!.column));
  const right = Math.max(...rows.map((row) => row.cells.at(-1)!.column + row.cells.at(-1)!.columnSpan));
  const cells = rows.flatMap((row, at) =>
    row.cells.map((cell, i): TableCell => {
      const { column, rowSpan, columnSpan, text } = cell;
      const box = row.boxes[i]!;
      return { row: at, column: column - left, rowSpan, columnSpan, text, box, header: cell.bold === true && at === 0 };
    }),
  );
  const box = cells.map((cell) => cell.box).reduce(unionBox);
  return [{ page, box, rows: rows.length, columns: right - left, cells }];
}
