// What is written is read back as the same record, and our own rules find nothing wrong with it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../../src/document/value.ts';
import { syntaxes } from '../../../../../src/packs/procurement/einvoice/syntaxes.ts';
import { invoiceExports } from '../../../../../src/packs/procurement/einvoice/write/invoice-exports.ts';
import { parseXml } from '../../../../../src/parse/xml/parse-xml.ts';
import type { ExportSource } from '../../../../../src/pipeline/record-export.ts';
import { exportContext } from '../../../../support/export-context.ts';
import { plainRecord, readMade } from '../../../../support/read-made.ts';
import { asDocument, recordOf, writableLines } from '../../../../support/written-invoices.ts';

const now = new Date('2026-03-03T00:00:00Z');
const formats = ['ubl', 'cii'] as const;
type Format = (typeof formats)[number] | 'factur-x';

const exportOf = (id: Format) => invoiceExports.find((one) => one.id === id)!;
const planOf = (id: Format, record: ExportSource) => exportOf(id).plan(record);
const write = (id: Format, record: ExportSource) => exportOf(id).serialize(record, exportContext(now));
const pointersOf = (id: Format, record: ExportSource) => planOf(id, record).gaps.map(({ pointer }) => pointer);

function firedOn(xml: Uint8Array) {
  const root = parseXml(xml);
  const syntax = syntaxes.find((one) => one.recognises(root))!;
  return syntax.validate!(root).fired.filter(({ severity }) => severity === 'error');
}

const units: Record<string, string> = { Stk: 'H87', 'Std.': 'HUR' };

/** As it comes back: units as codes, and the category that a rate has. */
function expected(record: ExportSource): Record<string, Json> {
  const plain = plainRecord(asDocument(record));
  for (const [path, value] of Object.entries(plain)) {
    if (path.endsWith('.unit')) plain[path] = units[String(value)] ?? value;
    if (/^taxes\[\d+\]\.rate$/.test(path)) plain[path.replace('rate', 'category')] ??= 'S';
  }
  return plain;
}

