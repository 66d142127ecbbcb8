// A group of rows → the cells of one line item.

import { type Box, unionBox } from '../../document/box.ts';
import { multiplies } from './arithmetic.ts';
import { type DecimalSign, readAmount, readQuantity } from './cell-values.ts';
import type { ClassifiedRow, Roles } from './classify-rows.ts';
import type { Column } from './columns.ts';
import { describe } from './describe-item.ts';
import type { ItemGroup } from './group-items.ts';
import type { ColumnRole, LineItemCell, LineItemRow } from './line-item-table.ts';
import { readProduct } from './product-in-text.ts';
import type { RowCell } from './row-cells.ts';
import { spreadCodes } from './stacked-codes.ts';
import { splitPriceCell, ungluedQuantity } from './unglue.ts';

const NUMBERS: ReadonlySet<ColumnRole> = new Set(['unitPrice', 'netAmount', 'grossAmount', 'taxAmount', 'discount']);

const TEXTS: ReadonlySet<ColumnRole> = new Set(['number', 'brand', 'deliveryDate', 'purchaseOrderLine']);

export function buildItem(group: ItemGroup, columns: readonly Column[], roles: Roles, style: DecimalSign): LineItemRow {
  const cells: Partial<Record<ColumnRole, LineItemCell>> = {};
  for (const [c, column] of columns.entries()) {
    const role = column.role;
    if (role === null || role === 'other' || role === 'summary' || role === 'priceBasis') continue;
    if (role === 'description' || role === 'specification' || column.stack.length > 1) continue;
    if (role === 'sku' || role === 'buyerSku' || role === 'gtin') continue;
    const cell =
      numbersFirst(group, c) ??
      (TEXTS.has(role) ? group.rows.find((row) => row.cut.cells[c])?.cut.cells[c] : undefined);
    if (!cell || cells[role]) continue;
    const made = makeCell(role, cell, style);
    if (made) cells[role] = made;
    if (role === 'quantity' && made) addUnit(cells, cell, group, columns, c, style);
  }
  if (!cells.quantity) splitPriceCell(cells, group, roles, style);
  if (!cells.quantity) ungluedQuantity(cells, group, columns, roles, style);
  spreadCodes(cells, group, columns);
  describe(cells, group, columns, roles);
  takeBracketCode(cells);
  takeProduct(cells, style);
  applyDeductions(cells, group, style);
  signQuantity(cells);
  const amount =
    roles.amount < 0 || cells.netAmount || cells.grossAmount ? undefined : numbersFirst(group, roles.amount);
  const unread = amount && /\d/.test(amount.text) ? { unread: { raw: amount.text, box: amount.box } } : {};
  const basis = roles.basis < 0 ? undefined : numbersFirst(group, roles.basis)?.value;
  return { page: group.rows[0]!.cut.row.page, box: boxOf(group), cells, multiplies: judge(cells, basis), ...unread };
}

/** What is given back at a positive price is a negative count, whichever number a page prints the sign of (EN 16931, BR-27). */
function signQuantity(cells: Partial<Record<ColumnRole, LineItemCell>>): void {
  const { quantity, unitPrice } = cells;
  const amount = cells.netAmount ?? cells.grossAmount;
  const isNumber = (cell: LineItemCell | undefined): cell is LineItemCell & { value: number } =>
    typeof cell?.value === 'number';
  if (!isNumber(quantity) || !isNumber(unitPrice) || !isNumber(amount)) return;
  if (quantity.value > 0 && unitPrice.value > 0 && amount.value < 0)
    cells.quantity = { ...quantity, value: -quantity.value, computed: true };
}

/** The cell in the rows of numbers, one with a value first. */
function numbersFirst(group: ItemGroup, c: number): RowCell | undefined {
  const from = (rows: readonly ClassifiedRow[]): RowCell | undefined => rows.find((r) => r.cut.cells[c])?.cut.cells[c];
  const valued = group.anchors.find((r) => r.cut.cells[c]?.value !== undefined)?.cut.cells[c];
  return valued ?? from(group.anchors);
}

function makeCell(role: ColumnRole, cell: RowCell, style: DecimalSign): LineItemCell | undefined {
  const { text: raw, box } = cell;
  if (role === 'quantity') return cell.value === undefined ? undefined : { raw, box, value: cell.value };
  if (NUMBERS.has(role)) {
    const amount = readAmount(raw, style);
    return amount && { raw, box, value: amount.value };
  }
  if (role === 'taxRate')
    return { raw, box, value: cell.value !== undefined && Math.abs(cell.value) <= 100 ? cell.value : raw };
  if (role === 'number')
    return /^[\p{L}\d][\p{L}\d.\-/)]{0,11}$/u.test(raw) ? { raw, box, value: raw.replace(/[.)]+$/, '') } : undefined;
  return { raw, box, value: raw };
}

