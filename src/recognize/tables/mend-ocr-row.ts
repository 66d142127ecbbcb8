// What recognition loses first in a row of numbers, the decimal sign and a lone digit, restored where the arithmetic of the
// row leaves one way only. For pages read by OCR; what a file says in its own letters is not corrected.

import { multiplies } from './arithmetic.ts';
import type { ColumnRole, LineItemRow } from './line-item-table.ts';

const LOST_DECIMALS = [10, 100, 1000];
const MOST_COUNTED = 10_000;

/** The row, or one with a decimal sign or a quantity restored. */
export function mendOcrRow(row: LineItemRow): LineItemRow {
  const { cells } = row;
  if (row.multiplies === false) return restoreDecimal(row);
  const [price, net] = [numberOf(row, 'unitPrice'), numberOf(row, 'netAmount')];
  if (cells.quantity || cells.discount || price === undefined || net === undefined || price <= 0) return row;
  const quantity = Math.round(net / price);
  if (quantity < 1 || quantity > MOST_COUNTED || Math.abs(quantity * price - net) > 0.006) return row;
  const { box, raw } = cells.netAmount!;
  return { ...row, multiplies: true, cells: { ...cells, quantity: { raw, box, value: quantity, computed: true } } };
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
