// Which papers belong together: request, quotation, order, delivery note, invoice and credit note, and an invoice sent twice.

import { identifierLikeness, sameIdentifier } from '../../match/features/code-features.ts';
import { assignedLines } from '../../match/features/line-features.ts';
import { daysBetween, sameAmount } from '../../match/features/number-features.ts';
import { sameName, sharedWords } from '../../match/features/text-features.ts';
import { textOf } from '../../match/features/values.ts';
import { defineMatch, type MatchFeature, type MatchSpec, type MatchVeto } from '../../match/match-spec.ts';
import { amounts, lineWords, numbers, partyMonths } from './match-keys.ts';

const version = '2';

/** An id decides where both papers print it; the name where they do not. */
const party = (role: 'seller' | 'buyer', title: string): MatchFeature[] => [
  sameIdentifier({ id: `${role}-ids`, title: `${title}’s ids`, paths: [`${role}.vatId`] }),
  sameName({ id: `${role}-name`, title, paths: [`${role}.name`] }),
];
const parties = [...party('seller', 'Seller'), ...party('buyer', 'Buyer')];
const partyWeights = {
  'seller-ids': { for: 1.5, against: 3, neutral: 0.6 },
  'seller-name': { for: 1, against: 1.5 },
  'buyer-ids': { for: 0.7, against: 3, neutral: 0.6 },
  'buyer-name': { for: 0.5, against: 1 },
};

const lines = (most?: { left: number; right: number }): MatchFeature =>
  assignedLines({
    id: 'lines',
    title: 'Line items',
    identifiers: ['gtin', 'sku'],
    texts: ['description'],
    numbers: ['quantity', 'unitPrice'],
    ...(most ? { most } : {}),
  });

/** Part of an order may be billed: an amount that differs says little, the same one much. */
const total = (left: string, right: string): MatchFeature =>
  sameAmount({ id: 'total', title: 'Total', paths: { left: [left], right: [right] }, tolerance: 0.001, zeroAt: 0.5 });

const currency: MatchVeto = {
  id: 'currency',
  title: 'One currency',
  reads: { left: ['currency'], right: ['currency'] },
  check(left, right) {
    const [a, b] = [textOf(left, ['currency']), textOf(right, ['currency'])];
    return a && b && a !== b ? `One is in ${a}, the other in ${b}` : undefined;
  },
};

const common = {
  version,
  sides: 'symmetric',
  vetoes: [currency],
  prior: 0.05,
  correlation: 0.15,
  topN: 10,
  keepFrom: 0.5,
  tellFrom: 0.9,
} satisfies Partial<MatchSpec>;

/** The later paper names one earlier one, which may have several later ones: parts are delivered, billed, credited. */
const ofOne = { assignment: 'one-to-many' } satisfies Partial<MatchSpec>;

/** A number that names the other paper nearly decides; another number printed there is nearly as strong against it. */
const reference = (title: string, paths: { left: string[]; right: string[] }): MatchFeature =>
  sameIdentifier({ id: 'reference', title, paths });
const referenceWeight = { for: 6, against: 4, neutral: 0.7 };
const lineWeight = { for: 3, against: 1.5, neutral: 0.4 };
const totalWeight = { for: 2.5, against: 0.5, neutral: 0.6 };
const dateWeight = { for: 0.3, against: 2, neutral: 0.6 };

const days = (paths: { left: string[]; right: string[] }, to: number): MatchFeature =>
  daysBetween({ id: 'dates', title: 'Dates', paths, from: -3, to, fadeDays: 60 });
const issued = { left: ['issueDate'], right: ['issueDate'] };

