// Light text on dark bands: heads of tables, title bars, boxed totals. Recognition is trained on dark text on light paper,
// so the bands are turned over.

import type { GreyImage } from './grey-image.ts';

/** A rectangle in pixels, ends exclusive. */
export interface Band {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Grey level of its ground. */
  ground: number;
}

/** A ground this share as bright as the page's paper, or less, may carry light text; lighter ones carry dark text. */
const DARK = 0.72;
/** Grounds are even: so much of a band is within these grey levels of it. A dense word is not. */
const EVEN = { levels: 25, share: 0.5 };
/** Character heights. */
const LEAST = { width: 3, height: 1.1 };
/** Share of a rectangle that must be dark, its text included on neither side. */
const FILLED = 0.6;
/** Light marks must be this share of the band at least and at most, and this many times the dark marks. */
const MARKS = { least: 0.01, most: 0.45, gain: 1.5 };
/** Grey levels by which a mark differs from the ground. */
const CONTRAST = 45;
const PAPER = 245;

/** Dark rectangles with light marks on them. `size`: typical character height in pixels. */
export function findDarkBands(image: GreyImage, size: number): Band[] {
  const cell = Math.max(3, Math.round(size * 0.4));
  const columns = Math.floor(image.width / cell);
  const rows = Math.floor(image.height / cell);
  const threshold = DARK * paperLevel(image);
  const dark = darkCells(image, threshold, { cell, columns, rows });
  const bands: Band[] = [];
  for (const area of connectedAreas(dark, columns, rows)) {
    const [width, height] = [(area.x1 - area.x0) * cell, (area.y1 - area.y0) * cell];
    if (width < LEAST.width * size || height < LEAST.height * size) continue;
    if (area.count < FILLED * (area.x1 - area.x0) * (area.y1 - area.y0)) continue;
    const box = { x0: area.x0 * cell, y0: area.y0 * cell, x1: area.x1 * cell, y1: area.y1 * cell };
    const band = fitBand(image, box, { cell, threshold });
    if (band && hasLightMarks(image, band)) bands.push(band);
  }
  return bands;
}

/** A cell is dark when most of its pixels are: text on it covers less than half. */
function darkCells(
  image: GreyImage,
  threshold: number,
  { cell, columns, rows }: { cell: number; columns: number; rows: number },
): Uint8Array {
  const dark = new Uint8Array(columns * rows);
  const most = (cell * cell) / 2;
  const counts = new Uint16Array(columns);
  for (let r = 0; r < rows; r++) {
    counts.fill(0);
    for (let y = r * cell; y < (r + 1) * cell; y++) {
      const start = y * image.width;
      for (let c = 0; c < columns; c++) {
        let count = 0;
        for (let x = c * cell; x < (c + 1) * cell; x++) if (image.data[start + x]! < threshold) count++;
        counts[c]! += count;
      }
    }
    for (let c = 0; c < columns; c++) if (counts[c]! > most) dark[r * columns + c] = 1;
  }
  return dark;
}

function connectedAreas(cells: Uint8Array, columns: number, rows: number) {
  const seen = new Uint8Array(cells.length);
  const areas: { x0: number; y0: number; x1: number; y1: number; count: number }[] = [];
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === 0 || seen[i] === 1) continue;
    const area = { x0: columns, y0: rows, x1: 0, y1: 0, count: 0 };
    const open = [i];
    seen[i] = 1;
    while (open.length > 0) {
      const at = open.pop()!;
      const [x, y] = [at % columns, Math.floor(at / columns)];
      area.count++;
      area.x0 = Math.min(area.x0, x);
      area.x1 = Math.max(area.x1, x + 1);
      area.y0 = Math.min(area.y0, y);
      area.y1 = Math.max(area.y1, y + 1);
      const next = [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns];
      for (const n of next)
        if (n >= 0 && n < cells.length && cells[n] === 1 && seen[n] === 0) {
          seen[n] = 1;
          open.push(n);
        }
    }
    areas.push(area);
  }
  return areas;
}

/** The rectangle to the pixel: each side moved out by up to a cell while its line of pixels is mostly dark. */
function fitBand(
  image: GreyImage,
  box: Omit<Band, 'ground'>,
  { cell, threshold }: { cell: number; threshold: number },
): Band | undefined {
  const histogram = histogramOf(image, box);
  const ground = levelAt(histogram, 0.5);
  if (ground >= threshold) return undefined;
  let even = 0;
  for (let v = Math.max(0, ground - EVEN.levels); v <= Math.min(255, ground + EVEN.levels); v++) even += histogram[v]!;
  if (even < EVEN.share * (box.x1 - box.x0) * (box.y1 - box.y0)) return undefined;
  const isDark = (x0: number, y0: number, x1: number, y1: number): boolean => {
    let dark = 0;
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) if (image.data[y * image.width + x]! < threshold) dark++;
    return dark > 0.5 * (x1 - x0) * (y1 - y0);
  };
  let { x0, y0, x1, y1 } = box;
  const least = { x: Math.max(0, x0 - cell), y: Math.max(0, y0 - cell) };
  const most = { x: Math.min(image.width, x1 + cell), y: Math.min(image.height, y1 + cell) };
  while (y0 > least.y && isDark(x0, y0 - 1, x1, y0)) y0--;
  while (y1 < most.y && isDark(x0, y1, x1, y1 + 1)) y1++;
  while (x0 > least.x && isDark(x0 - 1, y0, x0, y1)) x0--;
  while (x1 < most.x && isDark(x1, y0, x1 + 1, y1)) x1++;
  return { x0, y0, x1, y1, ground };
}

/** Brightness of paper: most of a page is paper, and margins of a scan may be brighter. */
function paperLevel(image: GreyImage): number {
  return levelAt(histogramOf(image, { x0: 0, y0: 0, x1: image.width, y1: image.height }), 0.8);
}

function histogramOf(image: GreyImage, { x0, y0, x1, y1 }: Omit<Band, 'ground'>): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) histogram[image.data[y * image.width + x]!]!++;
  return histogram;
}

/** The level that this share of the pixels does not exceed. */
function levelAt(histogram: Uint32Array, share: number): number {
  const wanted = share * histogram.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let level = 0; level < 256; level++) {
    below += histogram[level]!;
    if (below >= wanted) return level;
  }
  return 255;
}

function hasLightMarks(image: GreyImage, { x0, y0, x1, y1, ground }: Band): boolean {
  let light = 0;
  let dark = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const value = image.data[y * image.width + x]!;
      if (value > ground + CONTRAST) light++;
      else if (value < ground - CONTRAST) dark++;
    }
  const area = (x1 - x0) * (y1 - y0);
  return light >= MARKS.least * area && light <= MARKS.most * area && light > MARKS.gain * dark;
}

/** Turns bands over in place: the ground becomes paper, light text dark. Boxes in pixels of this image. */
export function turnBandsOver(image: GreyImage, bands: readonly Band[]): void {
  for (const { x0, y0, x1, y1, ground } of bands) {
    const levels = new Uint8Array(256);
    for (let v = 0; v < 256; v++) levels[v] = Math.min(PAPER, ((255 - v) * PAPER) / (255 - ground));
    for (let y = y0; y < y1; y++)
      for (let i = y * image.width + x0; i < y * image.width + x1; i++) image.data[i] = levels[image.data[i]!]!;
  }
}
