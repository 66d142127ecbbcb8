// What the picture of a page shows where its text says something: crops of a few places, read by OCR in one go.

import sharp from 'sharp';
import type { Box } from '../document/box.ts';
import type { PageGeometry } from '../document/parsed-document.ts';
import type { OcrWord } from './ocr/engine.ts';
import { engineFor } from './ocr/engines.ts';
import { DEFAULT_LANGUAGE, languageModels } from './ocr/languages.ts';
import { withoutJunk } from './pdf.ts';
import { type RenderedPage, renderPdfPage, type Turn } from './pdf-engine.ts';

export interface Spot {
  page: PageGeometry;
  box: Box;
}

export interface SpotReading {
  text: string;
  /** Mean confidence of its words, 0–1. */
  confidence: number;
}

export interface CheckOptions {
  password?: string;
  /** Asks for more time, in milliseconds. */
  extendTime?: (ms: number) => void;
}

const DPI = 300;
const MAX_PIXELS = 36_000_000;
/** More are not asked at once: the sheet stays as large as a page. */
const MAX_SPOTS = 12;
const OCR_MS = 25_000;
/** White around each crop, in pixels: engines want to see where a line ends. */
const MARGIN = 24;
const TALLEST = 160;

/** Whether OCR is done by an installed program, which takes a fraction of a second and not several. */
export async function readsPicturesFast(): Promise<boolean> {
  return (await engineFor(languageModels[DEFAULT_LANGUAGE]!)).name === 'tesseract';
}

/** Readings in the order of `spots`; undefined where nothing could be read or the page not be drawn. */
export async function readSpots(
  bytes: Uint8Array,
  spots: readonly Spot[],
  options: CheckOptions = {},
): Promise<(SpotReading | undefined)[]> {
  const asked = spots.slice(0, MAX_SPOTS);
  options.extendTime?.(OCR_MS);
  const source = {
    bytes: withoutJunk(bytes),
    ...(options.password === undefined ? {} : { password: options.password }),
  };
  const pictures = new Map<number, RenderedPage>();
  const crops: (Buffer | undefined)[] = [];
  for (const { page, box } of asked) {
    let picture = pictures.get(page.number);
    if (!picture) {
      const turn = ((360 - page.rotation) % 360) as Turn;
      picture = await renderPdfPage(source, page.number, { dpi: dpiWithin(page), turn });
      pictures.set(page.number, picture);
    }
    crops.push(await crop(picture, page, box));
  }
  return readCrops(crops);
}

function dpiWithin({ width, height }: PageGeometry): number {
  return Math.max(10, Math.min(DPI, Math.floor(72 * Math.sqrt(MAX_PIXELS / Math.max(1, width * height)))));
}

async function crop(picture: RenderedPage, page: PageGeometry, box: Box): Promise<Buffer | undefined> {
  const scale = picture.width / page.width;
  const pad = 0.25 * (box[3] - box[1]);
  const left = Math.max(0, Math.round((box[0] - pad) * scale));
  const top = Math.max(0, Math.round((box[1] - pad) * scale));
  const width = Math.min(picture.width - left, Math.round((box[2] - box[0] + 2 * pad) * scale));
  const height = Math.min(picture.height - top, Math.round((box[3] - box[1] + 2 * pad) * scale));
  if (width < 8 || height < 8) return undefined;
  const cut = sharp(picture.png).extract({ left, top, width, height }).flatten({ background: '#ffffff' });
  return (height > TALLEST ? cut.resize({ height: TALLEST }) : cut).png().toBuffer();
}

async function readCrops(crops: readonly (Buffer | undefined)[]): Promise<(SpotReading | undefined)[]> {
  const bands: ({ from: number; to: number } | undefined)[] = [];
  const layers: { input: Buffer; left: number; top: number }[] = [];
  let y = MARGIN;
  let width = 200;
  for (const input of crops) {
    if (!input) {
      bands.push(undefined);
      continue;
    }
    const size = await sharp(input).metadata();
    layers.push({ input, left: MARGIN, top: y });
    bands.push({ from: y - MARGIN / 2, to: y + size.height + MARGIN / 2 });
    width = Math.max(width, size.width + 2 * MARGIN);
    y += size.height + MARGIN;
  }
  if (layers.length === 0) return bands.map(() => undefined);
  const sheet = await sharp({ create: { width, height: y, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer();
  const model = languageModels[DEFAULT_LANGUAGE]!;
  const words = await (await engineFor(model)).recognize(sheet, { model, layout: 'block', dpi: DPI });
  return bands.map((band) => band && readingOf(words.filter((word) => within(word, band))));
}

function within({ y0, y1 }: OcrWord, { from, to }: { from: number; to: number }): boolean {
  const centre = (y0 + y1) / 2;
  return centre >= from && centre < to;
}

function readingOf(words: readonly OcrWord[]): SpotReading | undefined {
  if (words.length === 0) return undefined;
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return { text: words.map((word) => word.text).join(' '), confidence };
}
