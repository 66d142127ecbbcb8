// What the dates and periods of one contract should make of each other, weighed in the joint choice.

import type { Constraint } from '../../../../pipeline/pack.ts';
import { addDuration } from '../../infer/contract.ts';

const DAY_MS = 86_400_000;
/** An end date one day before the anniversary, or the end of that month, still fits the term. */
const SLACK_DAYS = 32;

export const contractConstraints: readonly Constraint[] = [
  {
    id: 'contract/ends-after-it-begins',
    paths: ['effectiveDate', 'expirationDate'],
    weight: 2,
    holds: ({ effectiveDate, expirationDate }) =>
      effectiveDate && expirationDate ? String(expirationDate.value) > String(effectiveDate.value) : undefined,
  },
  {
    id: 'contract/term-fits-dates',
    paths: ['effectiveDate', 'expirationDate', 'term'],
    weight: 0.6,
    holds: ({ effectiveDate, expirationDate, term }) => {
      if (!effectiveDate || !expirationDate || !term) return undefined;
      const expected = addDuration(String(effectiveDate.value), String(term.value));
      if (expected === undefined) return undefined;
      return Math.abs(Date.parse(expected) - Date.parse(String(expirationDate.value))) <= SLACK_DAYS * DAY_MS;
    },
  },
];
