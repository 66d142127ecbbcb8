// One page through an engine: find which way is up, read it, and read it a second way where the first left ink over.

import type { PageLook, Turn } from './analyze-page.ts';
import { estimateBackground, flatten } from './background.ts';
import { cleanPage } from './clean-page.ts';
import type { OcrEngine, OcrLayout, OcrWord } from './engine.ts';
import { gatherPatches, layPatches, type Patch } from './gaps.ts';
import { encodePng, type GreyImage } from './grey-image.ts';
import type { Blob } from './ink.ts';
import { mergeWords } from './merge-words.ts';
import { NOMINAL_DPI, type PreparedPage, pngOf, preparePage, toSourcePixels } from './prepare-page.ts';
import { countCharacters, isNoise, lettersLeftOver, meanConfidence, sureText } from './word-quality.ts';

/** A page read with this confidence is the right way up: upside-down text stays under 0.6. */
const UPRIGHT_CONFIDENCE = 0.72;
const UPRIGHT_CHARACTERS = 12;
/** Another direction must read this many times as much text to win. */
const TURN_GAIN = 1.6;
/**
 * Sure text per character of what was read: under the first it is chance (wood, cloth and hair read as a letter or two,
 * upside-down text as little more), over the second it is beyond doubt. Receipts in poor photos have 0.15 to 0.4.
 */
const CHANCE_SHARE = 0.1;
const CLEAR_SHARE = 0.25;
const LEAST_TEXT = 3;
const CLEAR_TEXT = 15;
/** The whole page is read again when words are less sure than this, or what was left over takes this share of it. */
const GOOD_CONFIDENCE = 0.86;
const PATCHED = 0.3;
/** What stands out of context must be this sure: drawings and signatures are left over as well. */
const PATCH_CONFIDENCE = 0.5;
/** Height in characters of the band that directions are tried on. */
const PROBE_LINES = 10;

/** An engine with the language model to use. */
export interface Reader {
  engine: OcrEngine;
  model: string;
}

export interface PageReading {
  prepared: PreparedPage;
  /** In pixels of the source, upright, lines level. */
  words: OcrWord[];
  /** False for a picture without text that can be read, whatever shapes were taken for letters. */
  legible: boolean;
}

/** Finds which way is up and reads the page once. */
export async function readUpright(image: GreyImage, look: PageLook, reader: Reader): Promise<PageReading> {
  if (look.axis === 'down') {
    const { turn, text } = await probeTurns(image, look, reader, [90, 270, 0]);
    return { ...(await readTurned(image, look, reader, turn)), legible: text > 0 };
  }
  const first = await readTurned(image, look, reader, 0);
  if (isConvincing(first.words)) return { ...first, legible: true };
  const { turn, text } = await probeTurns(image, look, reader, look.axis === 'open' ? [0, 180, 90, 270] : [0, 180]);
  const best = turn === 0 ? first : await readTurned(image, look, reader, turn);
  return { ...best, legible: text > 0 || legibleText(best.words) > 0 };
}

function isConvincing(words: readonly OcrWord[]): boolean {
  return countCharacters(words) >= UPRIGHT_CHARACTERS && meanConfidence(words) >= UPRIGHT_CONFIDENCE;
}

async function readTurned(image: GreyImage, look: PageLook, reader: Reader, turn: Turn) {
  const prepared = await preparePage(image, look, turn);
  Object.assign(prepared, await cleanPage(prepared.image, prepared.textHeight));
  return { prepared, words: await recognize(prepared, reader, 'page') };
}

/** One reading of a prepared page; words in pixels of the source, noise left out. */
export async function recognize(prepared: PreparedPage, reader: Reader, layout: OcrLayout): Promise<OcrWord[]> {
  const { engine, model } = reader;
  const words = await engine.recognize(await pngOf(prepared), { model, layout, dpi: NOMINAL_DPI });
  return words.filter((word) => !isNoise(word)).map((word) => toSourcePixels(prepared, word));
}

