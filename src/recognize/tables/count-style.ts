// "65.000" in a column of counts: sixty-five with three decimals, or sixty-five thousand. The rows tell, not the paper's language.

import { multiplies } from './arithmetic.ts';
import { type DecimalSign, readQuantity } from './cell-values.ts';
import type { Column } from './columns.ts';
import type { CellRow } from './row-cells.ts';

const THREE_DIGITS = /^[-−+]?\d{1,3}([.,])\d{3}(?![\d.,])/;
/** Counts that all have exactly three digits behind the sign are decimals from this many on: thousands alone would be odd. */
const ENOUGH = 3;

/** Which sign decimals have in the column of counts `c`; undefined = as elsewhere on the paper. */
export function countStyle(
  sample: readonly CellRow[],
  c: number,
  columns: readonly Column[],
  style: DecimalSign,
): DecimalSign | undefined {
  const filled = sample.filter((row) => row.cells[c] !== undefined && /^[-−+]?\d/.test(row.cells[c]!.text));
  const open = filled.filter((row) => THREE_DIGITS.test(row.cells[c]!.text));
  const sign = open[0] && THREE_DIGITS.exec(open[0].cells[c]!.text)?.[1];
  if (!sign) return undefined;
  const decimal = sign === '.' ? 'dot' : 'comma';
  const grouped = sign === '.' ? 'comma' : 'dot';
  const [asDecimal, asGrouped] = [decimal, grouped].map((one) => hits(open, c, columns, one as DecimalSign));
  if (asDecimal !== asGrouped) return asDecimal! > asGrouped! ? decimal : grouped;
  if (style === decimal) return undefined;
  const all = open.length === filled.length && open.every((row) => THREE_DIGITS.exec(row.cells[c]!.text)?.[1] === sign);
  return all && open.length >= ENOUGH ? decimal : undefined;
}

/** Rows whose price times the count, read in that style, gives the amount. */
function hits(rows: readonly CellRow[], c: number, columns: readonly Column[], style: DecimalSign): number {
  const numberAt = (row: CellRow, role: string): number | undefined =>
    row.cells[columns.findLastIndex((column) => column.role === role)]?.value;
  const isOpen = (row: CellRow, role: string): boolean =>
    THREE_DIGITS.test(row.cells[columns.findLastIndex((column) => column.role === role)]?.text ?? '');
  return rows.filter(
    (row) =>
      !(isOpen(row, 'unitPrice') && isOpen(row, 'netAmount')) &&
      multiplies({
        quantity: readQuantity(row.cells[c]!.text, style)?.value,
        unitPrice: numberAt(row, 'unitPrice'),
        amount: numberAt(row, 'netAmount') ?? numberAt(row, 'grossAmount'),
        discount: numberAt(row, 'discount'),
        taxRate: numberAt(row, 'taxRate'),
      }),
  ).length;
}
