// Figures that no source says but that arithmetic proves: how long a period lasted, what a list adds up to, by how many percent
// something fell. Only what follows exactly is accepted, with the bound that is told ("over", "nearly"), and the spans it follows from.

import type { ClauseInput } from './clause.ts';
import {
  type Amount,
  type Claim,
  type Computation,
  changesIn,
  isExact,
  isSaidIn,
  proves,
  type Span,
  spanOf,
  tidy,
} from './computation.ts';
import { compareOf, partOf, sameRate } from './compute-relations.ts';
import { productOf, restOf, sumOf } from './compute-sums.ts';
import { isContent } from './content-words.ts';
import { findPeriods, type Length, type Period } from './periods.ts';
import type { Unit } from './prepare-sources.ts';
import type { Bound } from './quantity.ts';
import type { Word } from './read-text.ts';

export function computeEvidence(
  amount: Amount,
  { told, unit, whole, lexicon }: Pick<ClauseInput, 'told' | 'unit' | 'whole' | 'lexicon'>,
): Computation | undefined {
  const words = told.words.filter((word) => word.segment === amount.segment && isContent(word));
  const claim = { amount, told, words, unit, units: whole, lexicon };
  return (
    lasting(claim) ??
    perYear(claim) ??
    changeOf(claim) ??
    differenceOf(claim) ??
    shareOf(claim) ??
    sumOf(claim) ??
    productOf(claim) ??
    restOf(claim) ??
    partOf(claim) ??
    compareOf(claim) ??
    sameRate(claim)
  );
}

const LASTING =
  /^(?:work\w*|experience|spen[dt]|spending|employ\w*|serv\w*|last|lasts|lasted|total|altogether|period|term|duration|lease|contract|agreement|tenancy|runs?|running|arbeit\w*|erfahrung|berufserfahrung|insgesamt|dauer\w*|lauft|laufzeit|laufen|vertrag\w*|mietvertrag|tatig\w*|beschaftigt|angestellt)$/;
const PAYMENT = /^(?:pay\w*|term|due|within|invoice\w*|zahl\w*|zahlungs(?:frist|ziel)|frist|fallig\w*|rechnung\w*)$/;

/** "five years" of "2015 – 2020", said of what the dates are said of. */
function lasting(claim: Claim): Computation | undefined {
  const { amount, units, words } = claim;
  if (amount.dimension !== 'months' && amount.dimension !== 'seconds') return undefined;
  for (const { period, from, about } of periodsOf(units)) {
    const licenses = (word: Word): boolean => about.test(word.folded);
    if (!words.every((word) => licenses(word) || from.some(({ unit }) => isSaidIn(claim, unit, word)))) continue;
    if (lasts(period, amount)) return { from, licenses };
  }
  return undefined;
}

function* periodsOf(units: readonly Unit[]): Generator<{ period: Period; from: Span[]; about: RegExp }> {
  for (const unit of units)
    for (const { period, start, end } of findPeriods(unit.sentence.dates))
      yield { period, from: [{ unit, start, end }], about: LASTING };
  const labelled = (label: RegExp): Unit | undefined =>
    units.find(
      ({ source, sentence }) =>
        source.kind === 'value' && label.test(source.label ?? '') && sentence.dates.length === 1,
    );
  const issued = labelled(/^(?:invoice date|date of invoice|date|dated|issued?|rechnungsdatum|datum)/i);
  const due = labelled(/due|payable|zahlbar|f[aä]llig/i);
  if (!issued || !due) return;
  const [first, last] = [issued.sentence.dates[0]!, due.sentence.dates[0]!];
  for (const { period } of findPeriods(
    [
      { ...first, role: 'start' },
      { ...last, role: 'end' },
    ],
    { inclusive: false },
  ))
    yield { period, from: [spanOf(issued, first), spanOf(due, last)], about: PAYMENT };
}

/** A bound told needs all the period may have lasted; an exact length one of the usual ways to count. */
function lasts(period: Period, { dimension, bound, readings }: Amount): boolean {
  const ways = dimension === 'months' ? period.months : period.seconds;
  if (!ways) return false;
  return readings.some((value) => lastsFor(ways, bound, value));
}

function lastsFor({ usual, least, most }: Length, bound: Bound, value: number): boolean {
  switch (bound) {
    case 'exact':
      return usual.includes(value);
    case 'more':
      return least > value || (least >= value && usual.every((one) => one > value));
    case 'atLeast':
      return least >= value;
    case 'less':
      return most < value;
    case 'atMost':
      return most <= value;
    case 'about':
      return usual.some((one) => Math.abs(one - value) <= 0.05 * one);
    case 'nearly':
      return usual.some((one) => one < value && value - one <= 0.05 * one);
  }
}

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^(?:month(?:s|ly)?|monat(?:e|s|en|lich\w*)?)$/, 12],
  [/^(?:quarter(?:s|ly)?|quartal\w*|vierteljahr\w*)$/, 4],
];
const YEARLY = /^(?:year(?:ly)?|annual(?:ly)?|jahr\w*)$/;

