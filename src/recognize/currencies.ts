// Reads currency signs, codes and names beside an amount or standing alone.

import {
  COUNTRY_CURRENCY,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  WORDLIKE_CODES,
} from './currencies-table.ts';
import type { Mention } from './mention.ts';
import { isAlphanumeric, isLetter, skipSpaces, skipSpacesBack } from './numbers-chars.ts';

export interface CurrencyValue {
  /** ISO 4217, the likeliest. */
  currency: string;
  /** False when the sign or word is used for several currencies. */
  certain: boolean;
  /** All currencies it can mean, likelier first. */
  possible: readonly string[];
}

export type CurrencyMention = Mention<'currency', CurrencyValue>;

/** A currency beside an amount, with its span. */
export interface CurrencyToken extends CurrencyValue {
  start: number;
  end: number;
  /** A letter code that is also a word (`ALL`, `TRY`). */
  wordlike: boolean;
}

const MAX_WORD = 14;

// Also country codes, codes of tax numbers and everyday abbreviations: only beside two decimals.
const DOUBTFUL_WORDS = new Set('SR QR FR KR LEI NIS TK BS CFA Re re RE'.split(' '));

/** The currency that ends right before `at` (up to two spaces between): `EUR 12`, `US$ 5`, `Rs.319`, `USD $5`. */
export function readCurrencyBefore(text: string, at: number): CurrencyToken | null {
  let end = skipSpacesBack(text, at);
  const c = text.charCodeAt(end - 1);
  if (Number.isNaN(c)) return null;
  // A colon or dot between code and number: `EUR: 12`, `Rs. 319`.
  const marked = c === 58 || c === 46;
  if (marked) end = skipSpacesBack(text, end - 1, 1);
  if (isLetter(text.charCodeAt(end - 1))) {
    const start = wordStart(text, end);
    return start < 0 ? null : wordToken(text, start, end, end === at);
  }
  if (marked && c === 46) return null;
  const sign = CURRENCY_SIGNS.get(text[end - 1]!);
  if (!sign) return null;
  const first = makeToken(end - 1, end, sign);
  const start = wordStart(text, end - 1);
  if (start >= 0 && start < end - 1) {
    const settled = settleDollar(text.slice(start, end - 1), sign);
    return settled ? makeToken(start, end, [settled]) : first;
  }
  if (first.certain) return first;
  const spaced = skipSpacesBack(text, end - 1, 1);
  const codeStart = spaced < end - 1 ? wordStart(text, spaced) : -1;
  const code = codeStart >= 0 ? text.slice(codeStart, spaced) : '';
  return sign.includes(code) ? makeToken(codeStart, end, [code]) : first;
}

/** The currency that begins right after `at`: `12 EUR`, `12 €`, `12 $US`, `12 zł`, `$12.00 USD`. */
export function readCurrencyAfter(text: string, at: number): CurrencyToken | null {
  const start = skipSpaces(text, at);
  const c = text.charCodeAt(start);
  if (Number.isNaN(c)) return null;
  if (isLetter(c)) {
    const end = wordEnd(text, start);
    if (end < 0) return null;
    if (text[end] === '$') {
      const settled = settleDollar(text.slice(start, end), CURRENCY_SIGNS.get('$')!);
      return settled ? makeToken(start, end + 1, [settled]) : null;
    }
    return end - start === 1 && text[start] !== 'đ' ? null : wordToken(text, start, end, false);
  }
  const sign = CURRENCY_SIGNS.get(text[start]!);
  if (!sign) return null;
  const end = wordEnd(text, start + 1);
  if (end > start + 1) {
    const settled = settleDollar(text.slice(start + 1, end), sign);
    if (settled) return makeToken(start, end, [settled]);
  }
  return makeToken(start, start + 1, sign);
}

/** Start of the letters that end at `end`; -1 when there are too many or a digit touches them. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) {
    start--;
    if (end - start > MAX_WORD) return -1;
  }
  return start;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (isLetter(text.charCodeAt(end))) {
    end++;
    if (end - start > MAX_WORD) return -1;
  }
  return end;
}

function settleDollar(letters: string, sign: readonly string[]): string | undefined {
  if (CURRENCY_CODES.has(letters) && sign.includes(letters)) return letters;
  return sign[0] === 'USD' ? DOLLAR_PREFIXES.get(letters.toLowerCase()) : undefined;
}

/** A word as currency. `touching`: no space to the digits, which one-letter signs need. */
function wordToken(text: string, start: number, end: number, touching: boolean): CurrencyToken | null {
  if (isCompanyForm(text, start, end)) return null;
  const word = text.slice(start, end);
  if (word.length === 3) {
    const upper = word.toUpperCase();
    const cased = word === upper || (word === word.toLowerCase() && !WORDLIKE_CODES.has(upper));
    if (cased && CURRENCY_CODES.has(upper)) return makeToken(start, end, [upper], WORDLIKE_CODES.has(upper));
  }
  // Forint is written Ft; ft is feet.
  const codes = word === 'Ft' ? CURRENCY_WORDS.get('forint') : CURRENCY_WORDS.get(word.toLowerCase());
  if (!codes || (word.length === 1 && !(touching && word === 'R'))) return null;
  const withDot = text[end] === '.' && word.length <= 3 ? end + 1 : end;
  return makeToken(start, withDot, codes, word.length === 1 || DOUBTFUL_WORDS.has(word));
}

