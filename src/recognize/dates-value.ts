// The value of a date mention and the calendar behind it.

import type { Mention } from './mention.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateValue {
  /** Every possible ISO 8601 date at `precision` (`2018-03-05`, `2018-03`, `2018`), most likely first. */
  readings: string[];
  /** The order of day, month, year behind each reading. */
  orders: DateOrder[];
  precision: 'day' | 'month' | 'year';
  form: 'iso' | 'named' | 'numeric';
  /** Order of the first reading. */
  order?: DateOrder;
}

export type DateMention = Mention<'date', DateValue>;

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

export const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** `2018-03-05`, or null when the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]!) return null;
  if (month === 2 && day === 29 && !isLeapYear(year)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

export const isoMonth = (year: number, month: number): string | null =>
  isYear(year) && month >= 1 && month <= 12 ? `${year}-${two(month)}` : null;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** A printed year as a number: two digits below 50 are 20xx, the others 19xx. */
export function toYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** The readings that the calendar allows, without doubles (05/05/2018 has one). */
export function dateValue(
  form: DateValue['form'],
  precision: DateValue['precision'],
  candidates: readonly (readonly [iso: string | null, order: DateOrder])[],
): DateValue | null {
  const readings: string[] = [];
  const orders: DateOrder[] = [];
  for (const [iso, order] of candidates) {
    if (iso === null || readings.includes(iso)) continue;
    readings.push(iso);
    orders.push(order);
  }
  if (readings.length === 0) return null;
  return { readings, orders, precision, form, order: orders[0]! };
}

/** What one of the matchers saw at a place. */
export interface DateMatch {
  start: number;
  end: number;
  value: DateValue;
  certainty: number;
}
