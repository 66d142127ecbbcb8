import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { labelOf } from '../../src/parse/xml/lay-elements.ts';
import { madeInvoice, toUbl } from '../support/e-invoices.ts';
import { readMade } from '../support/read-made.ts';

const parse = (text: string) => parseDocument(Buffer.from(text), { name: 'made.xml' });
const linesOf = async (text: string) =>
  (await parse(text)).pages.flatMap((page) => page.lines.map((line) => line.text));

describe('an XML file', () => {
  it('is laid out as a page that people can read', async () => {
    const xml = `<order xmlns="urn:x" kind="standing"><orderNo>17</orderNo><buyer><name>Acme</name><city>Kiel</city></buyer>
      <total currencyID="EUR">12.50</total><ship><to><country>DE</country></to></ship><empty/></order>`;
    expect(await linesOf(xml)).toEqual([
      'Order',
      'Kind: standing',
      'Order no: 17',
      'Buyer',
      'Name: Acme',
      'City: Kiel',
      'Total: 12.50 EUR',
      'Ship / To / Country: DE',
    ]);
  });

  it('has the XPath with each value, and none with its labels', async () => {
    const doc = await parse('<a><b>one two</b><b unitCode="KGM">3</b></a>');
    const words = doc.pages[0]!.lines.flatMap((line) => line.words.map(({ text, locator }) => [text, locator]));
    expect(words).toEqual([
      ['A', undefined],
      ['B:', undefined],
      ['one', '/a/b[1]'],
      ['two', '/a/b[1]'],
      ['B:', undefined],
      ['3', '/a/b[2]'],
      ['KGM', '/a/b[2]/@unitCode'],
    ]);
  });

  it('names files inside it instead of printing them', async () => {
    const xml = `<a><file filename="plan.pdf">${'QUJD'.repeat(200)}</file><note>x</note></a>`;
    expect(await linesOf(xml)).toContain('File: (embedded file plan.pdf, 800 characters)');
  });

  it('is of the language of its values, not of its element names', async () => {
    const note =
      'Die Rechnung ist innerhalb von dreißig Tagen ohne Abzug zu bezahlen, sofern nichts anderes vereinbart ist.';
    expect((await parse(`<Invoice><Note>${note}</Note></Invoice>`)).language).toBe('de');
  });

  it('wraps long texts and cuts what is beyond the page limit, with a warning', async () => {
    const many = `<a>${'<b>x</b>'.repeat(500)}</a>`;
    const doc = await parseDocument(Buffer.from(many), { name: 'many.xml', limits: { maxPages: 2 } });
    expect(doc.pages).toHaveLength(2);
    expect(doc.warnings).toMatchObject([{ code: 'pages.cut' }]);
    expect(await linesOf(`<a><b>${'word '.repeat(60)}</b></a>`)).toHaveLength(4);
  });

  it.each([
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "l"><!ENTITY m "&l;&l;">]><a>&m;</a>', 'file.xml-doctype'],
    ['<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'file.xml-doctype'],
    ['<?xml version="1.0"?><a><b>cut', 'file.corrupt'],
    ['<?xml version="1.0"?><a>&unknown;</a>', 'file.corrupt'],
    [`<?xml version="1.0"?>${'<a>'.repeat(2000)}`, 'file.too-large'],
    ['<?xml version="1.0"?><a><b/></a>', 'file.unsupported'],
    [toUbl(madeInvoice).slice(0, 900), 'file.corrupt'],
  ])('that is hostile, broken or empty ends in a typed error: %#', async (text, code) => {
    await expect(parse(text)).rejects.toMatchObject({ code });
  });

  it('of a root that nobody knows comes out as pairs, and says why', async () => {
    const { record } = await readMade(toUbl(madeInvoice).replaceAll('xsd:Invoice-2', 'xsd:Invoice-9'));
    expect(record.type).toBe('unknown');
    expect(record.structured).toBeUndefined();
    expect(record.fields['pairs[1].label']?.value).toBe('ID');
    expect(record.fields['pairs[1].value']).toMatchObject({
      value: 'RG-2024-0815',
      evidence: [{ locator: '/Invoice/cbc:ID' }],
    });
    expect(record.issues).toMatchObject([
      { rule: 'document/xml-not-read', severity: 'warning', message: expect.stringContaining('xsd:Invoice-9') },
    ]);
  });
});

describe('labelOf', () => {
  it.each([
    ['InvoiceTypeCode', 'Invoice type code'],
    ['UBLVersionID', 'UBL version ID'],
    ['order_date', 'Order date'],
    ['ID', 'ID'],
    ['line2Text', 'Line2 text'],
  ])('%s → %s', (name, label) => expect(labelOf(name)).toBe(label));
});
