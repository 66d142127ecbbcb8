// Ruling lines in a picture: thin straight runs of ink, solid, dashed or dotted. Recognition reads better without them
// (a dotted line under a row is taken for the feet of its letters), and tables are found better with them.

import { runLengths, transpose } from './ink-runs.ts';

/** A straight line in pixels of the bitmap; `at` is its middle across, `from` and `to` its ends. */
export interface InkRule {
  across: boolean;
  at: number;
  from: number;
  to: number;
}

export interface FoundRules {
  rules: InkRule[];
  /** 1 where a pixel belongs to a horizontal rule, 2 to a vertical one, 3 to both. */
  mask: Uint8Array;
}

export interface Bitmap {
  ink: Uint8Array;
  width: number;
  height: number;
}

/** All sizes in character heights. */
const THICKEST = 0.4;
const SOLID = { length: 4, gap: 0.25, covered: 0.8, thick: 0.25 };
/** Dashes must stand free above and below, or the tops of letters in a row would be some. */
const DASHED = { covered: 0.25, thick: 0.05, beside: 0.15 };
/** A run across the rule as long as this is no letter that touches it. */
const CROSSING = 3;
/** Lines of text lie closer to each other than letters stand high: down the page a gap must be smaller to be one of dashes. */
const ACROSS = { dashGap: 0.8, length: 6 };
const DOWN = { dashGap: 0.35, length: 4 };

/** `size`: typical character height in pixels; about 10 serves best. */
export function findRules(bitmap: Bitmap, size: number): FoundRules {
  const { ink, width, height } = bitmap;
  const across = findAcross(bitmap, size, ACROSS);
  const turned = { ink: transpose(ink, width, height), width: height, height: width };
  const down = findAcross(turned, size, DOWN);
  const mask = across.mask;
  const downMask = transpose(down.mask, height, width);
  for (let i = 0; i < mask.length; i++) mask[i]! |= downMask[i]! << 1;
  return {
    rules: [
      ...joinPieces(across.pieces, size).map((piece) => ({ ...piece, across: true })),
      ...joinPieces(down.pieces, size).map((piece) => ({ ...piece, across: false })),
    ],
    mask,
  };
}

interface Piece {
  at: number;
  from: number;
  to: number;
}

function findAcross({ ink, width, height }: Bitmap, size: number, dashes: typeof ACROSS) {
  const thickest = Math.max(2, Math.round(THICKEST * size));
  const runs = runLengths(ink, width, height);
  const mask = new Uint8Array(ink.length);
  const pieces: Piece[] = [];
  const thinAt = (x: number, y: number): boolean => {
    const run = runs[y * width + x]!;
    return run > 0 && run <= thickest;
  };
  const take = (y: number, from: number, to: number): void => {
    pieces.push({ at: y, from, to });
    for (let x = from; x < to; x++)
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        if (thinAt(x, row)) markRun(mask, runs, width, x, row);
        // Where another rule crosses; left over, crossings would be read as dots.
        else if (runs[row * width + x]! >= CROSSING * size) mask[row * width + x] = 1;
  };
  for (let y = 0; y < height; y++) {
    const cover = coverOf(runs, width, height, y, thickest);
    if (cover.thin < SOLID.covered * SOLID.length * size) continue;
    for (const [from, to] of spans(cover.kinds, SOLID.gap * size)) {
      if (to - from < SOLID.length * size) continue;
      const { thin, thick } = count(cover.kinds, from, to);
      if (thin >= SOLID.covered * (to - from) && thick <= SOLID.thick * (to - from)) take(y, from, to);
    }
    for (const [from, to] of spans(cover.kinds, dashes.dashGap * size)) {
      const length = to - from;
      if (length < dashes.length * size) continue;
      const { thin, thick } = count(cover.kinds, from, to);
      if (thin < DASHED.covered * length || thick > DASHED.thick * length) continue;
      const beside = Math.max(
        inkIn(ink, width, y - thickest - 2, from, to),
        inkIn(ink, width, y + thickest + 2, from, to),
      );
      if (beside <= DASHED.beside * length) take(y, from, to);
    }
  }
  return { mask, pieces };
}

const THIN = 1;
const THICK = 2;

/** For each column what ink there is in the row or right beside it: a rule may step by a pixel. */
function coverOf(runs: Uint8Array, width: number, height: number, y: number, thickest: number) {
  const kinds = new Uint8Array(width);
  let thin = 0;
  const start = y * width;
  for (let x = 0; x < width; x++) {
    const run = runs[start + x]!;
    if (run > thickest) kinds[x] = THICK;
    else if (run > 0) {
      kinds[x] = THIN;
      thin++;
    } else {
      const above = y > 0 ? runs[start - width + x]! : 0;
      const below = y + 1 < height ? runs[start + width + x]! : 0;
      if ((above > 0 && above <= thickest) || (below > 0 && below <= thickest)) kinds[x] = THIN;
    }
  }
  return { kinds, thin };
}

/** Stretches of ink with no gap longer than `gap`. */
function* spans(kinds: Uint8Array, gap: number): Generator<[from: number, to: number]> {
  let from = -1;
  let last = -1;
  for (let x = 0; x < kinds.length; x++) {
    if (kinds[x] === 0) continue;
    if (from >= 0 && x - last - 1 > gap) {
      yield [from, last + 1];
      from = x;
    } else if (from < 0) from = x;
    last = x;
  }
  if (from >= 0) yield [from, last + 1];
}

function count(kinds: Uint8Array, from: number, to: number) {
  let thin = 0;
  let thick = 0;
  for (let x = from; x < to; x++) {
    if (kinds[x] === THIN) thin++;
    else if (kinds[x] === THICK) thick++;
  }
  return { thin, thick };
}

function inkIn(ink: Uint8Array, width: number, y: number, from: number, to: number): number {
  if (y < 0 || (y + 1) * width > ink.length) return 0;
  let sum = 0;
  for (let x = from; x < to; x++) sum += ink[y * width + x]!;
  return sum;
}

/** Marks the whole thickness of the line at this place. */
function markRun(mask: Uint8Array, runs: Uint8Array, width: number, x: number, y: number): void {
  let i = y * width + x;
  if (mask[i] === 1) return;
  while (i >= width && runs[i - width]! > 0) i -= width;
  for (; i < mask.length && runs[i]! > 0; i += width) mask[i] = 1;
}

/** A rule as thick as three rows, or leaning by a pixel, was found in pieces. */
function joinPieces(pieces: readonly Piece[], size: number): Piece[] {
  const joined: { piece: Piece; first: number; last: number }[] = [];
  for (const piece of pieces) {
    const home = joined.findLast(
      (other) =>
        piece.at - other.last <= 2 && piece.from <= other.piece.to + size && piece.to >= other.piece.from - size,
    );
    if (home) {
      home.last = piece.at;
      const { from, to } = home.piece;
      home.piece = { at: (home.first + piece.at) / 2, from: Math.min(from, piece.from), to: Math.max(to, piece.to) };
    } else joined.push({ piece, first: piece.at, last: piece.at });
  }
  return joined.map(({ piece }) => piece);
}
