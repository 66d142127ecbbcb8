import { describe, expect, it } from 'vitest';
import { madeInvoice, toCii, toUbl } from '../../../support/e-invoices.ts';
import { plainRecord, readMade } from '../../../support/read-made.ts';

const expected = {
  type: 'invoice',
  number: 'RG-2024-0815',
  issueDate: '2024-03-12',
  dueDate: '2024-04-11',
  currency: 'EUR',
  purchaseOrderNumber: 'PO-77123',
  paymentTerms: 'Zahlbar innerhalb von 30 Tagen netto',
  'seller.name': 'Nordlicht Werkzeuge GmbH',
  'seller.vatId': 'DE136695976',
  'seller.address': 'Hafenstraße 7, 24103 Kiel',
  'seller.country': 'DE',
  'seller.iban': 'DE89370400440532013000',
  'buyer.name': 'Havelland Bau AG',
  'buyer.address': 'Hafenstraße 7, 24103 Kiel',
  'buyer.country': 'DE',
  netTotal: 375,
  taxTotal: 71.25,
  grossTotal: 446.25,
  amountDue: 446.25,
  'taxes[0].rate': 19,
  'taxes[0].category': 'S',
  'taxes[0].base': 375,
  'taxes[0].amount': 71.25,
  'lines[0].number': '1',
  'lines[0].description': 'Bohrhammer BH 20',
  'lines[0].quantity': 2,
  'lines[0].unit': 'H87',
  'lines[0].unitPrice': 150,
  'lines[0].netAmount': 300,
  'lines[0].taxRate': 19,
  'lines[1].number': '2',
  'lines[1].description': 'Schutzbrille klar',
  'lines[1].quantity': 10,
  'lines[1].unit': 'H87',
  'lines[1].unitPrice': 7.5,
  'lines[1].netAmount': 75,
  'lines[1].taxRate': 19,
};

describe('an invoice in several syntaxes', () => {
  it.each([
    ['UBL', toUbl(madeInvoice), 'ubl-invoice'],
    ['CII', toCii(madeInvoice), 'cii'],
    ['ZUGFeRD 1', toCii(madeInvoice, { version: 1 }), 'zugferd-1'],
  ])('gives the same record: %s', async (_, xml, syntax) => {
    const { record } = await readMade(xml);
    expect(plainRecord(record)).toEqual(expected);
    expect(record.structured).toEqual({ syntax, profile: 'en16931', file: null, verdict: null });
    expect(record.comparison).toBeUndefined();
    expect(record.issues).toEqual([]);
    expect(record.assessment?.verdict).toBe('ready');
  });

  it('proves each value by the XPath of the element and its place on the page laid out from it', async () => {
    const { record, doc } = await readMade(toUbl(madeInvoice));
    for (const value of [...Object.values(record.fields), ...record.lines.flatMap((line) => Object.values(line))]) {
      expect(value.origin).toBe('xml');
      expect(value.confidence).toBeGreaterThan(0.98);
      expect(value.evidence[0]).toMatchObject({ page: 1, locator: expect.stringMatching(/^\/Invoice\//) });
    }
    const { box, locator } = record.lines[1]!.netAmount!.evidence[0]!;
    expect(locator).toBe('/Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount');
    const line = doc.pages[0]!.lines.find((one) => one.box[1] === box[1]);
    expect(line?.text).toBe('Line extension amount: 75.00 EUR');
  });

  it.each([
    ['a UBL credit note', toUbl(madeInvoice, 'CreditNote')],
    ['an invoice with the code of a credit note', toCii(madeInvoice, { code: '381' })],
  ])('tells %s', async (_, xml) => {
    const { record } = await readMade(xml);
    expect(plainRecord(record)).toEqual({ ...expected, type: 'credit_note' });
  });

  it('leaves out what does not have the form of a value, and still reads the rest', async () => {
    const xml = toUbl({ ...madeInvoice, issueDate: '2024-13-45', gross: 'a lot', iban: 'see below', order: 'NA' });
    const { record } = await readMade(xml);
    expect(record.fields.issueDate).toBeUndefined();
    expect(record.fields['seller.iban']).toBeUndefined();
    expect(record.fields.purchaseOrderNumber).toBeUndefined();
    expect(record.fields.grossTotal).toMatchObject({ value: 446.25, origin: 'computed' });
    expect(record.fields.number).toMatchObject({ value: 'RG-2024-0815' });
  });

  it('reads a fragment', async () => {
    const { record } = await readMade(
      '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>7</ID></Invoice>',
    );
    expect(plainRecord(record)).toEqual({ type: 'invoice', number: '7' });
  });
});
