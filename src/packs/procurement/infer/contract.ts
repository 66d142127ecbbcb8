// What follows from a contract's own dates: its end from its start and term. Marked as inferred, with the evidence of both.

import type { Candidate } from '../../../document/value.ts';
import type { Inference } from '../../../pipeline/pack.ts';

/** ISO date plus an ISO 8601 duration of years, months, weeks or days; the last day of a shorter month when needed. */
export function addDuration(iso: string, duration: string): string | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match || !day || duration === 'P') return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const month = Number(day[2]) - 1 + months;
  const year = Number(day[1]) + years + Math.floor(month / 12);
  const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  const at = Date.UTC(year, month % 12, Math.min(Number(day[3]), last) + 7 * weeks + days);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10);
}

/** Both must be likely: an end date from a guess would look as if the contract said it. */
const SURE = 1;

export const expirationFromTerm: Inference = {
  id: 'infer/expiration-from-term',
  reads: ['effectiveDate', 'term'],
  writes: ['expirationDate'],
  infer: (a): Candidate[] => {
    const { effectiveDate, term } = a;
    if (!effectiveDate || !term || a.expirationDate || effectiveDate.score < SURE || term.score < SURE) return [];
    const end = addDuration(String(effectiveDate.value), String(term.value));
    if (end === undefined) return [];
    const evidence = [...effectiveDate.evidence.slice(0, 1), ...term.evidence.slice(0, 1)];
    const score = 0.5;
    return [
      {
        path: 'expirationDate',
        value: end,
        raw: '',
        origin: 'inferred',
        evidence,
        score,
        source: 'infer/expiration-from-term',
        signals: { inferred: score },
      },
    ];
  },
};
