// Numbers of a text, in digits and words, with what they measure and how firmly. Dates and codes are taken out before.

import { findMoney } from '../../recognize/money.ts';
import type { DecimalStyle } from '../../recognize/numbers-groups.ts';
import { scanNumbers } from '../../recognize/numbers-scan.ts';
import type { GateLanguage } from './language.ts';
import { readNumberWords } from './number-words.ts';
import type { Bound, Quantity, QuantityRole } from './quantity.ts';

interface Found {
  start: number;
  end: number;
  readings: number[];
  dimension: string | undefined;
  atLeast?: boolean;
  /** By which the number was multiplied for its unit. */
  factor?: number;
  /** By which it was multiplied for "million" or "k". */
  scale?: number;
}

const SCALE =
  /^[\s-]?(thousand|million|billion|trillion|hundred|dozen|tausend|millionen|million|milliarden?|tsd\.?|mio\.?|mrd\.?|mn|bn|k|m|b)(?![\p{L}\d²³])/iu;
const SCALE_OF: Record<string, number> = {
  hundred: 100,
  dozen: 12,
  thousand: 1e3,
  tausend: 1e3,
  tsd: 1e3,
  k: 1e3,
  million: 1e6,
  millionen: 1e6,
  mio: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  mrd: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};
const PERCENT = /^\s?(?:%|percent(?![\p{L}])|per cent(?![\p{L}])|prozent(?![\p{L}])|pct\b)/iu;
const ORDINAL = /^(?:st|nd|rd|th)(?![\p{L}\d])/u;
const TIME =
  /^[\s-]{0,2}((?:working|business|werk|arbeits)[\s-]?(?=day|tag))?(?:(seconds?|secs?|sekunden?)|(minutes?|mins?|minuten?)|(hours?|hrs?|stunden?|std\.?)|(days?|tage[ns]?|tag)|(weeks?|wochen?)|(months?|monate?[ns]?)|(years?|yrs?|jahre?[ns]?))(?![\p{L}\d])/iu;
const TIME_UNITS: readonly (readonly [dimension: string, factor: number])[] = [
  ['seconds', 1],
  ['seconds', 60],
  ['seconds', 3600],
  ['seconds', 86_400],
  ['seconds', 604_800],
  ['months', 1],
  ['months', 12],
];
/** Sizes are no counts; the unit stays a word of its own, to be said as any. */
const MEASURE =
  /^[\s-]?(?:[ck]?m[²³]|square|cubic|sqm|qm|quadratmeter|[mµck]?m|km|[mk]?g|t|[mc]?l|k?wh?|k?va?|[kmgtp]b|hz|[mkg]hz|inch(?:es)?|feet|ft|miles?|pounds?|lbs?|ounces?|oz|acres?|degrees?|°[cf]?|tonn?(?:e|es|en)?|kilo(?:gram|metre|meter)s?|metres?|meters?|lit(?:re|er)s?|gramm?|points?|punkte?)(?![\p{L}\d])/iu;
const POINTS =
  /^[\s-]?(?:percentage[\s-]points?|percent points?|per cent points?|prozentpunkten?|prozentpunkte?)(?![\p{L}])/iu;
const MONEY_WORD = /^\s(euros?|eur|€|dollars?|pounds sterling|pounds|quid|francs|franken)(?![\p{L}])/iu;
const MONEY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:eur|€)/i, 'EUR'],
  [/^dollar/i, 'USD'],
  [/^(?:pound|quid)/i, 'GBP'],
  [/^fran/i, 'CHF'],
];
const WORDS = /\p{L}+(?:-\p{L}+)*/gu;
const JOIN = /^\s{0,2}(?:to|auf|bis|[-–—]|and|und|or|oder)\s{0,2}(?:by )?[€£$]?\s?$/iu;

