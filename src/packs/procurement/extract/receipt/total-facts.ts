// What the amounts of a receipt say about its total together: money given and given back, sums, rounding, rates.

import type { Reading } from '../../../../pipeline/reading.ts';
import { sameAmount } from '../rows.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { AmountKind } from './labels.ts';
import { receiptRows } from './rows.ts';

export interface TotalFacts {
  /** cash − change, or the cash alone when nothing was given back. */
  paid: { value: number; weight: number; from: LabelledAmount[] }[];
  /** Printed total + rounding. */
  rounded: { before: number; after: number }[];
  /** Subtotal + taxes + service. */
  sums: number[];
  /** What the goods listed above the totals add up to. */
  goods: { sum: number; rows: number } | undefined;
  /** Tax amounts, and the rates printed. */
  taxes: number[];
  rates: number[];
  /** All printed amounts with cents. */
  printed: ReadonlySet<number>;
}

export function gatherFacts(reading: Reading, all: readonly LabelledAmount[]): TotalFacts {
  const of = (kind: AmountKind): LabelledAmount[] =>
    all.filter((one) => one.label?.kind === kind && !one.inTaxTable && one.amount.form === 'cents');
  const top = of('total')[0]?.row.index ?? 0;
  const changes = of('change');
  const paid = [
    ...of('cash').flatMap((cash) => paidBy(cash, changes)),
    ...of('card')
      .filter((card) => card.row.index > top)
      .map((card) => ({ value: card.amount.value, weight: 1, from: [card] })),
  ];
  const roundings = of('rounding')
    .map((one) => one.amount.value)
    .filter((value) => value !== 0 && Math.abs(value) <= 0.6);
  const sums = sumsOf(of);
  const rounded = roundings.flatMap((rounding) =>
    [...of('total').map((one) => one.amount.value), ...of('subtotal').map((one) => one.amount.value), ...sums].map(
      (before) => ({
        before,
        after: cents(before + rounding),
      }),
    ),
  );
  const taxes = all
    .filter(
      (one) =>
        one.amount.form === 'cents' && (one.label?.kind === 'tax' || one.label?.also === 'tax' || one.inTaxTable),
    )
    .map((one) => one.amount.value);
  return {
    paid,
    rounded,
    sums,
    goods: sumOfGoods(all),
    taxes,
    rates: printedRates(reading),
    printed: new Set(all.filter((one) => one.amount.form === 'cents').map((one) => one.amount.value)),
  };
}

/** Sum of the last amounts of the rows above the first labelled one. */
function sumOfGoods(all: readonly LabelledAmount[]): TotalFacts['goods'] {
  const byRow = new Map<number, number>();
  for (const one of all) {
    if (one.label && ['total', 'subtotal', 'count', 'base'].includes(one.label.kind) && byRow.size > 0) break;
    if (!one.label && one.amount.form === 'cents') byRow.set(one.row.index, one.amount.value);
  }
  if (byRow.size === 0) return undefined;
  return { sum: cents([...byRow.values()].reduce((sum, value) => sum + value, 0)), rows: byRow.size };
}

function printedRates(reading: Reading): number[] {
  const rates = new Set<number>();
  for (const row of receiptRows(reading))
    for (const match of row.text.matchAll(/(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?%/g))
      rates.add(Number(match[1]!.replace(',', '.')));
  return [...rates].filter((rate) => rate > 0 && rate < 30);
}

function paidBy(cash: LabelledAmount, changes: readonly LabelledAmount[]): TotalFacts['paid'] {
  const value = cash.amount.value;
  const real = changes.filter((change) => Math.abs(change.amount.value) > 0 && Math.abs(change.amount.value) < value);
  if (real.length > 0)
    return real.map((change) => ({
      value: cents(value - Math.abs(change.amount.value)),
      weight: 2.2,
      from: [cash, change],
    }));
  return [{ value, weight: changes.some((change) => change.amount.value === 0) ? 1.4 : 0.8, from: [cash] }];
}

function sumsOf(of: (kind: AmountKind) => LabelledAmount[]): number[] {
  const taxes = of('tax').map((one) => one.amount.value);
  const services = [...of('service'), ...of('tip')].map((one) => one.amount.value);
  const extras = new Set<number>();
  const pool = [...taxes.slice(0, 4), ...services.slice(0, 2)];
  for (let mask = 1; mask < 1 << pool.length; mask++) {
    const sum = pool.reduce((total, value, i) => (mask & (1 << i) ? total + value : total), 0);
    if (sum > 0) extras.add(cents(sum));
  }
  const subtotals = of('subtotal').map((one) => one.amount.value);
  // "Food subtotal" and "bar subtotal" make one subtotal.
  if (new Set(subtotals).size === 2 && subtotals.length === 2) subtotals.push(cents(subtotals[0]! + subtotals[1]!));
  return subtotals.flatMap((subtotal) => [...extras].map((extra) => cents(subtotal + extra)));
}

/** Rounds float sums to hundredths. */
export const cents = (value: number): number => Math.round(value * 100) / 100;

/** What speaks for or against `value` as the total, in log-odds by name. */
export function factSignals(value: number, facts: TotalFacts): Record<string, number> {
  const paid = Math.max(0, ...facts.paid.filter((fact) => sameAmount(fact.value, value)).map((fact) => fact.weight));
  const paidAgainst = paid === 0 && facts.paid.some((fact) => fact.weight > 1.5) ? -0.5 : 0;
  const unrounded = facts.rounded.filter((fact) => sameAmount(fact.after, value, 0)).map((fact) => fact.before);
  const isBefore = facts.rounded.some((fact) => sameAmount(fact.before, value, 0) && facts.printed.has(fact.after));
  // What adds up to the amount before rounding speaks for the rounded amount, which is what was paid.
  const values = isBefore ? [] : [value, ...unrounded];
  const fits = (sum: number | undefined): boolean => sum !== undefined && values.some((one) => sameAmount(one, sum, 0));
  return {
    paid: paid + paidAgainst,
    rounded: isBefore ? -0.6 : unrounded.length > 0 ? 0.9 : 0,
    sum: facts.sums.some(fits) ? 0.9 : 0,
    // Sums that fit to the cent are no chance.
    goods: fits(facts.goods?.sum) ? (facts.goods!.rows > 1 ? 1.3 : 0.6) : 0,
    rate: values.some((one) => one > 0 && taxFits(one, facts)) ? 0.8 : 0,
  };
}

/** A printed tax that is a printed rate's share of this total. */
function taxFits(total: number, { taxes, rates }: TotalFacts): boolean {
  return taxes.some(
    (tax) => tax >= 0.2 && tax !== total && rates.some((rate) => sameAmount((total * rate) / (100 + rate), tax)),
  );
}
