// "Qty | Item | Price": some papers print under "Price" what the line comes to. The total below tells: it is the sum of the prices.

import type { LineItemTable } from './line-item-table.ts';
import type { StatedAmounts } from './score-table.ts';

const cents = (amount: number): number => Math.round(amount * 100);

/** Makes the prices of a table without amounts its amounts, where a stated total is their sum and not that of count × price. */
export function settlePrices(table: LineItemTable, stated: StatedAmounts): void {
  let prices = 0;
  let products = 0;
  for (const { cells } of table.rows) {
    const { unitPrice, quantity } = cells;
    if (cells.netAmount || cells.grossAmount || typeof unitPrice?.value !== 'number') return;
    if (typeof quantity?.value !== 'number') return;
    prices += cents(unitPrice.value);
    products += cents(unitPrice.value * quantity.value);
  }
  if (table.rows.length < 2 || prices === products || !stated.has(prices) || stated.has(products)) return;
  for (const row of table.rows) {
    const { unitPrice, ...others } = row.cells;
    row.cells = { ...others, netAmount: unitPrice! };
    row.multiplies = undefined;
  }
  for (const column of table.header?.columns ?? []) if (column.role === 'unitPrice') column.role = 'netAmount';
}
