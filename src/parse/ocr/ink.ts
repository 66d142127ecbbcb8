// Ink: the dark connected shapes of a page, with those that look like characters picked out.
// Text height, skew and orientation are all read from them.

import type { GreyImage } from './grey-image.ts';

/** Bounding box of one connected dark shape, in pixels, ends exclusive. */
export interface Blob {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  pixels: number;
}

/** Share of the surrounding mean under which a pixel is ink, and the least difference in levels. */
const INK_RATIO = 0.82;
const INK_CONTRAST = 14;

/** 1 where a pixel is clearly darker than the mean of its surroundings (window in pixels): less than `ratio` of it. */
export function binarize(image: GreyImage, window: number, ratio = INK_RATIO): Uint8Array {
  const { data, width, height } = image;
  const half = Math.max(4, window >> 1);
  const columnSums = new Int32Array(width);
  const ink = new Uint8Array(data.length);
  const addRow = (y: number, sign: number): void => {
    const start = y * width;
    for (let x = 0; x < width; x++) columnSums[x]! += sign * data[start + x]!;
  };
  for (let y = 0; y < Math.min(half, height); y++) addRow(y, 1);
  let rowsIn = Math.min(half, height);
  for (let y = 0; y < height; y++) {
    if (y + half < height) {
      addRow(y + half, 1);
      rowsIn++;
    }
    if (y - half - 1 >= 0) {
      addRow(y - half - 1, -1);
      rowsIn--;
    }
    let sum = 0;
    let columnsIn = 0;
    for (let x = 0; x < Math.min(half, width); x++) {
      sum += columnSums[x]!;
      columnsIn++;
    }
    for (let x = 0; x < width; x++) {
      if (x + half < width) {
        sum += columnSums[x + half]!;
        columnsIn++;
      }
      if (x - half - 1 >= 0) {
        sum -= columnSums[x - half - 1]!;
        columnsIn--;
      }
      const mean = sum / (columnsIn * rowsIn);
      const value = data[y * width + x]!;
      if (value < mean * ratio && mean - value > INK_CONTRAST) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** Connected shapes of a bitmap (8-neighbourhood), by runs joined with union-find. */
export function findBlobs(ink: Uint8Array, width: number, height: number): Blob[] {
  const parent: number[] = [];
  const blobs: Blob[] = [];
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) {
      const next = parent[i]!;
      parent[i] = root;
      i = next;
    }
    return root;
  };
  let above: { x0: number; x1: number; id: number }[] = [];
  for (let y = 0; y < height; y++) {
    const row: typeof above = [];
    let first = 0;
    let x = 0;
    const start = y * width;
    while (x < width) {
      if (ink[start + x] === 0) {
        x++;
        continue;
      }
      const x0 = x;
      while (x < width && ink[start + x] === 1) x++;
      let id = -1;
      while (first < above.length && above[first]!.x1 < x0) first++;
      for (let i = first; i < above.length && above[i]!.x0 <= x; i++) {
        const root = find(above[i]!.id);
        if (id === -1) id = root;
        else if (root !== id) {
          parent[root] = id;
          absorb(blobs[id]!, blobs[root]!);
        }
      }
      if (id === -1) {
        id = blobs.length;
        parent.push(id);
        blobs.push({ x0, y0: y, x1: x, y1: y + 1, pixels: 0 });
      }
      const blob = blobs[id]!;
      blob.x0 = Math.min(blob.x0, x0);
      blob.x1 = Math.max(blob.x1, x);
      blob.y1 = y + 1;
      blob.pixels += x - x0;
      row.push({ x0, x1: x, id });
    }
    above = row;
  }
  return blobs.filter((_, i) => parent[i] === i);
}

function absorb(into: Blob, from: Blob): void {
  into.x0 = Math.min(into.x0, from.x0);
  into.y0 = Math.min(into.y0, from.y0);
  into.x1 = Math.max(into.x1, from.x1);
  into.y1 = Math.max(into.y1, from.y1);
  into.pixels += from.pixels;
}

/** The blobs that can be characters: not specks, not rules, not pictures. Upright or sideways alike. */
export function characterBlobs(blobs: readonly Blob[], page: { width: number; height: number }): Blob[] {
  const largest = Math.max(24, Math.min(page.width, page.height) / 12);
  return blobs.filter((blob) => {
    const w = blob.x1 - blob.x0;
    const h = blob.y1 - blob.y0;
    const long = Math.max(w, h);
    const short = Math.min(w, h);
    return long >= 5 && long <= largest && short >= 2 && long / short < 6 && blob.pixels >= 0.12 * w * h;
  });
}

/** Typical height of characters in pixels: the median over blobs, weighted to the larger ones. Undefined when there are too few. */
export function textHeight(characters: readonly Blob[]): number | undefined {
  if (characters.length < 12) return undefined;
  const sizes = characters.map((b) => Math.max(b.x1 - b.x0, b.y1 - b.y0)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)];
}
