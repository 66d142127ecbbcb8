// A type of the user's own (labels only), and documents of no type of ours.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { kindsOfTypes } from '../../src/cli/eval.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { type EvalSet, evalSet, meanOf } from './eval-set.ts';

const AD_ORDER_FIELDS = ['contract_num', 'advertiser', 'gross_amount', 'flight_from', 'flight_to'];

export async function loadAdOrders(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'ad-orders');
  const userTypes: unknown = parseYaml(await readFile(path.join(import.meta.dirname, 'ad-order.types.yaml'), 'utf8'));
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: 'ad-orders',
    dir,
    documents: documents.map((document) => ({ ...document, type: 'ad_order' })),
    options: { userTypes },
    kinds: kindsOfTypes(userTypes),
    targets: [meanOf('5 fields, mean', 0.88, AD_ORDER_FIELDS)],
    notes: ['orders, invoices and contracts of many stations, all called one user-defined type'],
  });
}

export async function loadOtherTypes(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'other-types');
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: 'other-types',
    dir,
    documents: documents.map((document) => ({ ...document, type: 'unknown', fields: {} })),
    targets: [{ name: 'called unknown', limit: 0.95, measure: (report) => report.types?.accuracy ?? 0 }],
  });
}

const TEXT_TYPES: Readonly<Record<string, string>> = {
  invoice: 'invoice',
  'purchase Order': 'purchase_order',
  ShippingOrder: 'delivery_note',
  report: 'unknown',
};

export async function loadProcurementTexts(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'procurement-texts');
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: 'procurement-texts',
    dir,
    documents: documents.map((document) => ({
      ...document,
      type: TEXT_TYPES[document.type ?? ''] ?? 'unknown',
      fields: {},
    })),
    typed: false,
    notes: ['text without lines or punctuation, the type word often first: smoke only, not counted'],
  });
}
