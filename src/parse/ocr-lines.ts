// Lines that somebody else's OCR found on one picture, with boxes in pixels → one page in points.

import type { Box } from '../document/box.ts';
import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Word } from '../document/parsed-document.ts';
import { estimateDpi } from './ocr/estimate-dpi.ts';
import type { ParsedParts } from './parse-context.ts';
import { splitTextLine } from './split-text-line.ts';

/** `box`: x0 y0 x1 y1, or the four corners in turn as eight numbers; pixels. */
export interface OcrTextLine {
  box: readonly number[];
  text: string;
}

/** Height of a line's box over that of its x-height letters. */
const LINE_TO_LETTER = 2;

/** `size`: the picture's size in pixels when known, else the extent of the lines with an even margin. Broken boxes are left out. */
export function parseOcrLines(lines: readonly OcrTextLine[], size?: { width: number; height: number }): ParsedParts {
  const placed = lines.flatMap(({ box, text }) => {
    const bounds = boundsOf(box);
    return bounds && text.trim() !== '' ? [{ box: bounds, text }] : [];
  });
  const { width, height } = size ?? extentOf(placed.map((line) => line.box));
  const heights = placed.map(({ box }) => box[3] - box[1]).sort((a, b) => a - b);
  const middle = heights[heights.length >> 1];
  const dpi = estimateDpi({ width, height, textHeight: middle === undefined ? undefined : middle / LINE_TO_LETTER });
  const scale = 72 / dpi;
  const words = placed.flatMap(({ box, text }) => splitTextLine(text, box.map((v) => v * scale) as unknown as Box));
  return {
    format: 'image',
    pageCount: 1,
    pages: [toPage(words, width * scale, height * scale)],
    metadata: {},
    attachments: [],
  };
}

function toPage(words: Word[], width: number, height: number) {
  const lines = groupLines(words, 1);
  return {
    number: 1,
    width,
    height,
    source: words.length > 0 ? ('ocr' as const) : ('none' as const),
    rotation: 0 as const,
    lines,
    blocks: groupBlocks(lines, 1),
    tables: [],
    images: [],
    rules: [],
  };
}

function boundsOf(box: readonly number[]): Box | undefined {
  if ((box.length !== 4 && box.length !== 8) || !box.every(Number.isFinite)) return undefined;
  const xs = box.filter((_, i) => i % 2 === 0);
  const ys = box.filter((_, i) => i % 2 === 1);
  const bounds: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return bounds[2] > bounds[0] && bounds[3] > bounds[1] ? bounds : undefined;
}

function extentOf(boxes: readonly Box[]): { width: number; height: number } {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1, 1];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  if (boxes.length === 0) return { width: 1, height: 1 };
  return { width: right + Math.max(0, left), height: bottom + Math.max(0, top) };
}
