// How much a table looks like the document's line items: titles, rows, the arithmetic inside rows and with the totals stated.

import type { Page } from '../../document/parsed-document.ts';
import { sumAmounts } from './arithmetic.ts';
import { type DecimalSign, isAmountWord, readAmount } from './cell-values.ts';
import type { LineItemRow, LineItemTable } from './line-item-table.ts';

/** How often each amount stands on the pages, keyed in hundredths. */
export type StatedAmounts = ReadonlyMap<number, number>;

const cents = (amount: number): number => Math.round(amount * 100);

export function statedAmounts(pages: readonly Page[], style: DecimalSign): StatedAmounts {
  const stated = new Map<number, number>();
  for (const page of pages) {
    for (const line of page.lines) {
      for (const word of line.words) {
        if (!isAmountWord(word.text)) continue;
        const amount = readAmount(word.text, style);
        if (amount) stated.set(cents(amount.value), (stated.get(cents(amount.value)) ?? 0) + 1);
      }
    }
  }
  return stated;
}

const amountOf = (row: LineItemRow): number | undefined => {
  const value = row.cells.netAmount?.value ?? row.cells.grossAmount?.value;
  return typeof value === 'number' ? value : undefined;
};

/** Of the amounts that rows state. */
export const sumOfRows = (rows: readonly LineItemRow[]): number =>
  sumAmounts(rows.map(amountOf).filter((amount) => amount !== undefined));

/** Sets `score` and `signals`. */
export function scoreTable(table: LineItemTable, stated: StatedAmounts): void {
  const amounts = table.rows.map(amountOf).filter((a) => a !== undefined);
  const signals: Record<string, number> = { base: table.header ? -1 : -1.5 };
  if (table.header) {
    const roles = new Set(table.header.columns.map((c) => c.role).filter((r) => r !== null));
    signals.titles = Math.min(3, 0.6 * roles.size);
    if (roles.has('description')) signals.description = 0.6;
    if (roles.has('quantity')) signals.quantity = 0.8;
  }
  signals.rows = Math.min(1.5, 0.3 * Math.sqrt(table.rows.length) * 2);
  const judged = table.rows.filter((row) => row.multiplies !== undefined);
  if (judged.length > 0) signals.arithmetic = 3 * (judged.filter((row) => row.multiplies).length / judged.length) - 1;
  const sum = cents(sumOfRows(table.rows));
  const own = amounts.filter((a) => cents(a) === sum).length;
  if (amounts.length > 0 && sum !== 0 && (stated.get(sum) ?? 0) > own) signals.sum = amounts.length > 1 ? 2.5 : 1;
  const missing = table.rowsSeen - table.rows.length;
  if (missing > 0) signals.missing = -Math.min(2, (3 * missing) / table.rowsSeen);
  table.signals = signals;
  table.score = Object.values(signals).reduce((a, b) => a + b, 0);
}
