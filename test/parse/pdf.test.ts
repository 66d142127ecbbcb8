import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import { type ParseOptions, parseDocument } from '../../src/parse/parse-document.ts';
import { renderPage } from '../../src/parse/render-page.ts';
import { drawPdf, pdfOfManyPages, pdfOfObjects, stream } from './make-pdf.ts';

/** OCR has its own tests; here it must not run. */
const parse = (bytes: Uint8Array, options: Partial<ParseOptions> = {}) =>
  parseDocument(bytes, { name: 'x.pdf', ...options, limits: { maxOcrPages: 0, ...options.limits } });

const textOf = (doc: ParsedDocument) =>
  doc.pages.map((page) => page.lines.map((line) => line.text).join('\n')).join('\n\n');
const wordsOf = (doc: ParsedDocument) => doc.pages.flatMap((page) => page.lines.flatMap((line) => line.words));
const codes = (doc: ParsedDocument) => doc.warnings.map((warning) => warning.code);

const invoice = (document: PDFKit.PDFDocument) => {
  document.fontSize(12);
  document.text('Invoice number INV-2024/17', 60, 80);
  document.text('Total due 1,234.56 EUR (net)', 60, 110);
};

describe('text', () => {
  it('keeps words whole across punctuation, with boxes where they stand', async () => {
    const doc = await parse(await drawPdf(invoice));
    const words = wordsOf(doc);
    expect(words.map((word) => word.text)).toEqual(
      'Invoice number INV-2024/17 Total due 1,234.56 EUR (net)'.split(' '),
    );
    const amount = words.find((word) => word.text === '1,234.56')!;
    expect(amount.size).toBeCloseTo(12, 0);
    expect(amount.box[1]).toBeGreaterThan(100);
    expect(amount.box[3]).toBeLessThan(130);
    expect(doc).toMatchObject({ format: 'pdf', mediaType: 'application/pdf', pageCount: 1, warnings: [] });
    expect(doc.pages[0]).toMatchObject({ number: 1, width: 595.28, height: 841.89, source: 'text', rotation: 0 });
  });

  it('marks bold words', async () => {
    const doc = await parse(
      await drawPdf((d) => {
        d.font('Helvetica-Bold').text('Total', 60, 80);
        d.font('Helvetica').text('plain', 160, 80);
      }),
    );
    expect(wordsOf(doc).map((word) => [word.text, word.bold])).toEqual([
      ['Total', true],
      ['plain', undefined],
    ]);
  });

  it('prints an overprinted word once', async () => {
    const doc = await parse(
      await drawPdf((d) => {
        d.text('Total 12,50', 60, 80);
        d.text('Total 12,50', 60.4, 80.3);
        d.text('Total 12,50', 60, 200);
      }),
    );
    expect(textOf(doc)).toBe('Total 12,50\nTotal 12,50');
  });

  it('joins letters that are set apart, and leaves columns of digits alone', async () => {
    const doc = await parse(
      await drawPdf((d) => {
        d.fontSize(14).text('R E C H N U N G', 60, 80);
        d.text('1 2 3 4 5', 60, 120);
      }),
    );
    expect(textOf(doc)).toBe('RECHNUNG\n1 2 3 4 5');
  });

  it.each([90, 180, 270])('sets a page upright whose text is turned by %i degrees', async (angle) => {
    const doc = await parse(
      await drawPdf((d) => {
        d.rotate(angle, { origin: [297, 420] });
        d.text('Invoice number INV-2024/17 of the first of March', 150, 380);
        d.text('Total due 1,234.56 EUR including all taxes', 150, 410);
      }),
    );
    expect(textOf(doc)).toBe(
      'Invoice number INV-2024/17 of the first of March\nTotal due 1,234.56 EUR including all taxes',
    );
    expect(doc.pages[0]!.rotation).toBe((360 - angle) % 360);
    expect(doc.pages[0]!.width > doc.pages[0]!.height).toBe(angle !== 180);
  });

  it('leaves a diagonal watermark and text off the page out', async () => {
    const doc = await parse(
      await drawPdf((d) => {
        invoice(d);
        d.text('far away', 2000, 50, { lineBreak: false });
        d.rotate(45, { origin: [300, 400] }).text('CONFIDENTIAL', 200, 400);
      }),
    );
    expect(textOf(doc)).not.toMatch(/CONFIDENTIAL|far away/);
  });

  it('reads what was typed into form fields, boxes ticked or not', async () => {
    const doc = await parse(
      await drawPdf((d) => {
        d.font('Helvetica').initForm();
        d.text('Name', 60, 80);
        d.formText('name', 120, 75, 200, 20, { value: 'Ada Lovelace' } as never);
        d.formText('secret', 120, 105, 200, 20, { value: 'hunter2', password: true } as never);
        d.formCombo('country', 120, 135, 200, 20, { select: ['Austria', 'Spain'], value: 'Spain' } as never);
      }),
    );
    expect(textOf(doc)).toContain('Name\nAda Lovelace'.split('\n')[1]!);
    expect(textOf(doc)).toContain('Spain');
    expect(textOf(doc)).not.toContain('hunter2');
    const ada = wordsOf(doc).find((word) => word.text === 'Ada')!;
    expect(ada.box[0]).toBeGreaterThanOrEqual(120);
    expect(ada.box[3]).toBeLessThanOrEqual(95.5);
  });

  it('tells the language', async () => {
    const german = await drawPdf((d) => {
      d.text('Sehr geehrte Damen und Herren, bitte überweisen Sie den Betrag auf unser Konto.', 60, 80);
    });
    expect((await parse(german)).language).toBe('de');
    expect((await parse(await drawPdf((d) => d.text('12', 60, 80)))).language).toBeNull();
  });
});

