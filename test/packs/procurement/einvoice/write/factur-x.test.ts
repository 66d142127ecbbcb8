import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceExports } from '../../../../../src/packs/procurement/einvoice/write/invoice-exports.ts';
import { exportContext } from '../../../../support/export-context.ts';
import { plainRecord, readMade } from '../../../../support/read-made.ts';
import { recordOf, writableFields, writableLines } from '../../../../support/written-invoices.ts';

const run = promisify(execFile);
const facturX = invoiceExports.find(({ id }) => id === 'factur-x')!;
const cii = invoiceExports.find(({ id }) => id === 'cii')!;
const now = new Date('2026-03-03T10:00:00Z');

const has = async (tool: string): Promise<boolean> => {
  try {
    await run(tool, ['--version']);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};
const [withPoppler, withQpdf] = await Promise.all([has('pdfdetach'), has('qpdf')]);

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'factur-x-'));
  file = path.join(folder, 'invoice.pdf');
  await writeFile(file, await facturX.serialize(recordOf(), exportContext(now)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a Factur-X file', () => {
  it('reads back as the record, with a page that says the same', async () => {
    const { record } = await readMade(await readFile(file));
    expect(record.structured).toMatchObject({ syntax: 'cii', file: 'factur-x.xml', verdict: 'agrees' });
    expect(plainRecord(record)).toMatchObject({
      number: writableFields.number,
      grossTotal: writableFields.grossTotal,
      'seller.name': writableFields['seller.name'],
      'seller.iban': writableFields['seller.iban'],
      'lines[0].description': writableLines[0]!.description,
    });
  });

  it('says in its metadata what it is', async () => {
    const text = (await readFile(file)).toString('latin1');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    expect(text).toContain('<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>');
    expect(text).toContain('/AFRelationship /Alternative');
    expect(text).toContain('/S /GTS_PDFA1');
    expect(text).toMatch(/\/AF \[\d+ 0 R\]/);
    // Only fonts that are embedded: each Type0 font has a file.
    expect(text).not.toContain('/Subtype /Type1');
    expect(text.match(/\/FontFile2/g)).toHaveLength(2);
  });

  it.runIf(withPoppler)('gives its XML to pdfdetach as it was written (needs poppler-utils)', async () => {
    const { stdout } = await run('pdfdetach', ['-list', file]);
    expect(stdout).toContain('1: factur-x.xml');
    const detached = path.join(folder, 'detached.xml');
    await run('pdfdetach', ['-save', '1', '-o', detached, file]);
    expect(await readFile(detached)).toEqual(Buffer.from(await cii.serialize(recordOf(), exportContext(now))));
  });

  it.runIf(withQpdf)('has no error that qpdf finds (needs qpdf)', async () => {
    const { stdout } = await run('qpdf', ['--check', file]);
    expect(stdout).toContain('No syntax or stream encoding errors found');
  });

  it('draws letters that its fonts lack as a sign for them, never as an empty box', async () => {
    const bytes = await facturX.serialize(recordOf({ 'buyer.name': '株式会社 <&> Łódź 😀' }), exportContext(now));
    const { record } = await readMade(bytes);
    expect(record.fields['buyer.name']?.value).toBe('株式会社 <&> Łódź 😀');
  });

  it('goes on over pages', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => ({
      number: String(i + 1),
      description: `Posten ${i + 1}`,
      quantity: 1,
      unit: 'Stk',
      unitPrice: 2,
      netAmount: 2,
      taxRate: 19,
    }));
    const totals = { netTotal: 240, taxTotal: 45.6, grossTotal: 285.6, amountDue: 285.6 };
    const record = recordOf({ ...totals, 'taxes[0].base': 240, 'taxes[0].amount': 45.6 }, { lines });
    const { doc, record: read } = await readMade(await facturX.serialize(record, exportContext(now)));
    expect(doc.pages.length).toBeGreaterThan(2);
    expect(read.lines).toHaveLength(120);
    expect(read.structured?.verdict).toBe('agrees');
  });
});

describe('a record that lacks something', () => {
  it('is written without lines when they do not suffice, and says why', async () => {
    const { unit: _unit, ...line } = writableLines[0]!;
    const record = recordOf({}, { lines: [line as (typeof writableLines)[number], writableLines[1]!] });
    const plan = facturX.plan(record);
    expect(plan).toMatchObject({ profile: 'factur-x-basic-wl', gaps: [] });
    expect(plan.notes.join(' ')).toContain('Not EN 16931: /lines/0/unit');
    expect(cii.plan(record).profile).toBeNull();
    const text = Buffer.from(await facturX.serialize(record, exportContext(now))).toString('latin1');
    expect(text).toContain('<fx:ConformanceLevel>BASIC WL</fx:ConformanceLevel>');
    expect(text).toContain('/AFRelationship /Data');
  });

  it('is written with its totals only when nothing is known of its taxes', async () => {
    const absent = Object.fromEntries(['rate', 'base', 'amount'].map((part) => [`taxes[0].${part}`, null]));
    const record = recordOf(absent, { lines: [] });
    expect(facturX.plan(record)).toMatchObject({ profile: 'factur-x-minimum', gaps: [] });
    const { record: read } = await readMade(await facturX.serialize(record, exportContext(now)));
    expect(read.structured?.profile).toBe('factur-x-minimum');
    expect(plainRecord(read)).toMatchObject({ grossTotal: 446.25, number: writableFields.number });
  });

  it('is not written when even its total is not known', () => {
    const plan = facturX.plan(recordOf({ netTotal: null, grossTotal: null, taxTotal: null }, { lines: [] }));
    expect(plan.profile).toBeNull();
    expect(plan.gaps.map(({ pointer }) => pointer)).toContain('/fields/netTotal');
  });
});
