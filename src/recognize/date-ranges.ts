// Two dates joined into a range, with year and month shared where the first end leaves them out.

import { monthOf } from './date-words.ts';
import { findDates } from './dates.ts';
import { type DateMention, type DateOrder, type DateValue, dateValue, isoDay, isoMonth } from './dates-value.ts';
import type { Mention } from './mention.ts';
import { isDigit, isLetter } from './numbers-chars.ts';

export interface DateRangeValue {
  start: DateValue;
  end: DateValue;
}

export type DateRangeMention = Mention<'daterange', DateRangeValue>;

const LETTERS = 'A-Za-zÀ-ɏ';
const JOIN =
  '(?:[-–—−~]|t/m|(?:to|through|thru|until|till|bis zum|bis|au|al|a|à|hasta el|hasta|até|ao|tot en met|tot|do|and|y|et|e|und|en|til|till|till och med|tom|až|–)(?= ))';
const BETWEEN = new RegExp(
  `^\\.?(?: r\\.)?,? {0,3}${JOIN} {0,3}(?:the |den |le |el |il |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?$`,
  'i',
);
const CONJUNCTION = /^[\s,.]*(?:and|y|et|e|und|en|a)\s/i;
const BETWEEN_BEFORE =
  /(?:between|entre|zwischen|tussen|tra|from|del?|desde|du|des|do|von|dal|od)\s+(?:the\s+|le\s+|el\s+|il\s+|dem\s+)?$/i;
