// Times of a cron expression, in UTC.

import { CronExpressionParser } from 'cron-parser';

const parse = (cron: string, currentDate: Date) => CronExpressionParser.parse(cron, { currentDate, tz: 'UTC' });

export function isCron(text: string): boolean {
  // Five fields: one with seconds would be taken too.
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    parse(text, new Date(0)).next();
    return true;
  } catch {
    return false;
  }
}

export const nextTime = (cron: string, after: Date): Date => parse(cron, after).next().toDate();
/** The last time that was due, this very moment included. */
export const dueTime = (cron: string, now: Date): Date =>
  parse(cron, new Date(now.getTime() + 1))
    .prev()
    .toDate();

/** Longest time between two of its next times. */
export function periodOf(cron: string, now: Date): number {
  const times = parse(cron, now);
  let longest = 0;
  let last = times.next().toDate().getTime();
  for (let i = 0; i < 32; i++) {
    const next = times.next().toDate().getTime();
    longest = Math.max(longest, next - last);
    last = next;
  }
  return longest;
}