/**
 * Reads once more what the first reading left over or was unsure of, and joins the two: patches of the page when little is
 * missing, else all of it. Layout analysis takes receipts on a table for pictures at times; read as one block they come out.
 */
export async function fillGaps(reading: PageReading, reader: Reader): Promise<PageReading> {
  const { prepared, words, legible } = reading;
  if (!legible) return reading;
  const left = lettersLeftOver(prepared, words).filter((letter) => isLetterSized(letter, prepared.textHeight));
  const patches = gatherPatches(left, prepared.textHeight, prepared.image);
  const area = patches.reduce((sum, { x0, y0, x1, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);
  if (meanConfidence(words) < GOOD_CONFIDENCE || area > PATCHED * prepared.image.width * prepared.image.height)
    return { ...reading, words: mergeWords(words, await recognize(prepared, reader, 'block')) };
  if (patches.length === 0) return reading;
  return { ...reading, words: mergeWords(words, await readPatches(prepared, patches, reader)) };
}

/** Specks and parts of a drawing are not read again. */
function isLetterSized({ y0, y1 }: Blob, textHeight: number): boolean {
  return y1 - y0 >= 0.6 * textHeight && y1 - y0 <= 2.5 * textHeight;
}

async function readPatches(prepared: PreparedPage, patches: readonly Patch[], { engine, model }: Reader) {
  const sheet = layPatches(prepared.image, patches, prepared.textHeight);
  const png = await encodePng(sheet.image, NOMINAL_DPI);
  const words = await engine.recognize(png, { model, layout: 'block', dpi: NOMINAL_DPI });
  return sheet
    .place(words.filter((word) => !isNoise(word) && word.confidence >= PATCH_CONFIDENCE))
    .map((word) => toSourcePixels(prepared, word));
}

/** Sure text, or 0 when it is no more than chance would give. */
function legibleText(words: readonly OcrWord[]): number {
  const text = sureText(words);
  return text >= LEAST_TEXT && text >= CHANCE_SHARE * countCharacters(words) ? text : 0;
}

/**
 * Tries directions on the band of the page with most text. One that reads beyond doubt ends the search;
 * else the first given wins unless another reads clearly more.
 */
async function probeTurns(image: GreyImage, look: PageLook, reader: Reader, turns: readonly Turn[]) {
  let best = { turn: turns[0]!, text: 0 };
  for (const turn of turns) {
    const band = denseBand(await preparePage(image, look, turn));
    const even = look.uneven ? flatten(band, estimateBackground(band)) : band;
    const png = await encodePng(even, NOMINAL_DPI);
    const words = await reader.engine.recognize(png, { model: reader.model, layout: 'block', dpi: NOMINAL_DPI });
    const text = legibleText(words);
    if (text >= CLEAR_TEXT && text >= CLEAR_SHARE * countCharacters(words)) return { turn, text };
    if (text > best.text * TURN_GAIN) best = { turn, text };
  }
  return best;
}

/** A strip of the prepared page, as wide as it is, where most characters are. */
function denseBand({ image, characters, scale, height }: PreparedPage): GreyImage {
  const rows = new Uint32Array(64);
  for (const b of characters) rows[Math.min(63, Math.floor((((b.y0 + b.y1) / 2) * 64) / height))]! += 1;
  const tall = characters.map((b) => b.y1 - b.y0).sort((a, b) => a - b)[characters.length >> 1] ?? 20;
  const band = Math.min(image.height, Math.max(120, Math.round(PROBE_LINES * 2 * tall * scale)));
  const windowRows = Math.max(1, Math.round((band / image.height) * 64));
  let best = { start: 0, count: -1 };
  for (let start = 0; start + windowRows <= 64; start++) {
    let count = 0;
    for (let i = start; i < start + windowRows; i++) count += rows[i]!;
    if (count > best.count) best = { start, count };
  }
  const top = Math.min(image.height - band, Math.round((best.start / 64) * image.height));
  const data = image.data.subarray(top * image.width, (top + band) * image.width);
  return { data, width: image.width, height: band };
}
