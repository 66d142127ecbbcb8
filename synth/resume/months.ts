// Months counted from year 0, so that periods can be added and compared.

export const monthOf = (year: number, month: number): number => year * 12 + month - 1;

export type DateGrain = 'year' | 'month' | 'day';

/** `2019`, `2019-04`, `2019-04-01`; `isEnd` picks the month's last day. */
export function isoOf(at: number, grain: DateGrain, isEnd: boolean): string {
  const year = String(Math.floor(at / 12));
  if (grain === 'year') return year;
  const month = String((at % 12) + 1).padStart(2, '0');
  if (grain === 'month') return `${year}-${month}`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${isEnd ? last : '01'}`;
}
