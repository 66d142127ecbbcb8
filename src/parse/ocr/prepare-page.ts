// A page picture made ready for recognition: turned upright, lines levelled, text at the size engines are trained on.

import { type PageLook, type Turn, turnCharacters } from './analyze-page.ts';
import type { PictureRule } from './clean-page.ts';
import type { OcrWord } from './engine.ts';
import { encodePng, type GreyImage, greyOf, sharpOf, turnGrey } from './grey-image.ts';
import type { Blob } from './ink.ts';
import { findSkew } from './skew.ts';

/** Median character height in pixels that recognition works best at: measured over scans and photos, 18 to 22 are alike. */
const TARGET_TEXT_HEIGHT = 19;
/** Within these factors the size stays as it is. */
const KEEP_SIZE = { from: 0.6, to: 1.25 };
const MAX_ENLARGEMENT = 4;
const MIN_SKEW_DEGREES = 0.2;
/** Larger than an A4 page at 400 dpi gains nothing and costs time. */
const MAX_RECOGNIZED_PIXELS = 16_000_000;
/** What engines are told; the text has the size it has on a page scanned so. */
export const NOMINAL_DPI = 300;

export interface PreparedPage {
  image: GreyImage;
  turn: Turn;
  /** Pixels of `image` per pixel of the source. */
  scale: number;
  /** Degrees clockwise that lines leaned; they are level in `image`. */
  skew: number;
  /** Size of the upright page in pixels of the source. */
  width: number;
  height: number;
  /** The characters of the look, upright, in pixels of the source. */
  characters: Blob[];
  /** Typical character height in pixels of `image`. */
  textHeight: number;
  /** Ruling lines that were taken off `image`, in its pixels; none before it is cleaned. */
  rules: PictureRule[];
  /** The characters of the cleaned image, in its pixels; none before. */
  letters: Blob[];
}

/** `look` must come from the same image. */
export async function preparePage(image: GreyImage, look: PageLook, turn: Turn): Promise<PreparedPage> {
  const turned = await turnGrey(image, turn);
  const characters = turnCharacters(look, turn);
  const lean = findSkew(characters);
  const skew = Math.abs(lean) < MIN_SKEW_DEGREES ? 0 : lean;
  const { width, height } = turned;
  const scale = chooseScale(turned, look.textHeight);
  let result = turned;
  if (scale !== 1) {
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    // Linear softens the stairs of two-level scans; cubic and Lanczos kernels sharpen them and read digits worse.
    result = await greyOf(sharpOf(result).resize({ ...size, fit: 'fill', kernel: 'linear' }));
  }
  if (skew !== 0) result = await greyOf(sharpOf(result).rotate(-skew, { background: '#ffffff' }));
  // Nothing before owns these pixels when no step made new ones.
  if (result === image) result = { ...image, data: new Uint8Array(image.data) };
  const textHeight = (look.textHeight ?? TARGET_TEXT_HEIGHT / scale) * scale;
  return { image: result, turn, scale, skew, width, height, characters, textHeight, rules: [], letters: [] };
}

function chooseScale(image: GreyImage, textHeight: number | undefined): number {
  const most = Math.sqrt(MAX_RECOGNIZED_PIXELS / (image.width * image.height));
  if (textHeight === undefined) return Math.min(1, most);
  const wanted = TARGET_TEXT_HEIGHT / textHeight;
  const change = wanted >= KEEP_SIZE.from && wanted <= KEEP_SIZE.to ? 1 : Math.min(MAX_ENLARGEMENT, wanted);
  return Math.min(change, most);
}

/** PNG of a prepared page, or of a band of it. */
export function pngOf(prepared: PreparedPage): Promise<Buffer> {
  return encodePng(prepared.image, NOMINAL_DPI);
}

/**
 * A word's box from pixels of the prepared image to pixels of the upright source with its lines level.
 * Levelling grew the canvas around its centre, so the page keeps its size and centre.
 */
export function toSourcePixels(prepared: PreparedPage, word: OcrWord): OcrWord {
  return { ...word, ...boxToSource(prepared, word) };
}

/** The same for any box. */
export function boxToSource(prepared: PreparedPage, box: PictureRule): PictureRule {
  const { width, height, scale, image } = prepared;
  const offsetX = (image.width - width * scale) / 2;
  const offsetY = (image.height - height * scale) / 2;
  const x = (value: number): number => Math.min(width, Math.max(0, (value - offsetX) / scale));
  const y = (value: number): number => Math.min(height, Math.max(0, (value - offsetY) / scale));
  return { x0: x(box.x0), y0: y(box.y0), x1: x(box.x1), y1: y(box.y1) };
}
