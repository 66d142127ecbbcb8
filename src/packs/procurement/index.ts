// The procurement pack: RFQ to invoice.

import { definePack } from '../../pipeline/pack.ts';
import { otherSignals } from './classify.ts';
import { confidenceShifts } from './confidence.ts';
import { judgeRecord } from './einvoice/judge-record.ts';
import { syntaxes } from './einvoice/syntaxes.ts';
import { invoiceExports } from './einvoice/write/invoice-exports.ts';
import { procurementMatches } from './match.ts';
import { showOrderBilling } from './order-billing.ts';
import { billTypes } from './types/bills.ts';
import { contractTypes } from './types/contracts.ts';
import { orderTypes } from './types/orders.ts';
import { otherTypes } from './types/others.ts';
import { splitBelowLimit, unusualRoundSum } from './watches/amount-patterns.ts';
import { changedBankAccount } from './watches/changed-bank-account.ts';
import { lookAlikeSeller } from './watches/look-alike-seller.ts';

export const procurement = definePack({
  id: 'procurement',
  title: 'Procurement',
  version: '1',
  types: [...billTypes, ...orderTypes, ...contractTypes, ...otherTypes],
  confidence: confidenceShifts,
  otherSignals,
  syntaxes,
  judgeRecord,
  exports: invoiceExports,
  matches: procurementMatches,
  operations: [showOrderBilling],
  watches: [changedBankAccount, lookAlikeSeller, splitBelowLimit, unusualRoundSum],
});
