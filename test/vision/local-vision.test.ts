// Looking at pictures in children of this process: with the encoder, and by hand alone.

import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { bundledModel } from '../../src/nlp/model-folder.ts';
import { agreement } from '../../src/vision/compare-pictures.ts';
import { createLocalVision, HAND_MADE } from '../../src/vision/local-vision.ts';
import { drawScene, png } from './draw-pictures.ts';

const withEncoder = createLocalVision();
const byHand = createLocalVision({ encoder: 'none' });
afterAll(async () => {
  await withEncoder.close();
  await byHand.close();
});

const dot = (one: Float32Array, other: Float32Array) => one.reduce((sum, value, i) => sum + value * other[i]!, 0);

describe.each([
  [
    'with the encoder',
    withEncoder,
    { status: 'model', model: `${bundledModel('picture-encoder').id}+${HAND_MADE}` },
    746,
  ],
  ['by hand', byHand, { status: 'fallback', model: HAND_MADE }, 170],
] as const)('vision %s', (_name, vision, says, dimension) => {
  test('hashes survive other formats, sizes and qualities, and tell pictures apart', async () => {
    const hashes = await vision.hash(await png(1));
    for (const text of Object.values(hashes)) expect(text).toMatch(/^[0-9a-f]{16}$/);
    const copies = [
      await drawScene(1).jpeg({ quality: 40 }).toBuffer(),
      await drawScene(1).webp({ quality: 50 }).toBuffer(),
      await drawScene(1).tiff().toBuffer(),
      await drawScene(1).gif().toBuffer(),
      await drawScene(1).resize(111, 83, { fit: 'fill' }).png().toBuffer(),
    ];
    for (const copy of copies) {
      const again = await vision.hash(copy);
      for (const kind of ['perceptual', 'difference', 'average'] as const) {
        expect(agreement(hashes[kind], again[kind]), kind).toBeGreaterThan(0.6);
      }
    }
    const other = await vision.hash(await png(2));
    expect(agreement(hashes.perceptual, other.perceptual)).toBeLessThan(0.5);
  });

  test('features are unit vectors, alike every time, and say what made them', async () => {
    const picture = await png(3);
    const [one, again, other] = [
      await vision.features(picture),
      await vision.features(picture),
      await vision.features(await png(4)),
    ];
    expect(one).toMatchObject({ ...says, width: 320, height: 240 });
    expect(one.vector).toHaveLength(dimension);
    expect(dot(one.vector, one.vector)).toBeCloseTo(1, 4);
    expect([...again.vector]).toEqual([...one.vector]);
    expect(dot(one.vector, other.vector)).toBeLessThan(0.97);
  });

  test('a picture is seen as its camera turned it, and what is transparent is white', async () => {
    const upright = await vision.hash(await png(5));
    const lying = await drawScene(5).rotate(90).withMetadata({ orientation: 8 }).jpeg({ quality: 95 }).toBuffer();
    expect(agreement(upright.perceptual, (await vision.hash(lying)).perceptual)).toBeGreaterThan(0.9);
    expect(await vision.features(lying)).toMatchObject({ width: 320, height: 240 });
    const circle = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="30" cy="40" r="20"/></svg>',
    );
    const clear = await sharp(circle).png().toBuffer();
    const white = await sharp(circle).flatten({ background: '#ffffff' }).png().toBuffer();
    expect(await vision.hash(clear)).toEqual(await vision.hash(white));
  });

  test('a copy is more alike than another picture, with reasons in parts', async () => {
    const copy = await drawScene(6).modulate({ brightness: 1.1 }).jpeg({ quality: 50 }).toBuffer();
    const same = await vision.compare(await png(6), copy);
    const other = await vision.compare(await png(6), await png(7));
    expect(same.status).toBe(says.status);
    expect(same.similarity).toBeGreaterThan(0.85);
    expect(other.similarity).toBeLessThan(same.similarity - 0.2);
    expect(same.parts.map(({ part }) => part)).toEqual([
      'layout',
      ...(says.status === 'model' ? ['content'] : []),
      'colours and edges',
      'colours',
    ]);
    for (const { similarity } of [...same.parts, ...other.parts]) {
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }
  });

  test('plain areas of different colours are not taken for copies because neither shows anything', async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 60, height: 60, channels: 3, background } })
        .png()
        .toBuffer();
    const { parts } = await vision.compare(await plain('#ff0000'), await plain('#0000ff'));
    expect(parts.find(({ part }) => part === 'layout')!.similarity).toBe(0);
    expect(parts.find(({ part }) => part === 'colours')!.similarity).toBe(0);
  });

  test('what is no picture, or a broken one, is told so', async () => {
    const whole = await png(8);
    const cases: [string, Uint8Array, string][] = [
      ['nothing', new Uint8Array(), 'file.empty'],
      ['text', Buffer.from('hello, I am a picture'), 'file.unsupported'],
      ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'file.unsupported'],
      ['an archive', Buffer.from('PK\u0003\u0004 and so on'), 'file.unsupported'],
      ['a cut-off picture', whole.subarray(0, whole.length / 2), 'file.corrupt'],
      ['noise behind a signature', Buffer.concat([whole.subarray(0, 8), randomBytes(500)]), 'file.corrupt'],
    ];
    for (const [name, bytes, code] of cases) {
      await expect(vision.hash(bytes), name).rejects.toMatchObject({ code });
    }
  });
});

