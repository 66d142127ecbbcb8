// The readers of a receipt's fields, each proposing candidates from the same rows.

import type { Extractor } from '../../../../pipeline/pack.ts';
import { merchantAddress } from './address.ts';
import { merchantContacts } from './contacts.ts';
import { saleDateTime } from './date-time.ts';
import { merchantName } from './merchant.ts';
import { paymentMethod } from './payment.ts';
import { receiptCurrency } from './receipt-currency.ts';
import { receiptNumber } from './receipt-number.ts';
import { receiptTotals } from './totals.ts';

export const receiptExtractors: readonly Extractor[] = [
  merchantName,
  merchantAddress,
  merchantContacts,
  saleDateTime,
  receiptNumber,
  receiptCurrency,
  receiptTotals,
  paymentMethod,
];
