// Figures that no source says but that arithmetic proves: how long a period lasted, what a list adds up to, by how many percent
// something fell. Only what follows exactly is accepted, with the bound that is told ("over", "nearly"), and the spans it follows from.

import type { ClauseInput } from './clause.ts';
import { isContent } from './content-words.ts';
import type { Lexicon } from './lexicon.ts';
import { saysWord } from './match-words.ts';
import { findPeriods, type Length, type Period } from './periods.ts';
import type { Unit } from './prepare-sources.ts';
import { type Bound, type Quantity, quantitySupports } from './quantity.ts';
import type { Placed, Sentence, Word } from './read-text.ts';

export interface Span {
  unit: Unit;
  start: number;
  end: number;
}

export interface Computation {
  from: Span[];
  /** Words that name the computing and need no source: "total", "experience", "annual". */
  licenses: (word: Word) => boolean;
}

type Amount = Placed<Quantity>;

interface Claim {
  amount: Amount;
  told: Sentence;
  /** Content words of its clause. */
  words: readonly Word[];
  /** The sentence that the clause leans on, and all of the subject. */
  unit: Unit | undefined;
  units: readonly Unit[];
  lexicon: Lexicon;
}

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
    shareOf(claim) ??
    sumOf(claim) ??
    productOf(claim) ??
    restOf(claim)
  );
}

const proves = (claim: Claim, value: number, dimension: string, said: Quantity): boolean =>
  Number.isFinite(value) &&
  quantitySupports(
    { ...said, bound: 'exact', role: claim.amount.role, readings: [tidy(value)], dimension },
    claim.amount,
  );

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

const isExact = (said: Amount): boolean => said.bound === 'exact' && said.readings.length === 1;
const spanOf = (unit: Unit, one: { start: number; end: number }): Span => ({ unit, start: one.start, end: one.end });
const isSaidIn = ({ lexicon }: Claim, unit: Unit, word: Word): boolean =>
  [...unit.sentence.words, ...unit.carried.map((one) => one.word)].some((said) => saysWord(said, word, lexicon));

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

