// Dates with a month's name or its Roman numeral: 3 May 2018, 3.V.2018, May 3, 2018, 3rd day of May, 2018, 2018 Mar 05, MAR 5'18, March 2018.

import { isWeakMonth, monthOf, ordinalOf } from './date-words.ts';
import {
  type DateMatch,
  type DateOrder,
  type DateValue,
  dateValue,
  isoDay,
  isoMonth,
  isYear,
  toYear,
} from './dates-value.ts';
import { isDigit, isLetter, isSpace } from './numbers-chars.ts';

const LETTERS = 'A-Za-zÀ-ɏ';
const DAY_MONTH = new RegExp(
  `(\\d{1,2})(?:\\s?(?:st|nd|rd|th|er|ère|ero|ste|º|°|ª|[oae])(?![${LETTERS}])\\.?|\\.º)?[\\s,./–-]{0,3}(?:day\\s{1,2})?(?:(?:of|de|del)\\s{1,2}(?:the month of )?|d['’])?([${LETTERS}]{3,14})`,
  'y',
);
const YEAR_AFTER_MONTH =
  /[\s,./–-]{0,4}(?:(?:of|de|del|des|dell['’]|in the year|anno|roku)\s{1,2})?(['’]?)(\d{4}|\d{2})(?!\d)/y;
const DAY_YEAR = /(\d{1,2})(?:\s?(?:st|nd|rd|th))?([\s,./–-]{0,4})(?:of )?(['’]?)(\d{4}|\d{2})(?!\d)/y;
const YEAR_MONTH_DAY = new RegExp(`(\\d{4})[\\s.,/-]{0,3}([${LETTERS}]{3,14})[\\s./-]{0,3}(\\d{1,2})(?![\\d])`, 'y');
const MONTH_BEFORE = new RegExp(`([${LETTERS}]{3,14})[\\s,./–-]{0,3}(?:(?:de|del|of)\\s)?$`);
const SPELLED_DAY_BEFORE = /([A-Za-z]{5,11}(?:[ -][a-z]{5,7})?)(?:\s?\(\d{1,2}(?:st|nd|rd|th)\))?\s(?:day\s)?of\s$/;

// A dash with spaces joins two ends of a range (`Oct 1 – Oct 31`), not day and month.
const SPACED_DASH = /\s[-–]|[-–]\s/;
const FULL_YEAR_AFTER = /[\s,]{1,3}(?:19|20)\d{2}(?!\d)/y;

/** `3 May 2018` and its kin, for a run of 1–2 digits at `i`. */
export function matchDayMonth(text: string, i: number): DateMatch | null {
  if (!letterFollows(text, i) || isTied(text, i)) return null;
  DAY_MONTH.lastIndex = i;
  const m = DAY_MONTH.exec(text);
  const month = m ? monthOf(m[2]!) : 0;
  if (!m || month === 0) return null;
  YEAR_AFTER_MONTH.lastIndex = DAY_MONTH.lastIndex;
  const y = YEAR_AFTER_MONTH.exec(text);
  if (!y) return null;
  const end = YEAR_AFTER_MONTH.lastIndex;
  if (y[2]!.length === 2 && (SPACED_DASH.test(text.slice(i, end)) || !isTwoDigitYear(text, end))) return null;
  return namedMatch(i, end, toYear(y[2]!), month, Number(m[1]), 'dmy', y[2]!.length);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const DAY_ROMAN = /(\d{1,2})(\.\s?|[\s/-])([IVX]{1,4})(\.\s?|[\s/-])((?:19|20)\d\d|\d{2})(?![\d\p{L}])/uy;

/** `3.XII.2024`, `03/IV/24`: the month in Roman numerals, for a run of 1–2 digits at `i`. */
export function matchRomanMonth(text: string, i: number): DateMatch | null {
  DAY_ROMAN.lastIndex = i;
  const m = DAY_ROMAN.exec(text);
  if (!m || isTied(text, i) || m[2]!.trim() !== m[4]!.trim()) return null;
  const month = ROMAN.indexOf(m[3]!) + 1;
  const year = m[5]!;
  // "5 X 20" is a size.
  if (month === 0 || (year.length === 2 && m[2]!.trim() === '')) return null;
  return namedMatch(i, DAY_ROMAN.lastIndex, toYear(year), month, Number(m[1]), 'dmy', year.length);
}

/** `May 3, 2018` and its kin: the month stands before the run of 1–2 digits at `i`. `from`: where the last date ended. */
export function matchMonthDay(text: string, i: number, from: number): DateMatch | null {
  if (!letterPrecedes(text, i)) return null;
  DAY_YEAR.lastIndex = i;
  const m = DAY_YEAR.exec(text);
  if (!m) return null;
  const year = m[4]!;
  const separated = m[2] !== '' || m[3] !== '';
  if (!separated || (year.length === 2 && m[3] === '' && m[2]!.trim() === '')) return null;
  const end = DAY_YEAR.lastIndex;
  if (year.length === 2 && (SPACED_DASH.test(m[2]!) || !isTwoDigitYear(text, end))) return null;
  const before = monthBefore(text, i, from);
  if (!before || isWeakMonth(before.word)) return null;
  return namedMatch(before.start, end, toYear(year), before.month, Number(m[1]), 'mdy', year.length);
}

/** `2018 Mar 05`, or `March 2018` when the month stands before the four digits at `i`. */
export function matchNamedYear(text: string, i: number, from: number): DateMatch | null {
  const year = Number(text.slice(i, i + 4));
  if (!isYear(year) || isDigit(text.charCodeAt(i + 4))) return null;
  return matchYearMonthDay(text, i, year) ?? matchMonthYear(text, i, year, from);
}

function matchYearMonthDay(text: string, i: number, year: number): DateMatch | null {
  if (!letterFollows(text, i + 2)) return null;
  YEAR_MONTH_DAY.lastIndex = i;
  const m = YEAR_MONTH_DAY.exec(text);
  const month = m ? monthOf(m[2]!) : 0;
  if (!m || month === 0 || isWeakMonth(m[2]!)) return null;
  const end = YEAR_MONTH_DAY.lastIndex;
  // "in 2018 May 3, 2019": the year after belongs to the day.
  DAY_YEAR.lastIndex = end - m[3]!.length;
  const own = DAY_YEAR.exec(text);
  if (own && own[4]!.length === 4 && isYear(Number(own[4]))) return null;
  return namedMatch(i, end, year, month, Number(m[3]), 'ymd', 4);
}

function matchMonthYear(text: string, i: number, year: number, from: number): DateMatch | null {
  if (!letterPrecedes(text, i)) return null;
  const before = monthBefore(text, i, from);
  if (!before || isWeakMonth(before.word)) return null;
  const next = text.charCodeAt(i + 4);
  if (isLetter(next) || ((next === 46 || next === 44) && isDigit(text.charCodeAt(i + 5)))) return null;
  const spelled = SPELLED_DAY_BEFORE.exec(text.slice(Math.max(from, before.start - 40), before.start));
  const day = spelled ? spelledDay(spelled[1]!) : null;
  if (spelled && day) {
    const start = before.start - spelled[0].length + spelled[1]!.length - day.length;
    return namedMatch(start, i + 4, year, before.month, day.day, 'dmy', 4);
  }
  // A day that did not make a date (29 February 2019) leaves no month either.
  if (DAY_BEFORE.test(text.slice(Math.max(from, before.start - 8), before.start))) return null;
  const value = dateValue('named', 'month', [[isoMonth(year, before.month), 'dmy']]);
  return value && { start: before.start, end: i + 4, value, certainty: 0.75 };
}

const DAY_BEFORE = /\d(?:st|nd|rd|th|er|º|°)?[\s.,/-]{0,2}(?:de\s|of\s)?$/;

/** The ordinal at the end of the words ("the first" → first), with its length. */
function spelledDay(words: string): { day: number; length: number } | null {
  for (const part of [words, words.split(/[ -]/).at(-1)!]) {
    const day = ordinalOf(part);
    if (day > 0) return { day, length: part.length };
  }
  return null;
}

function namedMatch(
  start: number,
  end: number,
  year: number,
  month: number,
  day: number,
  order: DateOrder,
  yearDigits: number,
): DateMatch | null {
  const value: DateValue | null = dateValue('named', 'day', [[isoDay(year, month, day), order]]);
  return value && { start, end, value, certainty: yearDigits === 4 ? 0.98 : 0.85 };
}

function monthBefore(text: string, i: number, from: number): { start: number; month: number; word: string } | null {
  const base = Math.max(from, i - 22);
  const m = MONTH_BEFORE.exec(text.slice(base, i));
  if (!m) return null;
  const start = base + m.index;
  // The letters must be a whole word: `05MAR2018` is one, `Submar 3` is not.
  const month = isLetter(text.charCodeAt(start - 1)) && start > from ? 0 : monthOf(m[1]!);
  return month === 0 ? null : { start, month, word: m[1]! };
}

/** A letter within reach after the run of digits: the guard before the patterns. */
function letterFollows(text: string, i: number): boolean {
  const stop = Math.min(text.length, i + 7);
  for (let at = i + 1; at < stop; at++) {
    const c = text.charCodeAt(at);
    if (isLetter(c)) return true;
    if (!(isDigit(c) && at < i + 2) && !isSpace(c) && !isJoiner(c)) return false;
  }
  return false;
}

function letterPrecedes(text: string, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 4; at--) {
    const c = text.charCodeAt(at);
    if (isLetter(c)) return true;
    if (!isSpace(c) && !isJoiner(c)) return false;
  }
  return false;
}

const isJoiner = (c: number): boolean =>
  c === 46 || c === 44 || c === 45 || c === 47 || c === 0xb0 || c === 0xba || c === 0xaa || c === 0x2013;

/** The day belongs to a longer number: `1.12 May`, `AB12 May`. */
function isTied(text: string, i: number): boolean {
  const c = text.charCodeAt(i - 1);
  if (isLetter(c)) return !(isLetter(text.charCodeAt(i - 2)) && isLetter(text.charCodeAt(i - 3)));
  return (c === 46 || c === 44 || c === 47 || c === 58) && isDigit(text.charCodeAt(i - 2));
}

/** Two digits after a month are a year unless a clock, an amount, a percentage or a further part follows. */
function isTwoDigitYear(text: string, end: number): boolean {
  const c = text.charCodeAt(end);
  if (isLetter(c) || c === 58 || c === 37) return false;
  // `Oct 1–31, 2020`: the two digits are a second day.
  FULL_YEAR_AFTER.lastIndex = end;
  if (FULL_YEAR_AFTER.test(text)) return false;
  return !((c === 46 || c === 44 || c === 47) && isDigit(text.charCodeAt(end + 1)));
}