/** "Sdn Bhd" is a Malaysian company, not a dinar. */
function isCompanyForm(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    /^bhd$/i.test(text.slice(start, end)) &&
    /sdn\.? ?$/i.test(text.slice(Math.max(0, start - 6), start))
  );
}

function makeToken(start: number, end: number, possible: readonly string[], wordlike = false): CurrencyToken {
  return { start, end, currency: possible[0]!, certain: possible.length === 1 && !wordlike, possible, wordlike };
}

/** Codes that invoices print as units: "KGS" are kilograms wherever nobody says that they are som. */
const UNIT_CODES: ReadonlySet<string> = new Set(['KGS']);

const NAMES = new Map<string, readonly string[]>();
for (const [word, codes] of CURRENCY_WORDS) if (word.length >= 4) NAMES.set(word, codes);
NAMES.set('zł', ['PLN']).set('kč', ['CZK']);
const ALONE =
  /[A-Z]{3}|[€$£¥₹₽₺₩₪₫₱]|euro|dollar|dólar|dolar|pound|sterling|franken|francs|zł|kč|korun|forint|ringgit|rupee|reais|yen|yuan|pesos|kron|лв|руб/i;
const LABEL =
  /(?:currency|währung|waehrung|devise|monnaie|moneda|valuta|moeda|munt|waluta|divisa|cur|curr|ccy)\W{0,4}$/i;

/**
 * Currencies that a text names, beside an amount or alone (`Currency: USD`, `Beträge in EUR`, `(€)`). Codes that are
 * also words count only after a label or as the whole text.
 */
export function findCurrencies(text: string): CurrencyMention[] {
  if (!ALONE.test(text)) return [];
  const mentions: CurrencyMention[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    const letter = isLetter(c);
    let end = at + 1;
    if (letter) while (isLetter(text.charCodeAt(end))) end++;
    const token = letter ? nameToken(text, at, end) : signToken(text, at);
    if (token) {
      const { start, end: to, currency, certain, possible } = token;
      mentions.push({
        kind: 'currency',
        start,
        end: to,
        raw: text.slice(start, to),
        value: { currency, certain, possible },
        certainty: certain ? 0.9 : 0.5,
      });
    }
    at = Math.max(end, token?.end ?? 0);
  }
  return mentions;
}

function signToken(text: string, at: number): CurrencyToken | null {
  const sign = CURRENCY_SIGNS.get(text[at]!);
  if (!sign) return null;
  const end = wordEnd(text, at + 1);
  const settled = end > at + 1 ? settleDollar(text.slice(at + 1, end), sign) : undefined;
  return settled ? makeToken(at, end, [settled]) : makeToken(at, at + 1, sign);
}

function nameToken(text: string, start: number, end: number): CurrencyToken | null {
  if (isCompanyForm(text, start, end)) return null;
  const length = end - start;
  if (length > MAX_WORD) return null;
  const word = text.slice(start, end);
  if (text[end] === '$') {
    const settled = settleDollar(word, CURRENCY_SIGNS.get('$')!);
    return settled ? makeToken(start, end + 1, [settled]) : null;
  }
  if (length === 3 && CURRENCY_CODES.has(word)) {
    const free = !isAlphanumeric(text.charCodeAt(start - 1)) && text[start - 1] !== '-' && text[end] !== '-';
    if (!free) return null;
    if (!WORDLIKE_CODES.has(word)) return makeToken(start, end, [word]);
    const alone = text.trim() === word && !UNIT_CODES.has(word);
    const labelled = alone || LABEL.test(text.slice(Math.max(0, start - 16), start));
    return labelled ? makeToken(start, end, [word]) : null;
  }
  const codes = NAMES.get(word.toLowerCase());
  return codes ? makeToken(start, end, codes) : null;
}

export interface CurrencyHints {
  /** ISO 3166-1 alpha-2 of the seller or the place. */
  country?: string;
  /** Certain currencies seen elsewhere in the document. */
  seen?: readonly string[];
}

/**
 * Settles an ambiguous sign: a certain currency elsewhere in the document, then the country's own. Certain only when
 * such a hint names one of the possible currencies.
 */
export function resolveCurrency(
  possible: readonly string[],
  hints: CurrencyHints,
): { currency: string | null; certain: boolean } {
  if (possible.length <= 1) return { currency: possible[0] ?? null, certain: possible.length === 1 };
  const seen = new Set(hints.seen?.filter((code) => possible.includes(code)));
  if (seen.size === 1) return { currency: [...seen][0]!, certain: true };
  const local = hints.country ? COUNTRY_CURRENCY[hints.country.toUpperCase()] : undefined;
  if (local && possible.includes(local)) return { currency: local, certain: true };
  return { currency: possible[0]!, certain: false };
}
