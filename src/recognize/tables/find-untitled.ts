// Line items without column titles: receipts and plain lists, where rows of text end in aligned amounts above a total.

import { unionBox } from '../../document/box.ts';
import { multiplies, sameAmount, sumAmounts } from './arithmetic.ts';
import { findParts } from './breakdowns.ts';
import type { DecimalSign } from './cell-values.ts';
import { type TitleRole, titleRole } from './column-titles.ts';
import type { ColumnRole, ExcludedRow, LineItemCell, LineItemRow, LineItemTable } from './line-item-table.ts';
import { type RowLabel, readRowLabel } from './row-labels.ts';
import { cellOfWords, type Factors, type PricedRow, readFactors, readPricedRow } from './untitled-row.ts';
import type { VisualRow } from './visual-rows.ts';

interface UntitledView {
  rows: readonly VisualRow[];
  height: number;
}

interface Run {
  rows: PricedRow[];
  /** Text rows that belong to a priced row: above it when it has no text, below it else. */
  texts: Map<PricedRow, { above: VisualRow[]; below: VisualRow[] }>;
  excluded: ExcludedRow[];
  closed: boolean;
}

/** "Amount 6.60", "Qty 8": a column title for a name is a sum of the column. */
const NUMBER_TITLES: ReadonlySet<TitleRole> = new Set(['quantity', 'netAmount', 'grossAmount', 'taxAmount']);
/** Rows of a list stand no further apart than this many line heights. */
const MAX_GAP = 5;

/** At most one table: the run of priced rows that is best proved by its total. */
export function findUntitledTables(views: readonly UntitledView[], style: DecimalSign): LineItemTable[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const view of views) {
    const found = runsOfPage(view, style, open);
    runs.push(...found);
    open = found.at(-1) ?? open;
  }
  let best: { run: Run; proof: number } | undefined;
  const sums = runs.flatMap((run) => provenSum(run) ?? []);
  for (const run of runs) {
    const proof = proofOf(run, sums);
    if (proof > 0 && (!best || proof > best.proof)) best = { run, proof };
  }
  return best ? [toTable(best.run)] : [];
}

function runsOfPage(view: UntitledView, style: DecimalSign, before: Run | undefined): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined = before && !before.closed ? before : undefined;
  let pending: VisualRow[] = [];
  let bottom: number | undefined;
  let waiting: Factors | undefined;
  const amounts = view.rows.map((row) => ({ row, amount: readPricedRow(row, style)?.amount.value }));
  const parts = findParts(amounts, view.height);
  for (const row of view.rows) {
    const near = bottom === undefined || row.box[1] - bottom <= MAX_GAP * view.height;
    if (parts.has(row)) {
      if (run && !run.closed) run.excluded.push(toPart(row, parts.get(row)!));
      bottom = row.box[3];
      continue;
    }
    const factors = readFactors(row, style);
    if (factors) {
      const done = near && run?.rows.at(-1);
      if (done && !done.quantity && fits(factors, done)) Object.assign(done, factors);
      else waiting = factors;
      if (bottom !== undefined) bottom = row.box[3];
      continue;
    }
    const priced = readPricedRow(row, style);
    if (priced && waiting && !priced.quantity && fits(waiting, priced)) Object.assign(priced, waiting);
    if (priced) waiting = undefined;
    const label =
      labelOf(row) ??
      (priced?.text && NUMBER_TITLES.has(titleRole(priced.text.raw) ?? 'other')
        ? { reason: 'total' as const, whole: true }
        : undefined);
    if (!priced) {
      if (label?.whole && run && label.reason !== 'charge')
        run.closed ||= !/\d/.test(row.text) && row.lines.length === 1;
      if (run && !run.closed && bottom !== undefined && row.box[1] - bottom < 0.9 * view.height) attach(run, row);
      pending =
        pending.length > 0 && row.box[1] - pending.at(-1)!.box[3] < 0.9 * view.height
          ? [...pending.slice(-1), row]
          : [row];
      if (run && bottom !== undefined && row.box[1] - bottom < 0.9 * view.height) bottom = row.box[3];
      continue;
    }
    if (
      label &&
      (label.whole
        ? label.reason !== 'charge' || !priced.quantity
        : label.reason !== 'charge' && !priced.quantity && !priced.lead)
    ) {
      exclude(run, row, label, priced.amount.value);
      continue;
    }
    if (!run || run.closed || !near || !aligned(run, priced, view.height)) {
      if (run?.closed && run.rows.length > 1) continue;
      run = { rows: [], texts: new Map(), excluded: [], closed: false };
      runs.push(run);
    }
    if (isSumOf(run, priced)) {
      exclude(run, row, { reason: 'total', whole: false }, priced.amount.value);
      continue;
    }
    const above = priced.text
      ? []
      : pending
          .filter((p) => /\p{L}{2}/u.test(p.text) && !isTitles(p) && row.box[1] - p.box[3] < 0.9 * view.height)
          .slice(-1);
    const previous = run.rows.at(-1);
    const taken = previous && run.texts.get(previous);
    if (taken) taken.below = taken.below.filter((r) => !above.includes(r));
    run.rows.push(priced);
    run.texts.set(priced, { above, below: [] });
    pending = [];
    bottom = row.box[3];
  }
  return runs;
}

