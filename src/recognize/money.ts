// Amounts of money: a number with a currency before or after it, or a bare number with two decimals.

import { type CurrencyToken, readCurrencyAfter, readCurrencyBefore } from './currencies.ts';
import type { Mention } from './mention.ts';
import { isLinkedAfter, isLinkedBefore, type NumberValue, readSign, type Sign, toNumberValue } from './numbers.ts';
import { hasDigit, isAlphanumeric, isDash, isDigit, isLetter, isSpace, skipSpaces } from './numbers-chars.ts';
import { type NumberToken, scanNumbers } from './numbers-scan.ts';
import { readUnitAfter } from './units.ts';

export interface MoneyValue {
  /** Every amount the digits can mean, likelier first. */
  amounts: number[];
  /** ISO 4217; the likeliest when the sign has several; null when none is written. */
  currency: string | null;
  currencyCertain: boolean;
  /** All currencies that the sign can mean. */
  possible: readonly string[];
  /** How the amount is written; resolveNumberStyle and applyNumberStyle take it. */
  number: NumberValue;
}

export type MoneyMention = Mention<'money', MoneyValue>;

export interface MoneyOptions {
  /** Read `1 234` as one number (default). */
  joinSpaces?: boolean;
}

/** Amounts in a line. Spans include currency and sign. */
export function findMoney(text: string, options: MoneyOptions = {}): MoneyMention[] {
  if (!hasDigit(text)) return [];
  const mentions: MoneyMention[] = [];
  let taken = 0;
  for (const token of scanNumbers(text, options.joinSpaces ?? true)) {
    const mention = readMoney(text, token, taken);
    if (!mention) continue;
    mentions.push(mention);
    taken = mention.end;
  }
  return mentions;
}

function readMoney(text: string, token: NumberToken, taken: number): MoneyMention | null {
  const sign = readSign(text, token.start, token.end, token);
  if (!sign.negative && isMinusAfterCurrency(text, token)) {
    sign.negative = true;
    sign.start = token.start - 1;
  }
  const scale = readScale(text, token.end);
  const numberEnd = scale ? scale.end : sign.end;
  let before = readCurrencyBefore(text, sign.start);
  if (before && (before.start < taken || isWeekday(text, before, token))) before = null;
  let after = readCurrencyAfter(text, numberEnd);
  if (before && after && !settles(before, after)) after = null;
  const currency = pickCurrency(before, after, token);
  if (!currency) return scale ? null : readBare(text, token, sign);
  if (!mayBeAmount(text, token, before, after)) return null;
  const outer = outerSign(
    text,
    Math.min(sign.start, before?.start ?? sign.start),
    Math.max(numberEnd, after?.end ?? 0),
    sign,
  );
  return makeMention(text, token, outer, currency, scale?.exponent ?? 0);
}

/** `Mo.-Fr. 08.30`: Friday and a clock, not francs. */
function isWeekday(text: string, before: CurrencyToken, token: NumberToken): boolean {
  if (before.currency !== 'CHF' || before.end - before.start > 3) return false;
  if (text.slice(before.start, before.start + 2).toLowerCase() !== 'fr') return false;
  const c = text.charCodeAt(before.start - 1);
  return isDash(c) || (token.digits.startsWith('0') && token.digits[1] !== '.');
}

/** `RM-5.00`: a hyphen after letters joins words, unless the letters are a currency and an amount follows. */
function isMinusAfterCurrency(text: string, token: NumberToken): boolean {
  if (token.decimals !== 2 || !isDash(text.charCodeAt(token.start - 1))) return false;
  return readCurrencyBefore(text, token.start - 1)?.end === token.start - 1;
}

/** A code after the amount settles the sign before it: `$5.00 CAD`. */
const settles = (before: CurrencyToken, after: CurrencyToken): boolean =>
  !before.certain && after.certain && before.possible.includes(after.currency);

function pickCurrency(
  before: CurrencyToken | null,
  after: CurrencyToken | null,
  token: NumberToken,
): CurrencyToken | null {
  const best = before && after ? after : (before ?? after);
  if (!best) return null;
  return best.wordlike && token.decimals !== 2 ? null : best;
}

/** With a currency, only what ties the digits to something else speaks against an amount. */
function mayBeAmount(
  text: string,
  token: NumberToken,
  before: CurrencyToken | null,
  after: CurrencyToken | null,
): boolean {
  const gluedBefore = before !== null && before.end === token.start;
  if (!gluedBefore && isLinkedBefore(text, token.start) && !isSigned(text, token.start, before !== null)) return false;
  const gluedAfter = after !== null && after.start === token.end;
  if (gluedAfter || !isLinkedAfter(text, token.end)) return true;
  const c = text.charCodeAt(token.end);
  if (isLetter(c)) return readScale(text, token.end) !== null;
  // `5.00/unit` and `$5-$10` are amounts, `12/05` is not.
  return c === 47 ? !isDigit(text.charCodeAt(token.end + 1)) : isDash(c) && token.decimals === 2;
}

const isSigned = (text: string, start: number, hasCurrency: boolean): boolean =>
  hasCurrency && isDash(text.charCodeAt(start - 1));

