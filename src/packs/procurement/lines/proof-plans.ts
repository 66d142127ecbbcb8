// What the lines of each kind of document are proved by.

import type { ProofPlan } from './prove-lines.ts';

const commercial = { netTotal: 'net total', grossTotal: 'gross total' };

export const invoiceProof: ProofPlan = {
  totals: commercial,
  adjustments: { discountTotal: -1, shippingTotal: 1, chargeTotal: 1, rounding: 1 },
  taxes: { total: 'taxTotal', of: 'grossTotal' },
};
export const orderProof: ProofPlan = {
  totals: commercial,
  adjustments: { discountTotal: -1, shippingTotal: 1, chargeTotal: 1 },
  taxes: { total: 'taxTotal', of: 'grossTotal' },
};
export const boqProof: ProofPlan = { totals: { netTotal: 'net total' }, adjustments: {} };
/** Cash totals are rounded to five cents. */
export const receiptProof: ProofPlan = {
  totals: { subtotal: 'subtotal', total: 'total' },
  adjustments: { tax: 1, tip: 1 },
  coinCents: 5,
};
/** Papers without prices, or without totals: only the rows are counted. */
export const countedOnly: ProofPlan = { totals: {}, adjustments: {} };