function toPart(row: VisualRow, amount: number): ExcludedRow {
  return { page: row.page, box: row.box, text: row.text, reason: 'component', amount };
}

const fits = (factors: Factors, priced: PricedRow): boolean =>
  multiplies({ quantity: factors.quantity.value, unitPrice: factors.unitPrice.value, amount: priced.amount.value }) ===
  true;

/** A row of column titles that were not understood as a header. */
function isTitles(row: VisualRow): boolean {
  const known = row.words.filter((word) => titleRole(word.text) !== undefined).length;
  return known > 1 && known * 2 > row.words.length;
}

function attach(run: Run, row: VisualRow): void {
  const last = run.rows.at(-1);
  if (last) run.texts.get(last)?.below.push(row);
}

function exclude(run: Run | undefined, row: VisualRow, label: RowLabel, amount: number): void {
  if (!run || run.rows.length === 0) return;
  run.excluded.push({ page: row.page, box: row.box, text: row.text, reason: label.reason, amount });
  if (label.reason !== 'charge' && label.reason !== 'carried-forward') run.closed = true;
}

function labelOf(row: VisualRow): RowLabel | undefined {
  for (const line of row.lines) {
    const label = readRowLabel(line.text);
    if (label) return label;
  }
  return undefined;
}

/** Amounts of one list share their right edge, or their left one. */
function aligned(run: Run, priced: PricedRow, height: number): boolean {
  const last = run.rows.at(-1);
  if (!last || last.row.page !== priced.row.page) return true;
  const right = Math.abs(last.amountBox[2] - priced.amountBox[2]);
  const left = Math.abs(last.amountBox[0] - priced.amountBox[0]);
  return Math.min(right, left) < 0.8 * height;
}

/** A row that states the sum of all rows above it is their total, whatever it is called. */
function isSumOf(run: Run, priced: PricedRow): boolean {
  if (run.rows.length < 2 || priced.quantity) return false;
  return sameAmount(sumAmounts(run.rows.map((r) => r.amount.value)), priced.amount.value);
}

const totalsOf = (run: Run): number[] =>
  run.excluded.flatMap(({ amount, reason }) =>
    amount === null || reason === 'charge' || reason === 'component' ? [] : [amount],
  );

/** The sum of the rows, where a total below says the same. */
function provenSum(run: Run): number | undefined {
  const sum = sumAmounts(run.rows.map((row) => row.amount.value));
  return totalsOf(run).some((amount) => sameAmount(amount, sum)) ? sum : undefined;
}

