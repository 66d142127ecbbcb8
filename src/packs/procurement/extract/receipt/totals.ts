// What was to pay. Labels, cash less change, card slips, subtotal plus tax, rounding and the goods themselves vote together.

import { wordsOfSpan } from '../../../../document/line-span.ts';
import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { sameAmount } from '../rows.ts';
import { amountCandidate, computedAmount } from './amount-candidate.ts';
import { type LabelledAmount, labelledAmounts } from './labelled-amounts.ts';
import type { AmountKind } from './labels.ts';
import { otherCandidates, taxCandidates } from './part-amounts.ts';
import { textHeight, usualHeight } from './rows.ts';
import { cents, factSignals, gatherFacts, type TotalFacts } from './total-facts.ts';

export const receiptTotals: Extractor = {
  id: 'receipt/totals',
  writes: ['total', 'subtotal', 'tax', 'tip'],
  extract: (reading) => {
    const all = labelledAmounts(reading);
    const facts = gatherFacts(reading, all);
    return [...totalCandidates(reading, all, facts), ...otherCandidates(all), ...taxCandidates(all)];
  },
};

interface Tally {
  value: number;
  best: LabelledAmount;
  label: number;
  count: number;
}

function totalCandidates(reading: Reading, all: readonly LabelledAmount[], facts: TotalFacts): Candidate[] {
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
      return amountCandidate('total', value, best, signals);
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
function readingsOf(one: LabelledAmount, facts: TotalFacts, grouped: boolean): [number, number][] {
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
function withoutSign({ amount }: LabelledAmount, facts: TotalFacts): [number, number][] {
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

/** Cash and change tell the total even where it is unreadable. */
function computedTotals(
  all: readonly LabelledAmount[],
  facts: TotalFacts,
  known: ReadonlyMap<number, Tally>,
): Candidate[] {
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
    return [computedAmount('total', value, { source: 'receipt/cash-less-change', signals, from })];
  });
}

/** The total row is unreadable: subtotal and taxes tell it, if the goods agree or nothing else does. */
function summedTotals(
  all: readonly LabelledAmount[],
  facts: TotalFacts,
  known: ReadonlyMap<number, Tally>,
): Candidate[] {
  const from = all.filter(
    (one) => one.amount.form === 'cents' && (one.label?.kind === 'subtotal' || one.label?.kind === 'tax'),
  );
  const sum = Math.max(0, ...facts.sums);
  if (sum === 0 || from.length < 2 || from.length > 5 || [...known.keys()].some((other) => sameAmount(other, sum)))
    return [];
  return [computedAmount('total', sum, { source: 'receipt/subtotal-plus-tax', signals: { sum: 0.4 }, from })];
}

/** `8.35` against a total of which only `35` could be read. */
function endsInTotalRow(all: readonly LabelledAmount[], value: number): boolean {
  const tail = value.toFixed(2).slice(-2);
  return all.some((one) => one.label?.kind === 'total' && one.amount.form === 'whole' && one.amount.raw.endsWith(tail));
}