/** "£13,800 a year" of "£1,150 monthly". */
function perYear(claim: Claim): Computation | undefined {
  const { amount, words, units } = claim;
  const year = words.find(({ folded }) => YEARLY.test(folded));
  if (!amount.dimension.startsWith('money') || !year) return undefined;
  for (const unit of units)
    for (const said of unit.sentence.quantities) {
      if (!said.dimension.startsWith('money') || !isExact(said)) continue;
      const near = unit.sentence.words.filter((word) => word.segment === said.segment || unit.source.kind === 'value');
      const times = PERIODS.find(([pattern]) => near.some(({ folded }) => pattern.test(folded)))?.[1];
      if (times === undefined || near.some(({ folded }) => YEARLY.test(folded))) continue;
      // The sum is told of what it is said of: "the annual rent" of "monthly rent".
      const others = words.filter((word) => word !== year && !/^(?:pay\w*|cost\w*|total|betrag\w*)$/.test(word.folded));
      const isAbout = (word: Word): boolean =>
        isSaidIn(claim, unit, word) || near.some(({ stems }) => year.stems.some((stem) => stem.endsWith(stems[0]!)));
      if (others.every(isAbout) && proves(claim, said.readings[0]! * times, said.dimension, said))
        return { from: [spanOf(unit, said)], licenses: (word) => word === year };
    }
  return undefined;
}

/** "by 75%" of "from 800 ms to 200 ms"; "by 15 percentage points" of "from 60% to 75%". */
function changeOf(claim: Claim): Computation | undefined {
  const { amount, told, unit } = claim;
  if (!/^(?:percent|points)$/.test(amount.dimension) || !unit) return undefined;
  const behind = told.text.slice(amount.end - told.start, amount.end - told.start + 9);
  if (/^[\s-]*(?:points?|punkte?)/i.test(behind) || amount.role === 'from' || amount.role === 'to') return undefined;
  const changes = [...changesIn(unit)];
  if (changes.length !== 1) return undefined;
  const [from, to] = changes[0]!;
  const isPoints = amount.dimension === 'points';
  if (isPoints && to.dimension !== 'percent') return undefined;
  const change = Math.abs(to.readings[0]! - from.readings[0]!);
  const share = isPoints ? change : (100 * Math.abs(to.readings[0]! - from.readings[0]!)) / from.readings[0]!;
  return proves(claim, share, amount.dimension, to)
    ? { from: [spanOf(unit, from), spanOf(unit, to)], licenses: () => false }
    : undefined;
}

const CHANGE =
  /^(?:(?:ris|increas|grow|grew|rose|reduc|cut|fall|fell|lower|drop|decreas|rais|gain|lost|improv|faster|slower|later|earlier|more|less|fewer|took|off|sink|stieg|steig|sank|senk|verringer|erhöh|erhoh|verkürz|verkurz|verbesser|weniger|mehr))/;

/** "by £10" of "from £90 to £100". */
function differenceOf(claim: Claim): Computation | undefined {
  const { amount, words, unit, told } = claim;
  if (!unit || amount.dimension === 'percent' || amount.role === 'from' || amount.role === 'to') return undefined;
  if (amount.role !== 'by' && !told.words.some(({ folded }) => CHANGE.test(folded))) return undefined;
  const changes = [...changesIn(unit)].filter(([from]) => from.dimension === amount.dimension);
  if (changes.length !== 1) return undefined;
  const [from, to] = changes[0]!;
  const rest = words.filter((word) => !CHANGE.test(word.folded));
  if (!rest.some((word) => isSaidIn(claim, unit, word))) return undefined;
  return proves(claim, Math.abs(to.readings[0]! - from.readings[0]!), to.dimension, to)
    ? { from: [spanOf(unit, from), spanOf(unit, to)], licenses: () => false }
    : undefined;
}

/** "80% of the points" of "64 of 80 points". */
function shareOf(claim: Claim): Computation | undefined {
  const { unit, amount } = claim;
  if (amount.dimension !== 'percent' || !unit) return undefined;
  const { quantities } = unit.sentence;
  for (const [i, whole] of quantities.entries()) {
    const part = quantities[i - 1];
    const isShare =
      part?.role === 'part' && /^(?:count|measure)$/.test(whole.dimension) && isExact(part) && isExact(whole);
    if (isShare && proves(claim, (100 * part.readings[0]!) / whole.readings[0]!, 'percent', whole))
      return { from: [spanOf(unit, part), spanOf(unit, whole)], licenses: () => false };
  }
  return undefined;
}

const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:halv(?:e|ed|ing)|halbier\w*)$/, 1 / 2],
  [/^(?:doubl(?:e|ed|ing)|verdoppel\w*)$/, 2],
  [/^(?:tripl(?:e|ed|ing)|trebl(?:e|ed|ing)|verdreifach\w*)$/, 3],
  [/^(?:quadrupl(?:e|ed|ing)|vervierfach\w*)$/, 4],
];

/** "halved" of "from 3% to 1.5%". */
export function computeChange(word: Word, unit: Unit | undefined): Span[] | undefined {
  const times = TIMES.find(([pattern]) => pattern.test(word.folded))?.[1];
  const changes = unit && times !== undefined ? [...changesIn(unit)] : [];
  if (changes.length !== 1) return undefined;
  const [from, to] = changes[0]!;
  return tidy(to.readings[0]! / from.readings[0]!) === tidy(times!)
    ? [spanOf(unit!, from), spanOf(unit!, to)]
    : undefined;
}
