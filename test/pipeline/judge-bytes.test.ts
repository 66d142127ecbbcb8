import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { judgeBytes } from '../../src/pipeline/judge-bytes.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { drawPdf } from '../parse/make-pdf.ts';
import { changed, validCii, validUbl } from '../support/valid-invoices.ts';

const catalogue = createTypeCatalogue(packs);
const judge = (bytes: Uint8Array | string) =>
  judgeBytes(Buffer.from(bytes), catalogue, { parse: { name: 'a', sha256: '0'.repeat(64) }, clock: () => 0 });
const ids = ({ fired }: Awaited<ReturnType<typeof judge>>) => fired.map(({ id }) => id);

const sound = {
  type: 'invoice',
  fields: {
    number: { value: 'A-17' },
    issueDate: { value: '2026-03-02' },
    dueDate: { value: '2026-04-01' },
    currency: { value: 'EUR' },
    'seller.name': { value: 'Outils Martin SA' },
    'seller.address': { value: 'Rue Haute 1, 75001 Paris' },
    'seller.country': { value: 'FR' },
    'seller.vatId': { value: 'FR23334175221' },
    'buyer.name': { value: 'Ateliers Roux' },
    'buyer.address': { value: 'Rue Basse 2, 69001 Lyon' },
    'buyer.country': { value: 'FR' },
    netTotal: { value: 40 },
    taxTotal: { value: 8 },
    grossTotal: { value: 48 },
    amountDue: { value: 48 },
    'taxes[0].rate': { value: 20 },
    'taxes[0].base': { value: 40 },
    'taxes[0].amount': { value: 8 },
  } as Record<string, { value: unknown }>,
  lines: [
    {
      description: { value: 'Part' },
      quantity: { value: 4 },
      unitPrice: { value: 10 },
      netAmount: { value: 40 },
      taxRate: { value: 20 },
    },
  ],
};
const recordWith = (fields: Record<string, { value: unknown }>) =>
  JSON.stringify({ ...sound, fields: { ...sound.fields, ...fields } });

describe('judging bytes', () => {
  it('judges e-invoices of both syntaxes', async () => {
    expect(await judge(validUbl())).toEqual({
      syntax: 'ubl-invoice',
      profile: expect.stringContaining('peppol'),
      fired: [],
    });
    expect(await judge(validCii())).toMatchObject({ syntax: 'cii', fired: [] });
    expect(await judge(validUbl({ credit: true }))).toMatchObject({ syntax: 'ubl-creditnote', fired: [] });
    expect(ids(await judge(changed(validUbl(), '<cbc:ID>F-2026-17</cbc:ID>', '')))).toContain('BR-02');
  });

  it('judges what a PDF carries, not its page', async () => {
    const pdf = await drawPdf((pdf) => {
      pdf.file(Buffer.from(validCii({ specification: 'urn:cen.eu:en16931:2017' })), { name: 'factur-x.xml' });
      pdf.text('INVOICE A-17');
    });
    expect(await judge(pdf)).toMatchObject({ syntax: 'cii', fired: [] });
  });

  it('judges the record that is read off a page', async () => {
    const pdf = await drawPdf((page) => {
      for (const [i, line] of ['INVOICE', 'Invoice number: A-17', 'Total due: GBP 120.00'].entries())
        page.text(line, 60, 60 + 24 * i);
    });
    const judged = await judge(pdf);
    expect(judged).toMatchObject({ syntax: 'record', profile: null });
    expect(ids(judged)).toEqual(expect.arrayContaining(['BR-03', 'BR-06', 'BR-07']));
  });

  it('judges records', async () => {
    expect(ids(await judge(recordWith({})))).toEqual([]);
    expect(ids(await judge(recordWith({ grossTotal: { value: 49 } })))).toContain('BR-CO-15');
    expect(ids(await judge(recordWith({ currency: { value: 'EURO' } })))).toContain('BR-CL-04');
    expect(ids(await judge(recordWith({ netTotal: { value: 0.1 + 0.2 } })))).toContain('BR-DEC-12');
  });

  it('points at the field, and at the record among several', async () => {
    const one = await judge(recordWith({ 'seller.country': { value: 'ZZ' } }));
    expect(one.fired).toContainEqual(expect.objectContaining({ id: 'BR-CL-14', path: 'seller.country' }));
    const both = await judge(`[${recordWith({})}, ${recordWith({ 'seller.country': { value: 'ZZ' } })}]`);
    expect(both.fired).toContainEqual(expect.objectContaining({ id: 'BR-CL-14', path: 'documents[1].seller.country' }));
  });

  it('does not ask a record about terms that it does not have', async () => {
    const { 'taxes[0].rate': _, 'taxes[0].base': __, 'taxes[0].amount': ___, ...fields } = sound.fields;
    const fired = ids(await judge(JSON.stringify({ ...sound, fields })));
    expect(fired.filter((id) => !/^BR-CO-18$/.test(id))).toEqual([]);
  });

  it.each([
    ['file.unsupported', '<note xmlns="urn:example"><to>you</to></note>'],
    ['file.unsupported', '{"type": "poem", "fields": {}}'],
    ['file.xml-doctype', '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY a "b">]><Invoice/>'],
    ['file.corrupt', '<?xml version="1.0"?><Invoice><a></Invoice>'],
  ])('%s', async (code, text) => {
    await expect(judge(text)).rejects.toMatchObject({ code });
  });
});
