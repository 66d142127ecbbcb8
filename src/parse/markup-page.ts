// Pages that an hOCR or ALTO file describes: words in its own units → a page in points.

import type { Box } from '../document/box.ts';
import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Page, Word } from '../document/parsed-document.ts';
import { estimateDpi } from './ocr/estimate-dpi.ts';
import type { ParseContext } from './parse-context.ts';

export interface MarkedWord {
  text: string;
  /** x0 y0 x1 y1 in the file's units. */
  box: Box;
  /** 0–1. */
  confidence?: number;
}

export interface MarkedPage {
  words: MarkedWord[];
  /** Size in the file's units; absent = the extent of its words. */
  width?: number | undefined;
  height?: number | undefined;
  /** Units per inch when the file tells; absent = pixels of an unknown resolution. */
  unitsPerInch?: number | undefined;
}

/** Letters are about half as high as the box of a word with ascender and descender. */
const WORD_TO_LETTER = 1.6;

/** Words without area, outside of all reason, or beyond the limit are left out; the latter with a warning. */
export function toMarkedPage(marked: MarkedPage, number: number, context: ParseContext): Page {
  const sound = marked.words.filter(({ text, box }) => text !== '' && isSound(box));
  const kept = sound.slice(0, context.limits.maxWordsPerPage);
  if (kept.length < sound.length) {
    const message = `Only the first ${kept.length} of ${sound.length} words of the page were kept.`;
    context.warn({ code: 'words.cut', message, page: number });
  }
  const width = Math.max(1, marked.width ?? 0, ...extent(kept, 2));
  const height = Math.max(1, marked.height ?? 0, ...extent(kept, 3));
  const scale = 72 / (marked.unitsPerInch ?? estimateDpi({ width, height, textHeight: letterHeight(kept) }));
  const words = kept.map((word): Word => {
    const [x0, y0, x1, y1] = word.box;
    const box: Box = [x0 * scale, y0 * scale, x1 * scale, y1 * scale];
    return word.confidence === undefined
      ? { text: word.text, box }
      : { text: word.text, box, confidence: word.confidence };
  });
  const lines = groupLines(words, number);
  const confidence = meanOf(words);
  return {
    number,
    width: width * scale,
    height: height * scale,
    source: words.length > 0 ? 'ocr' : 'none',
    rotation: 0,
    ...(confidence === undefined ? {} : { confidence }),
    lines,
    blocks: groupBlocks(lines, number),
    tables: [],
    images: [],
    rules: [],
  };
}

function isSound(box: Box): boolean {
  return box.every((v) => Number.isFinite(v) && v >= 0 && v <= 10_000_000) && box[2] > box[0] && box[3] > box[1];
}

function extent(words: readonly MarkedWord[], side: 2 | 3): number[] {
  return words.length === 0 ? [] : [words.reduce((most, word) => Math.max(most, word.box[side]), 0)];
}

function letterHeight(words: readonly MarkedWord[]): number | undefined {
  if (words.length < 5) return undefined;
  const heights = words.map(({ box }) => box[3] - box[1]).sort((a, b) => a - b);
  return heights[heights.length >> 1]! / WORD_TO_LETTER;
}

function meanOf(words: readonly Word[]): number | undefined {
  let sum = 0;
  let length = 0;
  for (const word of words) {
    if (word.confidence === undefined) continue;
    sum += word.confidence * word.text.length;
    length += word.text.length;
  }
  return length === 0 ? undefined : sum / length;
}
