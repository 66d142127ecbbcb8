// Text lines seen as geometry: whether they run across or down the page, and how far they lean.

import type { Blob } from './ink.ts';

/** Share of characters whose nearest neighbour must lie above or below before a page counts as turned. */
const DOWN_SHARE = 0.6;
/** Under this share the lines surely run across; between the two it is open. */
const ACROSS_SHARE = 0.42;

/**
 * Whether lines run across or down the page, by where each character's nearest neighbour lies:
 * within a line characters stand closer than lines do. 'open' when the page does not tell.
 */
export function findAxis(characters: readonly Blob[]): 'across' | 'down' | 'open' {
  let across = 0;
  let down = 0;
  const size = medianSize(characters);
  const grid = new Map<number, Blob[]>();
  const key = (x: number, y: number): number => Math.floor(x / size) * 65_536 + Math.floor(y / size);
  // Dots and accents stand closest to their own letter, above or below.
  const letters = characters.filter((b) => 4 * Math.max(b.x1 - b.x0, b.y1 - b.y0) > size);
  for (const b of letters) {
    const k = key(b.x0 + b.x1, b.y0 + b.y1);
    const cell = grid.get(k);
    if (cell) cell.push(b);
    else grid.set(k, [b]);
  }
  const stride = Math.max(1, Math.floor(letters.length / 3000));
  for (let i = 0; i < letters.length; i += stride) {
    const b = letters[i]!;
    const x = b.x0 + b.x1;
    const y = b.y0 + b.y1;
    let best = (3 * size) ** 2;
    let vote = 0;
    for (let cx = -3; cx <= 3; cx++)
      for (let cy = -3; cy <= 3; cy++)
        for (const other of grid.get(key(x + cx * size, y + cy * size)) ?? []) {
          if (other === b) continue;
          const dx = other.x0 + other.x1 - x;
          const dy = other.y0 + other.y1 - y;
          const distance = dx * dx + dy * dy;
          if (distance < best) {
            best = distance;
            vote = Math.abs(dx) > Math.abs(dy) ? 1 : -1;
          }
        }
    if (vote > 0) across++;
    else if (vote < 0) down++;
  }
  const votes = across + down;
  if (votes < 20) return 'open';
  const share = down / votes;
  return share > DOWN_SHARE ? 'down' : share < ACROSS_SHARE ? 'across' : 'open';
}

/** Median size of characters, doubled as the centres are. */
function medianSize(characters: readonly Blob[]): number {
  const sizes = characters.map((b) => Math.max(b.x1 - b.x0, b.y1 - b.y0)).sort((a, b) => a - b);
  return 2 * Math.max(4, sizes[sizes.length >> 1] ?? 4);
}

const MAX_SKEW = 12;
const MAX_CHARACTERS = 6_000;

/**
 * Degrees that text lines lean clockwise, within ±12: the angle at which the tops and feet of characters
 * fall into the sharpest rows. 0 when there is too little text to tell.
 */
export function findSkew(characters: readonly Blob[]): number {
  if (characters.length < 20) return 0;
  const edges = characterEdges(characters);
  let best = { skew: 0, sharpness: sharpness(edges, 0) };
  for (const [range, step] of [
    [MAX_SKEW, 0.5],
    [0.5, 0.1],
    [0.1, 0.02],
  ] as const) {
    const centre = best.skew;
    for (let skew = centre - range; skew <= centre + range + 1e-9; skew += step) {
      const found = sharpness(edges, skew);
      if (found > best.sharpness) best = { skew, sharpness: found };
    }
  }
  return Math.abs(best.skew) > MAX_SKEW ? 0 : best.skew;
}

interface Edges {
  x: Float32Array;
  y: Float32Array;
  /** Height in pixels of one row of the profile. */
  bin: number;
}

function characterEdges(characters: readonly Blob[]): Edges {
  const stride = Math.max(1, Math.ceil(characters.length / MAX_CHARACTERS));
  const x: number[] = [];
  const y: number[] = [];
  let size = 0;
  for (let i = 0; i < characters.length; i += stride) {
    const b = characters[i]!;
    const centre = (b.x0 + b.x1) / 2;
    x.push(centre, centre);
    y.push(b.y0, b.y1);
    size += b.y1 - b.y0;
  }
  // A fifth of a character: fine enough to tell baselines apart, coarse enough to bear a wavy line.
  const bin = Math.max(1, size / (x.length / 2) / 5);
  return { x: Float32Array.from(x), y: Float32Array.from(y), bin };
}

function sharpness({ x, y, bin }: Edges, skew: number): number {
  const slope = Math.tan((skew * Math.PI) / 180);
  const at = new Float32Array(x.length);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const value = (y[i]! - x[i]! * slope) / bin;
    at[i] = value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const rows = new Float32Array(Math.ceil(max - min) + 2);
  for (const value of at) {
    const low = Math.floor(value - min);
    rows[low]! += 1 - (value - min - low);
    rows[low + 1]! += value - min - low;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}
