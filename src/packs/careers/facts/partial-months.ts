// Dates that are said to the day, the month or the year, as the months that they may mean.

export interface Months {
  /** Months since the year 0: the earliest and the latest that it may be. */
  first: number;
  last: number;
}

export function monthsOf(iso: string | undefined): Months | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(iso ?? '');
  if (!match) return undefined;
  const year = Number(match[1]) * 12;
  const month = match[2] === undefined ? undefined : Number(match[2]) - 1;
  return month === undefined ? { first: year, last: year + 11 } : { first: year + month, last: year + month };
}

export const yearIn = (iso: string | undefined): number | undefined => {
  const match = /^(\d{4})/.exec(iso ?? '');
  return match ? Number(match[1]) : undefined;
};

/** Whether two dates cannot be the same, as far as both are said. */
export function differ(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) !== b.slice(0, length);
}