const PARTIAL_BEFORE = new RegExp(
  `(?:([${LETTERS}]{3,14})\\.?\\s{1,2})?(\\d{1,2})(?:st|nd|rd|th|er|º|°)?([./-]?)(?:\\s{0,2}(?:de\\s|of\\s)?([${LETTERS}]{3,14})\\.?|(\\d{1,2})\\.?)?\\s{0,2}(?:[-–—−~]|(?:to|through|thru|until|till|bis zum|bis|au|al|a|à|hasta|até|ao|tot en met|t\\/m|tot|do|til|and|und|et|y|e)\\s)\\s{0,2}(?:the |den |le |el |il )?$`,
  'i',
);
const MONTH_TO = new RegExp(
  `([${LETTERS}]{3,14})\\.?\\s{0,2}(?:[-–—−/]|(?:to|through|bis|à|a|al|do|tot|t\\/m)\\s)\\s{0,2}$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  `(?<![${LETTERS}])([${LETTERS}]{3,14})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,2}(?:[-–—−]|(?:to|through|thru)\\s)\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)`,
  'g',
);

/**
 * Ranges `5/22/20 - 5/28/20`, `Oct 1 – Oct 31, 2020`, `Oct 1–31, 2020`, `1.–31. Mai 2024`, `01.05.-31.05.2024`,
 * `January – March 2024`, `du … au …`, `vom … bis …`. Readings are narrowed to pairs of one order with start ≤ end.
 */
export function findDateRanges(text: string): DateRangeMention[] {
  const dates = findDates(text);
  const ranges = findMonthFirst(text, dates);
  let from = 0;
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i]!;
    const next = dates[i + 1];
    const joined = next && isJoined(text, date, next) ? joinDates(text, date, next) : null;
    const range = joined ?? completePartial(text, from, date);
    from = date.end;
    if (!range) continue;
    ranges.push(range);
    if (joined) {
      from = next!.end;
      i++;
    }
  }
  return ranges.sort((a, b) => a.start - b.start);
}

function isJoined(text: string, a: DateMention, b: DateMention): boolean {
  const gap = b.start - a.end;
  if (gap < 1 || gap > 24 || a.value.precision !== b.value.precision) return false;
  const between = text.slice(a.end, b.start);
  if (!BETWEEN.test(between)) return false;
  return !CONJUNCTION.test(between) || BETWEEN_BEFORE.test(text.slice(Math.max(0, a.start - 16), a.start));
}

function joinDates(text: string, a: DateMention, b: DateMention): DateRangeMention | null {
  return makeRange(text, a.start, b.end, a.value, b.value, Math.min(a.certainty, b.certainty));
}

/** Keeps the readings that can stand together: one order, start not after end. */
function narrow(a: DateValue, b: DateValue): DateRangeValue | null {
  const starts: [string, DateOrder][] = [];
  const ends: [string, DateOrder][] = [];
  const numeric = a.form === 'numeric' && b.form === 'numeric';
  for (const [i, start] of a.readings.entries()) {
    for (const [j, end] of b.readings.entries()) {
      // A date with one reading (05/05/2018) fits either order.
      const [x, y] = [a.orders[i]!, b.orders[j]!];
      const fits = x === y || (x !== 'ymd' && y !== 'ymd' && (isSymmetric(a) || isSymmetric(b)));
      const sameOrder = !numeric || fits;
      if (start > end || !sameOrder) continue;
      starts.push([start, isSymmetric(a) ? b.orders[j]! : a.orders[i]!]);
      ends.push([end, isSymmetric(b) ? a.orders[i]! : b.orders[j]!]);
    }
  }
  // Year first with two digits only where nothing else fits.
  const usual = (pairs: typeof starts): typeof starts => {
    const kept = numeric ? pairs.filter(([, order]) => order !== 'ymd') : pairs;
    return kept.length > 0 ? kept : pairs;
  };
  const start = dateValue(a.form, a.precision, usual(starts));
  const end = dateValue(b.form, b.precision, usual(ends));
  return start && end ? { start, end } : null;
}

function isSymmetric(value: DateValue): boolean {
  const [, month, day] = value.readings[0]!.split('-');
  return month === day;
}

function makeRange(
  text: string,
  start: number,
  end: number,
  a: DateValue,
  b: DateValue,
  certainty: number,
): DateRangeMention | null {
  const value = narrow(a, b);
  return value && { kind: 'daterange', start, end, raw: text.slice(start, end), value, certainty };
}

/** The words before a full date as the range's first end: `Oct 1 – `, `1.–`, `01.05.–`, `5/22 - `, `January – `. */
function completePartial(text: string, from: number, date: DateMention): DateRangeMention | null {
  const base = Math.max(from, date.start - 44);
  const before = text.slice(base, date.start);
  if (date.value.precision === 'month') return completeMonth(text, base, before, date);
  if (date.value.precision !== 'day') return null;
  const m = PARTIAL_BEFORE.exec(before);
  if (!m) return null;
  const [, monthWordBefore, day, , monthWordAfter, second] = m;
  const namedBefore = monthOf(monthWordBefore ?? '');
  const named = monthOf(monthWordAfter ?? '') || namedBefore;
  if ((monthWordAfter && !monthOf(monthWordAfter)) || (second && m[3] === '')) return null;
  const dayAt = base + m.index + m[0].indexOf(day!, monthWordBefore?.length ?? 0);
  const start = namedBefore > 0 && !second ? base + m.index : dayAt;
  if (isDigit(text.charCodeAt(start - 1)) || (isLetter(text.charCodeAt(start - 1)) && start > 0)) return null;
  if (/[-/.,:]/.test(text[start - 1] ?? ' ') && isDigit(text.charCodeAt(start - 2))) return null;
  const first = date.value.readings.flatMap((iso, i): [string | null, DateOrder][] => {
    const [year, month] = iso.split('-').map(Number) as [number, number, number];
    const order = date.value.orders[i]!;
    if (named > 0) return [[isoDay(named > month ? year - 1 : year, named, Number(day)), order]];
    if (!second)
      return date.value.form === 'named'
        ? [[isoDay(year, month, Number(day)), order]]
        : dottedDay(m[3]!, year, month, Number(day), order);
    const [d, mo] = order === 'mdy' ? [Number(second), Number(day)] : [Number(day), Number(second)];
    return [[isoDay(mo > month ? year - 1 : year, mo, d), order]];
  });
  const value = dateValue(date.value.form, 'day', first);
  return value && makeRange(text, start, date.end, value, date.value, 0.9 * date.certainty);
}

/** `1.-31.05.2024`: only a dot after the day says that it is one. */
function dottedDay(
  mark: string,
  year: number,
  month: number,
  day: number,
  order: DateOrder,
): [string | null, DateOrder][] {
  return mark === '.' && order === 'dmy' ? [[isoDay(year, month, day), order]] : [];
}

function completeMonth(text: string, base: number, before: string, date: DateMention): DateRangeMention | null {
  const m = MONTH_TO.exec(before);
  const month = m ? monthOf(m[1]!) : 0;
  if (!m || month === 0) return null;
  const [year, endMonth] = date.value.readings[0]!.split('-').map(Number) as [number, number];
  const value = dateValue('named', 'month', [[isoMonth(month > endMonth ? year - 1 : year, month), 'dmy']]);
  return value && makeRange(text, base + m.index, date.end, value, date.value, 0.7);
}

/** `Oct 1–31, 2020`: no date by itself, because the month stands before the first day only. */
function findMonthFirst(text: string, dates: readonly DateMention[]): DateRangeMention[] {
  const ranges: DateRangeMention[] = [];
  if (!/\d/.test(text)) return ranges;
  for (const m of text.matchAll(MONTH_FIRST)) {
    const month = monthOf(m[1]!);
    const end = m.index + m[0].length;
    if (month === 0 || dates.some((d) => d.start < end && m.index < d.end)) continue;
    const year = Number(m[4]);
    const a = dateValue('named', 'day', [[isoDay(year, month, Number(m[2])), 'mdy']]);
    const b = dateValue('named', 'day', [[isoDay(year, month, Number(m[3])), 'mdy']]);
    const range = a && b ? makeRange(text, m.index, end, a, b, 0.95) : null;
    if (range) ranges.push(range);
  }
  return ranges;
}