/** A unit in the quantity's own cell ("2,5 Std."), or untitled right behind it. */
function addUnit(
  cells: Partial<Record<ColumnRole, LineItemCell>>,
  cell: RowCell,
  group: ItemGroup,
  columns: readonly Column[],
  c: number,
  style: DecimalSign,
): void {
  if (cells.unit || columns.some((column) => column.role === 'unit')) return;
  const own = readQuantity(cell.text, style)?.unit;
  if (own) {
    cells.unit = { raw: own, box: cell.words.at(-1)!.box, value: own };
    return;
  }
  const next = columns[c + 1];
  const neighbour =
    next && (next.role === null || next.role === 'other' || next.role === 'priceBasis' || next.role === 'unitPrice')
      ? numbersFirst(group, c + 1)
      : undefined;
  const word = neighbour?.words[0];
  if (
    word &&
    neighbour.words.length > 1 &&
    /^\p{L}{1,6}[.²³)]?$/u.test(word.text) &&
    !/^(?:eur|usd|gbp|chf|rs)$/i.test(word.text)
  ) {
    cells.unit = { raw: word.text, box: word.box, value: word.text };
    const rest = neighbour.words
      .slice(1)
      .map((w) => w.text)
      .join(' ');
    const price = next?.role === 'unitPrice' ? readAmount(rest, style) : undefined;
    if (price) cells.unitPrice = { raw: rest, box: neighbour.box, value: price.value };
  }
}

/** "[AB-12] Chair": the code that many systems print before the name. */
function takeBracketCode(cells: Partial<Record<ColumnRole, LineItemCell>>): void {
  const text = cells.description;
  const match = text && /^\[([\p{L}\d][\p{L}\d._/-]{1,24})\]\s+(?=\S)/u.exec(text.raw);
  if (!text || !match) return;
  const name = text.raw.slice(match[0].length);
  cells.description = { ...text, value: name };
  cells.sku ??= { raw: match[1]!, box: text.box, value: match[1]! };
}

/** "Web design, 10 hours @ $80.00": the text says how the amount comes about, and the amount bears it out. */
function takeProduct(cells: Partial<Record<ColumnRole, LineItemCell>>, style: DecimalSign): void {
  const amount = cells.netAmount ?? cells.grossAmount;
  if (cells.quantity || cells.unitPrice || typeof amount?.value !== 'number') return;
  for (const text of [cells.description, cells.specification]) {
    const product = text && readProduct(text.raw, amount.value, style);
    if (!product) continue;
    const { quantity, unit, unitPrice } = product;
    cells.quantity = { ...text, ...quantity };
    cells.unitPrice = { ...text, ...unitPrice };
    if (unit && !cells.unit) cells.unit = { ...text, raw: unit, value: unit };
    return;
  }
}

/** "less 10 % discount −2.00" under an item lowers what the item costs. */
function applyDeductions(cells: Partial<Record<ColumnRole, LineItemCell>>, group: ItemGroup, style: DecimalSign): void {
  for (const row of group.deductions) {
    const net = cells.netAmount;
    if (row.amount === undefined || !net || typeof net.value !== 'number') continue;
    const cell = row.cut.cells.findLast((c) => c !== undefined && readAmount(c.text, style)?.value === row.amount);
    if (!cell) continue;
    const off = Math.abs(row.amount);
    const raw = `${net.raw}\n${row.cut.row.text}`;
    cells.netAmount = { raw, box: unionBox(net.box, cell.box), value: Math.round((net.value - off) * 10_000) / 10_000 };
    cells.discount ??= { raw: cell.text, box: cell.box, value: off };
  }
}

function judge(cells: Partial<Record<ColumnRole, LineItemCell>>, basis: number | undefined): boolean | undefined {
  const number = (role: ColumnRole): number | undefined => {
    const value = cells[role]?.value;
    return typeof value === 'number' ? value : undefined;
  };
  return multiplies({
    quantity: number('quantity'),
    unitPrice: number('unitPrice'),
    amount: number('netAmount') ?? number('grossAmount'),
    basis,
    discount: number('discount'),
    discountIsPercent: cells.discount?.raw.includes('%') === true,
    taxRate: number('taxRate'),
  });
}

function boxOf(group: ItemGroup): Box {
  const rows = [...group.rows, ...group.deductions];
  let box = rows[0]!.cut.row.box;
  for (const row of rows) if (row.cut.row.page === rows[0]!.cut.row.page) box = unionBox(box, row.cut.row.box);
  return box;
}
