// Whether a document writes day or month first, decided from the document as a whole and never guessed silently.

import type { DateMention, DateOrder, DateValue } from './dates-value.ts';

export interface DateOrderHints {
  /** ISO 639-1. */
  language?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** ISO 4217. */
  currency?: string;
}

export interface ResolvedDateOrder {
  order: DateOrder | null;
  /** unambiguous: dates of the document itself decide; hint: country, language, currency or style; none: nothing speaks. */
  evidence: 'unambiguous' | 'hint' | 'none';
}

/** Anything with a date value: a mention, or one end of a range. */
export interface Dated {
  value: DateValue;
}

const MONTH_FIRST_COUNTRIES = new Set('US PR GU VI AS MP PH FM MH PW'.split(' '));
const YEAR_FIRST_COUNTRIES = new Set('CN JP KR KP TW HU LT MN'.split(' '));

/** The order of ambiguous numeric dates in the document whose dates are `mentions`. */
export function resolveDateOrder(mentions: readonly Dated[], hints: DateOrderHints = {}): ResolvedDateOrder {
  const votes = countVotes(mentions);
  const certain = votes.dmy + votes.mdy + votes.ymd;
  if (certain > 0) {
    const order = leader(votes, certain);
    if (order) return { order, evidence: 'unambiguous' };
  }
  const order = orderFromHints(mentions, hints);
  return order ? { order, evidence: 'hint' } : { order: null, evidence: 'none' };
}

/** The date's value in a document that writes `order`. Ambiguous = several readings are left and no order chose one. */
export function applyDateOrder(
  mention: Dated | DateMention,
  order: DateOrder | null,
): { iso: string; ambiguous: boolean } {
  const { readings, orders } = mention.value;
  const chosen = order === null ? -1 : orders.indexOf(order);
  if (chosen >= 0) return { iso: readings[chosen]!, ambiguous: false };
  return { iso: readings[0]!, ambiguous: commonReadings(mention.value) > 1 };
}

type Votes = Record<DateOrder, number>;

function countVotes(mentions: readonly Dated[]): Votes {
  const votes: Votes = { dmy: 0, mdy: 0, ymd: 0 };
  for (const { value } of mentions) {
    if (value.form !== 'numeric' || value.precision !== 'day') continue;
    if (commonReadings(value) !== 1 || isSameDayMonth(value)) continue;
    // Four-digit years in front say nothing about 03/05/2018.
    if (value.order === 'ymd' && value.orders.length === 1 && !isShortYear(value)) continue;
    votes[value.order!]++;
  }
  return votes;
}

/** Readings that are in real doubt: yy-mm-dd counts only when neither day nor month can come first. */
function commonReadings(value: DateValue): number {
  const dayOrMonthFirst = value.orders.filter((order) => order !== 'ymd').length;
  return dayOrMonthFirst || value.orders.length;
}

/** 05/05/2018 is unambiguous as a date but proves no order. */
function isSameDayMonth(value: DateValue): boolean {
  const [, month, day] = value.readings[0]!.split('-');
  return value.order !== 'ymd' && month === day;
}

/** A year-first reading that came from two digits keeps its year within the pivot. */
const isShortYear = (value: DateValue): boolean => value.orders.length > 1;

function leader(votes: Votes, total: number): DateOrder | null {
  for (const order of ['dmy', 'mdy', 'ymd'] as const) if (votes[order] * 4 >= total * 3) return order;
  return null;
}

function orderFromHints(mentions: readonly Dated[], hints: DateOrderHints): DateOrder | null {
  const country = hints.country?.toUpperCase();
  if (country) return MONTH_FIRST_COUNTRIES.has(country) ? 'mdy' : YEAR_FIRST_COUNTRIES.has(country) ? 'ymd' : 'dmy';
  const language = hints.language?.slice(0, 2).toLowerCase();
  if (language && language !== 'en') return 'dmy';
  if (hints.currency === 'USD') return 'mdy';
  if (hints.currency) return 'dmy';
  return namedOrder(mentions);
}

/** `May 3, 2018` beside `05/03/2018` speaks for month first, `3 May 2018` for day first. */
function namedOrder(mentions: readonly Dated[]): DateOrder | null {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const { value } of mentions) {
    if (value.form !== 'named' || value.precision !== 'day') continue;
    if (value.order === 'mdy') monthFirst++;
    else if (value.order === 'dmy') dayFirst++;
  }
  if (monthFirst === dayFirst) return null;
  return monthFirst > dayFirst ? 'mdy' : 'dmy';
}
