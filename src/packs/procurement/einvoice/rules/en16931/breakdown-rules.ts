// Parts of the VAT breakdown: BR-45 … BR-48.

import type { Invoice, VatBreakdown } from '../../model/invoice.ts';
import { type Rule, rulesFor, test } from '../rule.ts';

export const breakdownRules: readonly Rule<Invoice>[] = rulesFor<VatBreakdown, Invoice>(
  (i) => i.taxTotals.flatMap((total) => total.breakdown),
  'EN 16931-1, 6.4.1',
  [
    test('BR-45', 'The VAT category has no taxable amount (BT-116).', (part) => part.base !== undefined),
    test('BR-46', 'The VAT category has no tax amount (BT-117).', (part) => part.tax !== undefined),
    test(
      'BR-47',
      'The VAT breakdown names no category (BT-118).',
      ({ category }) => category?.vat === true && category.code !== '',
    ),
    test(
      'BR-48',
      'The VAT category has no rate (BT-119).',
      ({ category }) => category?.vat === true && (category.rate !== undefined || category.code === 'O'),
    ),
  ],
);
