// Light text on dark bands: heads of tables, title bars, boxed totals. Recognition is trained on dark text on light paper,
// so the bands are turned over.

import { type Background, estimateBackground } from './background.ts';
import type { GreyImage } from './grey-image.ts';

/** A rectangle in pixels, ends exclusive. */
export interface Band {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Grey level of its ground. */
  ground: number;
  /** Of the paper around, which is that of its light text. */
  paper: number;
}

type Box = Omit<Band, 'ground' | 'paper'>;

/** A ground this share as bright as the paper around, or less, may carry light text; lighter ones carry dark text. */
const DARK = 0.72;
/** Grounds are even: so much of a band is within these grey levels of it. A dense word is not. */
const EVEN = { levels: 25, share: 0.6 };
/** Character heights. */
const LEAST = { width: 4, height: 1.1 };
/** Share of a rectangle that must be dark, its text included on neither side. */
const FILLED = 0.6;
/** Light marks must be this share of the band at least and at most, and this many times the dark marks. */
const MARKS = { least: 0.01, most: 0.45, gain: 1.5 };
/** Grey levels by which a mark differs from the ground. */
const CONTRAST = 45;
/** Share of the page's width and height within which paper is looked for: more than a sidebar takes. */
const PAPER_REACH = 0.2;
/** Paper is looked for at every so many cells of the background. */
const PAPER_STEP = 4;
/** What is left of the paper's brightness in text that was light. */
const INK_LEVEL = 0.15;

