// Sets of invoices: real ones with keys of their source, and generated ones.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '../../src/document/value.ts';
import { type GoldDocument, parseGold } from '../../src/eval/gold.ts';
import { type EvalSet, evalSet, meanOf } from './eval-set.ts';

const MIXED_KEYS: Readonly<Record<string, string>> = {
  issuer: 'seller.name',
  invoice_number: 'number',
  date: 'issueDate',
  amount: 'grossTotal',
  currency: 'currency',
  amount_untaxed: 'netTotal',
  date_due: 'dueDate',
  iban: 'seller.iban',
  bic: 'seller.bic',
};
const HEADLINE = ['number', 'issueDate', 'grossTotal', 'currency', 'seller.name'];

export async function loadInvoicesMixed(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'invoices-mixed');
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: 'invoices-mixed',
    dir,
    documents: documents.map(({ lines: _lines, ...document }) => ({
      ...document,
      fields: renamed(document.fields, MIXED_KEYS),
    })),
    targets: [meanOf('5 fields, mean', 0.95, HEADLINE)],
    notes: [
      'the truth is what templates of another program return: one seller is the name of its test template, one number is cut after "F", IBAN and BIC of one file are placeholders',
    ],
  });
}

interface SyntheticInvoice {
  invoice_number: string;
  po_number?: string | null;
  vendor: { name: string };
  customer: { name: string };
  invoice_date: string;
  due_date?: string;
  currency: string;
  line_items: { description: string; quantity: number; total: number }[];
  total_amount: number;
}

export async function loadInvoicesSynthetic(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'invoices-synthetic', 'invoices');
  const documents: GoldDocument[] = [];
  for (const file of (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.json')).sort()) {
    const truth = JSON.parse(await readFile(path.join(dir, file), 'utf8')) as SyntheticInvoice;
    // Some truths of the set have no document.
    if (!truth.invoice_number || !existsSync(path.join(dir, file.replace(/\.json$/, '.pdf')))) continue;
    documents.push({
      id: file,
      file: file.replace(/\.json$/, '.pdf'),
      type: 'invoice',
      fields: present({
        number: truth.invoice_number,
        issueDate: truth.invoice_date,
        dueDate: truth.due_date,
        grossTotal: truth.total_amount,
        currency: truth.currency,
        'seller.name': truth.vendor?.name,
        'buyer.name': truth.customer?.name,
        purchaseOrderNumber: truth.po_number,
      }),
      lines: (truth.line_items ?? []).map(({ description, quantity, total }) => ({
        description,
        quantity,
        netAmount: total,
      })),
    });
  }
  return evalSet({ name: 'invoices-synthetic', dir, documents });
}

export function renamed(
  fields: Readonly<Record<string, Json[]>>,
  names: Readonly<Record<string, string>>,
): Record<string, Json[]> {
  const out: Record<string, Json[]> = {};
  for (const [key, value] of Object.entries(fields)) {
    const path = names[key];
    if (path !== undefined) out[path] = value;
  }
  return out;
}

export function present(fields: Readonly<Record<string, Json | undefined>>): Record<string, Json[]> {
  const out: Record<string, Json[]> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== '') out[key] = [value];
  }
  return out;
}
