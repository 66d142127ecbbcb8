// The outline of a glyph as a small black and white picture, whatever its size and weight.

import type { RawPdfium } from '../raw-pdfium.ts';

const COLUMNS = 14;
const ROWS = 20;
const CELLS = COLUMNS * ROWS;

export interface Shape {
  /** One bit a cell, row by row. */
  bits: Uint32Array;
  /** Width to height, before it was set to the common size. */
  aspect: number;
}

const SEGMENT = { line: 0, bezier: 1, move: 2 } as const;
const MAX_SEGMENTS = 2000;
const CURVE_STEPS = 5;
const EM = 100;

export type Point = readonly [number, number];

/** undefined when the font has no outline for it. */
export function outlineOf(pdfium: RawPdfium, font: number, letter: string): Shape | undefined {
  const path = pdfium._FPDFFont_GetGlyphPath(font, letter.codePointAt(0)!, EM);
  if (path === 0) return undefined;
  const contours = readContours(pdfium, path);
  return contours.length > 0 ? shapeOf(contours) : undefined;
}

function readContours(pdfium: RawPdfium, path: number): Point[][] {
  const count = Math.min(pdfium._FPDFGlyphPath_CountGlyphSegments(path), MAX_SEGMENTS);
  const scratch = pdfium.wasmExports.malloc(8);
  const view = new DataView(pdfium.HEAPU8.buffer);
  const contours: Point[][] = [];
  let current: Point[] = [];
  let controls: Point[] = [];
  for (let i = 0; i < count; i++) {
    const segment = pdfium._FPDFGlyphPath_GetGlyphPathSegment(path, i);
    pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const point: Point = [view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true)];
    const type = pdfium._FPDFPathSegment_GetType(segment);
    if (type === SEGMENT.move) {
      current = [point];
      contours.push(current);
      controls = [];
    } else if (type === SEGMENT.line) current.push(point);
    else if (type === SEGMENT.bezier) {
      controls.push(point);
      if (controls.length < 3) continue;
      current.push(...curve(current.at(-1) ?? point, controls));
      controls = [];
    }
  }
  pdfium.wasmExports.free(scratch);
  return contours.filter((contour) => contour.length > 2);
}

function curve(from: Point, [a, b, to]: Point[]): Point[] {
  return Array.from({ length: CURVE_STEPS }, (_, i) => {
    const t = (i + 1) / CURVE_STEPS;
    const s = 1 - t;
    const at = (axis: 0 | 1): number =>
      s * s * s * from[axis] + 3 * s * s * t * a![axis] + 3 * s * t * t * b![axis] + t * t * t * to![axis];
    return [at(0), at(1)] as const;
  });
}

/** Cells whose centre lies inside, by the winding of the contours around it. */
export function shapeOf(contours: readonly Point[][]): Shape | undefined {
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours) {
    for (const [x, y] of contour) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  }
  const [width, height] = [right - left, high - low];
  if (!(width > 0 && height > 0)) return undefined;
  const rows: { x: number; step: number }[][] = Array.from({ length: ROWS }, () => []);
  for (const contour of contours) addCrossings(contour, rows, { left, high, width, height });
  const bits = new Uint32Array(Math.ceil(CELLS / 32));
  for (const [row, crossings] of rows.entries()) {
    crossings.sort((a, b) => a.x - b.x);
    let winding = 0;
    let next = 0;
    for (let column = 0; column < COLUMNS; column++) {
      while (next < crossings.length && crossings[next]!.x < column + 0.5) winding += crossings[next++]!.step;
      const cell = row * COLUMNS + column;
      if (winding !== 0) bits[cell >> 5]! |= 1 << (cell & 31);
    }
  }
  return { bits, aspect: width / height };
}

interface Extent {
  left: number;
  high: number;
  width: number;
  height: number;
}

/** Where each edge crosses the middle of a row, in cells from the left. */
function addCrossings(
  contour: readonly Point[],
  rows: { x: number; step: number }[][],
  { left, high, width, height }: Extent,
): void {
  for (let i = 0; i < contour.length; i++) {
    const [x0, y0] = contour[i]!;
    const [x1, y1] = contour[i + 1 === contour.length ? 0 : i + 1]!;
    if (y0 === y1) continue;
    // Rows from the top: the row of a height is counted to the middle of its cells.
    const a = ((high - y0) / height) * ROWS - 0.5;
    const b = ((high - y1) / height) * ROWS - 0.5;
    const from = Math.max(0, Math.ceil(Math.min(a, b)));
    const to = Math.min(ROWS - 1, Math.ceil(Math.max(a, b)) - 1);
    for (let row = from; row <= to; row++) {
      const share = (row - a) / (b - a);
      rows[row]!.push({ x: ((x0 + share * (x1 - x0) - left) / width) * COLUMNS, step: b > a ? 1 : -1 });
    }
  }
}

/** Share of cells that differ, and more for shapes of other proportions: a 1 is narrow. */
export function shapeDistance(a: Shape, b: Shape): number {
  let different = 0;
  for (let i = 0; i < a.bits.length; i++) different += countBits(a.bits[i]! ^ b.bits[i]!);
  return different / CELLS + 0.15 * Math.min(1, Math.abs(Math.log(a.aspect / b.aspect)));
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
