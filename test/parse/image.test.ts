import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseImage } from '../../src/parse/image.ts';
import { chooseEngine, closeEngines } from '../../src/parse/ocr/engines.ts';
import { testContext } from './context.ts';
import { pictureOf, receiptLines } from './ocr/picture.ts';

const white = { r: 255, g: 255, b: 255, alpha: 1 };

describe('an image file', () => {
  let picture: Uint8Array;
  beforeAll(async () => {
    chooseEngine('tesseract.js');
    picture = await pictureOf(receiptLines);
  });
  afterAll(async () => {
    chooseEngine('auto');
    await closeEngines();
  });

  const textOf = async (bytes: Uint8Array, context = testContext()) => {
    const { pages } = await parseImage(bytes, context);
    return pages.map((page) => page.lines.map((line) => line.text).join('\n')).join('\f');
  };

  test.each(['jpeg', 'webp', 'tiff'] as const)('is read as %s', async (format) => {
    const bytes = await sharp(picture).toFormat(format).toBuffer();
    const { pages, format: kind, pageCount } = await parseImage(bytes, testContext());
    expect([kind, pageCount]).toEqual(['image', 1]);
    expect(pages[0]).toMatchObject({ number: 1, source: 'ocr', rotation: 0 });
    expect(pages[0]!.lines.map((line) => line.text)).toContain('Total amount due today');
    expect(pages[0]!.confidence).toBeGreaterThan(0.7);
  });

  test('asks for the time of a page that its limits name', async () => {
    const asked: number[] = [];
    const context = testContext();
    await parseImage(picture, {
      ...context,
      limits: { ...context.limits, ocrPageMs: 1234 },
      extendTime: (ms) => void asked.push(ms),
    });
    expect(asked).toEqual([1234]);
  });

  test('is turned as its camera noted before anything else', async () => {
    const lying = await sharp(picture).rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer();
    const { pages } = await parseImage(lying, testContext());
    expect(pages[0]!.rotation).toBe(0);
    expect(pages[0]!.width).toBeGreaterThan(pages[0]!.height);
    expect(pages[0]!.lines[0]!.text).toContain('Northwind');
  });

  test('with transparency is read as on white paper', async () => {
    const { data, info } = await sharp(picture).greyscale().negate().raw().toBuffer({ resolveWithObject: true });
    const ink = { raw: { width: info.width, height: info.height, channels: 1 as const } };
    const clear = await sharp({ create: { ...ink.raw, channels: 3, background: '#000000' } })
      .joinChannel(await sharp(data, ink).png().toBuffer())
      .png()
      .toBuffer();
    expect((await sharp(clear).metadata()).hasAlpha).toBe(true);
    expect(await textOf(clear)).toContain('Receipt number 4711-2093');
  });

  test('of several TIFF pages gives them all, up to the limit', async () => {
    const second = await pictureOf([{ text: 'This is the second page of the letter', x: 40, y: 60 }]);
    const pages = await Promise.all(
      [picture, second].map((page) =>
        sharp(page).removeAlpha().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true }),
      ),
    );
    const { width, height, channels } = pages[0]!.info;
    const joined = Buffer.concat(pages.map((page) => page.data));
    const tiff = await sharp(joined, { raw: { width, height: height * 2, channels, pageHeight: height } })
      .tiff()
      .toBuffer();
    const [first, other] = (await textOf(tiff)).split('\f');
    expect(first).toContain('Northwind Hardware Store');
    expect(other).toContain('second page');
    const context = testContext({ maxPages: 1 });
    expect((await parseImage(tiff, context)).pages).toHaveLength(1);
    expect(context.codes()).toEqual(['pages.cut']);
  });

  test('takes its page size from its resolution, and not from a meaningless one', async () => {
    const stated = await sharp(picture).withMetadata({ density: 200 }).png().toBuffer();
    const defaulted = await sharp(picture).withMetadata({ density: 72 }).png().toBuffer();
    expect((await parseImage(stated, testContext())).pages[0]!.width).toBeCloseTo(400, 0);
    expect((await parseImage(defaulted, testContext())).pages[0]!.width).toBeLessThan(600);
  });

  test('that is blank is a page without text, not an error', async () => {
    const blank = await sharp({ create: { width: 800, height: 600, channels: 4, background: white } })
      .png()
      .toBuffer();
    const { pages } = await parseImage(blank, testContext());
    expect(pages).toMatchObject([{ number: 1, source: 'none', lines: [] }]);
    expect(pages[0]!.confidence).toBeUndefined();
  });

  test('that claims more pixels than allowed is refused by its header alone', async () => {
    const start = performance.now();
    await expect(parseImage(hugePng(60_000, 60_000), testContext())).rejects.toMatchObject({ code: 'file.too-large' });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('that is cut off is read as far as it goes, with a warning', async () => {
    const jpeg = await sharp(picture).jpeg({ quality: 90 }).toBuffer();
    const context = testContext();
    expect(await textOf(jpeg.subarray(0, Math.floor(jpeg.length * 0.6)), context)).toContain(
      'Northwind Hardware Store',
    );
    expect(context.codes()).toEqual(['image.damaged']);
  });

  test.each([
    ['cut right after its header', (png: Uint8Array) => png.subarray(0, 60)],
    ['overwritten in its middle', (png: Uint8Array) => Buffer.from(png).fill(0, 40)],
  ])('%s is corrupt', async (_, damage) => {
    await expect(parseImage(damage(picture), testContext())).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});

/** A PNG whose header claims a size and whose data is a few bytes. */
function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 0, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, Buffer.from('0000000049444154', 'hex')]);
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
