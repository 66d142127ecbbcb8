// Receipts: scans with someone's perfect OCR, and phone photos.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseGold } from '../../src/eval/gold.ts';
import { type EvalSet, evalSet, meanOf } from './eval-set.ts';
import { present, renamed } from './load-invoices.ts';

const SCAN_KEYS = { company: 'merchant.name', date: 'date', address: 'merchant.address', total: 'total' };
const HEADLINE = Object.values(SCAN_KEYS);

/** `prefer: 'ocr'`: from the OCR lines of the set; `'file'`: from the pixels. */
export async function loadReceiptsScanned(data: string, prefer: 'file' | 'ocr'): Promise<EvalSet> {
  const dir = path.join(data, 'receipts-scanned');
  const { documents } = parseGold(await readFile(path.join(dir, 'gold.jsonl'), 'utf8'));
  return evalSet({
    name: prefer === 'ocr' ? 'receipts-scanned, OCR lines' : 'receipts-scanned, pixels',
    dir,
    documents: documents.map((document) => ({ ...document, fields: renamed(document.fields, SCAN_KEYS) })),
    prefer,
    targets: [meanOf('4 fields, mean', prefer === 'ocr' ? 0.9 : 0.75, HEADLINE)],
  });
}

export async function loadReceiptsPhotos(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'receipts-photos');
  const lines = (await readFile(path.join(dir, 'gold.jsonl'), 'utf8')).split('\n').filter(Boolean);
  const documents = lines.map((line) => {
    const {
      id,
      file,
      tokens_by_label: tokens,
    } = JSON.parse(line) as { id: string; file: string; tokens_by_label: Record<string, string[]> };
    return {
      id,
      file,
      type: 'receipt',
      fields: present({ total: tokens.Total?.at(-1), date: tokens.Date?.[0], subtotal: tokens.Subtotal?.[0] }),
    };
  });
  return evalSet({
    name: 'receipts-photos',
    dir,
    documents,
    notes: ['of several printed totals the last one counts; the set does not say which is which'],
  });
}
