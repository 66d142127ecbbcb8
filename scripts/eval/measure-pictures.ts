// Pictures: is the original found by an altered copy, and the same object by another photo of it? The encoder against features
// made by hand, and the hashes for themselves.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { agreement } from '../../src/vision/compare-pictures.ts';
import { createLocalVision } from '../../src/vision/local-vision.ts';
import type { PictureHashes, Vision } from '../../src/vision/vision.ts';
import type { Measure } from './measure.ts';

const COPIES = 25;
const alterations: Record<string, (file: string) => Promise<Buffer>> = {
  'smaller jpeg': (file) => sharp(file).rotate().resize({ width: 160 }).jpeg({ quality: 40 }).toBuffer(),
  'middle 70 %': async (file) => {
    const { data, info } = await sharp(file).rotate().toBuffer({ resolveWithObject: true });
    const [width, height] = [Math.round(info.width * 0.7), Math.round(info.height * 0.7)];
    const place = { left: Math.round(info.width * 0.15), top: Math.round(info.height * 0.15), width, height };
    return sharp(data).extract(place).png().toBuffer();
  },
  mirrored: (file) => sharp(file).rotate().flop().png().toBuffer(),
  'turned 20°': async (file) =>
    sharp(await sharp(file).rotate().toBuffer())
      .rotate(20, { background: '#ffffff' })
      .png()
      .toBuffer(),
  grey: (file) => sharp(file).rotate().greyscale().png().toBuffer(),
};

interface Photo {
  file: string;
  object: string;
}

interface Seen {
  encoder: Float32Array;
  hand: Float32Array;
  hashes: PictureHashes;
}

type ByWay = Record<string, number>;

interface PictureReport {
  photos: number;
  views: number;
  /** Of 25: how often the original is found by its altered copy. */
  copies: Record<string, ByWay>;
  /** Shares. */
  sameObject: ByWay;
  sameView: ByWay;
  cosines: ByWay;
  similarity: ByWay;
  msAPicture: number;
}

const SET = 'pictures';

export const picturesMeasure: Measure = {
  name: SET,
  async run({ data }) {
    const report = await measurePictures(data);
    if (!report) return undefined;
    const { sameObject, sameView, photos, views } = report;
    return {
      rows: [
        { set: SET, what: 'same object first', target: null, measured: sameObject.encoder!, documents: photos },
        { set: SET, what: 'same view first', target: null, measured: sameView.encoder!, documents: views },
      ],
      details: report,
    };
  },
};

/** undefined where the pictures are not there. */
async function measurePictures(data: string): Promise<PictureReport | undefined> {
  const folders = { objects: path.join(data, 'photos-objects'), views: path.join(data, 'photos-views') };
  if (!existsSync(folders.objects) || !existsSync(folders.views)) return undefined;
  const objects = readFileSync(path.join(folders.objects, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; object: number })
    .map(({ file, object }): Photo => ({ file: path.join(folders.objects, file), object: String(object) }));
  const views = readdirSync(folders.views)
    .sort()
    .map((name): Photo => ({ file: path.join(folders.views, name), object: name.split('__')[0]! }));
  const [encoder, hand] = [createLocalVision(), createLocalVision({ encoder: 'none' })];
  const times: number[] = [];
  const see = async (bytes: Uint8Array): Promise<Seen> => {
    const began = performance.now();
    const { status, vector } = await encoder.features(bytes);
    times.push(performance.now() - began);
    if (status !== 'model') throw new Error('the encoder did not run');
    return { encoder: vector, hand: (await hand.features(bytes)).vector, hashes: await encoder.hash(bytes) };
  };
  try {
    const seen = await inTurn(objects, ({ file }) => see(readFileSync(file)));
    const report = {
      photos: objects.length,
      views: views.length,
      copies: await measureCopies(objects, seen, see),
      sameObject: sameObject(objects, seen),
      sameView: sameObject(views, await inTurn(views, ({ file }) => see(readFileSync(file)))),
      cosines: cosines(objects, seen),
      similarity: await similarities(objects, encoder),
      msAPicture: median(times),
    };
    print(report);
    return report;
  } finally {
    await Promise.all([encoder.close(), hand.close()]);
  }
}

