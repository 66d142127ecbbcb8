// What was to pay. Labels, cash less change, card slips, subtotal plus tax, rounding and the goods themselves vote together.

import { wordsOfSpan } from '../../../../document/line-span.ts';
import type { Candidate, Evidence } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { sameAmount } from '../rows.ts';
import { type LabelledAmount, labelledAmounts } from './labelled-amounts.ts';
import type { AmountKind } from './labels.ts';
import { evidenceOfAmount, receiptRows, textHeight, usualHeight } from './rows.ts';

export const receiptTotals: Extractor = {
  id: 'receipt/totals',
  writes: ['total', 'subtotal', 'tax', 'tip'],
  extract: (reading) => {
    const all = labelledAmounts(reading);
    const facts = gatherFacts(reading, all);
    return [...totalCandidates(reading, all, facts), ...otherCandidates(all), ...taxCandidates(all)];
  },
};

interface Facts {
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

function gatherFacts(reading: Reading, all: readonly LabelledAmount[]): Facts {
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
function sumOfGoods(all: readonly LabelledAmount[]): Facts['goods'] {
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

function paidBy(cash: LabelledAmount, changes: readonly LabelledAmount[]): Facts['paid'] {
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

const cents = (value: number): number => Math.round(value * 100) / 100;

interface Tally {
  value: number;
  best: LabelledAmount;
  label: number;
  count: number;
}

function totalCandidates(reading: Reading, all: readonly LabelledAmount[], facts: Facts): Candidate[] {
  const usual = usualHeight(reading);
  const grouped =
    all.filter((one) => one.amount.form === 'grouped').length >
    2 * all.filter((one) => one.amount.form === 'cents').length;
  const tallies = new Map<number, Tally>();
  for (const one of all) {
    for (const [value, cost] of readingsOf(one, facts, grouped)) {
      const label = labelScore(one) - cost;
      const known = tallies.get(value);
      if (!known) tallies.set(value, { value, best: one, label, count: 1 });
      else {
        known.count++;
        if (label > known.label) Object.assign(known, { label, best: one });
      }
    }
  }
  const largest = Math.max(
    0,
    ...[...tallies.values()].filter((tally) => tally.label > 0.8).map((tally) => tally.value),
  );
  const candidates = [...tallies.values()]
    .filter((tally) => tally.value > 0 || tally.label > 1.5)
    .map((tally) => {
      const { value, best, label, count } = tally;
      const signals = {
        label,
        ...factSignals(value, facts),
        repeated: Math.min(0.45, 0.15 * (count - 1)),
        size: Math.max(0, Math.min(0.6, textHeight(best.row) / Math.max(1, usual) - 1.1)),
        largest: value === largest ? 0.3 : 0,
        zero: value === 0 ? -2 : 0,
        form: best.amount.certainty < 0.5 ? -0.5 : 0,
        legible: Math.min(0, 1.2 * (confidenceOf(best) - 0.75)),
      };
      return toCandidate('total', value, best, signals);
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 8);
  return [...candidates, ...computedTotals(all, facts, tallies), ...summedTotals(all, facts, tallies)];
}

/** How sure OCR was of the amount's words; 1 where there was no OCR. */
function confidenceOf({ amount }: LabelledAmount): number {
  const words = wordsOfSpan(amount.line, amount.start, amount.end);
  return Math.min(1, ...words.map((word) => word.confidence ?? 1));
}

/** What the digits may mean, with the cost in log-odds of each meaning. */
function readingsOf(one: LabelledAmount, facts: Facts, grouped: boolean): [number, number][] {
  const { value, form } = one.amount;
  if (form === 'cents') return [[value, 0], ...withoutSign(one, facts)];
  // Where all others show cents, `47,934` is a misread amount rather than thousands.
  if (form === 'grouped') return [[value, grouped ? 0 : facts.printed.size >= 3 ? 2.4 : 0.8]];
  const kind = one.label?.kind;
  if (kind !== 'total' && kind !== 'subtotal' && kind !== 'card') return [];
  // `820` for `8.20`: the decimal point is lost in print or in OCR; believed when something else says 8.20.
  const lost = cents(value / 100);
  const backed =
    facts.paid.some((fact) => sameAmount(fact.value, lost)) || facts.sums.some((sum) => sameAmount(sum, lost));
  return [
    [value, one.amount.marked || grouped ? 0.8 : 1.6],
    [lost, value >= 100 && backed ? 0.8 : 2.4],
  ];
}

/** `31.07` for `$1.07`: OCR reads the sign as a digit. Believed when subtotal and tax, or cash and change, say so. */
function withoutSign({ amount }: LabelledAmount, facts: Facts): [number, number][] {
  if (amount.marked || !/^[3589]\d/.test(amount.raw)) return [];
  const rest = Number(
    amount.raw
      .slice(1)
      .replace(/[^\d.,]/g, '')
      .replace(/[.,](?=\d{3})/g, '')
      .replace(',', '.'),
  );
  return [...facts.sums, ...facts.paid.map((fact) => fact.value)].some((sum) => sameAmount(sum, rest, 0))
    ? [[rest, 0.3]]
    : [];
}

const AS_TOTAL: Partial<Record<AmountKind, number>> = {
  subtotal: 0,
  card: -0.2,
  cash: -0.6,
  count: 0.2,
  base: -1,
  tax: -2.5,
  change: -2.5,
  rounding: -3,
  discount: -2,
};

function labelScore(one: LabelledAmount): number {
  const { label } = one;
  const crowd = one.inTaxTable ? -1.8 : one.rowAmounts > 1 && label?.kind !== 'count' ? -0.6 : 0;
  if (!label) return -1.6 + crowd;
  const own = label.kind === 'total' ? label.strength : label.also === 'total' ? -0.4 : (AS_TOTAL[label.kind] ?? -1.5);
  return own + crowd;
}

function factSignals(value: number, facts: Facts): Record<string, number> {
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
function taxFits(total: number, { taxes, rates }: Facts): boolean {
  return taxes.some(
    (tax) => tax >= 0.2 && tax !== total && rates.some((rate) => sameAmount((total * rate) / (100 + rate), tax)),
  );
}

/** Cash and change tell the total even where it is unreadable. */
function computedTotals(all: readonly LabelledAmount[], facts: Facts, known: ReadonlyMap<number, Tally>): Candidate[] {
  return facts.paid.flatMap(({ value, weight, from }) => {
    if (weight < 1.5 || [...known.keys()].some((other) => sameAmount(other, value))) return [];
    const { sum, goods, rate, rounded } = factSignals(value, facts);
    const signals = {
      paid: 0.2,
      sum: sum!,
      goods: goods!,
      rate: rate!,
      rest: endsInTotalRow(all, value) ? 1.6 : 0,
      rounded: rounded! > 0 ? 2 : 0,
    };
    const candidate = toCandidate('total', value, from[0]!, signals);
    return [
      {
        ...candidate,
        origin: 'computed' as const,
        evidence: from.map((one) => evidenceOfAmount(one.amount)),
        source: 'receipt/cash-less-change',
      },
    ];
  });
}

/** The total row is unreadable: subtotal and taxes tell it, if the goods agree or nothing else does. */
function summedTotals(all: readonly LabelledAmount[], facts: Facts, known: ReadonlyMap<number, Tally>): Candidate[] {
  const from = all.filter(
    (one) => one.amount.form === 'cents' && (one.label?.kind === 'subtotal' || one.label?.kind === 'tax'),
  );
  const sum = Math.max(0, ...facts.sums);
  if (sum === 0 || from.length < 2 || from.length > 5 || [...known.keys()].some((other) => sameAmount(other, sum)))
    return [];
  const candidate = toCandidate('total', sum, from[0]!, { sum: 0.4 });
  return [
    {
      ...candidate,
      origin: 'computed',
      evidence: from.map((one) => evidenceOfAmount(one.amount)),
      source: 'receipt/subtotal-plus-tax',
    },
  ];
}

/** `8.35` against a total of which only `35` could be read. */
function endsInTotalRow(all: readonly LabelledAmount[], value: number): boolean {
  const tail = value.toFixed(2).slice(-2);
  return all.some((one) => one.label?.kind === 'total' && one.amount.form === 'whole' && one.amount.raw.endsWith(tail));
}

function otherCandidates(all: readonly LabelledAmount[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const one of all) {
    if (!one.label || one.amount.form === 'whole' || one.inTaxTable) continue;
    const { kind, strength } = one.label;
    if (kind === 'subtotal')
      candidates.push(
        toCandidate('subtotal', one.amount.value, one, { label: strength, first: one.rowAmounts > 1 ? -0.8 : 0 }),
      );
    else if (one.label.also === 'subtotal')
      candidates.push(toCandidate('subtotal', one.amount.value, one, { label: -0.3 }));
    else if (kind === 'tip') candidates.push(toCandidate('tip', one.amount.value, one, { label: strength }));
    else if (kind === 'service') candidates.push(toCandidate('tip', one.amount.value, one, { label: strength - 0.4 }));
  }
  return candidates;
}

function taxCandidates(all: readonly LabelledAmount[]): Candidate[] {
  const lone: LabelledAmount[] = [];
  const candidates: Candidate[] = [];
  for (const one of all) {
    if (one.amount.form === 'whole') continue;
    const { label } = one;
    if (label?.kind === 'tax' && one.rowAmounts === 1 && !one.inTaxTable) {
      lone.push(one);
      candidates.push(
        toCandidate('tax', one.amount.value, one, { label: label.strength, zero: one.amount.value === 0 ? -0.4 : 0 }),
      );
    } else if (label?.also === 'tax' && one.rowAmounts === 1)
      candidates.push(toCandidate('tax', one.amount.value, one, { label: -1.2 }));
  }
  candidates.push(...tableTaxes(all), ...sumOfTaxes(lone));
  return candidates;
}

/** Rows "base, tax" or "base, tax, gross" of a tax table. */
function tableTaxes(all: readonly LabelledAmount[]): Candidate[] {
  const rows = new Map<number, LabelledAmount[]>();
  for (const one of all) {
    if (one.amount.form !== 'cents' || one.rowAmounts < 2 || !(one.inTaxTable || one.label?.kind === 'tax')) continue;
    rows.set(one.row.index, [...(rows.get(one.row.index) ?? []), one]);
  }
  const found = [...rows.values()].flatMap((members) => {
    const sorted = [...members].sort((a, b) => Math.abs(a.amount.value) - Math.abs(b.amount.value));
    if (sorted.length < 2) return [];
    const tax = sorted[0]!;
    const rest = sorted[1]!;
    const ratio = rest.amount.value === 0 ? 1 : tax.amount.value / rest.amount.value;
    return ratio >= 0 && ratio < 0.3 ? [tax] : [];
  });
  const single = found.map((tax) =>
    toCandidate('tax', tax.amount.value, tax, { table: 0.5, zero: tax.amount.value === 0 ? -0.4 : 0 }),
  );
  return [...single, ...sumOfTaxes(found)];
}

/** Two rates, two taxes: the tax is their sum. */
function sumOfTaxes(taxes: readonly LabelledAmount[]): Candidate[] {
  const distinct = taxes.filter(
    (tax, i) =>
      tax.amount.value !== 0 &&
      taxes.findIndex((other) => other.amount.value === tax.amount.value && other.row.text === tax.row.text) === i,
  );
  if (distinct.length < 2 || distinct.length > 4) return [];
  const value = cents(distinct.reduce((sum, tax) => sum + tax.amount.value, 0));
  const candidate = toCandidate('tax', value, distinct[0]!, { sum: 0.2 });
  return [
    {
      ...candidate,
      origin: 'computed',
      evidence: distinct.map((tax) => evidenceOfAmount(tax.amount)),
      source: 'receipt/sum-of-taxes',
    },
  ];
}

function toCandidate(path: string, value: number, from: LabelledAmount, signals: Record<string, number>): Candidate {
  const evidence: Evidence = evidenceOfAmount(from.amount);
  return candidateOf(
    {
      path,
      value,
      raw: from.amount.raw,

      source: receiptTotals.id,
      signals,
    },
    [evidence],
  );
}