/** Two decimals, standing free, no percent or unit after: money without a currency. */
function readBare(text: string, token: NumberToken, sign: Sign): MoneyMention | null {
  if (token.decimals !== 2 || token.style === 'none') return readLookalike(text, token);
  if (isLinkedBefore(text, token.start) && !isLookalikeSign(text, token.start)) return null;
  if (isLinkedAfter(text, token.end)) return null;
  if (isLookalikeSign(text, token.start)) return readLookalike(text, token);
  if (token.digits.startsWith('0') && token.digits[1] !== '.') return null;
  const next = skipSpaces(text, sign.end);
  const c = text.charCodeAt(next);
  if (c === 37 || (c === 46 && startsYear(text, next + 1))) return null;
  if (isLetter(c) && (readUnitAfter(text, sign.end) !== null || text.startsWith('Uhr', next))) return null;
  return makeMention(text, token, sign, null, 0);
}

/** `12.05. 2018` in OCR text is a date. */
const startsYear = (text: string, at: number): boolean => isDigit(text.charCodeAt(skipSpaces(text, at)));

/** OCR reads `$8.20` as `S8.20`: an S that touches an amount and nothing else. */
function isLookalikeSign(text: string, start: number): boolean {
  if (text[start - 1] !== 'S') return false;
  const before = text.charCodeAt(start - 2);
  return Number.isNaN(before) || isSpace(before) || before === 40;
}

function readLookalike(text: string, token: NumberToken): MoneyMention | null {
  if (token.decimals !== 2 || !isLookalikeSign(text, token.start) || isLinkedAfter(text, token.end)) return null;
  const mention = makeMention(text, token, { negative: false, start: token.start - 1, end: token.end }, null, 0);
  mention.certainty = 0.4;
  return mention;
}

/** A sign outside the currency: `-$5.00`, `($5.00)`, `5,00 EUR-`. */
function outerSign(text: string, start: number, end: number, inner: Sign): Sign {
  if (inner.negative) return { negative: true, start: Math.min(start, inner.start), end: Math.max(end, inner.end) };
  const before = text.charCodeAt(start - 1);
  const further = text.charCodeAt(start - 2);
  if (isDash(before) && !isAlphanumeric(further) && !isDash(further)) return { negative: true, start: start - 1, end };
  if (before === 0x20 && further === 0x2212) return { negative: true, start: start - 2, end };
  if (before === 40 && text.charCodeAt(end) === 41) return { negative: true, start: start - 1, end: end + 1 };
  const after = text.charCodeAt(end);
  const last = text.charCodeAt(end + 1);
  if ((after === 45 || after === 0x2212) && (Number.isNaN(last) || isSpace(last)))
    return { negative: true, start, end: end + 1 };
  const credit = skipSpaces(text, end, 1);
  if (text.startsWith('CR', credit) && !isAlphanumeric(text.charCodeAt(credit + 2)))
    return { negative: true, start, end: credit + 2 };
  return { negative: false, start, end };
}

const SCALE =
  /[ \u00a0]?(?:(millions?|millones|milhões|milioni|miljoen|milion(?:ów|y)?|mio\.?|mln\.?|Mill\.)|(billions?|bn|Mrd\.?|Milliarden|milliards?|miliardi|miljard)|(thousand|tsd\.?|tys\.?|mila))(?![\p{L}\d])/iuy;
const SHORT_SCALE = /(?:([kK])|(M)|(bn|B))(?![\p{L}\d])/uy;

/** `5 million`, `1.5M`, `2k` after a number; meaningful only beside a currency. */
function readScale(text: string, at: number): { end: number; exponent: number } | null {
  const c = text.charCodeAt(skipSpaces(text, at, 1));
  if (!isLetter(c)) return null;
  SHORT_SCALE.lastIndex = at;
  const short = SHORT_SCALE.exec(text);
  if (short) return { end: SHORT_SCALE.lastIndex, exponent: short[1] ? 3 : short[2] ? 6 : 9 };
  SCALE.lastIndex = at;
  const long = SCALE.exec(text);
  if (!long) return null;
  return { end: SCALE.lastIndex, exponent: long[1] ? 6 : long[2] ? 9 : 3 };
}

function makeMention(
  text: string,
  token: NumberToken,
  span: Sign,
  currency: CurrencyToken | null,
  exponent: number,
): MoneyMention {
  // Three digits after the only separator of an amount are thousands far more often than thousandths.
  const number = toNumberValue(exponent > 0 ? preferDecimal(token) : token, span.negative, exponent);
  return {
    kind: 'money',
    start: span.start,
    end: span.end,
    raw: text.slice(span.start, span.end),
    value: {
      amounts: number.readings,
      currency: currency?.currency ?? null,
      currencyCertain: currency?.certain ?? false,
      possible: currency?.possible ?? [],
      number,
    },
    certainty: certaintyOf(token, currency),
  };
}

/** `1.234 million` is a decimal: nobody counts thousands of millions with separators. */
function preferDecimal(token: NumberToken): NumberToken {
  if (token.alternative === null) return token;
  const style = token.group === '.' ? 'dot' : 'comma';
  return { ...token, digits: token.alternative, alternative: token.digits, style, decimals: 3, group: '' };
}

function certaintyOf(token: NumberToken, currency: CurrencyToken | null): number {
  const noise = token.noisy ? 0.3 : 0;
  if (currency) return (currency.wordlike ? 0.5 : token.decimals === 2 || token.group !== '' ? 0.97 : 0.85) - noise;
  return (token.group !== '' ? (token.spaced ? 0.7 : 0.8) : 0.55) - noise;
}
