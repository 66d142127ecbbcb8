// Files made to hurt, read as the server reads them: in a child. Each must end in a typed outcome, in time, in memory.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import { type ChildPool, createChildPool } from '../../src/parse/child-pool.ts';
import { packedPdf } from '../support/hostile-documents.ts';
import { drawPdf, pdfOfContent, pdfOfManyPages, pdfOfNestedForms, pdfOfObjects, stream } from './make-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const entry = fileURLToPath(new URL('./fixtures/parse-child.ts', import.meta.url));
let pool: ChildPool;
let files = 0;

beforeAll(() => {
  pool = createChildPool({ entry, size: 1, memoryBytes: 700_000_000 });
});
afterAll(() => pool.close());

function read(bytes: Uint8Array, options: object = {}): Promise<ParsedDocument> {
  const path = join(folder, `file-${files++}.bin`);
  writeFileSync(path, bytes);
  const limits = { maxPages: 20, maxOcrPages: 0 };
  return pool.run('parse', { path, options: { name: 'hostile', limits, ...options } }, { timeoutMs: 15_000 });
}

/** Code of the failure, or 'read'. */
const outcome = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error) => error.code,
  );

function pngHeader(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One page whose packed content stream inflates to `content`. */
function pdfOfPackedContent(content: Buffer): Uint8Array {
  return pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    stream(deflateSync(content).toString('latin1'), '/Filter/FlateDecode'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
}

describe('hostile files', () => {
  it('survives forms nested exponentially', async () => {
    expect(await outcome(pdfOfNestedForms(12))).toMatch(/^file\.(memory|timeout)$/);
  });

  it('survives a form that draws itself', async () => {
    const form = stream('/X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>');
    expect(await outcome(pdfOfContent('/X Do', [form], '/XObject<</X 6 0 R>>'))).toBe('read');
  });

  it('reads the first pages of two hundred thousand', async () => {
    const doc = await read(pdfOfManyPages(200_000));
    expect(doc).toMatchObject({ pageCount: 200_000, warnings: [expect.objectContaining({ code: 'pages.cut' })] });
    expect(doc.pages).toHaveLength(20);
  });

  it('refuses an image of 60 000 × 60 000 pixels without decoding it', async () => {
    expect(await outcome(pngHeader(60_000, 60_000))).toBe('file.too-large');
  });

  it('survives a page of a square kilometre', async () => {
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 2834645 2834645]/Contents 4 0 R>>';
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      page,
      stream('0 0 9 9 re f'),
    ];
    expect(await outcome(pdfOfObjects(objects))).toBe('read');
  });

  it('survives a content stream that inflates a thousandfold', async () => {
    expect(await outcome(pdfOfPackedContent(Buffer.alloc(80_000_000, ' ')))).toBe('read');
  });

  it('keeps a bounded number of words of a page that has millions', async () => {
    const words = Array.from({ length: 60_000 }, (_, i) => `1 0 0 1 ${i % 500} ${i % 700} Tm (w${i}) Tj `);
    const doc = await read(pdfOfPackedContent(Buffer.from(`BT /F1 8 Tf ${words.join('')} ET`)));
    expect(doc.pages[0]!.lines.flatMap((line) => line.words).length).toBeLessThanOrEqual(21_000);
  });

  it('survives a content stream packed over and over', async () => {
    const content = Buffer.from(`BT /F1 12 Tf 72 700 Td (deep) Tj ET${' '.repeat(40_000_000)}`);
    expect(await outcome(packedPdf(content, 4))).toMatch(/^(read|file\.)/);
  });

  it('survives object streams that inflate a thousandfold', async () => {
    const packed = deflateSync(Buffer.alloc(120_000_000, ' ')).toString('latin1');
    const bomb = stream(packed, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode');
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>';
    const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', page];
    expect(await outcome(pdfOfObjects([...objects, ...Array.from({ length: 40 }, () => bomb)]))).toBe('read');
  });

  it('survives an image that claims billions of pixels and holds a few bytes', async () => {
    const image = stream(
      deflateSync(Buffer.alloc(1_000_000)).toString('latin1'),
      '/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode',
    );
    const drawn = 'q 612 0 0 792 0 0 cm /I Do Q BT /F1 12 Tf 72 700 Td (Words beside it) Tj ET';
    expect(await outcome(pdfOfContent(drawn, [image], '/XObject<</I 6 0 R>>'))).toMatch(/^(read|file\.)/);
  });

  it('says of a page with more objects than it looks at that it was not checked', async () => {
    const many = '1 g BT /F1 8 Tf 72 700 Td (x) Tj ET\n'.repeat(61_000);
    const doc = await read(pdfOfPackedContent(Buffer.from(many)));
    expect(doc.warnings).toContainEqual(expect.objectContaining({ code: 'pdf.not-checked', page: 1 }));
  });

  it('looks for hidden text in time where texts and shapes lie on each other by the thousand', async () => {
    const pile = Array.from(
      { length: 4000 },
      (_, i) => `${i % 2} g 0 0 600 700 re f BT /F1 8 Tf ${i % 500} ${i % 700} Td (w${i}) Tj ET\n`,
    );
    expect((await read(pdfOfPackedContent(Buffer.from(pile.join(''))))).pages).toHaveLength(1);
  });

  it('reads the next file as if nothing had been', async () => {
    const doc = await read(await drawPdf((d) => d.text('Good morning', 60, 80)));
    expect(doc.pages[0]!.lines[0]!.text).toBe('Good morning');
  });

  it('never holds a hostile file’s memory itself', () => {
    expect(process.memoryUsage().rss).toBeLessThan(400_000_000);
  });
});
