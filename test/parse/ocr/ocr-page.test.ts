import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupLines } from '../../../src/document/layout/group-lines.ts';
import { chooseEngine, closeEngines } from '../../../src/parse/ocr/engines.ts';
import { findNativeTesseract } from '../../../src/parse/ocr/native-tesseract.ts';
import { ocrPage } from '../../../src/parse/ocr/ocr-page.ts';
import { testContext } from '../context.ts';
import { pictureOf, receiptLines } from './picture.ts';

const textOf = (words: Parameters<typeof groupLines>[0]): string =>
  groupLines(words, 1)
    .map((line) => line.text)
    .join('\n');

/** The same promises hold for both engines; the installed one is tried where there is one. */
const engines = ['tesseract.js', ...((await findNativeTesseract()) ? ['tesseract'] : [])];

describe.each(engines)('a picture read by %s', (engine) => {
  let upright: Uint8Array;
  beforeAll(async () => {
    chooseEngine(engine === 'tesseract' ? 'auto' : 'tesseract.js');
    upright = await pictureOf(receiptLines);
  });
  afterAll(closeEngines);

  test('gives its words where they stand, in points', async () => {
    const page = await ocrPage({ data: upright, dpi: 200 }, testContext());
    expect(textOf(page.words)).toContain('Northwind Hardware Store');
    expect(textOf(page.words)).toContain('Receipt number 4711-2093');
    const total = page.words.find((word) => word.text === '35.55');
    expect(total?.box[0]).toBeGreaterThan(317);
    expect(total?.box[0]).toBeLessThan(324);
    expect(total?.box[1]).toBeGreaterThan(158);
    expect(total?.box[3]).toBeLessThan(174);
    expect(total?.confidence).toBeGreaterThan(0.6);
    expect(page.width).toBeCloseTo(400, 0);
    expect(page).toMatchObject({ rotation: 0, skew: 0, languages: ['en'] });
  });

  test.each([90, 180, 270] as const)('is set upright when it was stored turned by %d degrees', async (degrees) => {
    const turned = await sharp(upright).rotate(degrees).png().toBuffer();
    const page = await ocrPage({ data: turned, dpi: 200 }, testContext());
    expect(page.rotation).toBe(360 - degrees);
    expect(page.width).toBeCloseTo(400, 0);
    expect(textOf(page.words)).toContain('Masking tape, pack of three');
  });

  test('is levelled when it was scanned askew', async () => {
    const askew = await sharp(upright).rotate(3, { background: '#ffffff' }).png().toBuffer();
    const page = await ocrPage({ data: askew, dpi: 200 }, testContext());
    expect(page.skew).toBeGreaterThan(2.8);
    expect(page.skew).toBeLessThan(3.2);
    expect(textOf(page.words)).toMatch(/Galvanised screws, large box\n7\.25/);
  });

  test('is read where it is light on dark, and between dashed rules that it tells', async () => {
    const { width, height } = await sharp(upright).metadata();
    const strip = { left: 70, top: 245, width: width - 140, height: 100 };
    const dark = await sharp(upright).extract(strip).negate({ alpha: false }).toBuffer();
    const rules = [170, 430, 480].map((y) => `<line x1="60" x2="${width - 60}" y1="${y}" y2="${y}"/>`).join('');
    const dashes = `<svg width="${width}" height="${height}"><g stroke="#333" stroke-width="2" stroke-dasharray="10 6">${rules}</g></svg>`;
    const data = await sharp(upright)
      .composite([
        { input: dark, left: strip.left, top: strip.top },
        { input: Buffer.from(dashes), left: 0, top: 0 },
      ])
      .png()
      .toBuffer();
    const page = await ocrPage({ data, dpi: 200 }, testContext());
    expect(textOf(page.words)).toContain('Hammer with wooden handle');
    expect(textOf(page.words)).toContain('Galvanised screws, large box');
    expect(textOf(page.words)).toContain('Total amount due today');
    const across = page.rules.filter((rule) => rule.y0 === rule.y1 && rule.x1 - rule.x0 > 300);
    expect(across.map((rule) => Math.round(rule.y0))).toEqual(expect.arrayContaining([61, 155, 173]));
  });

  test('is read through a shadow that falls over it', async () => {
    const { width, height } = await sharp(upright).metadata();
    const shadow = `<svg width="${width}" height="${height}"><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/>
      <stop offset="1" stop-color="#444"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`;
    const dim = await sharp(upright)
      .composite([{ input: Buffer.from(shadow), blend: 'multiply' }])
      .png()
      .toBuffer();
    const page = await ocrPage({ data: dim, dpi: 200 }, testContext());
    expect(textOf(page.words)).toContain('Thank you for shopping with us');
    expect(page.words.map((word) => word.text)).toEqual(expect.arrayContaining(['18.50', '7.25', '9.80', '35.55']));
  });

  test('is enlarged when its letters are small', async () => {
    const small = await pictureOf(receiptLines, { dpi: 90 });
    const page = await ocrPage({ data: small, dpi: 90 }, testContext());
    expect(textOf(page.words)).toContain('Goods can be returned within thirty days');
  });

  test('is read again in its own language when that is not the expected one', async () => {
    const german = await pictureOf([
      { text: 'Rechnung über die Lieferung von Möbeln', x: 40, y: 30 },
      { text: 'Bitte überweisen Sie den Betrag für die Stühle', x: 40, y: 50 },
      { text: 'innerhalb von dreißig Tagen auf unser Konto', x: 40, y: 70 },
      { text: 'Mit freundlichen Grüßen aus München', x: 40, y: 90 },
      { text: 'Die Ware bleibt bis zur Bezahlung unser Eigentum', x: 40, y: 110 },
    ]);
    const page = await ocrPage({ data: german, dpi: 200 }, testContext());
    expect(page.languages).toEqual(['de']);
    expect(textOf(page.words)).toContain('Möbeln');
    expect(textOf(page.words)).toContain('dreißig');
  });

  test('is empty when it is blank, and costs no recognition', async () => {
    const blank = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fdfdfb' } })
      .png()
      .toBuffer();
    const page = await ocrPage({ data: blank, dpi: 150 }, testContext());
    expect(page).toMatchObject({ words: [], confidence: 0, languages: [] });
    expect(page.width).toBeCloseTo(595.2, 0);
  });
});
