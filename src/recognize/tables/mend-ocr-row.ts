// What recognition loses first in a row of numbers, the decimal sign and a lone digit, restored where the arithmetic of the
// row leaves one way only. For pages read by OCR; what a file says in its own letters is not corrected.

import { multiplies } from './arithmetic.ts';
import { isAmountWord } from './cell-values.ts';
import type { ColumnRole, LineItemRow } from './line-item-table.ts';

const LOST_DECIMALS = [10, 100, 1000];
const MOST_COUNTED = 10_000;

/** The row, or one with a decimal sign or a quantity restored. */
export function mendOcrRow(row: LineItemRow): LineItemRow {
  const counted = restoreFactor(row);
  const mended = counted.multiplies === true ? counted : (restoreAmount(row) ?? counted);
  if (!mended.unread) return mended;
  const { unread: _, ...read } = mended;
  return read;
}

function restoreFactor(row: LineItemRow): LineItemRow {
  const { cells } = row;
  if (row.multiplies === false) return restoreDecimal(row);
  const [price, net] = [numberOf(row, 'unitPrice'), numberOf(row, 'netAmount')];
  if (cells.quantity || cells.discount || price === undefined || net === undefined || price <= 0) return row;
  const quantity = Math.round(net / price);
  if (quantity < 1 || quantity > MOST_COUNTED || Math.abs(quantity * price - net) > 0.006) return row;
  const { box, raw } = cells.netAmount!;
  return { ...row, multiplies: true, cells: { ...cells, quantity: { raw, box, value: quantity, computed: true } } };
}

/** Digits that may differ between an amount as it was read and what the row multiplies to, for so many digits. */
const MOST_WRONG = (digits: number): number => (digits < 4 ? 0 : digits < 6 ? 1 : 2);

/**
 * "117,507", "S.973/61", "2213222100" (the next cell ran into it): no amount as it stands, and nearly what count and price give,
 * so it is that. One that looks as amounts do is left alone: the price may be what was misread.
 */
function restoreAmount(row: LineItemRow): LineItemRow | undefined {
  const { cells, unread } = row;
  const [quantity, price] = [numberOf(row, 'quantity'), numberOf(row, 'unitPrice')];
  if (quantity === undefined || price === undefined || cells.discount || row.multiplies === true) return undefined;
  const role = cells.grossAmount && !cells.netAmount ? 'grossAmount' : 'netAmount';
  const cell = cells[role] ?? unread;
  const product = Math.round(quantity * price * 100) / 100;
  if (!cell || product <= 0 || isAmountWord(cell.raw.replace(/[\s.,:;'’]+$/, ''))) return undefined;
  if (!isAmountWord(cells.unitPrice!.raw)) return undefined;
  const digits = product.toFixed(2).replace('.', '');
  const said = cell.raw.replace(/[SOIlB]/g, (letter) => LOOKALIKES[letter]!).replace(/\D/g, '');
  const ranOn = digits.length >= 4 && said.length > digits.length && said.startsWith(digits);
  if (!ranOn && distance(said, digits) > MOST_WRONG(digits.length)) return undefined;
  return {
    ...row,
    multiplies: true,
    cells: { ...cells, [role]: { raw: cell.raw, box: cell.box, value: product, computed: true } },
  };
}

const LOOKALIKES: Readonly<Record<string, string>> = { S: '5', O: '0', I: '1', l: '1', B: '8' };

/** Digits to change, add or leave out to make one of the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const own = [i];
    for (let j = 1; j <= b.length; j++)
      own.push(Math.min(above[j]! + 1, own[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    above = own;
  }
  return above[b.length]!;
}

/** "3725" × 61,80 = 2.302,05 was 37,25. A number that shows its decimals is left alone. */
function restoreDecimal(row: LineItemRow): LineItemRow {
  const found: LineItemRow[] = [];
  for (const role of ['quantity', 'unitPrice', 'netAmount'] as const) {
    const cell = row.cells[role];
    const value = numberOf(row, role);
    if (!cell || value === undefined || /\d[.,]\d{1,2}(?!\d)/.test(cell.raw)) continue;
    for (const by of LOST_DECIMALS) {
      const cells = { ...row.cells, [role]: { ...cell, value: value / by } };
      if (adds({ ...row, cells })) found.push({ ...row, cells, multiplies: true });
    }
  }
  return found.length === 1 ? found[0]! : row;
}

function adds(row: LineItemRow): boolean {
  return (
    multiplies({
      quantity: numberOf(row, 'quantity'),
      unitPrice: numberOf(row, 'unitPrice'),
      amount: numberOf(row, 'netAmount') ?? numberOf(row, 'grossAmount'),
      discount: numberOf(row, 'discount'),
      discountIsPercent: row.cells.discount?.raw.includes('%') === true,
      taxRate: numberOf(row, 'taxRate'),
    }) === true
  );
}

function numberOf(row: LineItemRow, role: ColumnRole): number | undefined {
  const value = row.cells[role]?.value;
  return typeof value === 'number' ? value : undefined;
}
