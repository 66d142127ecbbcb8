// A page drawn by the raw engine, and what changes when some of its texts are taken away: what can be taken away without
// a change is not seen, whatever the trick.

import type { Box } from '../../document/box.ts';
import type { RawPdfium } from '../raw-pdfium.ts';

/** Pixels drawn of one page; larger pages are drawn smaller. */
const MAX_PIXELS = 6_000_000;
const BGRX = 3;
const BYTES = 4;
const LCD_OFF_GREY_OFF = 0;

export interface PageView {
  page: number;
  /** Points, turned as the words are. */
  width: number;
  height: number;
  /** Quarter turns clockwise on top of the page's own. */
  quarters: number;
}

/** What of the page is drawn, and how finely. */
export interface Frame {
  /** Points, as words lie. */
  region: Box;
  /** Pixels per point that are wanted. */
  scale: number;
}

export interface Picture {
  data: Uint8Array;
  width: number;
  height: number;
  stride: number;
  /** Pixels per point. */
  scale: number;
  /** Pixels of the whole page to the left of and above it. */
  left: number;
  top: number;
}

export function drawPage(pdfium: RawPdfium, view: PageView, { region, scale: wanted }: Frame): Picture {
  const scale = Math.min(wanted, Math.sqrt(MAX_PIXELS / Math.max(1, view.width * view.height)));
  const whole = [Math.max(1, Math.round(view.width * scale)), Math.max(1, Math.round(view.height * scale))] as const;
  const left = clamp(Math.floor(region[0] * scale), 0, whole[0] - 1);
  const top = clamp(Math.floor(region[1] * scale), 0, whole[1] - 1);
  const width = clamp(Math.ceil(region[2] * scale), left + 1, whole[0]) - left;
  const height = clamp(Math.ceil(region[3] * scale), top + 1, whole[1]) - top;
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new RangeError('out of memory');
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, view.page, -left, -top, whole[0], whole[1], view.quarters, LCD_OFF_GREY_OFF);
    const stride = pdfium._FPDFBitmap_GetStride(bitmap);
    const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
    return { data: pdfium.HEAPU8.slice(start, start + stride * height), width, height, stride, scale, left, top };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The same without `objects`. */
export function drawWithout(pdfium: RawPdfium, view: PageView, frame: Frame, objects: readonly number[]): Picture {
  for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, 0);
  try {
    return drawPage(pdfium, view, frame);
  } finally {
    for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, 1);
  }
}

/** A channel differs by so much where a person sees that something is there. */
const SEEN = 22;
/** Share of a word's box that its ink takes at the least; a full stop is less, but says nothing. */
const LEAST_INK = 0.012;

function pixelsOf(box: Box, { scale, left, top, width, height }: Picture): [number, number, number, number] {
  return [
    Math.max(0, Math.floor(box[0] * scale) - left),
    Math.max(0, Math.floor(box[1] * scale) - top),
    Math.min(width, Math.ceil(box[2] * scale) - left),
    Math.min(height, Math.ceil(box[3] * scale) - top),
  ];
}

/** Whether the two pictures look different within `box` (points). */
export function looksDifferent(a: Picture, b: Picture, box: Box): boolean {
  const [x0, y0, x1, y1] = pixelsOf(box, a);
  const needed = Math.max(2, LEAST_INK * (x1 - x0) * (y1 - y0));
  let different = 0;
  for (let y = y0; y < y1; y++) {
    let at = y * a.stride + x0 * BYTES;
    for (let x = x0; x < x1; x++, at += BYTES) {
      if (
        Math.abs(a.data[at]! - b.data[at]!) >= SEEN ||
        Math.abs(a.data[at + 1]! - b.data[at + 1]!) >= SEEN ||
        Math.abs(a.data[at + 2]! - b.data[at + 2]!) >= SEEN
      ) {
        if (++different >= needed) return true;
      }
    }
  }
  return false;
}

/** Nothing at all is drawn within `box`: one colour. */
export function isBlank(picture: Picture, box: Box): boolean {
  const [x0, y0, x1, y1] = pixelsOf(box, picture);
  const first = y0 * picture.stride + x0 * BYTES;
  for (let y = y0; y < y1; y++) {
    let at = y * picture.stride + x0 * BYTES;
    for (let x = x0; x < x1; x++, at += BYTES) {
      for (let channel = 0; channel < 3; channel++) {
        if (Math.abs(picture.data[at + channel]! - picture.data[first + channel]!) >= SEEN) return false;
      }
    }
  }
  return true;
}

/** Points of the page as stored, y upwards → points of the page as its words lie, y downwards. */
export function viewTransform(pdfium: RawPdfium, view: PageView): (box: Box) => Box {
  const out = pdfium.wasmExports.malloc(8);
  // Device coordinates are whole numbers of 32 bits.
  const fine = Math.min(1000, 1e9 / Math.max(1, view.width, view.height));
  const [width, height] = [Math.round(view.width * fine), Math.round(view.height * fine)];
  const point = (x: number, y: number): [number, number] => {
    pdfium._FPDF_PageToDevice(view.page, 0, 0, width, height, view.quarters, x, y, out, out + 4);
    const memory = new DataView(pdfium.HEAPU8.buffer);
    return [memory.getInt32(out, true) / fine, memory.getInt32(out + 4, true) / fine];
  };
  const origin = point(0, 0);
  const right = point(100, 0);
  const up = point(0, 100);
  pdfium.wasmExports.free(out);
  const [ax, ay] = [(right[0] - origin[0]) / 100, (right[1] - origin[1]) / 100];
  const [bx, by] = [(up[0] - origin[0]) / 100, (up[1] - origin[1]) / 100];
  return ([x0, y0, x1, y1]) => {
    const [a0, a1, b0, b1] = [ax * x0, ax * x1, bx * y0, bx * y1];
    const [c0, c1, d0, d1] = [ay * x0, ay * x1, by * y0, by * y1];
    return [
      origin[0] + Math.min(a0, a1) + Math.min(b0, b1),
      origin[1] + Math.min(c0, c1) + Math.min(d0, d1),
      origin[0] + Math.max(a0, a1) + Math.max(b0, b1),
      origin[1] + Math.max(c0, c1) + Math.max(d0, d1),
    ];
  };
}