describe('pictures that want to bring the server down', () => {
  /** Says that it is so large; holds one row of it. */
  async function claims(side: number): Promise<Buffer> {
    const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const bomb = Buffer.from(small);
    bomb.writeUInt32BE(side, 16);
    bomb.writeUInt32BE(side, 20);
    const { crc32 } = await import('node:zlib');
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    return bomb;
  }

  test('one of too many pixels is refused before it is decoded', async () => {
    await expect(byHand.hash(await claims(60_000))).rejects.toMatchObject({ code: 'file.too-large' });
    expect((await byHand.hash(await png(1))).average).toHaveLength(16);
  });

  test('one that takes too long, or too much memory, costs its own answer; the next is looked at', async () => {
    const large = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#777777' } })
      // Interlaced: it must be held whole, which takes a while.
      .png({ compressionLevel: 1, progressive: true })
      .toBuffer();
    const hurried = createLocalVision({ encoder: 'none', timeoutMs: 1 });
    const narrow = createLocalVision({ encoder: 'none', memoryBytes: 90_000_000 });
    try {
      await expect(hurried.hash(large)).rejects.toMatchObject({ code: 'file.timeout' });
      await expect(narrow.hash(large)).rejects.toMatchObject({
        code: expect.stringMatching(/^file\.(memory|corrupt)$/),
      });
    } finally {
      await Promise.all([hurried.close(), narrow.close()]);
    }
    expect(await byHand.features(large)).toMatchObject({ width: 9000, height: 9000 });
  });

  test('more than can wait are told to come again', async () => {
    const vision = createLocalVision({ encoder: 'none' });
    const picture = await png(1);
    const ends = await Promise.allSettled(Array.from({ length: 40 }, () => vision.hash(picture)));
    await vision.close();
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'models.busy' });
    expect(ends.length - refused.length).toBeGreaterThan(10);
  });
});

test('an encoder that is damaged costs its answers, which are made by hand and say so', async () => {
  const folder = bundledModel('picture-encoder');
  const troubles: unknown[] = [];
  const vision = createLocalVision({
    encoder: { ...folder, hashes: { 'model.onnx': '0'.repeat(64) } },
    onTrouble: (trouble) => troubles.push(trouble),
  });
  expect(await vision.features(await png(1))).toMatchObject({ status: 'fallback', model: HAND_MADE });
  await vision.close();
  expect(troubles).toHaveLength(1);
});
