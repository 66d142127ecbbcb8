// Entry of the line item reader: pages of words in, tables of line items out.

import type { Page } from '../../document/parsed-document.ts';
import { resolveNumberStyle } from '../number-style.ts';
import { sameAmount, sumAmounts } from './arithmetic.ts';
import { type DecimalSign, guessStyle } from './cell-values.ts';
import type { TitleRole } from './column-titles.ts';
import { type Column, layColumns } from './columns.ts';
import { sureRows } from './continue-table.ts';
import { findHeaders, type HeaderBand } from './find-headers.ts';
import { findUntitledTables } from './find-untitled.ts';
import type { ColumnRole, HeaderColumn, LineItemRow, LineItemTable, TableOptions } from './line-item-table.ts';
import { mendOcrRow } from './mend-ocr-row.ts';
import { settlePrices } from './price-is-amount.ts';
import { readBody, type TableBody } from './read-body.ts';
import { resolveRoles } from './resolve-roles.ts';
import { readRowLabel } from './row-labels.ts';
import { withoutRunningRows } from './running-rows.ts';
import { type StatedAmounts, scoreTable, statedAmounts } from './score-table.ts';
import { withoutSidebar } from './sidebars.ts';
import { typicalHeight, type VisualRow, visualRows } from './visual-rows.ts';

interface PageView {
  page: Page;
  rows: VisualRow[];
  height: number;
}

interface OpenTable {
  table: LineItemTable;
  columns: Column[];
  titles: Set<TitleRole>;
  closed: boolean;
}

/** Share of titles that a header repeated on the next page has in common; sidebars may add some. */
const SAME_TITLES = 0.75;
/** A titled table with less is weighed against lists without titles. */
const CONVINCING = 2;
/** A sidebar can look like this many more rows. */
const LOST_ROWS = 2;

/**
 * Tables of line items on these pages, best first; a table that goes on over pages is one table. Boxes are in points.
 * Nothing is thrown for what pages hold; no table gives an empty list.
 */
export function findLineItemTables(pages: readonly Page[], options: TableOptions = {}): LineItemTable[] {
  const style =
    options.style ?? guessStyle(wordsOf(pages)) ?? resolveNumberStyle([], { language: options.language ?? null });
  const stated = statedAmounts(pages, style);
  let found = readTables(pages, style, stated);
  for (const side of ['left', 'right'] as const) {
    const bared = pages.map((page) => withoutSidebar(page, side) ?? page);
    if (bared.every((page, i) => page === pages[i])) continue;
    const beside = readTables(bared, style, stated);
    if (isCleaner(beside[0], found[0])) found = beside;
  }
  return found;
}

/** The same rows on both readings: without the sidebar nothing of it can stand in their cells. */
function isCleaner(clean: LineItemTable | undefined, whole: LineItemTable | undefined): boolean {
  if (!clean) return false;
  return !whole || (proofOf(clean) > proofOf(whole) - 0.01 && clean.rows.length + LOST_ROWS >= whole.rows.length);
}

/** A label of the sidebar can look like one title more. */
const proofOf = (table: LineItemTable): number => table.score - (table.signals.titles ?? 0);

function readTables(pages: readonly Page[], style: DecimalSign, stated: StatedAmounts): LineItemTable[] {
  const all = pages.map((page) => {
    const rows = visualRows(page);
    const height = typicalHeight(rows);
    const bands = pages.length > 1 ? findHeaders(rows, height) : [];
    const titles = new Set(bands.flatMap(({ first, last }) => rows.slice(first, last + 1)));
    return { page, rows, pageHeight: page.height, height, titles };
  });
  const kept = withoutRunningRows(all);
  const views: PageView[] = all.map(({ page, height }, i) => ({ page, rows: kept[i]!, height }));
  const tables = readTitledTables(views, style);
  const found = tables.filter((table) => table.rows.length > 0);
  for (const table of found) table.rowsSeen = Math.max(table.rowsSeen, countByPositions(table.rows));
  for (const table of found) settlePrices(table, stated);
  for (const table of found) scoreTable(table, stated);
  if (!found.some((table) => table.score > CONVINCING)) {
    const untitled = findUntitledTables(views, style);
    for (const table of untitled) scoreTable(table, stated);
    found.push(...untitled);
  }
  const seen = new Set(pages.filter((page) => page.source === 'ocr').map((page) => page.number));
  if (seen.size > 0)
    for (const table of found) table.rows = table.rows.map((row) => (seen.has(row.page) ? mendOcrRow(row) : row));
  return found.sort((a, b) => b.score - a.score);
}

/** The table that most likely holds the document's line items; undefined when none is more likely than not. */
export function bestLineItemTable(tables: readonly LineItemTable[]): LineItemTable | undefined {
  const best = tables[0];
  return best && best.score > 0 ? best : undefined;
}

