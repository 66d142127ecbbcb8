// A picture of a page → words with boxes in points. The steps: look, turn upright, level, read, fit the language, fill gaps.

import { groupLines } from '../../document/layout/group-lines.ts';
import type { Rule, Word } from '../../document/parsed-document.ts';
import { detectLanguage } from '../language.ts';
import type { ParseContext } from '../parse-context.ts';
import { analyzePage, type PageLook, type Turn } from './analyze-page.ts';
import type { OcrWord } from './engine.ts';
import { engineFor } from './engines.ts';
import { estimateDpi } from './estimate-dpi.ts';
import { decodeGrey, type GreyImage } from './grey-image.ts';
import { DEFAULT_LANGUAGE, languageModels, modelOf } from './languages.ts';
import { boxToSource } from './prepare-page.ts';
import { fillGaps, type PageReading, type Reader, readUpright, recognize } from './read-page.ts';
import { repairAddresses } from './repair-addresses.ts';
import { isCertain, meanConfidence, sureText } from './word-quality.ts';

export interface OcrPageResult {
  /** In points of the upright page with its lines level. */
  words: Word[];
  /** Ruling lines of the picture, in the same points. */
  rules: Rule[];
  /** Points, upright. */
  width: number;
  height: number;
  /** Degrees the picture was turned clockwise. */
  rotation: Turn;
  /** Degrees clockwise that lines leaned, corrected around the page's centre. */
  skew: number;
  /** Mean word confidence 0–1; 0 without words. */
  confidence: number;
  /** ISO 639-1 of the language model that read it; empty without words. */
  languages: string[];
}

/** Pixels; nothing readable fits on less, and engines refuse it. */
const MIN_SIDE = 12;
/** Another language's model must read this share of what the first did to replace it: it costs accents, not words. */
const RELEARN_SHARE = 0.95;

/** The language that earlier pages of the same document turned out to be in. */
const documentLanguage = new WeakMap<ParseContext, string>();

/**
 * Reads a picture (PNG, JPEG, TIFF, WebP). `dpi` is its resolution when known; it decides the size in points only.
 * Throws `file.corrupt`, `file.too-large`; `internal` when the engine fails.
 */
export async function ocrPage(
  picture: { data: Uint8Array; dpi?: number },
  context: ParseContext,
): Promise<OcrPageResult> {
  const image = await decodeGrey(picture.data, { maxPixels: context.limits.maxPixels });
  return ocrGrey(image, picture.dpi, context);
}

/** The same for pixels that are decoded already. `statedDpi` is what the file says and may be a meaningless default. */
export async function ocrGrey(
  image: GreyImage,
  statedDpi: number | undefined,
  context: ParseContext,
): Promise<OcrPageResult> {
  const look = await analyzePage(image);
  const dpi = estimateDpi({ width: image.width, height: image.height, statedDpi, textHeight: look.textHeight });
  if (look.shapes === 0 || Math.min(image.width, image.height) < MIN_SIDE) return emptyPage(image, dpi);
  const { reading, language } = await readInItsLanguage(image, look, context);
  const { prepared } = reading;
  if (!reading.legible && !reading.words.some(isCertain)) return emptyPage(image, dpi);
  const scale = 72 / dpi;
  const words = repairAddresses(reading.words.slice(0, context.limits.maxWordsPerPage)).map((word) =>
    toPoints(word, scale),
  );
  return {
    words,
    rules: prepared.rules.map((rule) => scaleRule(boxToSource(prepared, rule), scale)),
    width: prepared.width * scale,
    height: prepared.height * scale,
    rotation: prepared.turn,
    skew: prepared.skew,
    confidence: meanConfidence(reading.words),
    languages: words.length > 0 ? [language] : [],
  };
}

function emptyPage(image: GreyImage, dpi: number): OcrPageResult {
  const [width, height] = [(image.width * 72) / dpi, (image.height * 72) / dpi];
  return { words: [], rules: [], width, height, rotation: 0, skew: 0, confidence: 0, languages: [] };
}

async function readInItsLanguage(image: GreyImage, look: PageLook, context: ParseContext) {
  const expected =
    documentLanguage.get(context) ?? context.languages?.find((code) => modelOf(code)) ?? DEFAULT_LANGUAGE;
  let language = expected;
  let reader = await readerOf(language);
  let reading = await readUpright(image, look, reader);
  const found = await languageOf(reading);
  if (found !== undefined && found !== language) {
    const other = await readerOf(found);
    const again = { ...reading, words: await recognize(reading.prepared, other, 'page') };
    if (sureText(again.words) >= sureText(reading.words) * RELEARN_SHARE) {
      reading = again;
      reader = other;
      language = found;
      documentLanguage.set(context, found);
    }
  }
  return { reading: await fillGaps(reading, reader), language };
}

async function readerOf(language: string): Promise<Reader> {
  const model = modelOf(language) ?? languageModels[DEFAULT_LANGUAGE]!;
  return { engine: await engineFor(model), model };
}

/** Language of what was read, when there is a model for it. */
async function languageOf(reading: PageReading): Promise<string | undefined> {
  const lines = groupLines(
    reading.words.map((word) => toPoints(word, 1)),
    1,
  );
  const language = await detectLanguage([{ lines }]);
  return language !== null && modelOf(language) !== undefined ? language : undefined;
}

function toPoints(word: OcrWord, scale: number): Word {
  const box = [word.x0 * scale, word.y0 * scale, word.x1 * scale, word.y1 * scale] as const;
  return { text: word.text, box, confidence: word.confidence };
}

function scaleRule({ x0, y0, x1, y1 }: Rule, scale: number): Rule {
  return { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale };
}
