// Dates in order, identifiers with valid check digits, parties that differ.

import type { ValidationRule } from '../../../pipeline/pack.ts';
import { sameCompany } from '../../../recognize/company-names-compare.ts';
import { findIbans } from '../../../recognize/iban.ts';
import { findVatIds } from '../../../recognize/vat-ids.ts';
import { type Finding, textAt } from './common.ts';

function order(
  id: string,
  before: string,
  after: string,
  message: (first: string, second: string) => string,
): ValidationRule {
  return {
    id,
    severity: 'error',
    source: 'Dates of a document follow each other.',
    check: (view) => {
      const first = textAt(view, before);
      const second = textAt(view, after);
      return first !== undefined && second !== undefined && second < first
        ? [{ path: after, message: message(first, second) }]
        : [];
    },
  };
}

export const dueAfterIssue = order(
  'procurement/due-before-issue',
  'issueDate',
  'dueDate',
  (a, b) => `The due date ${b} is before the issue date ${a}.`,
);
export const validAfterIssue = order(
  'procurement/expired-at-issue',
  'issueDate',
  'validUntil',
  (a, b) => `The offer ends on ${b}, before its issue date ${a}.`,
);
export const deadlineAfterIssue = order(
  'procurement/deadline-before-issue',
  'issueDate',
  'submissionDeadline',
  (a, b) => `The deadline ${b} is before the issue date ${a}.`,
);
export const periodInOrder = order(
  'procurement/period-in-order',
  'periodStart',
  'periodEnd',
  (a, b) => `The period ends on ${b}, before it starts on ${a}.`,
);
export const expiryAfterEffect = order(
  'procurement/expiry-before-effect',
  'effectiveDate',
  'expirationDate',
  (a, b) => `The contract ends on ${b}, before it takes effect on ${a}.`,
);

export const vatIdChecks: ValidationRule = {
  id: 'procurement/vat-id-check-digit',
  severity: 'warning',
  source: 'Check digits of the national VAT id schemes.',
  check: (view) =>
    ['seller.vatId', 'buyer.vatId'].flatMap((path): Finding[] => {
      const value = textAt(view, path);
      const known = value === undefined ? undefined : findVatIds(value)[0];
      return known && !known.checked
        ? [{ path, message: `The check digits of ${value} do not fit. It may be misread or invented.` }]
        : [];
    }),
};

export const ibanChecks: ValidationRule = {
  id: 'procurement/iban-check-digit',
  severity: 'error',
  source: 'ISO 13616, ISO 7064 mod 97-10.',
  check: (view) =>
    ['seller.iban', 'buyer.iban'].flatMap((path): Finding[] => {
      const value = textAt(view, path);
      if (value === undefined) return [];
      const known = findIbans(value)[0];
      return known && known.certainty >= 0.9
        ? []
        : [{ path, message: 'The check digits of this IBAN do not fit. Do not pay to it before you have asked.' }];
    }),
};

export const sellerIsNotBuyer: ValidationRule = {
  id: 'procurement/seller-is-not-buyer',
  severity: 'warning',
  source: 'A document between one party and itself is misread.',
  check: (view) => {
    const seller = textAt(view, 'seller.name');
    const buyer = textAt(view, 'buyer.name');
    return seller && buyer && sameCompany(seller, buyer) > 0.95
      ? [{ path: 'buyer.name', message: 'Seller and buyer carry the same name.' }]
      : [];
  },
};

export const identityRules: readonly ValidationRule[] = [vatIdChecks, ibanChecks, sellerIsNotBuyer];