/** 0 = no list of items: one needs a total that proves it, or counts, or many rows above a total. */
function proofOf(run: Run, sums: readonly number[]): number {
  const named = run.rows.filter(
    (row) => row.text || (run.texts.get(row)?.above.length ?? 0) + (run.texts.get(row)?.below.length ?? 0) > 0,
  );
  if (named.length === 0 || named.length * 2 < run.rows.length) return 0;
  const sum = sumAmounts(run.rows.map((row) => row.amount.value));
  const totals = totalsOf(run);
  // A bill that gives its details below its summary: the details come to what the summary comes to.
  const detailed = run.rows.length > 1 && sums.some((one) => sameAmount(one, sum));
  const proved = detailed || totals.some((amount) => sameAmount(amount, sum));
  const counted = run.rows.filter((row) => row.quantity || row.unitPrice).length;
  if (proved) return 3 + named.length + counted;
  if (counted * 2 > run.rows.length) return 2 + counted;
  return totals.length > 0 && named.length > 1 ? named.length : 0;
}

function toTable(run: Run): LineItemTable {
  const leads = leadRole(run);
  const rows = run.rows.map((priced) => toItem(priced, run, leads)).filter((row) => row.cells.description);
  return {
    pages: [...new Set(run.rows.map((r) => r.row.page))],
    rows,
    rowsSeen: run.rows.length,
    score: 0,
    signals: {},
    excluded: run.excluded,
  };
}

const readLead = (row: PricedRow): number => Number.parseFloat(String(row.lead?.value ?? '').replace(',', '.'));

/** Bare numbers in front of the text that count up are positions; numbers in front of most rows are counts; others are part of the name. */
function leadRole(run: Run): ColumnRole | undefined {
  const leads = run.rows.map((row) => readLead(row)).filter((n) => !Number.isNaN(n));
  if (leads.length * 2 < run.rows.length || leads.length === 0) return undefined;
  if (leads.length > 1 && leads.every((n, i) => i === 0 || n === leads[i - 1]! + 1)) return 'number';
  if (run.rows.some((row) => row.quantity && row.lead)) return leads.length > 1 ? 'number' : undefined;
  return leads.every((n) => n > 0 && n < 100) ? 'quantity' : undefined;
}

const MOST_COUNTED = 20;

/** Papers that print a count only where it is not one: an amount of so many equal parts, or a count with decimals, as scales give it. */
function countsItself({ lead, quantity, amount }: PricedRow): boolean {
  const count = Number.parseFloat(String(lead?.value ?? '').replace(',', '.'));
  if (quantity || !(count > 0)) return false;
  if (/\d[.,]\d{2,3}$/.test(String(lead!.value))) return true;
  return Number.isInteger(count) && count > 1 && count <= MOST_COUNTED && Math.round(amount.value * 100) % count === 0;
}

function toItem(priced: PricedRow, run: Run, leads: ColumnRole | undefined): LineItemRow {
  const cells: Partial<Record<ColumnRole, LineItemCell>> = {};
  const { above = [], below = [] } = run.texts.get(priced) ?? {};
  const named = priced.text ? undefined : (above[0] ?? below[0]);
  const name = priced.text ?? (named && cellOfWords(named.words, named.text));
  if (name) cells.description = name;
  if (priced.lead && leads === 'number')
    cells.number = { ...priced.lead, value: String(priced.lead.value).replace(/[.)]$/, '') };
  else if (priced.lead && (leads === 'quantity' || (!leads && countsItself(priced))))
    cells.quantity = { ...priced.lead, value: readLead(priced) };
  else if (priced.lead && name)
    cells.description = {
      raw: `${priced.lead.raw} ${name.raw}`,
      box: unionBox(priced.lead.box, name.box),
      value: `${priced.lead.raw} ${name.raw}`,
    };
  if (priced.quantity) cells.quantity = priced.quantity;
  if (priced.unit) cells.unit = priced.unit;
  if (priced.unitPrice) cells.unitPrice = priced.unitPrice;
  cells.netAmount = priced.amount;
  const rest = below.filter((row) => row !== named);
  if (rest.length > 0)
    cells.specification = cellOfWords(
      rest.flatMap((row) => row.words),
      rest.map((row) => row.text).join(' '),
    );
  const number = (role: ColumnRole): number | undefined =>
    typeof cells[role]?.value === 'number' ? cells[role].value : undefined;
  return {
    page: priced.row.page,
    box: priced.row.box,
    cells,
    multiplies: multiplies({
      quantity: number('quantity'),
      unitPrice: number('unitPrice'),
      amount: priced.amount.value,
    }),
  };
}
