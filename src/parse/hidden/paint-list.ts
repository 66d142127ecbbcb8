// What a PDF page paints, in order: the objects of its content and of the forms it draws, in points of the page as stored.

import { type Box, unionBox } from '../../document/box.ts';
import type { RawPdfium } from '../raw-pdfium.ts';

export interface PaintedObject {
  handle: number;
  kind: 'text' | 'path' | 'image' | 'shading';
  /** x0 y0 x1 y1 with y upwards; what the glyphs or the shape reach. */
  box: Box;
  /** Red, green, blue, opacity: 0–255. */
  fill: readonly [number, number, number, number];
  /** It is inside the area of a path that fills it. */
  fills: boolean;
  strokes: boolean;
  /** It, or a form around it, is part of an optional layer. */
  layered: boolean;
  /** It is blended, or not fully opaque, or masked. */
  blended: boolean;
  /** Extent of the paths that cut it, when there are some. */
  clip?: Box;
  /** One of them is no plain rectangle: it may leave out more than its extent says. */
  oddClip: boolean;
  /** Text only: 3 paints nothing, 7 only cuts. */
  renderMode: number;
  /** Text only: height of the font's em on the page, in points. */
  size: number;
  font: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const OBJECT = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;
const MAX_DEPTH = 20;
const MAX_CLIP_SEGMENTS = 64;
/** A rectangle, closed by a line of its own. */
const RECTANGLE_SEGMENTS = 5;
/** Paths and pictures lower or narrower than this cover no word. */
const COVER_POINTS = 2;

/** More objects than a page that people read has. */
export const MAX_PAINTED = 60_000;

/** All text, and what may lie over or under it. `complete` is false when there is more than is looked at. */
export function listPaint(pdfium: RawPdfium, page: number): { objects: PaintedObject[]; complete: boolean } {
  const scratch = pdfium.wasmExports.malloc(64);
  const walk = new PaintWalk(pdfium, scratch);
  try {
    const count = pdfium._FPDFPage_CountObjects(page);
    for (let i = 0; i < count && walk.complete; i++) {
      walk.visit(pdfium._FPDFPage_GetObject(page, i), { matrix: IDENTITY, layered: false, depth: 0 });
    }
    return { objects: walk.objects, complete: walk.complete };
  } finally {
    pdfium.wasmExports.free(scratch);
  }
}

interface Surroundings {
  matrix: Matrix;
  layered: boolean;
  depth: number;
}

class PaintWalk {
  readonly objects: PaintedObject[] = [];
  complete = true;
  private visited = 0;
  private oddClip = false;
  private readonly pdfium: RawPdfium;
  private readonly scratch: number;
  private view: DataView;

  constructor(pdfium: RawPdfium, scratch: number) {
    this.pdfium = pdfium;
    this.scratch = scratch;
    this.view = new DataView(pdfium.HEAPU8.buffer);
  }

  visit(handle: number, around: Surroundings): void {
    if (++this.visited > MAX_PAINTED || around.depth > MAX_DEPTH) {
      this.complete = false;
      return;
    }
    // A call may have grown the module's memory, which detaches older views of it.
    if (this.view.buffer !== this.pdfium.HEAPU8.buffer) this.view = new DataView(this.pdfium.HEAPU8.buffer);
    const type = this.pdfium._FPDFPageObj_GetType(handle);
    const layered = around.layered || this.isLayered(handle);
    if (type === OBJECT.form) this.visitForm(handle, { ...around, layered });
    else this.add(handle, type, { ...around, layered });
  }

  private visitForm(handle: number, around: Surroundings): void {
    const own = this.pdfium._FPDFPageObj_GetMatrix(handle, this.scratch) ? this.readMatrix() : IDENTITY;
    const inside = { matrix: multiply(own, around.matrix), layered: around.layered, depth: around.depth + 1 };
    const count = this.pdfium._FPDFFormObj_CountObjects(handle);
    for (let i = 0; i < count && this.complete; i++) {
      this.visit(this.pdfium._FPDFFormObj_GetObject(handle, i), inside);
    }
  }

  private add(handle: number, type: number, { matrix, layered }: Surroundings): void {
    const { pdfium, scratch } = this;
    if (!pdfium._FPDFPageObj_GetBounds(handle, scratch, scratch + 4, scratch + 8, scratch + 12)) return;
    const box = transformBox([this.float(0), this.float(4), this.float(8), this.float(12)], matrix);
    const isText = type === OBJECT.text;
    if (!isText && (box[2] - box[0] < COVER_POINTS || box[3] - box[1] < COVER_POINTS)) return;
    const drawMode = type === OBJECT.path ? this.drawMode(handle) : { fills: true, strokes: false };
    if (!isText && !drawMode.fills) return;
    const fill = pdfium._FPDFPageObj_GetFillColor(handle, scratch, scratch + 4, scratch + 8, scratch + 12)
      ? ([this.int(0), this.int(4), this.int(8), this.int(12)] as const)
      : ([0, 0, 0, 255] as const);
    const clip = isText ? this.clipOf(handle, matrix) : undefined;
    const renderMode = isText ? pdfium._FPDFTextObj_GetTextRenderMode(handle) : 0;
    this.objects.push({
      handle,
      kind: isText ? 'text' : type === OBJECT.image ? 'image' : type === OBJECT.shading ? 'shading' : 'path',
      box,
      fill,
      fills: drawMode.fills,
      strokes: isText ? renderMode === 1 || renderMode === 2 : drawMode.strokes,
      layered,
      blended: pdfium._FPDFPageObj_HasTransparency(handle) !== 0,
      ...(clip ? { clip } : {}),
      oddClip: clip !== undefined && this.oddClip,
      renderMode,
      size: isText ? this.sizeOf(handle, matrix) : 0,
      font: isText ? pdfium._FPDFTextObj_GetFont(handle) : 0,
    });
  }

