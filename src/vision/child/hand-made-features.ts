// Features without a model: which colours there are, and how edges run in each part of the picture.

import type { Greys } from './hash-pixels.ts';

const HUES = 12;
const SATURATIONS = 3;
const GREYS = 6;
const CELLS = 4;
const DIRECTIONS = 8;
/** Below it a colour counts as grey. */
const PALE = 0.12;

/** Square roots of the shares of colours, so that the dot product of two is how much they have in common. */
export function coloursOf(pixels: Uint8Array): Float32Array {
  const counts = new Float32Array(HUES * SATURATIONS + GREYS);
  for (let i = 0; i < pixels.length; i += 3) counts[colourOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!)]!++;
  return unit(counts.map((count) => Math.sqrt(count)));
}

function colourOf(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const saturation = most === 0 ? 0 : spread / most;
  if (saturation < PALE || most < 32) return HUES * SATURATIONS + Math.min(GREYS - 1, Math.floor((most * GREYS) / 256));
  const turn =
    most === red ? (green - blue) / spread : most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  const hue = Math.floor((((turn + 6) % 6) / 6) * HUES) % HUES;
  return hue * SATURATIONS + Math.min(SATURATIONS - 1, Math.floor(saturation * SATURATIONS));
}

/** Histograms of oriented gradients in 4 × 4 cells, square-rooted. */
export function edgesOf({ side, values }: Greys): Float32Array {
  const sums = new Float32Array(CELLS * CELLS * DIRECTIONS);
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      const at = y * side + x;
      const across = values[at + 1]! - values[at - 1]!;
      const down = values[at + side]! - values[at - side]!;
      const strength = Math.hypot(across, down);
      if (strength < 4) continue;
      const turn = (Math.atan2(down, across) + Math.PI) / Math.PI;
      const direction = Math.floor((turn % 1) * DIRECTIONS) % DIRECTIONS;
      const cell = Math.floor((y * CELLS) / side) * CELLS + Math.floor((x * CELLS) / side);
      sums[cell * DIRECTIONS + direction]! += strength;
    }
  }
  return unit(sums.map((sum) => Math.sqrt(sum)));
}

/** Colours and edges side by side; colours weigh more, as they stay when a thing is turned. */
export function joinFeatures(colours: Float32Array, edges: Float32Array): Float32Array {
  return unit(
    Float32Array.from([...colours.map((v) => v * Math.sqrt(0.65)), ...edges.map((v) => v * Math.sqrt(0.35))]),
  );
}

/** A vector of nothing points evenly everywhere: a plain picture is like other plain ones. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector.map(() => 1 / Math.sqrt(vector.length));
}