describe('rules', () => {
  it('sees strokes, edges of boxes and thin bars once each, and no white ones', async () => {
    const doc = await parse(
      await drawPdf((d) => {
        invoice(d);
        d.moveTo(60, 200).lineTo(400, 200).stroke();
        d.rect(60, 300, 200, 100).stroke();
        d.rect(60, 500, 300, 0.8).fill('black');
        d.rect(60, 600, 300, 50).fill('white');
      }),
    );
    const near = (a: number, b: number) => Math.abs(a - b) < 2;
    const { rules } = doc.pages[0]!;
    const horizontal = rules.filter((rule) => rule.y0 === rule.y1);
    expect(horizontal).toHaveLength(4);
    for (const y of [200, 300, 400, 500]) expect(horizontal.filter((rule) => near(rule.y0, y))).toHaveLength(1);
    const vertical = rules.filter((rule) => rule.x0 === rule.x1);
    expect(vertical.map((rule) => Math.round(rule.x0))).toEqual([60, 260]);
  });
});

describe('metadata and embedded files', () => {
  it('tells title, author and date', async () => {
    const created = new Date(Date.UTC(2024, 2, 1, 10, 20, 30));
    const bytes = await drawPdf(invoice, { info: { Title: 'Invoice (17)', Author: 'Zoë', CreationDate: created } });
    expect((await parse(bytes)).metadata).toMatchObject({
      title: 'Invoice (17)',
      author: 'Zoë',
      created: expect.stringMatching(/^2024-03-01T10:20:30/),
    });
  });

  it('brings embedded files, and leaves the content of large ones out', async () => {
    const bytes = await drawPdf((d) => {
      invoice(d);
      d.file(Buffer.from('<Invoice/>'), { name: 'factur-x.xml', type: 'text/xml' });
      d.file(Buffer.alloc(2000, 'x'), { name: 'terms.txt', type: 'text/plain' });
    });
    const { attachments } = await parse(bytes, { limits: { maxAttachmentBytes: 1000 } });
    expect(attachments).toEqual([
      { name: 'factur-x.xml', mediaType: 'text/xml', size: 10, base64: Buffer.from('<Invoice/>').toString('base64') },
      { name: 'terms.txt', mediaType: 'text/plain', size: 2000 },
    ]);
  });
});

