// When somebody's mail is due: at once, at the hour of their next digest, after their quiet hours. A day has one digest, also
// the day whose hour comes twice (the first counts) or not at all (then it comes when the clock has moved on).

import { DateTime } from 'luxon';
import type { NoticeSettings } from './notice-settings.ts';

/** A wall clock, without a place. */
interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;

/** The instants at which clocks in the zone show this, earliest first; never none: a time that is skipped counts from before. */
function instantsOf(local: LocalTime, zone: string): number[] {
  const { year, month, day, hour, minute } = local;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  // No zone changes twice within a day: these are the offsets before and after a change.
  const before = offsetMs(asUtc - DAY_MS, zone);
  const after = offsetMs(asUtc + DAY_MS, zone);
  const shown = [...new Set([asUtc - before, asUtc - after])]
    .filter((instant) => instant + offsetMs(instant, zone) === asUtc)
    .sort((a, b) => a - b);
  return shown.length > 0 ? shown : [asUtc - before];
}

const offsetMs = (instant: number, zone: string): number => DateTime.fromMillis(instant, { zone }).offset * MINUTE_MS;

/** The wall clock in the zone, `days` calendar days later. */
function dateAfter(now: Date, zone: string, days: number): Pick<LocalTime, 'year' | 'month' | 'day'> {
  const { year, month, day } = DateTime.fromJSDate(now, { zone });
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const weekdayOf = ({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;

export interface DigestRule {
  every: 'day' | 'week';
  /** 1 = Monday. */
  weekday: number;
  hour: number;
  zone: string;
}

/** The first digest after `now`. */
export function nextDigest(now: Date, { every, weekday, hour, zone }: DigestRule): Date {
  // From the day before: the clocks of a zone may have gone back over midnight.
  for (let days = -1; days <= 9; days++) {
    const date = dateAfter(now, zone, days);
    if (every === 'week' && weekdayOf(date) !== weekday) continue;
    const instant = instantsOf({ ...date, hour, minute: 0 }, zone)[0]!;
    if (instant > now.getTime()) return new Date(instant);
  }
  throw new Error('no digest within nine days');
}

/** The last digest that was due by `now`. */
export function lastDigest(now: Date, rule: DigestRule): Date {
  let last: Date | undefined;
  // From the day before the longest pause between two of them.
  for (let next = nextDigest(new Date(now.getTime() - 9 * DAY_MS), rule); next <= now; next = nextDigest(next, rule)) {
    last = next;
  }
  if (!last) throw new Error('no digest within nine days');
  return last;
}

export interface QuietRule {
  /** `22:00` */
  from: string;
  to: string;
  zone: string;
}

/** When the quiet hours that `now` lies in end; undefined outside of them. */
export function quietUntil(now: Date, { from, to, zone }: QuietRule): Date | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const shown = local.hour * 60 + local.minute;
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  const isQuiet = begin < end ? begin <= shown && shown < end : shown >= begin || shown < end;
  if (!isQuiet) return undefined;
  const [hour, minute] = [Math.floor(end / 60), end % 60];
  for (let days = -1; days <= 2; days++) {
    const instants = instantsOf({ ...dateAfter(now, zone, days), hour, minute }, zone);
    const next = instants.find((instant) => instant > now.getTime());
    if (next !== undefined) return new Date(next);
  }
  throw new Error('quiet hours without an end');
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 60 + minutes!;
}

export interface MailRule {
  settings: Pick<NoticeSettings, 'digest' | 'quietHours'>;
  /** Of the settings, or of the account. */
  zone: string;
  digestible: boolean;
  urgent: boolean;
  /** Of the daily look. */
  daily?: boolean | undefined;
}

/** By the clock of each person. */
export const CHECK_HOUR = 9;
/** Until all that one look found has become mail that is due. */
const GATHERING_MS = 5 * MINUTE_MS;
/** After the hour, everybody's look was made: rounds come four times an hour. */
const LOOKS_TAKE_MS = 20 * MINUTE_MS;

/** After the look that found it; in a week with one digest on its day, with all that the week found. */
function dailyDue(now: Date, { every, weekday }: NoticeSettings['digest'], zone: string): Date {
  const soon = now.getTime() + GATHERING_MS;
  if (every !== 'week') return new Date(soon);
  const dayBefore = new Date(now.getTime() - DAY_MS);
  const onTheDay = nextDigest(dayBefore, { every, weekday, hour: CHECK_HOUR, zone }).getTime() + LOOKS_TAKE_MS;
  return new Date(Math.max(soon, onTheDay));
}

/** When the mail about something that is raised now is due. */
export function mailDueAt(now: Date, { settings, zone, digestible, urgent, daily }: MailRule): Date {
  const { digest, quietHours } = settings;
  const { every } = digest;
  const inDigest = () => (every === 'off' || !digestible ? now : nextDigest(now, { ...digest, every, zone }));
  const due = daily ? dailyDue(now, digest, zone) : inDigest();
  if (urgent || !quietHours) return due;
  return quietUntil(due, { ...quietHours, zone }) ?? due;
}
