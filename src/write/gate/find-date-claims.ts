// Dates of a text with their part in a period: "since 2019", "from March 2016 to August 2021", "Q2 2019 – present", "by 31 May".

import { findDateRanges } from '../../recognize/date-ranges.ts';
import { monthOf } from '../../recognize/date-words.ts';
import { findDates } from '../../recognize/dates.ts';
import type { DateValue } from '../../recognize/dates-value.ts';
import { type DateClaim, type DateRole, type PartialDate, partialOf } from './partial-date.ts';

const MONTH_NAME =
  'jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?';
const DAY_MONTH = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? (${MONTH_NAME})(?![\\p{L}])`,
  'giu',
);
const MONTH_DAY = new RegExp(`(?<![\\p{L}])(${MONTH_NAME})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d])`, 'giu');
/** A bare month needs its capital: "may" and "march" are verbs. */
const BARE_MONTH =
  /(?<![\p{L}\d])(January|February|March|April|May|June|July|August|September|October|November|December|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Sept?|Oct|Okt|Nov|Dec|Dez|Jan|Feb|Apr|Aug)(?![\p{L}])/gu;
const YEAR = /(?<![\p{L}\d.,/:£$€-]|[£$€] )(?:19|20)\d\d(?![\d\p{L}%]|[.,/:]\d|-\d{3,}| ?(?:%|€|EUR|GBP|USD))/gu;
const OPEN_END =
  /^\s{0,2}(?:(?:[-–—]|to|until|till|bis)\s{0,2}(?:the )?(?:present|now|today|date|current|ongoing|heute|jetzt|dato)(?![\p{L}])|[-–—](?=\s*(?:[,;.)]|$)))/iu;
const DASH = /^\s{0,2}(?:[-–—]|to|until|till|through|bis(?: zum)?|and|und)\s{1,2}$|^\s{0,2}[-–—]\s{0,2}$/iu;

interface Found {
  start: number;
  end: number;
  readings: PartialDate[];
}

/** Dates, and how far a word that says "until now" reaches behind the last of them (`end`). */
export function findDateClaims(text: string): DateClaim[] {
  const found: Found[] = [];
  const free = (start: number, end: number): boolean => !found.some((one) => one.start < end && start < one.end);
  for (const { start, end, value } of findDates(text)) {
    // "17 March, 34 chairs": a number behind a comma is no year.
    const slice = text.slice(start, end);
    if (/\p{L}, \d\d$/u.test(slice) || (/\p{L} \d\d$/u.test(slice) && /^\s\p{L}/u.test(text.slice(end, end + 2))))
      continue;
    if (text.slice(start, end).length >= 6 || value.precision !== 'day')
      found.push({ start, end, readings: readingsOf(value) });
  }
  for (const { start, end, value } of findDateRanges(text)) {
    const last = found.find((one) => one.end === end);
    if (last && start < last.start && free(start, last.start))
      found.push({ start, end: last.start, readings: readingsOf(value.start) });
  }
  const take = (start: number, length: number, reading: PartialDate): void => {
    if (free(start, start + length)) found.push({ start, end: start + length, readings: [reading] });
  };
  for (const m of text.matchAll(DAY_MONTH)) take(m.index, m[0].length, { month: monthOf(m[2]!), day: Number(m[1]) });
  for (const m of text.matchAll(MONTH_DAY)) take(m.index, m[0].length, { month: monthOf(m[1]!), day: Number(m[2]) });
  for (const m of text.matchAll(YEAR)) take(m.index, m[0].length, { year: Number(m[0]) });
  for (const m of text.matchAll(BARE_MONTH)) {
    if (m[1] === 'May' && (m.index === 0 || /[.!?]\s*$/.test(text.slice(0, m.index)))) continue;
    take(m.index, m[0].length, { month: monthOf(m[1]!) });
  }
  found.sort((a, b) => a.start - b.start);
  joinYear(text, found);
  shareYear(text, found);
  return giveRoles(text, found.filter(hasRealMonth));
}

const hasRealMonth = (one: Found): boolean =>
  one.readings.every(({ month, day }) => month !== 0 && (day === undefined || day <= 31));

function readingsOf(value: DateValue): PartialDate[] {
  // Year first with two digits only where nothing else fits: nobody writes so in prose.
  const kept = value.readings.filter(
    (_, i) => value.orders[i] !== 'ymd' || value.form === 'iso' || value.readings.length === 1,
  );
  return (kept.length > 0 ? kept : value.readings).map(partialOf);
}

/** "June 2017" where what stands before it hides that the two are one. */
function joinYear(text: string, found: Found[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const [one, next] = [found[i]!, found[i + 1]!];
    const isBare =
      one.readings.every(({ year }) => year === undefined) && next.readings.every(({ month }) => month === undefined);
    if (!isBare || !/^,?\s$/.test(text.slice(one.end, next.start))) continue;
    const { year } = next.readings[0]!;
    found.splice(i, 2, {
      start: one.start,
      end: next.end,
      readings: one.readings.map((reading) => ({ ...reading, year })),
    });
  }
}

/** "between January and April 2024": the year belongs to both. */
function shareYear(text: string, found: Found[]): void {
  for (const [i, one] of found.entries()) {
    const next = found[i + 1];
    if (!next || one.readings[0]!.year !== undefined || next.readings[0]!.year === undefined) continue;
    if (DASH.test(text.slice(one.end, next.start))) {
      const year = next.readings[0]!.year;
      one.readings = one.readings.map((reading) => ({ ...reading, year }));
    }
  }
}

function giveRoles(text: string, found: readonly Found[]): DateClaim[] {
  const roles: DateRole[] = found.map(() => undefined);
  const claims: DateClaim[] = [];
  for (const [i, one] of found.entries()) {
    const before = text.slice(Math.max(0, one.start - 20), one.start);
    const next = found[i + 1];
    const between = next ? text.slice(one.end, next.start) : '';
    const open = OPEN_END.exec(text.slice(one.end, one.end + 24));
    let end = one.end;
    if (open) {
      roles[i] = 'since';
      end += open[0].length;
    } else if (/(?:since|seit|from|ab|as of)(?: the| dem)?\s+$/iu.test(before) && !/(?:due|dated)\s+$/.test(before)) {
      roles[i] = /(?:since|seit)(?: dem)?\s+$/iu.test(before) ? 'since' : 'start';
    }
    if (next && DASH.test(between) && (!/and|und/i.test(between) || /(?:between|zwischen)\s+$/iu.test(before))) {
      roles[i] = 'start';
      roles[i + 1] = 'end';
    }
    if (roles[i] === undefined && /(?:until|till|to|bis(?: zum| zu)?|through)\s+$/iu.test(before)) roles[i] = 'end';
    if (roles[i] === undefined && /(?:before|vor(?: dem)?)\s+$/iu.test(before)) roles[i] = 'before';
    if (roles[i] === undefined && /(?:after|nach(?: dem)?)\s+$/iu.test(before)) roles[i] = 'after';
    claims.push({ start: one.start, end, readings: one.readings, role: roles[i] });
  }
  return claims.map((claim, i) => ({ ...claim, role: roles[i] }));
}