export const procurementMatches: readonly MatchSpec[] = [
  defineMatch({
    ...common,
    ...ofOne,
    // Most orders are billed at once: of two alike, each gets its own invoice rather than one both.
    alsoShared: 0.2,
    id: 'procurement/order-invoice',
    title: 'Invoice of an order',
    left: 'purchase_order',
    right: 'invoice',
    keys: [numbers, partyMonths, amounts, lineWords],
    features: [
      reference('Order number', { left: ['number'], right: ['purchaseOrderNumber'] }),
      ...parties,
      total('grossTotal', 'grossTotal'),
      lines({ left: 3, right: 1 }),
      days(issued, 180),
    ],
    weights: { reference: referenceWeight, ...partyWeights, total: totalWeight, lines: lineWeight, dates: dateWeight },
  }),
  defineMatch({
    ...common,
    ...ofOne,
    id: 'procurement/quotation-order',
    title: 'Order of a quotation',
    left: 'quotation',
    right: 'purchase_order',
    keys: [numbers, partyMonths, amounts, lineWords],
    features: [
      reference('Quotation number', { left: ['number'], right: ['quotationNumber'] }),
      ...parties,
      total('grossTotal', 'grossTotal'),
      lines(),
      days(issued, 120),
    ],
    weights: { reference: referenceWeight, ...partyWeights, total: totalWeight, lines: lineWeight, dates: dateWeight },
  }),
  defineMatch({
    ...common,
    ...ofOne,
    id: 'procurement/rfq-quotation',
    title: 'Quotation for a request',
    left: 'rfq',
    right: 'quotation',
    keys: [numbers, partyMonths, lineWords],
    features: [
      reference('RFQ number', { left: ['number'], right: ['rfqNumber'] }),
      ...party('buyer', 'Buyer'),
      lines(),
      days(issued, 120),
    ],
    weights: {
      reference: referenceWeight,
      'buyer-ids': { for: 1.5, against: 3, neutral: 0.6 },
      'buyer-name': { for: 1, against: 1.5 },
      lines: { for: 4, against: 1.5, neutral: 0.4 },
      dates: dateWeight,
    },
  }),
  defineMatch({
    ...common,
    ...ofOne,
    id: 'procurement/invoice-credit-note',
    title: 'Credit for an invoice',
    left: 'invoice',
    right: 'credit_note',
    keys: [numbers, partyMonths, amounts, lineWords],
    features: [
      reference('Invoice number', { left: ['number'], right: ['precedingInvoiceNumber'] }),
      sameIdentifier({ id: 'order', title: 'Order number', paths: ['purchaseOrderNumber'] }),
      ...parties,
      total('grossTotal', 'grossTotal'),
      lines(),
      days(issued, 365),
    ],
    weights: {
      reference: referenceWeight,
      order: { for: 1.5, against: 2, neutral: 0.7 },
      ...partyWeights,
      total: { for: 2.5, against: 0.3, neutral: 0.6 },
      lines: lineWeight,
      dates: dateWeight,
    },
  }),
  defineMatch({
    ...common,
    ...ofOne,
    id: 'procurement/order-delivery',
    title: 'Delivery of an order',
    left: 'purchase_order',
    right: 'delivery_note',
    // A delivery note prints no money.
    vetoes: [],
    keys: [numbers, partyMonths, lineWords],
    features: [
      reference('Order number', { left: ['number'], right: ['purchaseOrderNumber'] }),
      ...parties,
      lines({ left: 3, right: 1 }),
      days({ left: ['issueDate'], right: ['date'] }, 180),
    ],
    weights: {
      reference: referenceWeight,
      ...partyWeights,
      lines: { for: 4, against: 1.5, neutral: 0.4 },
      dates: dateWeight,
    },
  }),
  defineMatch({
    ...common,
    id: 'procurement/duplicate-invoice',
    title: 'The same invoice twice',
    blocks: true,
    left: 'invoice',
    right: 'invoice',
    keys: [numbers, partyMonths, amounts],
    features: [
      sameIdentifier({ id: 'number', title: 'Invoice number', paths: ['number'] }),
      ...parties,
      sameIdentifier({ id: 'iban', title: 'IBAN', paths: ['seller.iban'] }),
      sameAmount({ id: 'total', title: 'Total', paths: ['grossTotal'], tolerance: 0.0005, zeroAt: 0.02 }),
      daysBetween({ id: 'dates', title: 'Dates', paths: ['issueDate'], from: 0, to: 0, fadeDays: 7 }),
      sameIdentifier({ id: 'order', title: 'Order number', paths: ['purchaseOrderNumber'] }),
      sharedWords({ id: 'words', title: 'Goods', paths: ['lines[].description'] }),
    ],
    weights: {
      number: { for: 4, against: 5, neutral: 0.7 },
      ...partyWeights,
      iban: { for: 0.7, against: 2, neutral: 0.9 },
      total: { for: 2, against: 4, neutral: 0.5 },
      dates: { for: 1, against: 2.5, neutral: 0.5 },
      order: { for: 0.5, against: 2, neutral: 0.7 },
      words: { for: 1, against: 2, neutral: 0.4 },
    },
    vetoes: [
      currency,
      {
        id: 'corrected',
        title: 'One corrects the other',
        reads: { left: ['number', 'precedingInvoiceNumber'], right: ['number', 'precedingInvoiceNumber'] },
        check(left, right) {
          for (const [one, other] of [
            [left, right],
            [right, left],
          ] as const) {
            const preceding = textOf(one, ['precedingInvoiceNumber']);
            const number = textOf(other, ['number']);
            const own = textOf(one, ['number']);
            if (
              preceding &&
              number &&
              own &&
              identifierLikeness(preceding, number) >= 0.95 &&
              identifierLikeness(own, number) < 0.95
            )
              return `${own} says that it follows ${number}`;
          }
          return undefined;
        },
      },
    ],
  }),
];