/** Dark rectangles with light marks on them. `size`: typical character height in pixels. */
export function findDarkBands(image: GreyImage, size: number): Band[] {
  const cell = Math.max(3, Math.round(size * 0.4));
  const columns = Math.floor(image.width / cell);
  const rows = Math.floor(image.height / cell);
  const paperAt = paperAround(image);
  const dark = darkCells(image, paperAt, { cell, columns, rows });
  const bands: Band[] = [];
  for (const area of connectedAreas(dark, columns, rows)) {
    const box = { x0: area.x0 * cell, y0: area.y0 * cell, x1: area.x1 * cell, y1: area.y1 * cell };
    if (!isLarge(box, size)) continue;
    if (area.count < FILLED * (area.x1 - area.x0) * (area.y1 - area.y0)) continue;
    const band = fitBand(image, box, cell, paperAt((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2));
    if (!band || !isLarge(band, size)) continue;
    const paper = paperBeside(image, band);
    if (paper !== undefined && hasLightMarks(image, band)) bands.push({ ...band, paper });
  }
  return bands;
}

function isLarge({ x0, y0, x1, y1 }: Box, size: number): boolean {
  return x1 - x0 >= LEAST.width * size && y1 - y0 >= LEAST.height * size;
}

/** A cell is dark when most of its pixels are: text on it covers less than half. */
function darkCells(
  image: GreyImage,
  paperAt: (x: number, y: number) => number,
  { cell, columns, rows }: { cell: number; columns: number; rows: number },
): Uint8Array {
  const dark = new Uint8Array(columns * rows);
  const most = (cell * cell) / 2;
  const counts = new Uint16Array(columns);
  const thresholds = new Float32Array(columns);
  for (let r = 0; r < rows; r++) {
    counts.fill(0);
    for (let c = 0; c < columns; c++) thresholds[c] = DARK * paperAt((c + 0.5) * cell, (r + 0.5) * cell);
    for (let y = r * cell; y < (r + 1) * cell; y++) {
      const start = y * image.width;
      for (let c = 0; c < columns; c++) {
        let count = 0;
        for (let x = c * cell; x < (c + 1) * cell; x++) if (image.data[start + x]! < thresholds[c]!) count++;
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

/** The rectangle to the pixel: each side moved to where its line of pixels turns from mostly dark to mostly light. */
function fitBand(image: GreyImage, box: Box, cell: number, paper: number): Band | undefined {
  const histogram = histogramOf(image, box);
  const ground = levelAt(histogram, 0.5);
  if (ground >= DARK * paper) return undefined;
  let even = 0;
  for (let v = Math.max(0, ground - EVEN.levels); v <= Math.min(255, ground + EVEN.levels); v++) even += histogram[v]!;
  if (even < EVEN.share * (box.x1 - box.x0) * (box.y1 - box.y0)) return undefined;
  const edge = (ground + paper) / 2;
  const isDark = (x0: number, y0: number, x1: number, y1: number): boolean => {
    let dark = 0;
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (image.data[y * image.width + x]! < edge) dark++;
    return dark > 0.5 * (x1 - x0) * (y1 - y0);
  };
  let { x0, y0, x1, y1 } = box;
  while (y0 < y1 && !isDark(x0, y0, x1, y0 + 1)) y0++;
  while (y1 > y0 && !isDark(x0, y1 - 1, x1, y1)) y1--;
  while (x0 < x1 && !isDark(x0, y0, x0 + 1, y1)) x0++;
  while (x1 > x0 && !isDark(x1 - 1, y0, x1, y1)) x1--;
  if (x0 >= x1 || y0 >= y1) return undefined;
  const least = { x: Math.max(0, x0 - cell), y: Math.max(0, y0 - cell) };
  const most = { x: Math.min(image.width, x1 + cell), y: Math.min(image.height, y1 + cell) };
  while (y0 > least.y && isDark(x0, y0 - 1, x1, y0)) y0--;
  while (y1 < most.y && isDark(x0, y1, x1, y1 + 1)) y1++;
  while (x0 > least.x && isDark(x0 - 1, y0, x0, y1)) x0--;
  while (x1 < most.x && isDark(x1, y0, x1 + 1, y1)) x1++;
  return { x0, y0, x1, y1, ground, paper };
}

/**
 * Brightness of the paper near a place: what most of the lighter cells within reach have. The lightest would be the white
 * that a levelled picture has in its corners.
 */
function paperAround(image: GreyImage): (x: number, y: number) => number {
  const background = estimateBackground(image);
  const { cell } = background;
  const step = PAPER_STEP * cell;
  const [columns, rows] = [Math.ceil(image.width / step), Math.ceil(image.height / step)];
  const level = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const [column, row] = [Math.floor((c + 0.5) * PAPER_STEP), Math.floor((r + 0.5) * PAPER_STEP)];
      level[r * columns + c] = lightLevel(background, column, row);
    }
  return (x, y) =>
    level[Math.min(rows - 1, Math.floor(y / step)) * columns + Math.min(columns - 1, Math.floor(x / step))]!;
}

function lightLevel({ level, columns, rows }: Background, column: number, row: number): number {
  const reach = Math.round(PAPER_REACH * Math.max(columns, rows));
  const near: number[] = [];
  for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++)
    for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++)
      near.push(level[r * columns + c]!);
  near.sort((a, b) => a - b);
  return near[Math.floor(0.75 * near.length)] ?? 255;
}

function histogramOf(image: GreyImage, { x0, y0, x1, y1 }: Box): Uint32Array {
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

/** Pixels beyond the edge, and how wide a strip is looked at there. */
const OUTSIDE = { from: 2, to: 5 };
/** Sides that must be seen to end; those at the border of the picture cannot. */
const EDGES = 2;

/** A band ends at once where a shadow fades: the paper beyond its sides; undefined when there is none. */
function paperBeside(image: GreyImage, { x0, y0, x1, y1, ground }: Band): number | undefined {
  const levels = [
    { x0, x1, y0: y0 - OUTSIDE.to, y1: y0 - OUTSIDE.from },
    { x0, x1, y0: y1 + OUTSIDE.from, y1: y1 + OUTSIDE.to },
    { y0, y1, x0: x0 - OUTSIDE.to, x1: x0 - OUTSIDE.from },
    { y0, y1, x0: x1 + OUTSIDE.from, x1: x1 + OUTSIDE.to },
  ]
    .filter((s) => s.x0 >= 0 && s.y0 >= 0 && s.x1 <= image.width && s.y1 <= image.height)
    .map((strip) => levelAt(histogramOf(image, strip), 0.5));
  const paper = levels.filter((level) => level * DARK >= ground).sort((a, b) => a - b);
  return paper.length >= EDGES && paper.length >= levels.length - 1 ? paper[paper.length >> 1] : undefined;
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
  for (const { x0, y0, x1, y1, ground, paper } of bands) {
    const levels = new Uint8Array(256);
    const slope = ((1 - INK_LEVEL) * paper) / (paper - ground);
    for (let v = 0; v < 256; v++) levels[v] = Math.min(255, Math.max(0, paper - (v - ground) * slope));
    for (let y = y0; y < y1; y++)
      for (let i = y * image.width + x0; i < y * image.width + x1; i++) image.data[i] = levels[image.data[i]!]!;
  }
}
