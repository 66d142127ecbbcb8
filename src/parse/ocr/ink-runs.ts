// Bitmaps as runs: how far ink goes on up and down from each pixel.

/** For each pixel of ink the length of the vertical run it is in, 255 at most; 0 elsewhere. */
export function runLengths(ink: Uint8Array, width: number, height: number): Uint8Array {
  const runs = new Uint8Array(ink.length);
  for (let i = 0; i < ink.length; i++) {
    if (ink[i] === 0) continue;
    const above = i >= width ? runs[i - width]! : 0;
    runs[i] = above === 255 ? 255 : above + 1;
  }
  for (let i = width * (height - 1) - 1; i >= 0; i--) {
    if (runs[i] !== 0 && runs[i + width] !== 0) runs[i] = runs[i + width]!;
  }
  return runs;
}

/** Rows become columns. */
export function transpose(bitmap: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(bitmap.length);
  const TILE = 32;
  for (let y0 = 0; y0 < height; y0 += TILE)
    for (let x0 = 0; x0 < width; x0 += TILE) {
      const [y1, x1] = [Math.min(height, y0 + TILE), Math.min(width, x0 + TILE)];
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) out[x * height + y] = bitmap[y * width + x]!;
    }
  return out;
}