const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  [
    'atMost',
    /(?:(?<!\badd(?:s|ed)? )up to|at most|as (?:many|much) as|limited to|no more than|not more than|maximum(?: of)?|bis zu|höchstens|maximal)\s+$/iu,
  ],
  ['atLeast', /(?:at least|no fewer than|no less than|not less than|minimum(?: of)?|mindestens|wenigstens)\s+$/iu],
  ['more', /(?:more than|over|above|exceeding|in excess of|upwards of|well over|mehr als|über)\s+$/iu],
  ['less', /(?:less than|fewer than|under|below|weniger als|unter)\s+$/iu],
  ['nearly', /(?:nearly|almost|close to|just under|fast|knapp|beinahe)\s+$/iu],
  [
    'about',
    /(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|(?<!\p{L})some|etwa|rund|ungefähr|~)\s{0,2}$/iu,
  ],
];
const BOUND_AFTER = /^\s?(?:\+(?!\d)|or more(?![\p{L}])|plus(?![\p{L}])|oder mehr(?![\p{L}]))/iu;
const ROLES: readonly (readonly [Exclude<QuantityRole, undefined>, RegExp])[] = [
  ['instead', /(?:instead of|statt|anstatt|rather than)\s+$/iu],
  ['from', /(?:from|von)\s+$/iu],
  ['to', /(?:to|auf|bis)\s+$/iu],
  ['by', /(?:by|um)\s+$/iu],
];

/** `text` with everything that is no number of its own blanked out, same length. */
export function findQuantities(text: string, language: GateLanguage): Quantity[] {
  const found = [...digitNumbers(text, language)];
  for (const spelled of spelledNumbers(text, language)) {
    if (!found.some((one) => one.start < spelled.end && spelled.start < one.end)) found.push(spelled);
  }
  found.sort((a, b) => a.start - b.start);
  readUnits(text, found);
  return found.map((one, i) => withWords(text, one, found, i));
}

function digitNumbers(text: string, language: GateLanguage): Found[] {
  const found: Found[] = [];
  // "Won 31 customers": in English a verb before it is a currency.
  const money = findMoney(text, { joinSpaces: false }).filter(
    ({ value, start }) => value.currency !== null && !/^won\s/i.test(text.slice(start, start + 4)),
  );
  for (const { start, end, value } of money) {
    found.push({
      start,
      end,
      readings: [Math.abs(usual(value.amounts, value.number.style, language))],
      dimension: `money:${value.currency}`,
    });
  }
  for (const match of text.matchAll(/(?<![\d/.,])([1-7])\/([2-8])(?![\d/])/g)) {
    const [part, whole] = [Number(match[1]), Number(match[2])];
    if (part < whole)
      found.push({
        start: match.index,
        end: match.index + 3,
        readings: [(100 * part) / whole],
        dimension: 'percent',
      });
  }
  for (const token of scanNumbers(text, false)) {
    if (found.some((one) => one.start < token.end && token.start < one.end)) continue;
    const both = [token.digits, ...(token.alternative === null ? [] : [token.alternative])].map(Number);
    const readings = [usual(both, token.style, language)];
    const after = text.slice(token.end, token.end + 24);
    if (ORDINAL.test(after)) {
      found.push({ start: token.start, end: token.end + 2, readings, dimension: 'ordinal' });
      continue;
    }
    const scale = SCALE.exec(after);
    const factor = scale ? SCALE_OF[scale[1]!.toLowerCase().replace('.', '')]! : 1;
    // "£6.2m": a sign and a letter are one amount.
    const sign = scale && /([€£$])\s?$/.exec(text.slice(Math.max(0, token.start - 2), token.start));
    found.push({
      start: token.start - (sign?.[0].length ?? 0),
      end: token.end + (scale?.[0].length ?? 0),
      readings: readings.map((reading) => scaled(reading, factor)),
      dimension: sign ? `money:${{ '€': 'EUR', '£': 'GBP', $: 'USD' }[sign[1] as '€' | '£' | '$']}` : undefined,
      scale: factor,
    });
  }
  return found;
}

/** "85,000" and "1.180" can be read two ways; the language of the text says which. */
function usual(readings: readonly number[], style: DecimalStyle, language: GateLanguage): number {
  const [first, second] = readings;
  if (second === undefined || style === 'none') return first!;
  const commaIsDecimal = language === 'de';
  return (style === 'comma') === commaIsDecimal ? first! : second;
}

