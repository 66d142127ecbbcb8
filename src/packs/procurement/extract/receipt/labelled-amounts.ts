// Every amount on a receipt with what its label says it is, wherever the label stands: left of it, above it, below it on a skewed row.

import { boxHeight } from '../../../../document/box.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { type AmountLabel, readAmountLabel } from './labels.ts';
import { labelWordsOf } from './ocr-words.ts';
import { type ReceiptRow, type RowAmount, receiptRows } from './rows.ts';
import { COLUMN_TITLES, type LabelPart, labelShapes } from './words.ts';

export interface LabelledAmount {
  amount: RowAmount;
  row: ReceiptRow;
  label: AmountLabel | undefined;
  /** Amounts with cents in the same row. */
  rowAmounts: number;
  /** In the table of tax rates under the totals, where "total" means something else. */
  inTaxTable: boolean;
}

/** Amounts of all rows, top to bottom; bare whole numbers only where a label stands before them. */
export function labelledAmounts(reading: Reading): readonly LabelledAmount[] {
  return reading.derive('receipt/labelled-amounts', () => {
    const rows = receiptRows(reading);
    const tables = taxTableRows(rows);
    return rows.flatMap((row) => {
      const printed = row.amounts.filter((amount) => amount.form !== 'whole').length;
      let inherited: AmountLabel | undefined;
      return row.amounts.flatMap((amount): LabelledAmount[] => {
        const own = labelInRow(row, amount);
        const label =
          own === undefined ? (inherited ?? (printed <= 1 ? labelNear(rows, row) : undefined)) : (own ?? undefined);
        inherited = label;
        if (amount.form === 'whole' && !label && !amount.marked) return [];
        return [{ amount, row, label, rowAmounts: printed, inTaxTable: tables.has(row.index) }];
      });
    });
  });
}

/** undefined = no words before the amount in its row; null = words that are no label of an amount. */
function labelInRow(row: ReceiptRow, amount: RowAmount): AmountLabel | null | undefined {
  const before = row.amounts
    .filter((other) => other.line === amount.line && other.end <= amount.start && other.form !== 'whole')
    .at(-1);
  const near = amount.line.text.slice(before?.end ?? 0, amount.start);
  const texts = before
    ? [near]
    : [
        near,
        ...row.lines
          .slice(0, row.lines.indexOf(amount.line))
          .reverse()
          .map((line) => line.text),
      ];
  let words = false;
  for (const text of texts) {
    if (!/\p{L}{2}/u.test(text.replace(/(?<!\p{L})(?:RM|MYR|USD|EUR|SGD|GBP|CHF|SR|ZR|ZRL)(?!\p{L})/giu, ''))) continue;
    const label = readAmountLabel(text);
    // "Total incl." and "GST" apart: the row as a whole says that it is no tax.
    const whole = label?.kind === 'tax' && text !== near ? readAmountLabel(texts.toReversed().join(' ')) : undefined;
    if (label) return whole?.kind === 'total' || whole?.kind === 'subtotal' ? whole : label;
    words = true;
    if (row.amounts.some((other) => other.line.text === text && other.form === 'cents' && other !== amount)) break;
  }
  if (!words) return undefined;
  return readAmountLabel(texts.toReversed().join(' ')) ?? null;
}

/** An amount alone in its row: the label is the row above it, or on a skewed page the row below. */
function labelNear(rows: readonly ReceiptRow[], row: ReceiptRow): AmountLabel | undefined {
  for (const [step, cost] of [
    [-1, 0.3],
    [1, 0.8],
  ] as const) {
    const other = rows[row.index + step];
    if (!other || other.page !== row.page || other.amounts.some((amount) => amount.form !== 'whole')) continue;
    const gap = step < 0 ? row.box[1] - other.box[3] : other.box[1] - row.box[3];
    if (gap > 1.5 * boxHeight(row.box)) continue;
    const label = COLUMN_TITLES.test(other.text) ? undefined : readAmountLabel(other.text);
    if (label) return { ...label, strength: label.strength - cost };
  }
  return undefined;
}

/** Rows from the heading of a tax table ("GST summary", "MwSt% Netto Brutto") on, as long as they carry amounts. */
function taxTableRows(rows: readonly ReceiptRow[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open = 0;
  let totalled = false;
  for (const row of rows) {
    totalled ||= row.amounts.some((amount) => amount.form === 'cents') && readAmountLabel(row.text)?.kind === 'total';
    if (isTaxTableHead(row, totalled)) open = 3;
    else if (open > 0) {
      if (row.amounts.some((amount) => amount.form === 'cents')) {
        inside.add(row.index);
        open = 3;
      } else open--;
    }
  }
  return inside;
}

/** `totalled`: a total stands above; before it, a row of titles is that of the goods. */
function isTaxTableHead(row: ReceiptRow, totalled: boolean): boolean {
  if (row.amounts.some((amount) => amount.form === 'cents')) return false;
  const words = labelWordsOf(row.text);
  const says = (part: LabelPart): boolean => words.some((word) => labelShapes.find(word).has(part));
  if (!says('tax')) return false;
  if (says('summary')) return true;
  if (!totalled) return false;
  const net = says('net') || says('base') || words.includes('goods');
  return (net && words.length <= 10) || (says('amount') && words.length >= 3 && !says('count'));
}