function readTitledTables(views: readonly PageView[], style: DecimalSign): LineItemTable[] {
  const tables: LineItemTable[] = [];
  let open: OpenTable | undefined;
  for (const view of views) {
    const bands = findHeaders(view.rows, view.height);
    const firstBand = bands[0]?.first ?? view.rows.length;
    if (open && bands[0]?.kind !== 'items') continueTable(open, view, firstBand, style);
    for (const [b, band] of bands.entries()) {
      const end = bands[b + 1]?.first ?? view.rows.length;
      if (band.kind === 'summary') {
        if (open && band.pieces.length > 2) open.closed = true;
        continue;
      }
      const next = readBand(view, band, end, style);
      if (open && next.table.rows.length > 0 && goesOn(open, next)) {
        joinTables(open, next);
        continue;
      }
      if (next.table.rows.length === 0) continue;
      tables.push(next.table);
      open = next;
    }
  }
  return tables;
}

/** The same titles again: the table goes on, unless a total has already summed it up (then it is the next document's). */
function goesOn(open: OpenTable, next: OpenTable): boolean {
  const shared = [...next.titles].filter((role) => open.titles.has(role)).length;
  const same = shared >= 2 && shared >= SAME_TITLES * Math.max(open.titles.size, next.titles.size);
  if (!same || !open.closed || open.table.pages.at(-1) === next.table.pages[0]) return same;
  const sum = sumAmounts(
    open.table.rows
      .map((row) => row.cells.netAmount?.value ?? row.cells.grossAmount?.value)
      .filter((v) => typeof v === 'number'),
  );
  return !open.table.excluded.some((row) => row.amount !== null && sameAmount(row.amount, sum));
}

function readBand(view: PageView, band: HeaderBand, end: number, style: DecimalSign): OpenTable {
  const rows = view.rows.slice(band.last + 1, end);
  const sample = untilTotals(rows);
  const columns = layColumns(band.pieces, sample, view.page.rules, view.page.width);
  resolveRoles(columns, sample, style);
  const body = readBody({ rows, columns, rules: view.page.rules, style, height: view.height });
  const header = {
    page: view.page.number,
    box: band.box,
    columns: columns.filter((c) => c.titled).map(toHeaderColumn),
  };
  const table: LineItemTable = {
    pages: [view.page.number],
    header,
    rows: body.rows,
    rowsSeen: body.rowsSeen,
    score: 0,
    signals: {},
    excluded: body.excluded,
  };
  return { table, columns, titles: new Set(band.pieces.flatMap((p) => p.stack)), closed: body.closed };
}

/** Totals have columns of their own: only the rows above them show where the table's columns are. */
function untilTotals(rows: readonly VisualRow[]): readonly VisualRow[] {
  const end = rows.findIndex((row) => row.numerics > 0 && row.lines.some((line) => readRowLabel(line.text)?.whole));
  return end > 0 ? rows.slice(0, end) : rows;
}

function toHeaderColumn(column: Column): HeaderColumn {
  const own =
    column.role !== null && column.role !== 'other' && column.role !== 'summary' && column.role !== 'priceBasis';
  return { role: own ? (column.role as ColumnRole) : null, box: column.box, title: column.title };
}

/** A page without titles goes on with the columns of the page before, when its rows fit them. */
function continueTable(open: OpenTable, view: PageView, end: number, style: DecimalSign): void {
  const rows = view.rows.slice(0, end);
  const body = readBody({
    rows,
    columns: open.columns.map(untitled),
    rules: view.page.rules,
    style,
    height: view.height,
  });
  const sure = sureRows(open.table.rows, body.rows, view.height);
  const counted = open.closed
    ? Number(sure[0]?.cells.number?.value) === Number(open.table.rows.at(-1)?.cells.number?.value) + 1
    : true;
  if (sure.length * 2 < body.rows.length || sure.length === 0 || !counted) {
    if (!open.closed) open.table.rowsSeen += sure.length;
    if (body.closed) open.closed = true;
    return;
  }
  append(open, body, view.page.number);
}

/** Position numbers that run on show rows that were lost between them; 0 where they do not run. */
function countByPositions(rows: readonly LineItemRow[]): number {
  const positions = rows.map((row) => Number(row.cells.number?.value));
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined || !positions.every((n) => Number.isInteger(n))) return 0;
  const step = Math.min(...positions.slice(1).map((n, i) => n - positions[i]!));
  return step > 0 && Number.isFinite(step) ? Math.round((last - first) / step) + 1 : 0;
}

const untitled = (column: Column): Column => ({ ...column, titled: true, box: [column.box[0], 0, column.box[2], 0] });

function joinTables(open: OpenTable, next: OpenTable): void {
  const { table } = next;
  append(
    open,
    { rows: table.rows, excluded: table.excluded, rowsSeen: table.rowsSeen, closed: next.closed },
    table.pages[0]!,
  );
  open.columns = next.columns;
}

function append(open: OpenTable, body: TableBody, page: number): void {
  open.table.rows.push(...body.rows);
  open.table.excluded.push(...body.excluded);
  open.table.rowsSeen += body.rowsSeen;
  if (open.table.pages.at(-1) !== page) open.table.pages.push(page);
  open.closed = body.closed;
}

function* wordsOf(pages: readonly Page[]): Generator<string> {
  for (const page of pages)
    for (const line of page.lines) for (const word of line.words) if (word.text.length < 24) yield word.text;
}
