// Dates that follow from terms: due dates, validity. Marked as inferred, with the evidence of both parts.

import { evidenceOfSpan } from '../../../document/line-span.ts';
import type { Candidate } from '../../../document/value.ts';
import type { Inference } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { findPaymentTerms, type PaymentTermsValue } from '../../../recognize/payment-terms.ts';

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
  infer: (a, reading) => {
    const issued = a.issueDate?.value;
    if (typeof issued !== 'string' || a.dueDate) return [];
    const terms = a.paymentTerms?.value;
    const named = typeof terms === 'string' ? (findPaymentTerms(terms)[0]?.value ?? bareDays(terms)) : undefined;
    // A label's value may break off before the days that count.
    const spoken = named?.netDays === undefined ? spokenTerms(reading) : undefined;
    const found = spoken?.value ?? named;
    // From the end of a month some count before and some after the days.
    if (found?.netDays === undefined || found.netDays > 365 || found.endOfMonth) return [];
    const from = spoken ? [a.issueDate] : [a.issueDate, a.paymentTerms];
    const candidate = inferred('dueDate', addDays(issued, found.netDays), 'infer/due-date-from-terms', from, 0.8);
    return [spoken ? { ...candidate, evidence: [...candidate.evidence, spoken.evidence] } : candidate];
  },
};

/** "30 DAYS" under the label of the terms. */
function bareDays(terms: string): PaymentTermsValue | undefined {
  const days = /^(\d{1,3})\s?(?:days?|tagen?|jours|d[ií]as|giorni|gg|dagen|dni|dagar|dage|dager|pv)\.?$/iu.exec(
    terms.trim(),
  );
  return days ? { netDays: Number(days[1]) } : undefined;
}

/** Lines that long are clauses. */
const MOST_CHARACTERS = 200;

/** "Zahlbar innert 30 Tagen netto." in the text of the first pages, when all that is said there agrees. */
function spokenTerms(reading: Reading) {
  const pages = new Set(reading.doc.pages.slice(0, 2).map(({ number }) => number));
  const found = reading.lines.flatMap((line) => {
    if (!pages.has(line.page) || line.text.length > MOST_CHARACTERS) return [];
    const [term] = reading.mentions('payment-terms', line, findPaymentTerms);
    return term && term.certainty >= 0.7 && term.value.netDays !== undefined
      ? [{ value: term.value, evidence: evidenceOfSpan(line, term.start, term.end) }]
      : [];
  });
  return found.every(({ value }) => value.netDays === found[0]!.value.netDays) ? found[0] : undefined;
}

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
