import { writeFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { readWithHeld } from '../src/cli/read-with-held.ts';
import type { Page, PageGeometry } from '../src/document/parsed-document.ts';
import { createReader } from '../src/read-pool.ts';
import { makeZip } from './support/make-zip.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const reader = createReader({ jobs: 1 });
afterAll(() => reader.close());

const dpi = 150;
const letter = [
  'Invoice number 4711 of 3 March 2026',
  'Delivered goods and services as ordered',
  'Please pay the total within thirty days',
  'Thank you for the order and the prompt payment',
];

/** A page whose text stands in its upper left, so that a wrong turn puts it elsewhere. */
async function drawPage(folder: string): Promise<Buffer> {
  const file = path.join(folder, 'upright.pdf');
  const page = await pdfOf((pdf) => {
    pdf.fontSize(17);
    for (const [index, text] of letter.entries()) pdf.text(text, 60, 70 + index * 40);
  });
  writeFileSync(file, page);
  return Buffer.from(await reader.renderPage({ path: file, name: 'upright.pdf' }, { page: 1, dpi }));
}

async function pdfOf(draw: (pdf: PDFKit.PDFDocument) => void, size: [number, number] = [595, 842]): Promise<Buffer> {
  const pdf = new PDFDocument({ size, margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

async function scanAsPdf(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const size: [number, number] = [(width * 72) / dpi, (height * 72) / dpi];
  return pdfOf((pdf) => void pdf.image(picture, 0, 0, { width: size[0], height: size[1] }), size);
}

/** The share of the picture's ink that lies in the boxes of words, as a viewer places them. */
async function inkUnderWords(picture: Uint8Array, page: Page, { width, height, skew = 0 }: PageGeometry) {
  const { data, info } = await sharp(picture).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  const radians = (-skew * Math.PI) / 180;
  const boxes = page.lines.flatMap((line) => line.words.map((word) => word.box));
  let ink = 0;
  let under = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i]! > 128) continue;
    ink++;
    const dx = ((i % info.width) / info.width - 0.5) * width;
    const dy = (Math.floor(i / info.width) / info.height - 0.5) * height;
    const x = dx * Math.cos(radians) - dy * Math.sin(radians) + width / 2;
    const y = dx * Math.sin(radians) + dy * Math.cos(radians) + height / 2;
    if (boxes.some(([x0, y0, x1, y1]) => x >= x0 - 2 && x <= x1 + 2 && y >= y0 - 2 && y <= y1 + 2)) under++;
  }
  return under / ink;
}

test.each([
  ['a PDF scan on its side', 'pdf', { turn: 90, lean: 0 }, 270],
  ['a PDF scan upside down', 'pdf', { turn: 180, lean: 0 }, 180],
  ['a picture on its other side', 'png', { turn: 270, lean: 0 }, 90],
  ['a PDF scan that leans', 'pdf', { turn: 0, lean: 2 }, 0],
] as const)('%s: its picture stands as the boxes of its words do', async (_what, kind, { turn, lean }, rotation) => {
  const folder = temporaryFolder();
  const turned = await sharp(await drawPage(folder))
    .rotate(turn)
    .toBuffer();
  const picture = await sharp(turned).rotate(lean, { background: '#ffffff' }).png().toBuffer();
  const input = { path: path.join(folder, `scan.${kind}`), name: `scan.${kind}` };
  writeFileSync(input.path, kind === 'pdf' ? await scanAsPdf(picture) : picture);

  const result = await reader.read(input, { keepParsed: true });
  const [geometry] = result.pageGeometry;
  expect(geometry).toMatchObject({ number: 1, rotation });
  if (lean) expect(geometry!.skew).toBeCloseTo(lean, 0);
  const page = result.parsed!.pages[0]!;
  expect(page.lines.map((line) => line.text).join(' ')).toContain('4711');

  const drawn = await reader.renderPage(input, { page: 1, dpi: 72, rotation: geometry!.rotation });
  expect(await inkUnderWords(drawn, page, geometry!)).toBeGreaterThan(0.97);
  const asStored = await reader.renderPage(input, { page: 1, dpi: 72, rotation: 0 });
  if (turn) expect(await inkUnderWords(asStored, page, geometry!)).toBeLessThan(0.6);
});

test('a file that takes longer than its time, with that of its pages, is given up', async () => {
  const impatient = createReader({ jobs: 1, limits: { fileMs: 1, pageMs: 1 } });
  const file = path.join(temporaryFolder(), 'scan.png');
  writeFileSync(file, await drawPage(temporaryFolder()));
  const { status, error } = await impatient.read({ path: file, name: 'scan.png' });
  expect([status, error?.code]).toEqual(['failed', 'file.timeout']);
  await impatient.close();
});

test('a reading that is aborted ends at once as a failed result, and the next file is read', async () => {
  const file = path.join(temporaryFolder(), 'letter.pdf');
  writeFileSync(file, await pdfOf((pdf) => void pdf.fontSize(17).text(letter.join('\n'), 60, 70)));
  const cancelling = new AbortController();
  const aborted = reader.read(
    { path: file, name: 'letter.pdf' },
    {},
    () => cancelling.abort(new Error('cancelled')),
    cancelling.signal,
  );
  expect(await aborted).toMatchObject({ status: 'failed', documents: [] });
  expect(cancelling.signal.aborted).toBe(true);
  expect((await reader.read({ path: file, name: 'letter.pdf' })).error).toBeNull();
}, 120_000);

test('archives in archives are opened to a depth, and then say so', async () => {
  const folder = temporaryFolder();
  let bytes = makeZip([{ name: 'a.txt', content: Buffer.from('Invoice 17') }]);
  for (let level = 0; level < 4; level++) bytes = makeZip([{ name: `${level}.zip`, content: bytes, method: 0 }]);
  writeFileSync(path.join(folder, 'deep.zip'), bytes);
  const result = await readWithHeld(
    reader,
    { path: path.join(folder, 'deep.zip'), name: 'deep.zip' },
    { options: {}, jobs: 1 },
  );
  expect(result.files!.map(({ path: at, error }) => [at, error?.code])).toEqual([
    ['entry 1', undefined],
    ['entry 1/entry 1', undefined],
    ['entry 1/entry 1/entry 1', 'archive.too-deep'],
  ]);
});
