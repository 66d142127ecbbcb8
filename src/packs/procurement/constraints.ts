// What must hold between the fields of commercial documents; the joint choice weighs these against the candidates.

import { overlapX } from '../../document/box.ts';
import type { Evidence, LineItem } from '../../document/value.ts';
import type { Assignment, Constraint } from '../../pipeline/pack.ts';
import { sameCompany } from '../../recognize/company-names-compare.ts';
import { sameAmount } from './extract/rows.ts';
import { boqTexts, deliveryTexts, invoiceTexts, orderTexts, quotationTexts, rfqTexts } from './field-constraints.ts';

function amount(assignment: Assignment, path: string): number | undefined {
  const value = assignment[path]?.value;
  return typeof value === 'number' ? value : undefined;
}

function text(assignment: Assignment, path: string): string | undefined {
  const value = assignment[path]?.value;
  return typeof value === 'string' ? value : undefined;
}

const netPlusTax = (adjustments: readonly string[]): Constraint => ({
  id: 'net-plus-tax-is-gross',
  paths: ['netTotal', 'taxTotal', 'grossTotal', ...adjustments],
  weight: 2.2,
  holds: (a) => {
    const net = amount(a, 'netTotal');
    const tax = amount(a, 'taxTotal');
    const gross = amount(a, 'grossTotal');
    if (gross === undefined || net === undefined) return undefined;
    if (tax === undefined) return gross >= net - 0.01 && sameAmount(gross, net) ? true : undefined;
    const discount = Math.abs(amount(a, 'discountTotal') ?? 0);
    const shipping = amount(a, 'shippingTotal') ?? 0;
    const rounding = amount(a, 'rounding') ?? 0;
    // A printed "net" may stand before or after document discounts and freight.
    return [0, rounding].some((r) =>
      [0, shipping].some((s) => [0, discount].some((d) => sameAmount(net + tax + s - d + r, gross, 2))),
    );
  },
});

/** Of a sum before and one after document discounts and freight, the net total is the one that gives the gross with the tax alone. */
const netGivesGross: Constraint = {
  id: 'net-and-tax-alone-give-gross',
  paths: ['netTotal', 'taxTotal', 'grossTotal'],
  weight: 1.2,
  holds: (a) => {
    const net = amount(a, 'netTotal');
    const tax = amount(a, 'taxTotal');
    const gross = amount(a, 'grossTotal');
    return net !== undefined && tax !== undefined && gross !== undefined && sameAmount(net + tax, gross, 2)
      ? true
      : undefined;
  },
};

const receiptAddsUp: Constraint = {
  id: 'subtotal-plus-tax-is-total',
  paths: ['subtotal', 'tax', 'tip', 'total'],
  weight: 1.4,
  holds: (a) => {
    const subtotal = amount(a, 'subtotal');
    const total = amount(a, 'total');
    if (subtotal === undefined || total === undefined) return undefined;
    const extras = [amount(a, 'tax') ?? 0, amount(a, 'tip') ?? 0];
    const sums = [extras[0]!, extras[1]!, extras[0]! + extras[1]!].filter((extra) => extra > 0);
    // Five cents: cash totals are rounded.
    if (sums.some((extra) => sameAmount(subtotal + extra, total, 5))) return true;
    // Equal amounts prove nothing (tax may be inside, or both may be one printed place); discounts may lower the total.
    return total > 2 * subtotal ? false : undefined;
  },
};

const receiptTaxIsShare: Constraint = {
  id: 'receipt-tax-below-total',
  paths: ['tax', 'total'],
  weight: 1,
  holds: (a) => {
    const tax = amount(a, 'tax');
    const total = amount(a, 'total');
    return tax === undefined || total === undefined || tax < 0.32 * total ? undefined : false;
  },
};

const grossCoversNet: Constraint = {
  id: 'gross-not-below-net',
  paths: ['netTotal', 'grossTotal'],
  weight: 0.8,
  holds: (a) => {
    const net = amount(a, 'netTotal');
    const gross = amount(a, 'grossTotal');
    return net === undefined || gross === undefined ? undefined : Math.abs(gross) >= Math.abs(net) - 0.02;
  },
};

const taxBelowNet: Constraint = {
  id: 'tax-below-gross',
  paths: ['taxTotal', 'grossTotal'],
  // No country taxes sales by half of their price: a tax that large is another amount.
  weight: 3,
  holds: (a) => {
    const tax = amount(a, 'taxTotal');
    const gross = amount(a, 'grossTotal');
    return tax === undefined || gross === undefined || gross === 0 ? undefined : Math.abs(tax) < 0.32 * Math.abs(gross);
  },
};

const dueIsRest: Constraint = {
  id: 'gross-less-paid-is-due',
  paths: ['grossTotal', 'paidAmount', 'amountDue'],
  weight: 1.2,
  holds: (a) => {
    const gross = amount(a, 'grossTotal');
    const due = amount(a, 'amountDue');
    if (gross === undefined || due === undefined) return undefined;
    return sameAmount(gross - Math.abs(amount(a, 'paidAmount') ?? 0), due, 5)
      ? true
      : amount(a, 'paidAmount') === undefined
        ? undefined
        : false;
  },
};

/** Sum of the line amounts, or undefined when a line has none. */
export function sumOfLines(lines: readonly LineItem[]): number | undefined {
  if (lines.length === 0) return undefined;
  let cents = 0;
  for (const line of lines) {
    const value = line.netAmount?.value;
    if (typeof value !== 'number') return undefined;
    cents += Math.round(value * 100);
  }
  return cents / 100;
}

