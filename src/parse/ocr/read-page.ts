// One page through an engine: find which way is up, read it, and read it a second way where the first left ink over.

import type { PageLook, Turn } from './analyze-page.ts';
import type { OcrEngine, OcrWord, RecognizeOptions } from './engine.ts';
import { encodePng, type GreyImage } from './grey-image.ts';
import { mergeWords } from './merge-words.ts';
import { NOMINAL_DPI, type PreparedPage, pngOf, preparePage, toSourcePixels } from './prepare-page.ts';
import { inkCoverage, isNoise, meanConfidence, sureText } from './word-quality.ts';

/** A page read with this confidence is the right way up: upside-down text stays under 0.6. */
const UPRIGHT_CONFIDENCE = 0.72;
const UPRIGHT_CHARACTERS = 12;
/** Another direction must read this many times as much text to win. */
const TURN_GAIN = 1.6;
/** A second reading pays when this share of character shapes is in no word, or words are this unsure. */
const GOOD_COVERAGE = Number(process.env.COV ?? 0.9);
const GOOD_CONFIDENCE = Number(process.env.CONF ?? 0.8);
/** Height in characters of the band that directions are tried on. */
const PROBE_LINES = 14;

export interface PageReading {
  prepared: PreparedPage;
  /** In pixels of the source, upright, lines level. */
  words: OcrWord[];
}

/** Reads a page with one language model. */
export async function readPage(image: GreyImage, look: PageLook, engine: OcrEngine, model: string): Promise<PageReading> {
  const first = await readUpright(image, look, engine, model);
  const thin = inkCoverage(first.prepared, first.words) < GOOD_COVERAGE;
  if (!thin && meanConfidence(first.words) >= GOOD_CONFIDENCE) return first;
  const second = await recognize(first.prepared, engine, { model, layout: (process.env.SECOND ?? 'block') as 'block', dpi: NOMINAL_DPI });
  return { prepared: first.prepared, words: mergeWords(first.words, second) };
}

async function readUpright(image: GreyImage, look: PageLook, engine: OcrEngine, model: string): Promise<PageReading> {
  const guess: Turn = look.axis === 'down' ? await betterTurn(image, look, engine, model, [0, 90, 270]) : 0;
  const first = await readTurned(image, look, engine, model, guess);
  if (guess !== 0 || isConvincing(first.words)) return first;
  const others: Turn[] = look.axis === 'open' ? [180, 90, 270] : [180];
  const better = await betterTurn(image, look, engine, model, [0, ...others]);
  return better === 0 ? first : readTurned(image, look, engine, model, better);
}

function isConvincing(words: readonly OcrWord[]): boolean {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  return characters >= UPRIGHT_CHARACTERS && meanConfidence(words) >= UPRIGHT_CONFIDENCE;
}

async function readTurned(image: GreyImage, look: PageLook, engine: OcrEngine, model: string, turn: Turn) {
  const prepared = await preparePage(image, look, turn);
  return { prepared, words: await recognize(prepared, engine, { model, layout: 'page', dpi: NOMINAL_DPI }) };
}

async function recognize(prepared: PreparedPage, engine: OcrEngine, options: RecognizeOptions): Promise<OcrWord[]> {
  const words = await engine.recognize(await pngOf(prepared), options);
  return words.filter((word) => !isNoise(word)).map((word) => toSourcePixels(prepared, word));
}

/** Tries directions on the band of the page with most text; the first given wins unless another is clearly better. */
async function betterTurn(image: GreyImage, look: PageLook, engine: OcrEngine, model: string, turns: readonly Turn[]) {
  let best = { turn: turns[0]!, text: 0 };
  for (const turn of turns) {
    const prepared = await preparePage(image, look, turn);
    const png = await encodePng(denseBand(prepared), NOMINAL_DPI);
    const text = sureText(await engine.recognize(png, { model, layout: 'block', dpi: NOMINAL_DPI }));
    if (turn === turns[0]) best = { turn, text };
    else if (text > Math.max(2, best.text * TURN_GAIN)) best = { turn, text };
  }
  return best.turn;
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
