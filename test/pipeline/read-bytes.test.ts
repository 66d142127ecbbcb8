import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import { packs } from '../../src/packs/index.ts';
import { chooseEngine, closeEngines } from '../../src/parse/ocr/engines.ts';
import { readBytes } from '../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { drawPdf } from '../parse/make-pdf.ts';
import { pictureOf } from '../parse/ocr/picture.ts';

const catalogue = createTypeCatalogue(packs);

const body = [
  'INVOICE',
  'Invoice number: BR-3308',
  'Invoice date: 14 March 2026',
  'Bill to: Mossgate Bakery Ltd, 7 Mill Lane, Leeds LS1 5AB',
  'Total due: GBP 120.00',
];

/** An invoice whose letterhead, and with it the seller's name, is a picture. */
async function invoiceUnderPicture(): Promise<Uint8Array> {
  const letterhead = await pictureOf(
    [
      { text: 'Harbour Light Supplies Ltd', x: 20, y: 12, size: 20 },
      { text: '12 Quay Street, Bristol BS1 4DJ', x: 20, y: 40 },
      { text: 'VAT No. GB 123 4567 82', x: 20, y: 58 },
    ],
    { width: 320, height: 80 },
  );
  return drawPdf((pdf) => {
    pdf.image(Buffer.from(letterhead), 40, 30, { width: 320 });
    pdf.fontSize(11);
    for (const [i, text] of body.entries()) pdf.text(text, 60, 180 + i * 24);
  });
}

async function read(bytes: Uint8Array) {
  const parsed: ParsedDocument[] = [];
  const parse = { name: 'a.pdf', sha256: '0'.repeat(64) };
  const { run } = await readBytes(bytes, catalogue, { parse, clock: () => 0 }, (doc) => parsed.push(doc));
  return { record: run.documents[0]!, parsed };
}

describe('a PDF that lacks what its type requires', () => {
  beforeAll(() => chooseEngine('tesseract.js'));
  afterAll(async () => {
    chooseEngine('auto');
    await closeEngines();
  });

  it('is looked at again: the letterhead that is a picture gives the seller, with its place', async () => {
    const { record, parsed } = await read(await invoiceUnderPicture());
    expect(record.type).toBe('invoice');
    expect(record.fields['seller.name']?.value).toBe('Harbour Light Supplies Ltd');
    const [place] = record.fields['seller.name']!.evidence;
    expect(place!.box[1]).toBeGreaterThan(30);
    expect(place!.box[3]).toBeLessThan(110);
    // Its own letters are not replaced by seen ones.
    expect(record.fields.number?.value).toBe('BR-3308');
    expect(parsed).toHaveLength(2);
    expect(parsed[0]!.timings.ocr).toBe(0);
    expect(parsed[1]!.timings.ocr).toBeGreaterThan(0);
  });

  it('stays as it is when there is no picture to look at', async () => {
    const bytes = await drawPdf((pdf) => {
      for (const [i, text] of body.entries()) pdf.text(text, 60, 180 + i * 24);
    });
    const { record, parsed } = await read(bytes);
    expect(record.fields.number?.value).toBe('BR-3308');
    expect(record.fields['seller.name']).toBeUndefined();
    expect(parsed).toHaveLength(1);
  });
});

it('a PDF that has what its type requires is read once, whatever pictures it shows', async () => {
  const picture = await pictureOf([{ text: 'Never read', x: 10, y: 10 }], { width: 200, height: 60 });
  const bytes = await drawPdf((pdf) => {
    pdf.image(Buffer.from(picture), 300, 30, { width: 200 });
    for (const [i, text] of ['Harbour Light Supplies Ltd', '12 Quay Street, Bristol BS1 4DJ', '', ...body].entries())
      pdf.text(text, 60, 60 + i * 24);
  });
  const { record, parsed } = await read(bytes);
  expect(record.fields['seller.name']?.value).toBe('Harbour Light Supplies Ltd');
  expect(parsed).toHaveLength(1);
  expect(parsed[0]!.timings.ocr).toBe(0);
});
