// Figures that follow from two others of one sentence: the rest of a whole, a share of a sum, by how much the one is more than the other,
// and a rate told of another period ("four times a year" of "every quarter").

import { type Amount, type Claim, type Computation, isExact, proves, spanOf } from './computation.ts';

import type { Sentence, Word } from './read-text.ts';

const REST =
  /^(?:remain\w*|left|rest|others?|outstanding|missing|open|follow\w*|to|still|ubrig\w*|verbleib\w*|ausstehend\w*|fehl\w*|noch|anderen?)$/;
const OF_WHICH = /(?:of (?:which|whom|these|them)|davon|darunter|von denen)[^.;]{0,24}$/i;

/** "900 remain" of "1,100 of 2,000 are done"; "£11,500 was paid back" of "£23,000, half of which was paid back". */
export function partOf(claim: Claim): Computation | undefined {
  const { amount, unit, words, told } = claim;
  if (!unit || amount.bound !== 'exact') return undefined;
  const all = unit.sentence.quantities.filter(isExact);
  for (const whole of all)
    for (const part of all) {
      if (part === whole || !isLike(whole, amount)) continue;
      const before = unit.sentence.text.slice(0, part.start - unit.sentence.start);
      const isOfWhich = part.start > whole.end && OF_WHICH.test(before);
      const isPart = part.role === 'part' && all[all.indexOf(part) + 1] === whole;
      const from = [spanOf(unit, part), spanOf(unit, whole)];
      const share = part.dimension === 'percent' ? (whole.readings[0]! * part.readings[0]!) / 100 : undefined;
      const behind = unit.sentence.text.slice(part.end - unit.sentence.start);
      const isShareOfIt = /^\s(?:of|der|von|des)\s(?:which|whom|it|them|these|denen|davon)/i.test(behind);
      if (share !== undefined && (isShareOfIt || isOfWhich) && proves(claim, share, whole.dimension, whole))
        return { from, licenses: () => false };
      const isRest = told.words.some(({ folded }) => REST.test(folded)) && words.length > 0;
      if (share !== undefined || !(isOfWhich || isPart) || !isRest || !isLike(part, amount)) continue;
      if (proves(claim, whole.readings[0]! - part.readings[0]!, whole.dimension, whole))
        return { from, licenses: ({ folded }) => REST.test(folded) };
    }
  return undefined;
}

const isLike = (said: Amount, told: Amount): boolean => said.dimension === told.dimension;

const COMPARING =
  /^(?:less|more|fewer|higher|lower|cheaper|dearer|shorter|longer|faster|slower|larger|smaller|bigger|older|younger|difference|gap|gained?|dropp?ed|drop|rose|fell|climbed|saved?|saves|exceeds?|above|below|by|weniger|mehr|hoher|niedriger|gunstiger|teurer|kurzer|langer|unterschied|differenz)$/;

/** "£15 less" of "£85, siblings £70": the only two figures of their kind in the sentence. */
export function compareOf(claim: Claim): Computation | undefined {
  const { amount, unit, told } = claim;
  if (!unit || amount.bound !== 'exact' || amount.role === 'from' || amount.role === 'to') return undefined;
  const near = told.words.filter(
    (word) => word.segment === amount.segment && (word.start - amount.end < 24 || amount.start - word.end < 24),
  );
  const mark = near.find(({ folded }) => COMPARING.test(folded));
  const pair = unit.sentence.quantities.filter((one) => isLike(one, amount));
  const [one, other] = pair;
  if (!mark || pair.length !== 2 || !one || !other || !isExact(one) || !isExact(other)) return undefined;
  if (
    /^(?:ordinal|percent)$/.test(amount.dimension) ||
    [one, other].some(({ role }) => role === 'part' || role === 'whole')
  )
    return undefined;
  const isProved = proves(claim, Math.abs(one.readings[0]! - other.readings[0]!), one.dimension, one);
  return isProved
    ? { from: [spanOf(unit, one), spanOf(unit, other)], licenses: ({ folded }) => COMPARING.test(folded) }
    : undefined;
}

const PER_YEAR: readonly (readonly [RegExp, number])[] = [
  [/^(?:day|daily|tag|taglich)$/, 365],
  [/^(?:week|weekly|woche|wochentlich)$/, 52],
  [/^(?:fortnight|fortnightly|biweekly)$/, 26],
  [/^(?:month|monthly|monat|monatlich)$/, 12],
  [/^(?:quarter|quarterly|quartal|vierteljahrlich|quartalsweise)$/, 4],
  [/^(?:year|yearly|annual|annually|jahr|jahrlich)$/, 1],
];
const EVERY = /^(?:a|an|per|each|every|pro|im|in|jede|jeder|jedes|jeden)$/;
const perYear = (word: Word | undefined): number | undefined =>
  word && PER_YEAR.find(([pattern]) => pattern.test(word.folded))?.[1];

interface Rate {
  timesAYear: number;
  start: number;
  end: number;
}

/** "four times a year" of "every quarter", "twice a quarter" of "eight times a year"; a week is not exactly a part of a month. */
export function sameRate(claim: Claim): Computation | undefined {
  const { amount, told, unit } = claim;
  if (!unit || !/^(?:count|months)$/.test(amount.dimension) || amount.bound !== 'exact') return undefined;
  const own = ratesOf(told).find(({ start, end }) => start <= amount.start && amount.end <= end);
  if (!own) return undefined;
  const said = ratesOf(unit.sentence);
  const same = said.find(({ timesAYear }) => Math.abs(timesAYear - own.timesAYear) < 1e-9);
  if (!same || said.length > 1) return undefined;
  return {
    from: [{ unit, start: same.start, end: same.end }],
    licenses: (word) => word.start >= own.start && word.end <= own.end + 1,
  };
}

function ratesOf({ words, quantities, text, start }: Sentence): Rate[] {
  const rates: Rate[] = [];
  const counted = new Set<Word>();
  for (const one of quantities.filter(isExact)) {
    const value = one.readings[0]!;
    const behind = words.filter((word) => word.start >= one.end && word.start - one.end < 32).slice(0, 4);
    // "every two months": the period itself is counted.
    const isPeriod = one.dimension === 'months' && /(?:every|alle)\s+$/i.test(text.slice(0, one.start - start));
    if (isPeriod && value > 0) rates.push({ timesAYear: 12 / value, start: one.start, end: one.end });
    if (one.dimension !== 'count') continue;
    const at = behind.findIndex((word, i) => perYear(word) !== undefined && EVERY.test(behind[i - 1]?.folded ?? ''));
    if (at < 0) continue;
    const last = behind[at]!;
    counted.add(last);
    rates.push({ timesAYear: value * perYear(last)!, start: one.start, end: last.end });
  }
  for (const [i, word] of words.entries()) {
    const times = perYear(word);
    const each = /^(?:every|each|jed\w*)$/.test(words[i - 1]?.folded ?? '') ? words[i - 1] : undefined;
    if (times !== undefined && (each || /(?:ly|lich|weise)$/.test(word.raw.toLowerCase())) && !counted.has(word))
      rates.push({ timesAYear: times, start: (each ?? word).start, end: word.end });
  }
  return rates;
}
