// Hybrid e-invoices: the page is read alone (the reader leaves the attachment out), the embedded XML is the truth.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GoldDocument } from '../../src/eval/gold.ts';
import { readAttachments } from '../../src/parse/attachments.ts';
import { defaultLimits } from '../../src/parse/limits.ts';
import { ciiTruth } from './cii-truth.ts';
import { type EvalSet, evalSet, meanOf } from './eval-set.ts';

const HEADLINE = ['number', 'issueDate', 'grossTotal', 'currency', 'seller.name', 'buyer.name', 'seller.vatId'];

export async function loadHybrid(data: string): Promise<EvalSet> {
  const dir = path.join(data, 'e-invoices', 'hybrid-pdf');
  const documents: GoldDocument[] = [];
  const without: string[] = [];
  for (const file of (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.pdf')).sort()) {
    const xml = await embeddedXml(path.join(dir, file));
    const truth = xml === undefined ? undefined : ciiTruth(xml);
    if (truth) documents.push({ id: file, file, ...truth });
    else without.push(path.basename(file));
  }
  return evalSet({
    name: 'hybrid-pdf',
    dir,
    documents,
    options: { pagesOnly: true },
    targets: [
      meanOf('7 fields, mean', 0.93, HEADLINE),
      { name: 'lines, F1', limit: 0.85, measure: (report) => report.lines?.f1 ?? 0 },
    ],
    notes: [
      'includes the files whose XML is known to be broken or to differ from the page (folders "fail")',
      'an invoice code with a negative total counts as credit note; some XML names carry customer and location numbers too',
      ...(without.length > 0 ? [`no truth in the XML of ${without.length} files: ${without.join(', ')}`] : []),
    ],
  });
}

async function embeddedXml(file: string): Promise<string | undefined> {
  const bytes = await readFile(file);
  const header = Math.max(0, bytes.indexOf('%PDF-'));
  const context = { limits: defaultLimits, name: path.basename(file), warn: () => {}, addOcrMs: () => {} };
  const attachments = await readAttachments({ bytes: bytes.subarray(header) }, context);
  const known = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i;
  const found =
    attachments.find(({ name }) => known.test(name)) ?? attachments.find(({ name }) => /\.xml$/i.test(name));
  return found?.base64 === undefined ? undefined : Buffer.from(found.base64, 'base64').toString('utf8');
}