function* changesIn({ sentence }: Unit): Generator<readonly [Amount, Amount]> {
  for (const [i, to] of sentence.quantities.entries()) {
    const from = sentence.quantities[i - 1];
    if (from?.role !== 'from' || to.role !== 'to' || from.dimension !== to.dimension) continue;
    if (isExact(from) && isExact(to) && from.readings[0] !== 0) yield [from, to];
  }
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

const TOTAL = /^(?:total\w*|sum|altogether|overall|all|whole|entire|combined|insgesamt|gesamt\w*|zusammen|summe)$/;
const ANYBODY =
  /^(?:people|persons?|staff|employees?|team|colleagues|items?|pieces|things|articles|units|personen|leute|mitarbeiter\w*|menschen|stuck|teile|gegenstande|artikel)$/;

/** "24 staff" of "18 nurses and 6 care assistants"; "£7 in total" of "£3 and £4". */
function sumOf(claim: Claim): Computation | undefined {
  const { amount, words, units } = claim;
  const isMoney = amount.dimension.startsWith('money');
  if (!isMoney && amount.dimension !== 'count') return undefined;
  const head = words.find((word) => word.start >= amount.end);
  const total = words.find(({ folded }) => TOTAL.test(folded));
  if (!total && !(head && !isMoney && ANYBODY.test(head.folded) && head.start - amount.end <= 2)) return undefined;
  const licenses = (word: Word): boolean => word === total || (!isMoney && word === head && ANYBODY.test(word.folded));
  for (const unit of units) {
    const list = unit.sentence.quantities.filter(
      (one) => one.dimension === (isMoney ? unitMoney(unit) : 'count') && one.role === undefined,
    );
    const isList = list.length > 1 && list.every(isExact) && new Set(list.map(({ segment }) => segment)).size === 1;
    // "20, three of them new" and "£3 each" are no list to add up.
    if (!isList || unit.sentence.words.some(({ denied }) => denied)) continue;
    if (/\b(?:each|apiece|je|of which|of them|of whom|including|davon|darunter)\b/i.test(unit.sentence.text)) continue;
    const sum = list.reduce((all, { readings }) => all + readings[0]!, 0);
    if (proves(claim, sum, list[0]!.dimension, list[0]!))
      return { from: list.map((one) => spanOf(unit, one)), licenses };
  }
  return lineSum(claim, total);
}

const unitMoney = ({ sentence }: Unit): string | undefined =>
  sentence.quantities.find(({ dimension }) => dimension.startsWith('money'))?.dimension;

interface Line {
  value: number;
  dimension: string;
  said: Amount;
  from: Span[];
  name: Word | undefined;
}

const EACH = /^[\s,]*(?:each|apiece|a piece|per (?:piece|unit|item)|je|pro st[uü]ck)/i;

/** Lines of an order: a price alone, or so many at a price each, wherever the passages of the subject say how many. */
function linesOf({ units, lexicon }: Claim): Line[] {
  const lines: Line[] = [];
  for (const unit of units) {
    const { sentence } = unit;
    for (const said of sentence.quantities) {
      if (!said.dimension.startsWith('money') || !isExact(said)) continue;
      const isEach =
        EACH.test(sentence.text.slice(said.end - sentence.start)) ||
        /(?:\bje|zu je|each)\s*$/.test(sentence.text.slice(0, said.start - sentence.start)) ||
        (/\beach\s*[.,;]?$/.test(sentence.text.slice(said.end - sentence.start)) &&
          new Set(sentence.quantities.map(({ dimension }) => dimension)).size < 3);
      if (!isEach) {
        lines.push({
          value: said.readings[0]!,
          dimension: said.dimension,
          said,
          from: [spanOf(unit, said)],
          name: nameBefore(sentence, said),
        });
        continue;
      }
      const name = nameBefore(sentence, said);
      const counted = name && countOf(name, units, lexicon);
      if (counted)
        lines.push({
          value: counted.count.readings[0]! * said.readings[0]!,
          dimension: said.dimension,
          said,
          name,
          from: [spanOf(counted.unit, counted.count), spanOf(unit, said)],
        });
    }
  }
  return lines;
}

/** "four radiators at £180": what the price is said of. */
const nameBefore = ({ words }: Sentence, said: Amount): Word | undefined =>
  words.findLast(
    (word) =>
      word.end <= said.start &&
      said.start - word.end < 30 &&
      isContent(word) &&
      !/^(?:cost\w*|kost\w*|price\w*|charg\w*)$/.test(word.folded),
  );

function countOf(name: Word, units: readonly Unit[], lexicon: Lexicon): { unit: Unit; count: Amount } | undefined {
  const found = units.flatMap((unit) =>
    unit.sentence.quantities
      .filter((one) => one.dimension === 'count' && isExact(one))
      .filter((one) => {
        const next = unit.sentence.words.find((word) => word.start >= one.end && isContent(word));
        return next !== undefined && next.start - one.end <= 14 && saysWord(next, name, lexicon);
      })
      .map((count) => ({ unit, count })),
  );
  return new Set(found.map(({ count }) => count.readings[0])).size === 1 ? found[0] : undefined;
}

/** "£720" for the four radiators at £180 each, told of the radiators. */
function productOf(claim: Claim): Computation | undefined {
  if (!claim.amount.dimension.startsWith('money')) return undefined;
  const line = linesOf(claim).find(
    ({ from, name, value, dimension, said }) =>
      from.length === 2 &&
      name !== undefined &&
      proves(claim, value, dimension, said) &&
      claim.words.some((word) => saysWord(name, word, claim.lexicon) && word.phrase === claim.amount.phrase),
  );
  return (
    line && {
      from: line.from,
      licenses: ({ folded }) => TOTAL.test(folded) || /^(?:come|comes|worth|kosten)$/.test(folded),
    }
  );
}

/** All lines of the order together. */
function lineSum(claim: Claim, total: Word | undefined): Computation | undefined {
  if (!total || !claim.amount.dimension.startsWith('money')) return undefined;
  const lines = linesOf(claim);
  if (lines.length < 2 || !lines.some(({ from }) => from.length === 2)) return undefined;
  if (new Set(lines.map(({ dimension }) => dimension)).size > 1) return undefined;
  const sum = lines.reduce((all, { value }) => all + value, 0);
  if (!proves(claim, sum, lines[0]!.dimension, lines[0]!.said)) return undefined;
  return {
    from: lines.flatMap(({ from }) => from),
    licenses: ({ folded }) => TOTAL.test(folded) || folded === 'worth',
  };
}

const MISSING =
  /^(?:missing|outstanding|remain\w*|left|rest|undelivered|short|fehl\w*|ubrig|verbleib\w*|ausstehend\w*)$/;

/** "six are missing" of "40 were ordered" and "34 were delivered": counted of one thing, of which nothing else is counted. */
function restOf(claim: Claim): Computation | undefined {
  const { amount, words, units, lexicon } = claim;
  const mark = words.find(({ folded }) => MISSING.test(folded));
  if (!mark || amount.dimension !== 'count' || amount.bound !== 'exact') return undefined;
  const name = words.find((word) => word !== mark && /^\p{L}{3,}/u.test(word.raw));
  if (!name) return undefined;
  const counts = units.flatMap((unit) =>
    unit.sentence.quantities
      .filter((one) => one.dimension === 'count' && isExact(one))
      .filter((one) =>
        unit.sentence.words.some(
          (word) => word.start >= one.end && word.start - one.end <= 14 && saysWord(word, name, lexicon),
        ),
      )
      .map((count) => ({ unit, count })),
  );
  const [first, second] = counts;
  if (counts.length !== 2 || !first || !second) return undefined;
  const isOrdered = ({ unit }: { unit: Unit }): boolean => /\b(?:order|purchas|bestell)/i.test(unit.sentence.text);
  if (!isOrdered(first) || !proves(claim, first.count.readings[0]! - second.count.readings[0]!, 'count', first.count))
    return undefined;
  return { from: counts.map(({ unit, count }) => spanOf(unit, count)), licenses: (word) => word === mark };
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