const linesSum = (path: string, adjustments: readonly string[] = []): Constraint => ({
  id: `lines-sum-to-${path}`,
  paths: [path, ...adjustments],
  weight: 0.9,
  holds: (a, lines) => {
    const total = amount(a, path);
    const sum = sumOfLines(lines);
    if (total === undefined || sum === undefined || sum === 0) return undefined;
    const discount = Math.abs(amount(a, 'discountTotal') ?? 0);
    const shipping = amount(a, 'shippingTotal') ?? 0;
    const sums = adjustments.length === 0 ? [sum] : [sum, sum - discount, sum + shipping, sum - discount + shipping];
    // A sum that differs may still lack a row; only agreement is evidence.
    return sums.some((one) => sameAmount(total, one, 2)) ? true : undefined;
  },
});

const inOrder = (before: string, after: string, weight: number): Constraint => ({
  id: `${before}-not-after-${after}`,
  paths: [before, after],
  weight,
  holds: (a) => {
    const first = text(a, before);
    const second = text(a, after);
    return first === undefined || second === undefined ? undefined : first <= second;
  },
});

const partiesDiffer: Constraint = {
  id: 'seller-is-not-buyer',
  paths: ['seller.name', 'buyer.name'],
  weight: 1.8,
  holds: (a) => {
    const seller = text(a, 'seller.name');
    const buyer = text(a, 'buyer.name');
    return seller === undefined || buyer === undefined ? undefined : sameCompany(seller, buyer) < 0.9;
  },
};

const differ = (one: string, other: string): Constraint => ({
  id: `${one}-differs-from-${other}`,
  paths: [one, other],
  weight: 1.5,
  holds: (a) => {
    const first = text(a, one);
    const second = text(a, other);
    return first === undefined || second === undefined ? undefined : first !== second;
  },
});

const taxTotalIsSum: Constraint = {
  id: 'tax-rows-sum-to-tax-total',
  paths: ['taxTotal', ...Array.from({ length: 5 }, (_, i) => `taxes[${i}].amount`)],
  weight: 1.1,
  holds: (a) => {
    const total = amount(a, 'taxTotal');
    if (total === undefined) return undefined;
    let cents = 0;
    let rows = 0;
    for (let i = 0; i < 5; i++) {
      const value = amount(a, `taxes[${i}].amount`);
      if (value === undefined) continue;
      cents += Math.round(value * 100);
      rows++;
    }
    return rows === 0 ? undefined : Math.abs(cents - Math.round(total * 100)) <= 2 ? true : undefined;
  },
};

const totals = (...adjustments: string[]): Constraint[] => [
  netPlusTax(adjustments),
  netGivesGross,
  grossCoversNet,
  taxBelowNet,
  linesSum('netTotal', ['discountTotal', 'shippingTotal']),
  linesSum('grossTotal'),
];
/** Widest distance between lines of one party's block, in points. */
const BLOCK_REACH = 75;

/** Whether two printed places stand in one column, close above each other. */
function standTogether(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      if (one.page !== other.page || one.page === 0 || overlapX(one.box, other.box) <= 0) return false;
      return Math.max(one.box[1] - other.box[3], other.box[1] - one.box[3]) < BLOCK_REACH;
    }),
  );
}

/** A party's id does not stand with the other's name. */
const idStandsWithName = (side: 'seller' | 'buyer', other: 'seller' | 'buyer'): Constraint => ({
  id: `${side}-vat-id-stands-with-its-name`,
  paths: [`${side}.vatId`, `${side}.name`, `${other}.name`],
  weight: 1.2,
  holds: (a) => {
    const id = a[`${side}.vatId`];
    const own = a[`${side}.name`];
    const theirs = a[`${other}.name`];
    if (!id || !own || !theirs) return undefined;
    // Standing with its own name proves little: a person may be named there as well.
    return standTogether(id.evidence, theirs.evidence) && !standTogether(id.evidence, own.evidence) ? false : undefined;
  },
});

const parties = [
  partiesDiffer,
  differ('seller.vatId', 'buyer.vatId'),
  idStandsWithName('seller', 'buyer'),
  idStandsWithName('buyer', 'seller'),
];

export const invoiceConstraints: readonly Constraint[] = [
  ...totals('discountTotal', 'shippingTotal', 'rounding'),
  dueIsRest,
  taxTotalIsSum,
  ...parties,
  inOrder('issueDate', 'dueDate', 0.9),
  inOrder('periodStart', 'periodEnd', 1),
  ...invoiceTexts,
];
export const purchaseOrderConstraints: readonly Constraint[] = [
  ...totals('discountTotal', 'shippingTotal'),
  ...parties,
  inOrder('issueDate', 'deliveryDate', 0.8),
  ...orderTexts,
];
export const quotationConstraints: readonly Constraint[] = [
  ...totals('discountTotal', 'shippingTotal'),
  ...parties,
  inOrder('issueDate', 'validUntil', 0.9),
  ...quotationTexts,
];
export const rfqConstraints: readonly Constraint[] = [inOrder('issueDate', 'submissionDeadline', 0.9), ...rfqTexts];
export const deliveryNoteConstraints: readonly Constraint[] = [...parties, ...deliveryTexts];
export const boqConstraints: readonly Constraint[] = [linesSum('netTotal'), ...boqTexts];
export const receiptConstraints: readonly Constraint[] = [receiptAddsUp, receiptTaxIsShare];
