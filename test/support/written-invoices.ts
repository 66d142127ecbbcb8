// Records to be written as e-invoices, without a document behind them.

import type { DocumentRecord, Json, Value } from '../../src/document/value.ts';
import type { ExportSource } from '../../src/pipeline/record-export.ts';

const statedValue = (value: Json): Value => ({
  value,
  raw: String(value),
  origin: 'read',
  confidence: 0.9,
  evidence: [],
  source: 'made',
  signals: {},
});

const stated = (values: Record<string, Json>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, statedValue(value)]));

export const writableFields: Record<string, Json> = {
  number: 'RE-2026-17',
  issueDate: '2026-03-02',
  dueDate: '2026-04-01',
  currency: 'EUR',
  purchaseOrderNumber: 'PO-4711',
  contractNumber: 'V-9',
  customerNumber: 'K-77',
  deliveryDate: '2026-02-27',
  periodStart: '2026-02-01',
  periodEnd: '2026-02-28',
  paymentTerms: '30 Tage netto',
  'seller.name': 'Müller & Söhne <GmbH>',
  'seller.vatId': 'DE136695976',
  'seller.taxId': '201/113/40209',
  'seller.registrationId': 'HRB 12345',
  'seller.address': 'Hafenstraße 7, 24103 Kiel',
  'seller.country': 'DE',
  'seller.email': 'rechnung@mueller.example',
  'seller.phone': '+49 431 123456',
  'seller.iban': 'DE89370400440532013000',
  'seller.bic': 'COBADEFFXXX',
  'buyer.name': 'Havelland Bau AG',
  'buyer.vatId': 'DE811569869',
  'buyer.address': 'Am Markt 1, 14641 Nauen',
  'buyer.country': 'DE',
  'buyer.email': 'eingang@havelland.example',
  netTotal: 375,
  taxTotal: 71.25,
  grossTotal: 446.25,
  amountDue: 446.25,
  'taxes[0].rate': 19,
  'taxes[0].base': 375,
  'taxes[0].amount': 71.25,
};

export const writableLines: Record<string, Json>[] = [
  {
    number: '1',
    sku: 'BH-20',
    buyerSku: '4711',
    gtin: '4012345000016',
    description: 'Bohrhammer BH 20',
    specification: '800 W, mit Koffer',
    quantity: 2,
    unit: 'Stk',
    unitPrice: 150,
    netAmount: 300,
    taxRate: 19,
    purchaseOrderLine: '10',
  },
  { number: '2', description: 'Montage', quantity: 1.5, unit: 'Std.', unitPrice: 50, netAmount: 75, taxRate: 19 },
];

/** `null` takes a value away. */
export function recordOf(
  fields: Record<string, Json> = {},
  { lines = writableLines, type = 'invoice' }: { lines?: Record<string, Json>[]; type?: string } = {},
): ExportSource {
  const merged = Object.entries({ ...writableFields, ...fields }).filter(([, value]) => value !== null);
  return { type, fields: stated(Object.fromEntries(merged)), lines: lines.map(stated) };
}

export const asDocument = (source: ExportSource): DocumentRecord => ({
  confidence: 0.9,
  alternatives: [],
  pages: [1],
  issues: [],
  ...source,
});