describe.each(formats)('a record written as %s', (format) => {
  it('comes back as the same record', async () => {
    const record = recordOf();
    expect(planOf(format, record)).toMatchObject({ profile: 'en16931', gaps: [] });
    const bytes = await write(format, record);
    const { record: read } = await readMade(bytes);
    expect(plainRecord(read)).toEqual(expected(record));
    expect(read.structured?.profile).toBe('en16931');
    expect(firedOn(bytes)).toEqual([]);
  });

  it('comes back with its discount, freight, prepayment and discounts of lines', async () => {
    const lines = [{ ...writableLines[0]!, discount: 30, netAmount: 270 }];
    const totals = {
      netTotal: 280,
      taxTotal: 53.2,
      grossTotal: 333.2,
      paidAmount: 100,
      rounding: -0.2,
      amountDue: 233,
    };
    const adjusted = { discountTotal: 5, shippingTotal: 15, chargeTotal: 15 };
    const record = recordOf({ ...totals, ...adjusted, 'taxes[0].base': 280, 'taxes[0].amount': 53.2 }, { lines });
    const bytes = await write(format, record);
    const { record: read } = await readMade(bytes);
    expect(plainRecord(read)).toEqual(expected(record));
    expect(firedOn(bytes)).toEqual([]);
  });

  it('is a credit note with its number of the invoice', async () => {
    const record = recordOf({ precedingInvoiceNumber: 'RE-2026-1' }, { type: 'credit_note' });
    const { record: read } = await readMade(await write(format, record));
    expect(plainRecord(read)).toEqual(expected(record));
  });

  it('tells apart the rates that a discount falls under', async () => {
    const lines = [
      { ...writableLines[0]!, netAmount: 300 },
      { ...writableLines[1]!, taxRate: 7 },
    ];
    const record = recordOf(
      {
        ...{ netTotal: 355, taxTotal: 59.2, grossTotal: 414.2, amountDue: 414.2, discountTotal: 20 },
        ...{ 'taxes[0].rate': 19, 'taxes[0].base': 290, 'taxes[0].amount': 55.1 },
        ...{ 'taxes[1].rate': 7, 'taxes[1].base': 65, 'taxes[1].amount': 4.55 },
        taxTotal: 59.65,
        grossTotal: 414.65,
        amountDue: 414.65,
      },
      { lines },
    );
    const bytes = await write(format, record);
    expect(firedOn(bytes)).toEqual([]);
    const { record: read } = await readMade(bytes);
    expect(plainRecord(read)).toEqual(expected(record));
  });

  it('computes what follows, and says so', async () => {
    const absent = Object.fromEntries(
      ['netTotal', 'taxTotal', 'grossTotal', 'amountDue', 'taxes[0].rate', 'taxes[0].base', 'taxes[0].amount'].map(
        (path) => [path, null],
      ),
    );
    const lines = writableLines.map(({ netAmount: _net, number: _number, ...line }) => line);
    const record = recordOf(absent, { lines: lines as Record<string, Json>[] });
    const plan = planOf(format, record);
    expect(plan.gaps).toEqual([]);
    expect(plan.notes.join(' ')).toContain('quantity × price');
    const { record: read } = await readMade(await write(format, record));
    expect(plainRecord(read)).toMatchObject({
      netTotal: 375,
      taxTotal: 71.25,
      grossTotal: 446.25,
      amountDue: 446.25,
      'lines[1].netAmount': 75,
      'lines[1].number': '2',
    });
  });

  it.each([
    ['a buyer without a country', { 'buyer.country': null }, '/fields/buyer.country'],
    ['no number', { number: null }, '/fields/number'],
    ['a total that does not add up', { grossTotal: 446.26 }, '/fields/grossTotal'],
    ['nothing about when it is due', { dueDate: null, paymentTerms: null }, '/fields/dueDate'],
    ['a rate of 0 without a category', { 'taxes[0].rate': 0 }, '/fields/taxes[0].category'],
    ['an exemption without its reason', { 'taxes[0].category': 'E', 'taxes[0].rate': 0 }, '/fields/taxes[0].category'],
    [
      'a seller that nothing identifies',
      { 'seller.vatId': null, 'seller.registrationId': null },
      '/fields/seller.vatId',
    ],
    ['a VAT id of no country', { 'seller.vatId': '136695976' }, '/fields/seller.vatId'],
    ['a made-up currency', { currency: 'XYZ' }, '/fields/currency'],
  ])('refuses %s', (_, fields, pointer) => {
    const plan = planOf(format, recordOf(fields));
    expect(plan.profile).toBeNull();
    expect(plan.gaps.map((gap) => gap.pointer)).toContain(pointer);
  });

  it.each([
    ['no unit', { unit: null }, '/lines/0/unit'],
    ['a unit that is none', { unit: 'wagonload of' }, '/lines/0/unit'],
    ['no quantity', { quantity: null }, '/lines/0/quantity'],
    ['an amount that its price does not explain', { netAmount: 299 }, '/lines/0/netAmount'],
    ['a negative price', { unitPrice: -150 }, '/lines/0/unitPrice'],
    ['another tax rate than the document', { taxRate: 7 }, '/lines/0/taxRate'],
  ])('refuses a line with %s', (_, change, pointer) => {
    const merged = Object.entries({ ...writableLines[0], ...change }).filter(([, value]) => value !== null);
    const lines = [Object.fromEntries(merged) as Record<string, Json>, writableLines[1]!];
    expect(pointersOf(format, recordOf({}, { lines }))).toContain(pointer);
  });

  it('tells the rule that fires where no field is foreseen: reverse charge without the buyer’s VAT id', () => {
    const reverse = { 'taxes[0].category': 'AE', 'taxes[0].rate': 0, 'taxes[0].amount': 0, taxTotal: 0 };
    const totals = { grossTotal: 375, amountDue: 375 };
    const lines = writableLines.map((line) => ({ ...line, taxRate: 0 }));
    expect(planOf(format, recordOf({ ...reverse, ...totals }, { lines })).gaps).toEqual([]);
    const plan = planOf(format, recordOf({ ...reverse, ...totals, 'buyer.vatId': null }, { lines }));
    expect(plan.gaps.map(({ message }) => message).join(' ')).toContain('BR-AE-');
  });

  it('never throws, and what it writes reads back as it was written', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((drawn) => `x ${drawn} y`);
    const cents = fc.integer({ min: 1, max: 5_000_000 }).map((units) => units / 100);
    const line = fc.record({
      description: text,
      quantity: fc.integer({ min: 1, max: 500 }),
      unit: fc.constantFrom('Stk', 'Std.', 'KGM'),
      unitPrice: cents,
      taxRate: fc.constantFrom(19, 7),
    });
    const made = fc.record({ name: text, terms: text, lines: fc.array(line, { minLength: 1, maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(made, async ({ name, terms, lines }) => {
        const absent = Object.fromEntries(
          ['netTotal', 'taxTotal', 'grossTotal', 'amountDue', 'taxes[0].rate', 'taxes[0].base', 'taxes[0].amount'].map(
            (path) => [path, null],
          ),
        );
        const record = recordOf({ ...absent, 'buyer.name': name, paymentTerms: terms }, { lines });
        expect(planOf(format, record).gaps).toEqual([]);
        const bytes = await write(format, record);
        expect(firedOn(bytes)).toEqual([]);
        const { record: read } = await readMade(bytes);
        const again = await write(format, read);
        expect(Buffer.from(again).toString()).toBe(Buffer.from(bytes).toString());
        expect(read.lines.map(({ quantity, unitPrice }) => [quantity?.value, unitPrice?.value])).toEqual(
          lines.map(({ quantity, unitPrice }) => [quantity, unitPrice]),
        );
      }),
      { numRuns: 25 },
    );
  });
});

it('writes one record alike in both syntaxes', async () => {
  const [ubl, cii] = await Promise.all(formats.map(async (format) => readMade(await write(format, recordOf()))));
  expect(plainRecord(ubl!.record)).toEqual(plainRecord(cii!.record));
});

it('survives a record of nothing', () => {
  for (const { plan } of invoiceExports) {
    expect(plan({ type: 'invoice', fields: {}, lines: [] })).toMatchObject({ profile: null });
    expect(plan({ type: 'invoice', fields: {}, lines: [{}] }).gaps.length).toBeGreaterThan(3);
  }
});