const scaled = (value: number, factor: number): number => Math.round(value * factor * 1e6) / 1e6;

function spelledNumbers(text: string, language: GateLanguage): Found[] {
  const found: Found[] = [];
  const matches = [...text.matchAll(WORDS)];
  // "three-day": a number with its unit behind.
  const words = matches.map(([word]) => /^(\p{L}+)-(?:minute|hour|day|week|month|year)s?$/iu.exec(word)?.[1] ?? word);
  const isTimed = (i: number): boolean => words[i]!.length < matches[i]![0].length;
  // "first aid", "first officer", "at first": no first of several.
  const isNoOrdinal = (i: number): boolean =>
    /^first$/i.test(words[i]!) &&
    (/^(?:aid|aider|officer|hand|name|as|class|person)$/i.test(words[i + 1] ?? '') || /^at$/i.test(words[i - 1] ?? ''));
  for (let i = 0; i < words.length; i++) {
    const spelled =
      readNumberWords(words, i, language) ??
      (isTimed(i) && /^one$/i.test(words[i]!)
        ? ({ value: 1, kind: 'number', words: 1 } as const)
        : articleOne(words, i));
    if (!spelled || isNoOrdinal(i)) continue;
    const last = matches[i + spelled.words - 1]!;
    const end = last.index + words[i + spelled.words - 1]!.length;
    const dimension = spelled.kind === 'fraction' ? 'percent' : spelled.kind === 'ordinal' ? 'ordinal' : undefined;
    found.push({
      start: matches[i]!.index,
      end,
      readings: [spelled.value],
      dimension,
      atLeast: spelled.kind === 'atLeast',
    });
    i += spelled.words - 1;
  }
  return found;
}

/** "one year", "ein Jahr": a number where a unit of time follows. */
function articleOne(words: readonly string[], at: number): ReturnType<typeof readNumberWords> {
  const isOne = /^(?:one|ein|eine|einen|einem|einer)$/i.test(words[at]!);
  if (isOne && /^(?:or|oder|to|bis)$/i.test(words[at + 1] ?? '') && /^(?:two|zwei)$/i.test(words[at + 2] ?? ''))
    return { value: 1, kind: 'number', words: 1 };
  if (isOne && words[at - 1]?.toLowerCase() === 'to' && /^(?:votes?|points?|goals?)$/i.test(words[at - 2] ?? ''))
    return { value: 1, kind: 'number', words: 1 };
  return isOne && TIME.test(` ${words[at + 1] ?? ''}`) ? { value: 1, kind: 'number', words: 1 } : undefined;
}

/** Percent, units of time; the first of "from 50 to 35 minutes" has the unit of the second. */
function readUnits(text: string, found: Found[]): void {
  for (const one of found) {
    if (one.dimension !== undefined) continue;
    const after = text.slice(one.end, one.end + 40);
    const money = MONEY_WORD.exec(after);
    if (money) {
      one.dimension = `money:${MONEY_WORDS.find(([pattern]) => pattern.test(money[1]!))![1]}`;
      one.end += money[0].length;
      continue;
    }
    const points = POINTS.exec(after);
    if (points) {
      one.dimension = 'points';
      one.end += points[0].length;
      continue;
    }
    if (MEASURE.test(after)) {
      one.dimension = 'measure';
      continue;
    }
    const percent = PERCENT.exec(after);
    const time = percent ? null : TIME.exec(after);
    if (percent) {
      one.dimension = 'percent';
      one.end += percent[0].length;
    } else if (time) {
      const unit = time.slice(2).findIndex((group) => group !== undefined);
      const [dimension, factor] = TIME_UNITS[unit]!;
      one.dimension = time[1] === undefined ? dimension : 'workdays';
      one.factor = time[1] === undefined ? factor : 1;
      if (time[1] === undefined) one.readings = one.readings.map((value) => scaled(value, factor));
      one.end += time[0].length;
    }
  }
  for (const [i, one] of found.entries()) {
    const next = found[i + 1];
    if (one.dimension !== undefined || next?.dimension === undefined || next.dimension === 'ordinal') continue;
    const between = text.slice(one.end, next.start);
    if (!JOIN.test(between)) continue;
    one.dimension = next.dimension;
    // "from 2 to 3 million".
    const { scale = 1 } = next;
    if (scale >= 1000 && one.scale === 1 && !/and|und|or|oder/i.test(between) && one.readings[0]! < 1000)
      one.readings = one.readings.map((value) => scaled(value, scale));
    const { factor } = next;
    if (factor !== undefined) one.readings = one.readings.map((value) => scaled(value, factor));
  }
}