  private drawMode(handle: number): { fills: boolean; strokes: boolean } {
    this.pdfium._FPDFPath_GetDrawMode(handle, this.scratch, this.scratch + 4);
    return { fills: this.int(0) !== 0, strokes: this.int(4) !== 0 };
  }

  /** The em's height after the text matrix and the forms around it. */
  private sizeOf(handle: number, matrix: Matrix): number {
    this.pdfium._FPDFTextObj_GetFontSize(handle, this.scratch);
    const stated = this.float(0);
    const own = this.pdfium._FPDFPageObj_GetMatrix(handle, this.scratch) ? this.readMatrix() : IDENTITY;
    const [, , c, d] = multiply(own, matrix);
    return Math.abs(stated) * Math.sqrt(c * c + d * d);
  }

  private clipOf(handle: number, matrix: Matrix): Box | undefined {
    const { pdfium, scratch } = this;
    const clip = pdfium._FPDFPageObj_GetClipPath(handle);
    const paths = clip ? Math.min(pdfium._FPDFClipPath_CountPaths(clip), 16) : 0;
    let kept: Box | undefined;
    this.oddClip = false;
    for (let path = 0; path < paths; path++) {
      const segments = Math.min(pdfium._FPDFClipPath_CountPathSegments(clip, path), MAX_CLIP_SEGMENTS);
      if (segments > RECTANGLE_SEGMENTS) this.oddClip = true;
      let extent: Box | undefined;
      for (let i = 0; i < segments; i++) {
        const segment = pdfium._FPDFClipPath_GetPathSegment(clip, path, i);
        if (!pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) continue;
        const x = this.float(0);
        const y = this.float(4);
        extent = extent ? unionBox(extent, [x, y, x, y]) : [x, y, x, y];
      }
      if (!extent) continue;
      const box = transformBox(extent, matrix);
      kept = kept ? intersect(kept, box) : box;
    }
    return kept;
  }

  private isLayered(handle: number): boolean {
    const { pdfium, scratch } = this;
    const marks = Math.min(Math.max(0, pdfium._FPDFPageObj_CountMarks(handle)), 20);
    for (let i = 0; i < marks; i++) {
      const mark = pdfium._FPDFPageObj_GetMark(handle, i);
      // "OC" in UTF-16 with its end takes six bytes.
      if (!pdfium._FPDFPageObjMark_GetName(mark, scratch, 16, scratch + 32) || this.int(32) !== 6) continue;
      if (this.view.getUint8(scratch) === 0x4f && this.view.getUint8(scratch + 2) === 0x43) return true;
    }
    return false;
  }

  private readMatrix(): Matrix {
    return [this.float(0), this.float(4), this.float(8), this.float(12), this.float(16), this.float(20)];
  }

  private float(offset: number): number {
    return this.fresh().getFloat32(this.scratch + offset, true);
  }

  private int(offset: number): number {
    return this.fresh().getInt32(this.scratch + offset, true);
  }

  private fresh(): DataView {
    if (this.view.buffer !== this.pdfium.HEAPU8.buffer) this.view = new DataView(this.pdfium.HEAPU8.buffer);
    return this.view;
  }
}

/** First `a`, then `b`. */
function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function transformBox(box: Box, m: Matrix): Box {
  if (m === IDENTITY) return box;
  const [a0, a1, c0, c1] = [m[0] * box[0], m[0] * box[2], m[2] * box[1], m[2] * box[3]];
  const [b0, b1, d0, d1] = [m[1] * box[0], m[1] * box[2], m[3] * box[1], m[3] * box[3]];
  return [
    Math.min(a0, a1) + Math.min(c0, c1) + m[4],
    Math.min(b0, b1) + Math.min(d0, d1) + m[5],
    Math.max(a0, a1) + Math.max(c0, c1) + m[4],
    Math.max(b0, b1) + Math.max(d0, d1) + m[5],
  ];
}

export function intersect(a: Box, b: Box): Box {
  const x0 = Math.max(a[0], b[0]);
  const y0 = Math.max(a[1], b[1]);
  return [x0, y0, Math.max(x0, Math.min(a[2], b[2])), Math.max(y0, Math.min(a[3], b[3]))];
}

export const areaOf = (box: Box): number => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
