// From the rows under a header to line items, excluded rows, and a count of the rows that the layout shows.

import { unionBox } from '../../document/box.ts';
import type { Rule } from '../../document/parsed-document.ts';
import { sameAmount, sumAmounts } from './arithmetic.ts';
import { buildItem } from './build-item.ts';
import { type DecimalSign, readAmount } from './cell-values.ts';
import {
  type ClassifiedRow,
  type ClassifyState,
  classifyRow,
  type Roles,
  readFacts,
  rolesOf,
} from './classify-rows.ts';
import type { Column } from './columns.ts';
import { groupItems, type ItemGroup } from './group-items.ts';
import type { ExcludedRow, ExclusionReason, LineItemRow } from './line-item-table.ts';
import { readRowLabel } from './row-labels.ts';
import { findSeparators } from './separators.ts';
import type { VisualRow } from './visual-rows.ts';

interface BodyInput {
  rows: readonly VisualRow[];
  columns: readonly Column[];
  rules: readonly Rule[];
  style: DecimalSign;
  height: number;
}

export interface TableBody {
  rows: LineItemRow[];
  excluded: ExcludedRow[];
  rowsSeen: number;
  /** A total was seen: the table does not go on to the next page. */
  closed: boolean;
}

export function readBody(input: BodyInput): TableBody {
  const { columns, style, height } = input;
  const roles = rolesOf(columns);
  const separators = separatorsOf(input);
  const classified: ClassifiedRow[] = [];
  const excluded: ExcludedRow[] = [];
  const state: ClassifyState = { closed: false, anchors: 0, sum: 0, lastBottom: input.rows[0]?.box[1] ?? 0 };
  let unread = 0;
  for (const row of input.rows) {
    const facts = readFacts(row, columns, roles, style);
    const one = classifyRow(facts, roles, columns, state);
    if (one.kind === 'excluded') {
      excluded.push(toExcluded(one, one.reason ?? 'note', style));
      if (state.anchors > 0 && (one.reason === 'total' || one.reason === 'subtotal' || one.reason === 'tax'))
        state.closed = true;
      continue;
    }
    if (one.kind === 'text' && (state.closed || leavesTable(row, state, height, separators))) {
      state.closed ||= state.anchors > 0;
      if (looksLikeItem(one)) unread++;
      continue;
    }
    if (one.kind === 'anchor' && isSum(one, classified, columns)) {
      excluded.push(toExcluded(one, 'subtotal', style));
      state.closed = true;
      continue;
    }
    if (one.kind === 'anchor') {
      state.anchors++;
      state.sum = sumAmounts([state.sum, one.amount ?? 0]);
      state.closed = false;
    }
    state.lastBottom = row.box[3];
    classified.push(one);
  }
  const grouped = groupItems(classified, columns, roles, height, separators);
  for (const row of grouped.sections) if (state.anchors > 0) excluded.push(toExcluded(row, 'section', style));
  const items = grouped.items
    .filter((group) => !isUnderLabels(group, roles))
    .map((group) => ({ group, item: buildItem(group, columns, roles, style) }));
  const kept = items.filter(({ item }) => isItem(item));
  return {
    rows: kept.map(({ item }) => item),
    excluded,
    rowsSeen: items.filter(({ group, item }) => isItem(item) || saysMore(group)).length + unread,
    closed: endsWithTotal(excluded),
  };
}

/**
 * An amount alone that is the sum of all items above it, whatever it is called. Where nothing is counted, three phases may
 * cost 100, 200 and 300: there it must also begin like a total, or where no description begins.
 */
