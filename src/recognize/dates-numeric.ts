// Dates in digits: 05.03.2018, 3/5/18, 2018-03-05, 20180305, 03/2018, 2018年3月5日. Every pattern is anchored and bounded.

import { type DateMatch, type DateOrder, dateValue, isoDay, isoMonth, isYear, toYear } from './dates-value.ts';
import { isDigit, isLetter, isSpace } from './numbers-chars.ts';

const YEAR_LAST = /(\d{1,2}) {0,2}([./-]|[–−]) {0,2}(\d{1,2}) {0,2}\2 {0,2}(['’]?)(\d{4}|\d{2})/y;
const YEAR_LAST_SPACED = /(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/y;
const YEAR_FIRST = /(\d{4}) {0,2}([./-]|[–−]) {0,2}(\d{1,2}) {0,2}\2 {0,2}(\d{1,2})/y;
const MONTH_YEAR = /(\d{1,2}) ?([./-]) ?(\d{4})(?!\d)/y;
const YEAR_MONTH = /(\d{4})([/-])(\d{2})(?!\d)/y;
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?/y;
const CLOCK = /\d{1,2}:\d{2}/y;
const VERSION_BEFORE = /(?:^|[^\p{L}])(?:v|ver|version|release|rel|rev|§|section|clause|art)\.? ?$/iu;

/** A date that begins with the run of 1–2 digits at `i`. */
export function matchYearLast(text: string, i: number): DateMatch | null {
  YEAR_LAST.lastIndex = i;
  const m = YEAR_LAST.exec(text);
  if (!m) return matchSpaced(text, i);
  const end = YEAR_LAST.lastIndex;
  const separator = m[2]!;
  const fullYear = m[5]!.length === 4;
  if (!beginsClean(text, i, separator, fullYear) || !endsClean(text, end, separator, fullYear)) return null;
  if (!fullYear && separator === '.' && VERSION_BEFORE.test(text.slice(Math.max(0, i - 10), i))) return null;
  const first = Number(m[1]);
  const second = Number(m[3]);
  const year = toYear(m[5]!);
  const readings: [string | null, DateOrder][] = [
    [isoDay(year, second, first), 'dmy'],
    [isoDay(year, first, second), 'mdy'],
  ];
  if (!fullYear && m[1]!.length === 2 && m[4] === '')
    readings.push([isoDay(toYear(m[1]!), second, Number(m[5])), 'ymd']);
  const value = dateValue('numeric', 'day', readings);
  if (!value) return null;
  return { start: i, end, value, certainty: certaintyOf(text, i, m[1]!.length + m[3]!.length, fullYear) };
}

function certaintyOf(text: string, start: number, dayMonthDigits: number, fullYear: boolean): number {
  const before = text.charCodeAt(start - 1);
  // A code such as INV-25/12/2018 may only look like a date.
  if (before === 45 && isLetter(text.charCodeAt(start - 2))) return 0.5;
  if (fullYear) return 0.95;
  return dayMonthDigits === 4 ? 0.8 : dayMonthDigits === 3 ? 0.7 : 0.6;
}

function matchSpaced(text: string, i: number): DateMatch | null {
  if (text.charCodeAt(i + 1) !== 32 && text.charCodeAt(i + 2) !== 32) return null;
  YEAR_LAST_SPACED.lastIndex = i;
  const m = YEAR_LAST_SPACED.exec(text);
  if (!m || (m[1]!.length === 1 && m[2]!.length === 1)) return null;
  const end = YEAR_LAST_SPACED.lastIndex;
  if (isTiedBefore(text, i, ' ') || isLetter(text.charCodeAt(i - 1)) || isDigit(text.charCodeAt(i - 2))) return null;
  if (!endsClean(text, end, ' ', true) || isDigitAfterSpace(text, end)) return null;
  const year = Number(m[3]);
  const value = dateValue('numeric', 'day', [
    [isoDay(year, Number(m[2]), Number(m[1])), 'dmy'],
    [isoDay(year, Number(m[1]), Number(m[2])), 'mdy'],
  ]);
  return value && { start: i, end, value, certainty: 0.5 };
}

function isDigitAfterSpace(text: string, end: number): boolean {
  if (!isSpace(text.charCodeAt(end)) || !isDigit(text.charCodeAt(end + 1))) return false;
  CLOCK.lastIndex = end + 1;
  return !CLOCK.test(text);
}

/** `03/2018`: for a run of 1–2 digits at `i` that begins no full date. */
export function matchNumericMonth(text: string, i: number): DateMatch | null {
  MONTH_YEAR.lastIndex = i;
  const m = MONTH_YEAR.exec(text);
  if (!m) return null;
  const end = MONTH_YEAR.lastIndex;
  const separator = m[2]!;
  if (!beginsClean(text, i, separator, false) || !endsClean(text, end, separator, false)) return null;
  const value = dateValue('numeric', 'month', [[isoMonth(Number(m[3]), Number(m[1])), 'dmy']]);
  return value && { start: i, end, value, certainty: m[1]!.length === 1 ? 0.3 : separator === '/' ? 0.6 : 0.45 };
}

/** A date that begins with the run of four digits at `i`. */
export function matchYearFirst(text: string, i: number): DateMatch | null {
  const c = text.charCodeAt(i + 4);
  if (c === 0x5e74 || c === 0xb144 || isSpace(c)) {
    const east = matchEastAsian(text, i);
    if (east) return east;
  }
  YEAR_FIRST.lastIndex = i;
  const m = YEAR_FIRST.exec(text);
  if (!m) return matchYearMonth(text, i);
  const end = YEAR_FIRST.lastIndex;
  const separator = m[2]!;
  if (!beginsClean(text, i, separator, true) || !endsClean(text, end, separator, false)) return null;
  const iso = separator === '-' && end - i === 10;
  const year = Number(m[1]);
  const value = dateValue(iso ? 'iso' : 'numeric', 'day', [[isoDay(year, Number(m[3]), Number(m[4])), 'ymd']]);
  return value && { start: i, end, value, certainty: certaintyOf(text, i, m[3]!.length + m[4]!.length, true) };
}

function matchYearMonth(text: string, i: number): DateMatch | null {
  YEAR_MONTH.lastIndex = i;
  const m = YEAR_MONTH.exec(text);
  if (!m) return null;
  const end = YEAR_MONTH.lastIndex;
  if (!beginsClean(text, i, m[2]!, false) || !endsClean(text, end, m[2]!, false)) return null;
  const value = dateValue('iso', 'month', [[isoMonth(Number(m[1]), Number(m[3])), 'ymd']]);
  return value && { start: i, end, value, certainty: 0.35 };
}

function matchEastAsian(text: string, i: number): DateMatch | null {
  EAST_ASIAN.lastIndex = i;
  const m = EAST_ASIAN.exec(text);
  if (!m) return null;
  const year = Number(m[1]);
  const value = m[3]
    ? dateValue('named', 'day', [[isoDay(year, Number(m[2]), Number(m[3])), 'ymd']])
    : m[2]
      ? dateValue('named', 'month', [[isoMonth(year, Number(m[2])), 'ymd']])
      : dateValue('named', 'year', [[isYear(year) ? m[1]! : null, 'ymd']]);
  const end = i + m[0].trimEnd().length;
  return value && { start: i, end, value, certainty: m[3] ? 0.97 : 0.8 };
}

/** `20180305`, alone or at the head of a timestamp. */
export function matchCompact(text: string, i: number, length: number): DateMatch | null {
  if (length !== 8 && length !== 14 && length !== 12) return null;
  if (text.charCodeAt(i) !== 49 && text.charCodeAt(i) !== 50) return null;
  if (!beginsClean(text, i, '', false) || isLetter(text.charCodeAt(i - 1))) return null;
  const after = text.charCodeAt(i + length);
  const stamp = length === 8 && after === 84 && isDigit(text.charCodeAt(i + 9));
  if (!stamp && (isLetter(after) || !endsClean(text, i + length, '', false))) return null;
  if (length > 8 && Number(text.slice(i + 8, i + 10)) > 23) return null;
  const iso = isoDay(Number(text.slice(i, i + 4)), Number(text.slice(i + 4, i + 6)), Number(text.slice(i + 6, i + 8)));
  const value = dateValue('iso', 'day', [[iso, 'ymd']]);
  const before = text[i - 1];
  const free = before === undefined || before === ' ' || before === ':' || before === '(';
  return value && { start: i, end: i + 8, value, certainty: stamp ? 0.9 : free ? 0.5 : 0.25 };
}

/**
 * Nothing before ties the digits to a longer number, a phone or an amount. A word may touch a date with a full year
 * (`Date25/12/2018`, `FRI25/12/2018`); a range's dash may when the date itself uses another separator.
 */
function beginsClean(text: string, i: number, separator: string, fullYear: boolean): boolean {
  const c = text.charCodeAt(i - 1);
  if (Number.isNaN(c)) return true;
  if (isLetter(c)) return fullYear && isLetter(text.charCodeAt(i - 2)) && isLetter(text.charCodeAt(i - 3));
  if (c === 43 || c === 36 || c === 0x20ac || c === 0xa3 || c === 64 || c === 92) return false;
  return !isTiedBefore(text, i, separator);
}

function isTiedBefore(text: string, i: number, separator: string): boolean {
  const c = text.charCodeAt(i - 1);
  if (!isDigit(text.charCodeAt(i - 2))) return false;
  if (c === 45 || c === 47 || c === 0x2013) return separator === '' || text[i - 1] === separator;
  return c === 46 || c === 44 || c === 58 || (c === 32 && separator === ' ');
}

function endsClean(text: string, end: number, separator: string, fullYear: boolean): boolean {
  const c = text.charCodeAt(end);
  if (Number.isNaN(c)) return true;
  if (isDigit(c)) {
    // 25/12/20188:13: a clock glued to a full year.
    CLOCK.lastIndex = end;
    return fullYear && CLOCK.test(text);
  }
  if (isLetter(c)) return fullYear || (c === 84 && isDigit(text.charCodeAt(end + 1)));
  if (c === 37) return false;
  const next = text.charCodeAt(end + 1);
  if (!isDigit(next)) return true;
  if (text[end] === separator && separator !== ' ') return false;
  if (c === 46) return false;
  return c !== 44 || fullYear;
}
