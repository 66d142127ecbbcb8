// Dates that follow from terms: due dates, validity. Marked as inferred, with the evidence of both parts.

import { evidenceOfSpan } from '../../../document/line-span.ts';
import type { Candidate } from '../../../document/value.ts';
import type { Inference } from '../../../pipeline/pack.ts';
import { findPaymentTerms } from '../../../recognize/payment-terms.ts';

const DAY_MS = 86_400_000;

/** ISO date plus whole days, in UTC. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function inferred(
  path: string,
  value: string,
  source: string,
  from: readonly (Candidate | undefined)[],
  score: number,
): Candidate {
  const evidence = from.flatMap((candidate) => candidate?.evidence.slice(0, 1) ?? []);
  return { path, value, raw: '', origin: 'inferred', evidence, score, source, signals: { inferred: score } };
}

export const dueDateFromTerms: Inference = {
  id: 'infer/due-date-from-terms',
  reads: ['issueDate', 'paymentTerms'],
  writes: ['dueDate'],
  infer: (a) => {
    const issued = a.issueDate?.value;
    const terms = a.paymentTerms?.value;
    if (typeof issued !== 'string' || typeof terms !== 'string' || a.dueDate) return [];
    const days = findPaymentTerms(terms)[0]?.value.netDays;
    if (days === undefined || days > 365) return [];
    return [
      inferred('dueDate', addDays(issued, days), 'infer/due-date-from-terms', [a.issueDate, a.paymentTerms], 0.8),
    ];
  },
};

const VALID_FOR = /\b(\d{1,3})\s*(?:calendar\s+|kalender)?(?:days?|tagen?|jours?|d[ií]as|giorni|dias|dagen|dni)\b/i;

/** "Valid for 30 days", counted from the issue date. */
export const validUntilFromDays: Inference = {
  id: 'infer/valid-until-from-days',
  reads: ['issueDate'],
  writes: ['validUntil'],
  infer: (a, reading) => {
    const issued = a.issueDate?.value;
    if (typeof issued !== 'string' || a.validUntil) return [];
    for (const line of reading.lines) {
      if (!/\b(?:valid|g[üu]ltig|bindefrist|validit|v[áa]lid|validez|geldig|ważn)/i.test(line.text)) continue;
      const days = VALID_FOR.exec(line.text)?.[1];
      if (!days) continue;
      const candidate = inferred(
        'validUntil',
        addDays(issued, Number(days)),
        'infer/valid-until-from-days',
        [a.issueDate],
        0.8,
      );
      return [{ ...candidate, evidence: [...candidate.evidence, evidenceOfSpan(line)] }];
    }
    return [];
  },
};
