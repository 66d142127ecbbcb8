// Hashes of 64 bits that survive re-encoding, scaling and small changes of light: near pictures differ in few bits.

import type { PictureHashes } from '../vision.ts';

/** Brightness of a square picture, row by row. */
export interface Greys {
  side: number;
  values: Float32Array;
}

export function greysOf(pixels: Uint8Array, side: number): Greys {
  const values = new Float32Array(side * side);
  for (let i = 0; i < values.length; i++) {
    values[i] = 0.299 * pixels[3 * i]! + 0.587 * pixels[3 * i + 1]! + 0.114 * pixels[3 * i + 2]!;
  }
  return { side, values };
}

export function hashGreys(greys: Greys): PictureHashes {
  return { perceptual: perceptual(greys), difference: difference(greys), average: average(greys) };
}

/** The signs of the lowest frequencies against their median (discrete cosine transform of 32 × 32), the mean left out. */
function perceptual(greys: Greys): string {
  const N = 32;
  const KEPT = 8;
  const small = shrink(greys, N, N);
  const cosines = Array.from({ length: KEPT + 1 }, (_, u) =>
    Float32Array.from({ length: N }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * N))),
  );
  const rows = cosines.map((cosine) =>
    Float32Array.from({ length: N }, (_, y) => {
      let sum = 0;
      for (let x = 0; x < N; x++) sum += small[y * N + x]! * cosine[x]!;
      return sum;
    }),
  );
  const frequencies: number[] = [];
  // From 1 on in both directions: what is constant along a row or column says how light it is, not what is there.
  for (let v = 1; v <= KEPT; v++) {
    for (let u = 1; u <= KEPT; u++) {
      let sum = 0;
      for (let y = 0; y < N; y++) sum += rows[u]![y]! * cosines[v]![y]!;
      frequencies.push(sum);
    }
  }
  const sorted = frequencies.toSorted((a, b) => a - b);
  const median = (sorted[31]! + sorted[32]!) / 2;
  return toHex(frequencies.map((value) => value > median));
}

/** Whether each place is lighter than the one to its left. */
function difference(greys: Greys): string {
  const small = shrink(greys, 9, 8);
  const bits: boolean[] = [];
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits.push(small[y * 9 + x + 1]! > small[y * 9 + x]!);
  return toHex(bits);
}

/** Whether each place is lighter than the whole. */
function average(greys: Greys): string {
  const small = shrink(greys, 8, 8);
  const mean = small.reduce((sum, value) => sum + value, 0) / small.length;
  return toHex([...small].map((value) => value > mean));
}

/** Means of areas; places on a border count in part. */
function shrink({ side, values }: Greys, width: number, height: number): Float32Array {
  const across = spans(side, width);
  const down = spans(side, height);
  const small = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let weights = 0;
      for (const [row, rowWeight] of down[y]!) {
        for (const [column, columnWeight] of across[x]!) {
          sum += values[row * side + column]! * rowWeight * columnWeight;
          weights += rowWeight * columnWeight;
        }
      }
      small[y * width + x] = sum / weights;
    }
  }
  return small;
}

function spans(side: number, parts: number): [place: number, weight: number][][] {
  return Array.from({ length: parts }, (_, part) => {
    const from = (part * side) / parts;
    const to = ((part + 1) * side) / parts;
    const span: [number, number][] = [];
    for (let place = Math.floor(from); place < to; place++) {
      span.push([place, Math.min(to, place + 1) - Math.max(from, place)]);
    }
    return span;
  });
}

function toHex(bits: readonly boolean[]): string {
  let hex = '';
  for (let i = 0; i < bits.length; i += 4) {
    hex += bits
      .slice(i, i + 4)
      .reduce((digit, bit) => digit * 2 + (bit ? 1 : 0), 0)
      .toString(16);
  }
  return hex;
}
