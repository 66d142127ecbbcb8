// How long a period lasted, as far as its two dates say it: "2015 – 2020" may be anything from four years and a month to nearly six,
// and is told as five.

import type { DateClaim, PartialDate } from './partial-date.ts';

export interface Length {
  /** The ways in which people count it. */
  usual: number[];
  least: number;
  most: number;
}

export interface Period {
  months: Length;
  /** Only where both days are known. */
  seconds: Length | undefined;
}

const DAY = 86_400;

/** Dates that are told as the start and the end of one period; the end belongs to it unless `inclusive` is off. */
export function findPeriods(
  dates: readonly DateClaim[],
  { inclusive = true }: { inclusive?: boolean } = {},
): { period: Period; start: number; end: number }[] {
  return dates.flatMap((from, i) => {
    const to = dates[i + 1];
    if (!to || from.role !== 'start' || to.role !== 'end') return [];
    if (from.readings.length > 1 || to.readings.length > 1) return [];
    const period = periodOf(from.readings[0]!, to.readings[0]!, inclusive);
    return period ? [{ period, start: from.start, end: to.end }] : [];
  });
}

function periodOf(from: PartialDate, to: PartialDate, inclusive: boolean): Period | undefined {
  if (from.year === undefined || to.year === undefined) return undefined;
  const years = 12 * (to.year - from.year);
  if (from.month === undefined || to.month === undefined) {
    return years > 0
      ? { months: { usual: [years], least: years - 12 + 1, most: years + 12 - 1 }, seconds: undefined }
      : undefined;
  }
  const months = years + to.month - from.month;
  if (from.day === undefined || to.day === undefined)
    return months > 0
      ? { months: { usual: [months, months + 1], least: months, most: months + 1 }, seconds: undefined }
      : undefined;
  const dayOf = ({ year, month, day }: PartialDate): number => Date.UTC(year!, month! - 1, day!) / 1000 / DAY;
  const days = dayOf(to) - dayOf(from);
  if (days <= 0) return undefined;
  const next = new Date((dayOf(to) + 1) * DAY * 1000);
  const isWhole = to.day === from.day || (inclusive && next.getUTCDate() === from.day);
  const whole =
    to.day === from.day ? months : 12 * (next.getUTCFullYear() - from.year) + next.getUTCMonth() + 1 - from.month;
  const lasted = isWhole ? whole : months + (to.day - from.day) / 31;
  const ways = inclusive ? [days * DAY, (days + 1) * DAY] : [days * DAY];
  return {
    months: { usual: [lasted], least: lasted, most: lasted },
    seconds: { usual: ways, least: ways[0]!, most: ways.at(-1)! },
  };
}