function withWords(text: string, one: Found, found: readonly Found[], i: number): Quantity {
  let before = text.slice(Math.max(0, one.start - 30), one.start);
  let start = one.start;
  let bound: Bound = one.atLeast ? 'atLeast' : 'exact';
  let after = 0;
  for (const [name, pattern] of BOUNDS) {
    const match = pattern.exec(before);
    if (!match || (name === 'about' && /talk|talked|speak/.test(before))) continue;
    bound = name;
    start -= match[0].length;
    before = before.slice(0, match.index);
    break;
  }
  const more = BOUND_AFTER.exec(text.slice(one.end, one.end + 12));
  if (more) {
    bound = 'atLeast';
    after = more[0].length;
  }
  let role: QuantityRole = ROLES.find(([, pattern]) => pattern.test(before))?.[0];
  const next = found[i + 1];
  const last = found[i - 1];
  const isRange = (a: Found, b: Found): boolean =>
    !(a.dimension === 'points' || b.dimension === 'points') &&
    /^\s{0,2}(?:(?:votes?|points?|goals?|stimmen) )?(?:[-–—]|to|auf|bis|zu|gegen)\s{0,2}[€£$]?\s?$/iu.test(
      text.slice(a.end, b.start),
    );
  if (next && isRange(one, next)) role = 'from';
  else if (last && isRange(last, one)) role = 'to';
  // "between fifteen and eighteen", "one or two": a range, too.
  else if (next && isEitherOf(text, one, next)) role = 'from';
  else if (last && isEitherOf(text, last, one)) role = 'to';
  // "shipped to 3 cities" is no end of a change: only a "from" before it makes it one, or a change by itself.
  else if (role === 'to' && !isEndOfChange(text, one)) role = undefined;
  else if (role === 'from' && !(next && /(?:to|auf|bis)\s{1,2}[€£$]?$/i.test(text.slice(one.end, next.start))))
    role = undefined;
  const behind = text.slice(one.end, one.end + 12);
  if (
    role === undefined &&
    /^\s(?:out of|of|von)\s/i.test(behind) &&
    (/^\s(?:of|von) (?:my|our|his|her|their|the|these|whom|which)\b/i.test(behind) || isPartOf(text, one, next))
  )
    role = 'part';
  else if (
    role === undefined &&
    /\b(?:of|von)(?: (?:my|our|his|her|their|the|these))?\s+$/i.test(before) &&
    last &&
    isPartOf(text, last, one)
  )
    role = 'whole';
  return { start, end: one.end + after, readings: one.readings, bound, dimension: one.dimension ?? 'count', role };
}

const isEitherOf = (text: string, one: Found, other: Found): boolean => {
  const between = text.slice(one.end, other.start);
  if (/^\s(?:or|oder)\s$/i.test(between)) return one.readings[0]! < other.readings[0]!;
  return /^\s(?:and|und)\s[€£$]?$/i.test(between) && /(?:between|zwischen)\s$/i.test(text.slice(0, one.start));
};

/** "4 of 5", "two of my five". */
const isPartOf = (text: string, part: Found, whole: Found | undefined): boolean =>
  whole !== undefined &&
  /^\s(?:out of|of|von)(?: (?:my|our|his|her|their|the|these))?\s$/i.test(text.slice(part.end, whole.start));

const isEndOfChange = (text: string, one: Found): boolean =>
  /(?:from|von)\s|(?:rise|rose|risen|grow|grew|grown|fall|fell|increas|reduc|rais|lower|cut|decreas|drop|senk|steiger|erhöh|verringer|reduzier)\p{L}*\s/iu.test(
    text.slice(Math.max(0, one.start - 60), one.start),
  );
