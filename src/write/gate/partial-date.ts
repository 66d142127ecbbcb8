// Dates as far as they are said: a year, a month of a year, a day without a year. One supports another that says no more.

export interface PartialDate {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
}

export type DateRole = 'start' | 'end' | 'since' | 'before' | 'after' | undefined;

export interface DateClaim {
  start: number;
  end: number;
  /** More than one when the order of day and month is open. */
  readings: PartialDate[];
  role: DateRole;
}

export function partialOf(iso: string): PartialDate {
  const [year, month, day] = iso.split('-').map(Number);
  return { year, month, day };
}

const says = (said: PartialDate, told: PartialDate): boolean =>
  (told.year === undefined || told.year === said.year) &&
  (told.month === undefined || told.month === said.month) &&
  (told.day === undefined || told.day === said.day);

/** Whether a source that says `said` supports `told`: every part told must be said, and the end of a period be no start. */
export function dateSupports(said: DateClaim, told: DateClaim): boolean {
  if (!roleSupports(said.role, told.role)) return false;
  // A date whose order is open supports only what all its readings say, or the same open date.
  if (said.readings.length > 1 && told.readings.length === 1)
    return said.readings.every((one) => says(one, told.readings[0]!));
  return told.readings.some((one) => said.readings.some((other) => says(other, one)));
}

function roleSupports(said: DateRole, told: DateRole): boolean {
  if (told === undefined) return said !== 'before' && said !== 'after';
  if (told === 'since') return said === 'since';
  if (told === 'start') return said === 'start' || said === 'since' || said === undefined;
  if (told === 'end') return said === 'end' || said === undefined;
  return said === told;
}
