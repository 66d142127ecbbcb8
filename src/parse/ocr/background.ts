// The paper under the ink: how bright it is at each place, and pixels made even by dividing by it.

import type { GreyImage } from './grey-image.ts';

/** Brightness of the paper on a coarse grid. */
export interface Background {
  cell: number;
  columns: number;
  rows: number;
  level: Float32Array;
}

const CELLS_ACROSS = 64;
/** Levels of bright and dark parts of the paper this far apart mean shadow, fold, or vignette. */
const UNEVEN_RATIO = 0.8;

/** Estimates the paper: the bright percentile of each cell, holes (pictures, ink) closed, smoothed. */
export function estimateBackground(image: GreyImage): Background {
  const cell = Math.max(8, Math.round(Math.max(image.width, image.height) / CELLS_ACROSS));
  const columns = Math.ceil(image.width / cell);
  const rows = Math.ceil(image.height / cell);
  const raw = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) raw[r * columns + c] = brightLevel(image, c * cell, r * cell, cell, histogram);
  const closed = spread(spread(raw, columns, rows, Math.max), columns, rows, Math.min);
  return { cell, columns, rows, level: smooth(smooth(closed, columns, rows), columns, rows) };
}

/** True when light differs so much over the page that one threshold cannot serve it. */
export function isUneven(background: Background): boolean {
  const sorted = Float32Array.from(background.level).sort();
  const low = sorted[Math.floor(sorted.length * 0.1)]!;
  const high = sorted[Math.floor(sorted.length * 0.9)]!;
  return low < high * UNEVEN_RATIO || high < 200;
}

/** Divides by the background: paper becomes white everywhere, ink keeps its contrast to the paper around it. */
export function flatten(image: GreyImage, background: Background): GreyImage {
  const { data, width, height } = image;
  const { cell, columns, rows, level } = background;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const gy = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const r0 = Math.floor(gy);
    const r1 = Math.min(rows - 1, r0 + 1);
    const fy = gy - r0;
    for (let x = 0; x < width; x++) {
      const gx = Math.min(columns - 1, Math.max(0, (x + 0.5) / cell - 0.5));
      const c0 = gx | 0;
      const c1 = c0 + 1 < columns ? c0 + 1 : c0;
      const fx = gx - c0;
      const top = level[r0 * columns + c0]! * (1 - fx) + level[r0 * columns + c1]! * fx;
      const bottom = level[r1 * columns + c0]! * (1 - fx) + level[r1 * columns + c1]! * fx;
      const paper = top * (1 - fy) + bottom * fy;
      const i = y * width + x;
      out[i] = Math.min(255, (data[i]! * 245) / Math.max(16, paper));
    }
  }
  return { data: out, width, height };
}

function brightLevel(image: GreyImage, x0: number, y0: number, cell: number, histogram: Uint32Array): number {
  histogram.fill(0);
  let count = 0;
  const x1 = Math.min(image.width, x0 + cell);
  const y1 = Math.min(image.height, y0 + cell);
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      histogram[image.data[y * image.width + x]!]! += 1;
      count++;
    }
  let above = 0;
  for (let value = 255; value >= 0; value--) {
    above += histogram[value]!;
    if (above > count * 0.15) return value;
  }
  return 0;
}

function spread(level: Float32Array, columns: number, rows: number, pick: (a: number, b: number) => number) {
  const out = new Float32Array(level.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let value = level[r * columns + c]!;
      for (let dr = -1; dr <= 1; dr++)
        for (let dc = -1; dc <= 1; dc++) {
          const rr = Math.min(rows - 1, Math.max(0, r + dr));
          const cc = Math.min(columns - 1, Math.max(0, c + dc));
          value = pick(value, level[rr * columns + cc]!);
        }
      out[r * columns + c] = value;
    }
  return out;
}

function smooth(level: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(level.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      let count = 0;
      for (let rr = Math.max(0, r - 1); rr <= Math.min(rows - 1, r + 1); rr++)
        for (let cc = Math.max(0, c - 1); cc <= Math.min(columns - 1, c + 1); cc++) {
          sum += level[rr * columns + cc]!;
          count++;
        }
      out[r * columns + c] = sum / count;
    }
  return out;
}
