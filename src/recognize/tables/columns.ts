// From titles to columns: where one column ends and the next begins, by the gutters that the rows below leave free.

import { type Box, centerX } from '../../document/box.ts';
import type { Rule, Word } from '../../document/parsed-document.ts';
import type { DecimalSign } from './cell-values.ts';
import type { TitleRole } from './column-titles.ts';
import type { TitlePiece } from './find-headers.ts';
import type { VisualRow } from './visual-rows.ts';

export interface Column {
  role: TitleRole | null;
  stack: TitleRole[];
  title: string;
  /** Box of the title; for a column without one, of the first words in it. */
  box: Box;
  /** What belongs to it starts and ends here, in points. */
  x0: number;
  x1: number;
  titled: boolean;
  /** Sign of decimals in this column, where it differs from the paper's. */
  decimals?: DecimalSign;
}

/** Rows with this many numbers show where columns end; running text reaches over them. */
const NUMBERS_OF_ITEM_ROW = 2;

/** Lays the titles out as columns over the body's width. `pieces` must be ordered left to right. */
export function layColumns(
  pieces: readonly TitlePiece[],
  body: readonly VisualRow[],
  rules: readonly Rule[],
  width: number,
): Column[] {
  const columns: Column[] = [];
  for (const p of pieces) {
    columns.push({
      role: p.role,
      stack: p.stack,
      title: p.title,
      box: p.box,
      x0: -Infinity,
      x1: Infinity,
      titled: true,
    });
  }
  addUntitledText(columns, body);
  const telling = tellingRows(body);
  const crossings = countCrossings(telling, width);
  const walls = wallsOf(body, rules);
  const middles = telling.flatMap((row) => row.words.map((word) => centerX(word.box))).sort((a, b) => a - b);
  for (let i = 0; i + 1 < columns.length; i++) {
    const reach = { x0: columns[i]!.x0, x1: columns[i + 2]?.box[0] ?? Infinity };
    const holds = (x0: number, x1: number): boolean =>
      hasBetween(middles, reach.x0, x0) && hasBetween(middles, x1, reach.x1);
    const gutter = findGutter(columns[i]!, columns[i + 1]!, { crossings, walls, holds });
    columns[i]!.x1 = gutter;
    columns[i + 1]!.x0 = gutter;
  }
  return columns;
}

/** Tables often leave the description untitled: a place with text in most item rows and no title over it is a column. */
function addUntitledText(columns: Column[], body: readonly VisualRow[]): void {
  if (columns.some((c) => c.role === 'description')) return;
  const itemRows = body.filter((row) => row.numerics > 0);
  const spots = new Map<number, { rows: number; box: Box }>();
  for (const row of itemRows) {
    const seen = new Set<number>();
    for (const [w, word] of row.words.entries()) {
      if (!/\p{L}{2}/u.test(word.text) || runsOn(row.words[w - 1], word)) continue;
      const spot = columns.findIndex((c) => word.box[2] < c.box[0]);
      const at = spot < 0 ? columns.length : spot;
      const before = columns[at - 1];
      if (at === columns.length || (before && word.box[0] < before.box[2]) || seen.has(at)) continue;
      seen.add(at);
      const known = spots.get(at);
      if (known) known.rows++;
      else spots.set(at, { rows: 1, box: word.box });
    }
  }
  let best: { at: number; rows: number; box: Box } | undefined;
  for (const [at, spot] of spots) if (!best || spot.rows > best.rows) best = { at, ...spot };
  if (!best || best.rows * 2 < itemRows.length) return;
  columns.splice(best.at, 0, {
    role: 'description',
    stack: ['description'],
    title: '',
    box: best.box,
    x0: -Infinity,
    x1: Infinity,
    titled: false,
  });
}

/** Goes on with the text of the column before it. */
function runsOn(before: Word | undefined, word: Word): boolean {
  return (
    before !== undefined &&
    /\p{L}/u.test(before.text) &&
    word.box[0] - before.box[2] < 0.8 * (word.box[3] - word.box[1])
  );
}