const ways: Record<string, (one: Seen, other: Seen) => number> = {
  encoder: (one, other) => dot(one.encoder, other.encoder),
  'by hand': (one, other) => dot(one.hand, other.hand),
  hashes: (one, other) =>
    agreement(one.hashes.perceptual, other.hashes.perceptual) +
    agreement(one.hashes.difference, other.hashes.difference),
};

/** Of 25 photos, altered: how often the original is the nearest of all. */
async function measureCopies(
  photos: readonly Photo[],
  seen: readonly Seen[],
  see: (bytes: Uint8Array) => Promise<Seen>,
) {
  const step = Math.floor(photos.length / COPIES);
  const chosen = Array.from({ length: COPIES }, (_, i) => i * step);
  const found: Record<string, Record<string, number>> = {};
  for (const [name, alter] of Object.entries(alterations)) {
    const altered = await inTurn(chosen, async (i) => see(await alter(photos[i]!.file)));
    found[name] = Object.fromEntries(
      Object.entries(ways).map(([way, nearness]) => [
        way,
        chosen.filter((index, i) => nearest(altered[i]!, seen, nearness) === index).length,
      ]),
    );
  }
  return found;
}

/** Share of photos whose nearest other photo shows the same object. */
function sameObject(photos: readonly Photo[], seen: readonly Seen[]) {
  return Object.fromEntries(
    Object.entries(ways).map(([way, nearness]) => {
      const right = photos.filter(
        ({ object }, i) => photos[nearest(seen[i]!, seen, nearness, i)]!.object === object,
      ).length;
      return [way, right / photos.length];
    }),
  );
}

function nearest(one: Seen, all: readonly Seen[], nearness: (a: Seen, b: Seen) => number, without = -1): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  all.forEach((other, i) => {
    const near = i === without ? Number.NEGATIVE_INFINITY : nearness(one, other);
    if (near > most) [best, most] = [i, near];
  });
  return best;
}

/** Median cosines, and those that nine in ten stay below, of photos of one object and of different ones. */
function cosines(photos: readonly Photo[], seen: readonly Seen[]) {
  const sums: Record<string, number[]> = {};
  for (let i = 0; i < photos.length; i++) {
    for (let k = i + 1; k < photos.length; k++) {
      const kind = photos[i]!.object === photos[k]!.object ? 'same' : 'different';
      for (const way of ['encoder', 'by hand']) {
        sums[`${way}, ${kind}`] ??= [];
        sums[`${way}, ${kind}`]!.push(ways[way]!(seen[i]!, seen[k]!));
      }
    }
  }
  return Object.fromEntries(
    Object.entries(sums).flatMap(([name, values]) => [
      [name, median(values)],
      [`${name}, 90 %`, values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 0],
    ]),
  );
}

/** The comparison that people see: of photos of one object, and of neighbours in the list that show different ones. */
async function similarities(photos: readonly Photo[], vision: Vision) {
  const pairs: Record<string, number[]> = { same: [], different: [] };
  for (let i = 0; i + 4 < photos.length; i += 16) {
    const [one, same, other] = [photos[i]!, photos[i + 1]!, photos[(i + 4 * 7) % photos.length]!];
    const compare = async (a: Photo, b: Photo) =>
      (await vision.compare(readFileSync(a.file), readFileSync(b.file))).similarity;
    pairs.same!.push(await compare(one, same));
    pairs.different!.push(await compare(one, other));
  }
  return Object.fromEntries(Object.entries(pairs).map(([name, values]) => [name, median(values)]));
}

function print(report: PictureReport): void {
  console.log('pictures');
  for (const [name, value] of Object.entries(report)) console.log(`  ${name}: ${JSON.stringify(value, rounded)}`);
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}
