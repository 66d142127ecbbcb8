// Totals and taxes by arithmetic: rows where net + tax = gross, rows where base × rate = amount.

import { overlapX } from '../../../document/box.ts';
import { evidenceOfSpan } from '../../../document/line-span.ts';
import type { Candidate } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import { labelHitsOf } from '../../../pipeline/label-extractor.ts';
import type { DocumentType, Extractor } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { applyNumberStyle } from '../../../recognize/number-style.ts';
import { type PrintedRow, type RowValue, rowsWithMoney, sameAmount } from './rows.ts';
import { itemAreas, labelAbove, readTotalLabel } from './total-rows.ts';

const TOTAL_PATHS = new Set(['netTotal', 'taxTotal', 'grossTotal', 'amountDue', 'total', 'subtotal']);

/** No tax on a sale takes more of the net. */
const HIGHEST_RATE = 0.6;

/** Rows whose amounts satisfy net + tax = gross propose all three at once. */
export const totalsByArithmetic: Extractor = {
  id: 'procurement/totals-by-arithmetic',
  writes: ['netTotal', 'taxTotal', 'grossTotal'],
  extract: (reading, type) => {
    const hitsOf = labelHitsOf(reading, type);
    const seen: number[] = [];
    return rowsWithMoney(reading).flatMap((row) => {
      const triple = findTriple(row.money);
      // Two halves of a tax and their sum (CGST, SGST) are no net with its tax.
      if (!triple || (triple[0].value !== 0 && triple[1].value / triple[0].value > HIGHEST_RATE)) return [];
      const sumsUp =
        seen.length > 1 &&
        sameAmount(
          seen.reduce((sum, g) => sum + g, 0),
          triple[2].value,
          seen.length,
        );
      seen.push(triple[2].value);
      const [net, tax, gross] = triple;
      const labelled = row.lines.some((line) =>
        hitsOf(line).some((hit) => hit.terms.some((term) => TOTAL_PATHS.has(term.key))),
      );
      const rate = net.value === 0 ? 0 : tax.value / net.value;
      const signals = {
        arithmetic: 0.6,
        label: labelled ? 1.4 : 0,
        rate: rate > 0.02 && rate < 0.28 ? 0.6 : tax.value === 0 ? -0.8 : -1.2,
        // The foot of a tax table: its gross is the sum of the rows above.
        foot: sumsUp ? 1.2 : 0,
        depth: row.lines[0]!.box[1] > 0.45 * reading.pageOf(row.lines[0]!).height ? 0.3 : 0,
      };
      return [
        toCandidate('netTotal', net, signals),
        toCandidate('taxTotal', tax, signals),
        toCandidate('grossTotal', gross, signals),
      ];
    });
  },
};

function findTriple(money: readonly RowValue[]): [RowValue, RowValue, RowValue] | undefined {
  for (let i = 0; i + 2 < money.length && i < 6; i++) {
    const [a, b, c] = [money[i]!, money[i + 1]!, money[i + 2]!];
    if (c.value === 0 || !sameAmount(a.value + b.value, c.value)) continue;
    // Net and tax carry the same sign; the larger is the net.
    if (a.value * c.value < 0 || b.value * c.value < 0) continue;
    return Math.abs(a.value) >= Math.abs(b.value) ? [a, b, c] : [b, a, c];
  }
  return undefined;
}

function toCandidate(path: string, from: RowValue, signals: Record<string, number>): Candidate {
  return candidateOf(
    {
      path,
      value: from.value,
      raw: from.raw,

      source: totalsByArithmetic.id,
      signals,
    },
    [from.evidence],
  );
}

interface TaxRow {
  rate: RowValue;
  base?: RowValue;
  amount: RowValue;
}

/** Tax rows: a percentage with base and amount that fit it, or a tax label with a percentage and an amount. */
export const taxRows: Extractor = {
  id: 'procurement/tax-rows',
  writes: ['taxes[].rate', 'taxes[].base', 'taxes[].amount', 'taxTotal'],
  extract: (reading, type) => {
    const found = new Map<string, TaxRow>();
    const insideItems = itemAreas(reading);
    for (const row of rowsWithMoney(reading)) {
      // Items state rates and taxes of their own.
      if (insideItems(row.lines[0]!)) continue;
      const tax = readTaxRow(reading, type, row) ?? readTaxColumn(reading, row) ?? readBareRate(reading, row);
      // A row that shows its base proves more than a repeated line without one.
      if (!tax) continue;
      const key = `${tax.rate.value}`;
      const known = found.get(key);
      if (!known || (!known.base && tax.base)) found.set(key, tax);
    }
    return [...found.values()].flatMap((tax, i) => toTaxCandidates(tax, i));
  },
};