function tellingRows(body: readonly VisualRow[]): readonly VisualRow[] {
  const telling = body.filter((row) => row.numerics >= NUMBERS_OF_ITEM_ROW);
  return telling.length > 0 ? telling : body;
}

/** Does one of the ascending numbers lie between these two? */
function hasBetween(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > from) high = middle;
    else low = middle + 1;
  }
  return low < sorted.length && sorted[low]! < to;
}

/** For each point of the width, how much text lies over it. */
function countCrossings(rows: readonly VisualRow[], width: number): Float64Array {
  const steps = new Float64Array(Math.min(20000, Math.ceil(width)) + 2);
  const last = steps.length - 1;
  for (const row of rows) {
    for (const word of row.words) {
      steps[Math.max(0, Math.min(last, Math.round(word.box[0])))]! += 1;
      steps[Math.max(0, Math.min(last, Math.round(word.box[2])))]! -= 1;
    }
  }
  for (let x = 1; x <= last; x++) steps[x]! += steps[x - 1]!;
  return steps;
}

function wallsOf(body: readonly VisualRow[], rules: readonly Rule[]): Set<number> {
  const walls = new Set<number>();
  const top = body[0]?.box[1] ?? 0;
  const bottom = body.at(-1)?.box[3] ?? 0;
  for (const rule of rules) {
    const upright = Math.abs(rule.x0 - rule.x1) < 1 && Math.abs(rule.y1 - rule.y0) > 6;
    if (upright && Math.min(rule.y0, rule.y1) < bottom && Math.max(rule.y0, rule.y1) > top)
      walls.add(Math.round(rule.x0));
  }
  return walls;
}

interface Ground {
  crossings: Float64Array;
  walls: ReadonlySet<number>;
  /** Is there text on both sides of this stretch, of the two columns that it would part? */
  holds(x0: number, x1: number): boolean;
}

/** Narrower stretches are the spaces inside a cell ("EUR 12", "4 pcs"). */
const LEAST_GUTTER_PT = 6;

/**
 * The widest stretch with the least text between the two titles (between their middles when they touch); a ruling line in
 * it wins, and a stretch that leaves both columns their text wins over one that empties a column.
 */
function findGutter(left: Column, right: Column, { crossings, walls, holds }: Ground): number {
  const apart = right.box[0] - left.box[2] > 1;
  const from = Math.max(0, Math.floor(apart ? left.box[2] : Math.min(centerX(left.box), centerX(right.box))));
  const to = Math.min(
    crossings.length - 1,
    Math.ceil(apart ? right.box[0] : Math.max(centerX(left.box), centerX(right.box))),
  );
  let least = Infinity;
  for (let x = from; x <= to; x++) least = Math.min(least, crossings[x]!);
  const middle = (left.box[2] + right.box[0]) / 2;
  const free: { x0: number; x1: number }[] = [];
  let start = -1;
  for (let x = from; x <= to + 1; x++) {
    const isFree = x <= to && crossings[x]! <= least;
    if (isFree && walls.has(x)) return x;
    if (isFree && start < 0) start = x;
    if (!isFree && start >= 0) {
      free.push({ x0: start, x1: x });
      start = -1;
    }
  }
  const between = free.filter(({ x0, x1 }) => x1 - x0 >= LEAST_GUTTER_PT && holds(x0, x1));
  const [first, ...others] = between.length > 0 ? between : free;
  if (!first) return middle;
  const best = others.reduce((widest, one) => (one.x1 - one.x0 > widest.x1 - widest.x0 ? one : widest), first);
  return middle > best.x0 && middle < best.x1 ? middle : (best.x0 + best.x1) / 2;
}

export function columnAt(columns: readonly Column[], x: number): number {
  for (let i = 0; i < columns.length - 1; i++) if (x < columns[i]!.x1) return i;
  return columns.length - 1;
}
