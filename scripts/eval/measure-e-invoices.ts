// E-invoices and orders as XML: every valid case is read, twins in two syntaxes give equal records, values are what a parser of
// the judge's own finds, types are what the root elements say; and on hybrid files that count as correct, page and XML agree.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { evaluateSet } from '../../src/cli/evaluate-set.ts';
import { openGoldInputs } from '../../src/cli/gold-input.ts';
import type { DocumentRecord, Json } from '../../src/document/value.ts';
import type { ReadResult } from '../../src/pipeline/read-result.ts';
import { loadHybrid } from './load-hybrid.ts';
import type { Measure, MeasureContext, Row } from './measure.ts';

/** What the root elements of UBL are to whoever files them; all others are none of our types. */
const TYPES: Readonly<Record<string, string>> = {
  Invoice: 'invoice',
  SelfBilledInvoice: 'invoice',
  FreightInvoice: 'invoice',
  DebitNote: 'invoice',
  CreditNote: 'credit_note',
  SelfBilledCreditNote: 'credit_note',
  Order: 'purchase_order',
  OrderChange: 'purchase_order',
  OrderResponse: 'purchase_order',
  OrderResponseSimple: 'purchase_order',
  Quotation: 'quotation',
  RequestForQuotation: 'rfq',
  DespatchAdvice: 'delivery_note',
  ReceiptAdvice: 'delivery_note',
  Catalogue: 'item_list',
};

export const eInvoicesMeasure: Measure = {
  name: 'e-invoices',
  async run(context) {
    const parts = [await measureXrechnung(context), await measureUbl(context), await measureHybrid(context)];
    return { rows: parts.flatMap(({ rows }) => rows), details: parts.map(({ details }) => details) };
  },
};

interface Part {
  rows: Row[];
  details: unknown;
}

async function xmlFiles(dir: string): Promise<string[]> {
  return (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.xml')).sort();
}

async function readEach(
  context: MeasureContext,
  dir: string,
  files: readonly string[],
): Promise<Map<string, ReadResult>> {
  const results = new Map<string, ReadResult>();
  for (const file of files.slice(0, context.limit)) {
    results.set(file, await context.reader.read({ path: path.join(dir, file), name: file }));
  }
  return results;
}

const recordOf = (result: ReadResult | undefined): DocumentRecord | undefined => result?.documents[0];

async function measureXrechnung(context: MeasureContext): Promise<Part> {
  const set = 'xrechnung';
  const dir = path.join(context.data, 'e-invoices', set, 'src', 'test');
  const results = await readEach(context, dir, await xmlFiles(dir));
  const read = [...results].filter(([, result]) => {
    const record = recordOf(result);
    return record?.structured !== undefined && record.fields.number !== undefined && record.lines.length > 0;
  });
  const unequal: string[] = [];
  let [pairs, equal, all] = [0, 0, 0];
  for (const [file, result] of results) {
    const twin = recordOf(results.get(file.replace(/_ubl\.xml$/, '_uncefact.xml')));
    const own = recordOf(result);
    if (!file.endsWith('_ubl.xml') || !twin || !own) continue;
    pairs++;
    const [a, b] = [plainValues(own), plainValues(twin)];
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      all++;
      if (a.get(key) === b.get(key)) equal++;
      else unequal.push(`${file} ${key}: ${a.get(key)} / ${b.get(key)}`);
    }
  }
  console.log(`\n${set}: ${results.size} files, ${pairs} pairs, ${equal} of ${all} values equal`);
  for (const line of unequal) console.log(`  ${line.slice(0, 200)}`);
  return {
    rows: [
      { set, what: 'cases read', target: 1, measured: read.length / results.size, documents: results.size },
      { set, what: 'twins, equal values', target: 0.98, measured: equal / all, documents: 2 * pairs },
    ],
    details: unequal,
  };
}

/** Type, fields and lines as text by path. */
function plainValues({ type, fields, lines }: DocumentRecord): Map<string, string> {
  const values: [string, Json][] = [['type', type]];
  for (const [field, { value }] of Object.entries(fields)) values.push([field, value]);
  for (const [i, line] of lines.entries()) {
    for (const [column, { value }] of Object.entries(line)) values.push([`lines[${i}].${column}`, value]);
  }
  return new Map(values.map(([key, value]) => [key, JSON.stringify(value)]));
}

async function measureUbl(context: MeasureContext): Promise<Part> {
  const set = 'ubl-examples';
  const dir = path.join(context.data, 'e-invoices', set);
  const results = await readEach(context, dir, await xmlFiles(dir));
  const wrong: string[] = [];
  for (const [file, result] of results) {
    const expected = TYPES[await rootOf(path.join(dir, file))] ?? 'unknown';
    const got = recordOf(result)?.type ?? result.error?.code ?? 'nothing';
    if (got !== expected) wrong.push(`${file}: expected ${expected}, got ${got}`);
  }
  for (const line of wrong) console.log(`  ${line}`);
  const measured = (results.size - wrong.length) / results.size;
  return { rows: [{ set, what: 'types', target: 1, measured, documents: results.size }], details: wrong };
}

async function rootOf(file: string): Promise<string> {
  const text = (await readFile(file, 'utf8')).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  return /<(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1] ?? '';
}

async function measureHybrid(context: MeasureContext): Promise<Part> {
  const set = await loadHybrid(context.data);
  const documents = set.documents.slice(0, context.limit);
  const inputs = await openGoldInputs(set.dir, { prefer: set.prefer });
  const report = await evaluateSet(documents, { reader: context.reader, inputOf: inputs.inputOf, jobs: context.jobs });
  await inputs.close();
  const correct = documents.flatMap(({ file }) => (file && /(?:^|\/)correct\/|XML-Rechnung/.test(file) ? [file] : []));
  const results = await readEach(context, set.dir, correct);
  const differing: string[] = [];
  let [agree, differ, silent, files, clean] = [0, 0, 0, 0, 0];
  for (const [file, result] of results) {
    const record = recordOf(result);
    if (!record?.comparison) continue;
    files++;
    if (record.structured?.verdict === 'agrees') clean++;
    for (const { path: field, verdict, xml, page } of record.comparison) {
      if (verdict === 'agrees') agree++;
      if (verdict === 'page does not say') silent++;
      if (verdict !== 'differs') continue;
      differ++;
      differing.push(`${file} ${field}: ${JSON.stringify(xml?.value)} / ${JSON.stringify(page?.value)}`);
    }
  }
  console.log(`\nhybrid, XML and page: ${agree} agree, ${differ} differ, ${silent} not on the page`);
  for (const line of differing) console.log(`  ${line.slice(0, 200)}`);
  const name = 'hybrid-pdf, XML read';
  const row = (what: string, target: number | null, measured: number, count: number): Row => ({
    set: name,
    what,
    target,
    measured,
    documents: count,
  });
  return {
    rows: [
      row('7 fields, mean', 0.99, report.fieldScore ?? 0, documents.length),
      row('lines, F1', 0.99, report.lines?.f1 ?? 0, documents.length),
      row('correct files, verdict "agrees"', null, clean / files, files),
      row('correct files, values that agree of those on the page', null, agree / (agree + differ), files),
    ],
    details: { differing, errors: report.errors },
  };
}
