// The outline of a glyph as a small black and white picture, whatever its size and weight.

import type { RawPdfium } from '../raw-pdfium.ts';

const COLUMNS = 14;
const ROWS = 20;
const CELLS = COLUMNS * ROWS;

export interface Shape {
  cells: Uint8Array;
  /** Width to height, before it was set to the common size. */
  aspect: number;
}

const SEGMENT = { line: 0, bezier: 1, move: 2 } as const;
const MAX_SEGMENTS = 2000;
const CURVE_STEPS = 5;
const EM = 100;

type Point = readonly [number, number];

/** undefined when the font has no outline for it. */
export function outlineOf(pdfium: RawPdfium, font: number, letter: string): Shape | undefined {
  const path = pdfium._FPDFFont_GetGlyphPath(font, letter.codePointAt(0)!, EM);
  if (path === 0) return undefined;
  const contours = readContours(pdfium, path);
  return contours.length > 0 ? fill(contours) : undefined;
}

function readContours(pdfium: RawPdfium, path: number): Point[][] {
  const count = Math.min(pdfium._FPDFGlyphPath_CountGlyphSegments(path), MAX_SEGMENTS);
  const scratch = pdfium.wasmExports.malloc(8);
  const contours: Point[][] = [];
  let current: Point[] = [];
  let controls: Point[] = [];
  for (let i = 0; i < count; i++) {
    const segment = pdfium._FPDFGlyphPath_GetGlyphPathSegment(path, i);
    pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const view = new DataView(pdfium.HEAPU8.buffer);
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
function fill(contours: readonly Point[][]): Shape | undefined {
  const points = contours.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  if (right - left <= 0 || high - low <= 0) return undefined;
  const cells = new Uint8Array(CELLS);
  for (let row = 0; row < ROWS; row++) {
    const y = high - ((row + 0.5) / ROWS) * (high - low);
    const crossings = crossingsAt(contours, y);
    for (let column = 0; column < COLUMNS; column++) {
      const x = left + ((column + 0.5) / COLUMNS) * (right - left);
      let winding = 0;
      for (const crossing of crossings) if (crossing.x < x) winding += crossing.step;
      if (winding !== 0) cells[row * COLUMNS + column] = 1;
    }
  }
  return { cells, aspect: (right - left) / (high - low) };
}

function crossingsAt(contours: readonly Point[][], y: number): { x: number; step: 1 | -1 }[] {
  const crossings: { x: number; step: 1 | -1 }[] = [];
  for (const contour of contours) {
    for (let i = 0; i < contour.length; i++) {
      const [x0, y0] = contour[i]!;
      const [x1, y1] = contour[(i + 1) % contour.length]!;
      if (y0 <= y === y1 <= y) continue;
      crossings.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), step: y1 > y0 ? 1 : -1 });
    }
  }
  return crossings;
}

/** Share of cells that differ, and more for shapes of other proportions: a 1 is narrow. */
export function shapeDistance(a: Shape, b: Shape): number {
  let different = 0;
  for (let i = 0; i < CELLS; i++) if (a.cells[i] !== b.cells[i]) different++;
  return different / CELLS + 0.15 * Math.min(1, Math.abs(Math.log(a.aspect / b.aspect)));
}