function isSum(row: ClassifiedRow, above: readonly ClassifiedRow[], columns: readonly Column[]): boolean {
  if (row.amount === undefined || row.price !== undefined || row.position !== undefined) return false;
  const items = above.filter((one) => one.kind === 'anchor');
  if (items.length === 0 || items.some((one) => one.amount === undefined)) return false;
  if (!sameAmount(sumAmounts(items.map((one) => one.amount!)), row.amount)) return false;
  // "Total hours  16.75   1,591.25" sums both columns.
  if (row.quantity !== undefined)
    return items.length > 1 && sameAmount(sumAmounts(items.map((one) => one.quantity ?? 0)), row.quantity);
  if (items.every((one) => (one.quantity ?? one.price) !== undefined)) return true;
  const text = columns.find((column) => column.role === 'description');
  const [first] = row.cut.row.words;
  const label = readRowLabel(row.cut.row.text);
  const aside = text !== undefined && first !== undefined && first.box[0] > text.box[2];
  return aside || (label !== undefined && label.reason !== 'charge');
}

/** Text this far under the last row, outside its cell of the grid, is something else. */
function leavesTable(row: VisualRow, state: ClassifyState, height: number, separators: readonly number[]): boolean {
  if (state.anchors === 0) return false;
  const gap = row.box[1] - state.lastBottom;
  if (gap <= 4.5 * height) return false;
  return (
    separators.length < 2 ||
    separators.some((y) => y > state.lastBottom - 1 && y < row.box[1] + 1) ||
    row.box[1] > separators.at(-1)!
  );
}

function separatorsOf(input: BodyInput): number[] {
  const first = input.rows[0];
  const last = input.rows.at(-1);
  if (!first || !last) return [];
  const titled = input.columns.filter((c) => c.titled);
  let box = titled[0]?.box ?? first.box;
  for (const column of titled) box = unionBox(box, column.box);
  return findSeparators(input.rules, { x0: box[0], x1: box[2], top: box[3] - 2, bottom: last.box[3] + 40 });
}

function toExcluded(row: ClassifiedRow, reason: ExclusionReason, style: DecimalSign): ExcludedRow {
  const { box, page, text } = row.cut.row;
  return { page, box, text, reason, amount: row.amount ?? lastAmount(row, style) };
}

function lastAmount(row: ClassifiedRow, style: DecimalSign): number | null {
  const last = row.cut.row.words.findLast((word) => /\d[.,]\d{2}(?!\d)/.test(word.text));
  if (!last) return null;
  return readAmount(last.text, style)?.value ?? null;
}

/** An item names something and counts or prices it. */
function isItem(item: LineItemRow): boolean {
  const { description, sku, gtin, buyerSku, quantity, netAmount, grossAmount, unitPrice, number } = item.cells;
  const numbers = [quantity, netAmount, grossAmount, unitPrice].filter(Boolean).length;
  // Amounts under labels of their own (a summary in columns) name nothing.
  if (description && !quantity && !/[\p{L}\p{N}]{2}/u.test(description.raw.replace(/\d[\d.,' ]*[.,]\d{2}(?!\d)/g, '')))
    return false;
  if (description)
    return numbers > 0 && !(readRowLabel(description.raw)?.whole && readRowLabel(description.raw)?.reason === 'total');
  return numbers > 1 && (sku ?? gtin ?? buyerSku ?? number) !== undefined;
}

/** Amounts where names should stand: a summary in columns, under labels of its own. */
function isUnderLabels({ anchors }: ItemGroup, roles: Roles): boolean {
  const [row] = anchors;
  const text = row?.cut.cells[roles.text]?.text ?? '';
  return (
    anchors.length === 1 &&
    row!.multiplies !== true &&
    /\d[.,]\d{2}(?!\d)/.test(text) &&
    readAmount(text, null) !== undefined
  );
}

/** A number alone in a column (of a page, say) is no row that anybody would miss. */
function saysMore({ rows }: ItemGroup): boolean {
  return rows.some(
    (row) => row.hasText || [row.amount, row.price, row.quantity].filter((n) => n !== undefined).length > 1,
  );
}

/** A row behind a total that has all that an item has, although its numbers do not multiply. */
function looksLikeItem(row: ClassifiedRow): boolean {
  return row.hasText && row.quantity !== undefined && row.price !== undefined && row.amount !== undefined;
}

const endsWithTotal = (excluded: readonly ExcludedRow[]): boolean =>
  excluded.some((row) => row.reason === 'total' || row.reason === 'tax');