function readTaxRow(reading: Reading, type: DocumentType, row: PrintedRow): TaxRow | undefined {
  const hitsOf = labelHitsOf(reading, type);
  if (row.percents.length === 0) return undefined;
  const labelled = row.lines.some(
    (line) =>
      hitsOf(line).some((hit) => hit.terms.some((term) => term.key === 'taxTotal' || term.key === 'tax')) ||
      saysTax(line.text),
  );
  for (const rate of row.percents) {
    if (rate.value < 0 || rate.value > 30) continue;
    const amounts = row.money.filter((m) => m.evidence.box[0] !== rate.evidence.box[0]);
    for (const base of amounts) {
      for (const amount of amounts) {
        if (amount === base || (rate.value > 0 && Math.abs(amount.value) >= Math.abs(base.value))) continue;
        const fits = sameAmount((base.value * rate.value) / 100, amount.value, 2);
        if (fits && (labelled || amounts.length <= 3) && (rate.value > 0 || labelled)) return { rate, base, amount };
      }
    }
    if (labelled && amounts.length === 1 && !saysOther(amounts[0]!)) return { rate, amount: amounts[0]! };
  }
  return undefined;
}

/** "MwSt.-% 19,0, Frachtbetrag: 3,00": what stands right before the amount says that it is something else than tax. */
function saysOther({ line, raw }: RowValue): boolean {
  const before = line.text.slice(0, Math.max(0, line.text.lastIndexOf(raw)));
  const own = before.split(/[,;]\s|\d\s*%?\s/u).at(-1) ?? '';
  const path = readTotalLabel(own)?.path;
  return path === 'shippingTotal' || path === 'discountTotal' || path === 'paidAmount';
}

/** "ISS (5,0%): 681,47": what stands before the percentage. */
function saysTax(text: string): boolean {
  const at = text.search(/\(?\d+(?:[.,]\d+)?\s*%/);
  return at > 0 && readTotalLabel(text.slice(0, at))?.path === 'taxTotal';
}

const RATE = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s*%/;

/** A summary laid out in columns: "VAT 20 %" over its amount. */
function readTaxColumn(reading: Reading, row: PrintedRow): TaxRow | undefined {
  for (const amount of row.money) {
    const label = labelAbove(reading, row, amount);
    const printed = RATE.exec(label);
    if (!printed || readTotalLabel(label)?.path !== 'taxTotal') continue;
    const value = Number(printed[1]!.replace(',', '.'));
    const above = reading
      .pageOf(amount.line)
      .lines.find(
        (line) =>
          line.text.includes(printed[0]) && line.box[1] < amount.line.box[1] && overlapX(line.box, amount.line.box) > 0,
      );
    if (value > 30 || !above) continue;
    const start = above.text.indexOf(printed[0]);
    const evidence = evidenceOfSpan(above, start, start + printed[0].length);
    const base = row.money.find((one) => one !== amount && sameAmount((one.value * value) / 100, amount.value, 2));
    return {
      rate: { value, raw: printed[0], line: above, certainty: 0.9, evidence },
      amount,
      ...(base ? { base } : {}),
    };
  }
  return undefined;
}

/** A row of a tax table whose rate stands without a sign: base × rate = amount, and base + amount = total. */
function readBareRate(reading: Reading, row: PrintedRow): TaxRow | undefined {
  const triple = findTriple(row.money);
  if (!triple) return undefined;
  const [base, amount, gross] = triple;
  for (const line of row.lines) {
    for (const number of reading.numbers(line)) {
      const value = applyNumberStyle(number, reading.numberStyle());
      if (value <= 0 || value > 30 || triple.some((one) => one.line === line && one.raw === number.raw)) continue;
      if (!sameAmount((base.value * value) / 100, amount.value) || gross.value === base.value) continue;
      const evidence = evidenceOfSpan(line, number.start, number.end);
      return { rate: { value, raw: number.raw, line, certainty: 0.8, evidence }, base, amount };
    }
  }
  return undefined;
}

function toTaxCandidates(tax: TaxRow, index: number): Candidate[] {
  const signals = { arithmetic: tax.base ? 1.6 : 0.8 };
  const one = (name: string, from: RowValue): Candidate => ({
    ...toCandidate(`taxes[${index}].${name}`, from, signals),
    source: taxRows.id,
  });
  return [one('rate', tax.rate), ...(tax.base ? [one('base', tax.base)] : []), one('amount', tax.amount)];
}
