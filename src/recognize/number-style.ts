// Which decimal separator a document uses, decided from all its numbers together, so that `1.234` is read as its neighbours are.

import type { NumberValue } from './numbers.ts';

/** A number's value, a value that carries its number (money, quantity), or a mention of either. */
export type Numeric = NumericValue | { value: NumericValue };
type NumericValue = NumberValue | { number: NumberValue };

export interface NumberStyleHints {
  /** ISO 639-1. */
  language?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}

const COMMA_LANGUAGES = new Set(
  'de fr es it pt nl pl sv da nb nn no fi cs sk hu ro bg hr sl el tr ru uk et lv lt id vi ca is'.split(' '),
);
const DOT_LANGUAGES = new Set('en zh ja ko th hi ms he ar sw ta si'.split(' '));
// Where the usual style of the language does not hold.
const DOT_COUNTRIES = new Set(
  'CH LI MX GT HN NI SV PA DO PR PE US GB IE AU NZ IN LK MY SG PH HK CN JP TW KR TH IL PK BD KE NG GH MT'.split(' '),
);
const COMMA_COUNTRIES = new Set(
  'DE AT FR BE NL ES IT PT BR PL SE DK NO FI CZ SK HU RO BG HR SI GR TR AR CL CO UY PY BO EC ID VN'.split(' '),
);

/**
 * The document's decimal separator: certain numbers vote (both separators seen, or two decimals); without votes the
 * country, then the language decides; null when nothing speaks or the votes are tied.
 */
export function resolveNumberStyle(mentions: readonly Numeric[], hints: NumberStyleHints = {}): 'dot' | 'comma' | null {
  let dot = 0;
  let comma = 0;
  for (const mention of mentions) {
    const vote = voteOf(numberOf(mention));
    if (vote > 0) dot += vote;
    else comma -= vote;
  }
  if (dot !== comma) return dot > comma ? 'dot' : 'comma';
  const country = hints.country?.toUpperCase();
  if (country && DOT_COUNTRIES.has(country)) return 'dot';
  if (country && COMMA_COUNTRIES.has(country)) return 'comma';
  const language = hints.language?.slice(0, 2).toLowerCase();
  if (language && COMMA_LANGUAGES.has(language)) return 'comma';
  return language && DOT_LANGUAGES.has(language) ? 'dot' : null;
}

/** The value of a number in a document that writes decimals with `style`; null = the likelier reading. */
export function applyNumberStyle(mention: Numeric, style: 'dot' | 'comma' | null): number {
  const number = numberOf(mention);
  const [first, second] = number.readings;
  if (second === undefined || style === null) return first!;
  // Two readings: grouped first when `group` is set, else decimal first (percents).
  const decimalSign = style === 'dot' ? '.' : ',';
  const separator = number.group !== '' ? number.group : number.style === 'dot' ? '.' : ',';
  const wantsDecimal = separator === decimalSign;
  const decimalFirst = number.group === '';
  return wantsDecimal === decimalFirst ? first! : second;
}

function numberOf(numeric: Numeric): NumberValue {
  const value = 'value' in numeric ? numeric.value : numeric;
  return 'number' in value ? value.number : value;
}

/** Positive for a decimal dot, negative for a decimal comma; size = how much it proves. */
function voteOf(number: NumberValue): number {
  if (number.readings.length > 1) return 0;
  if (number.style !== 'none') {
    const weight = number.grouped ? 3 : number.decimals === 2 ? 1 : 0.25;
    return number.style === 'dot' ? weight : -weight;
  }
  if (number.group === ',') return 2;
  return number.group === '.' ? -2 : 0;
}
