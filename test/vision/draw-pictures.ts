// Pictures that tests draw: shapes on a ground, alike every time for one number.

import sharp, { type Sharp } from 'sharp';

/** A number between 0 and 1 from two others. */
function chance(seed: number, n: number): number {
  const value = Math.sin(seed * 12.9898 + n * 78.233) * 43758.5453;
  return value - Math.floor(value);
}

/** 320 × 240: a ground, and shapes whose places, sizes and colours follow from the number. */
export function drawScene(seed: number): Sharp {
  const colour = (n: number) =>
    `hsl(${Math.floor(chance(seed, n) * 360)},${40 + Math.floor(chance(seed, n + 1) * 60)}%,${25 + Math.floor(chance(seed, n + 2) * 50)}%)`;
  const shapes = Array.from({ length: 9 }, (_, i) => {
    const n = 10 * (i + 1);
    const [x, y, size] = [chance(seed, n + 3) * 320, chance(seed, n + 4) * 240, 20 + chance(seed, n + 5) * 70];
    return i % 2 === 0
      ? `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour(n)}"/>`
      : `<rect x="${x}" y="${y}" width="${size}" height="${size * 0.7}" fill="${colour(n)}" transform="rotate(${chance(seed, n + 6) * 90} ${x} ${y})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="${colour(1)}"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg));
}

export const png = (seed: number): Promise<Buffer> => drawScene(seed).png().toBuffer();