describe('trouble', () => {
  it('wants the password of an encrypted file, and takes the right one', async () => {
    const bytes = await drawPdf(invoice, { userPassword: 'open sesame', pdfVersion: '1.7' });
    await expect(parse(bytes)).rejects.toMatchObject({ code: 'file.encrypted' });
    await expect(parse(bytes, { password: 'wrong' })).rejects.toMatchObject({ code: 'file.encrypted' });
    expect(textOf(await parse(bytes, { password: 'open sesame' }))).toContain('INV-2024/17');
  });

  it('opens a file that only its owner protected', async () => {
    const bytes = await drawPdf(invoice, { ownerPassword: 'owner', pdfVersion: '1.7' });
    expect(textOf(await parse(bytes))).toContain('INV-2024/17');
  });

  it('reads past junk before the header', async () => {
    const junk = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n');
    expect(textOf(await parse(Buffer.concat([junk, await drawPdf(invoice)])))).toContain('INV-2024/17');
  });

  it.each([
    ['without its end', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 600)],
    [
      'without a root',
      (bytes: Uint8Array) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString('latin1')
            .replace(/\/Root/g, '/Roxt'),
          'latin1',
        ),
    ],
    [
      'without catalog and page tree',
      (bytes: Uint8Array) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString('latin1')
            .replace(/\/Type \/(Catalog|Pages)\b|\/Root/g, '/Type /Gone'),
          'latin1',
        ),
    ],
  ])('puts a file together again that comes %s', async (_, damage) => {
    const doc = await parse(damage(await drawPdf(invoice)));
    expect(textOf(doc)).toContain('INV-2024/17');
    expect(codes(doc)).toContain('pdf.repaired');
  });

  it('calls a file corrupt that holds no page', async () => {
    await expect(parse(Buffer.from('%PDF-1.7\nnothing here\n%%EOF'))).rejects.toMatchObject({ code: 'file.corrupt' });
    const loop = pdfOfObjects(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 9/Kids[2 0 R]>>']);
    await expect(parse(loop)).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('goes on when one page is missing', async () => {
    const doc = await parse(
      pdfOfObjects([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
        stream('BT /F1 12 Tf 72 700 Td (Still here) Tj ET'),
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ]),
    );
    expect(textOf(doc)).toBe('Still here');
    expect(doc.warnings).toEqual([expect.objectContaining({ code: 'page.failed', page: 2 })]);
  });

  it('reads as many pages as the limit allows and says so', async () => {
    const doc = await parse(pdfOfManyPages(40), { limits: { maxPages: 30 } });
    expect(doc).toMatchObject({ pageCount: 40, warnings: [expect.objectContaining({ code: 'pages.cut' })] });
    expect(doc.pages.map((page) => page.number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });
});

describe('renderPage', () => {
  it('draws a page as PNG at the resolution asked for, upright', async () => {
    const bytes = await drawPdf((d) => {
      d.rotate(90, { origin: [297, 420] });
      d.text('Invoice number INV-2024/17 of the first of March', 150, 380);
    });
    const png = Buffer.from(await renderPage(bytes, { page: 1, dpi: 72 }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([842, 595]);
    const asStored = Buffer.from(await renderPage(bytes, { page: 1, dpi: 72, rotation: 0 }));
    expect([asStored.readUInt32BE(16), asStored.readUInt32BE(20)]).toEqual([595, 842]);
  });

  it('refuses pages that are not there', async () => {
    const bytes = await drawPdf(invoice);
    await expect(renderPage(bytes, { page: 9, dpi: 72 })).rejects.toMatchObject({ code: 'file.not-found' });
    await expect(renderPage(Buffer.from('text'), { page: 2, dpi: 72 })).rejects.toMatchObject({
      code: 'file.not-found',
    });
  });
});
