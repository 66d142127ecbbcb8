// What a content stream paints, in order: where each text lies at the most and in which colour, and what fills areas.

import type { Box } from '../../document/box.ts';
import { undecided } from './pdf-value.ts';

/** Red, green, blue: 0–255. */
export type Colour = readonly [number, number, number];
export type Matrix = readonly [number, number, number, number, number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export interface PlainText {
  /** What its letters can reach, points as stored. */
  box: Box;
  colour: Colour;
  order: number;
}

export interface PlainArea {
  box: Box;
  /** Absent for pictures. */
  colour?: Colour;
  /** It fills its box whole. */
  whole: boolean;
  order: number;
}

export interface Painted {
  texts: PlainText[];
  areas: PlainArea[];
}

export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** Extent of a turned box. */
export function reach(x0: number, y0: number, x1: number, y1: number, m: Matrix): Box {
  const [ax, bx] = m[0] >= 0 ? [m[0] * x0, m[0] * x1] : [m[0] * x1, m[0] * x0];
  const [cx, dx] = m[2] >= 0 ? [m[2] * y0, m[2] * y1] : [m[2] * y1, m[2] * y0];
  const [ay, by] = m[1] >= 0 ? [m[1] * x0, m[1] * x1] : [m[1] * x1, m[1] * x0];
  const [cy, dy] = m[3] >= 0 ? [m[3] * y0, m[3] * y1] : [m[3] * y1, m[3] * y0];
  return [ax + cx + m[4], ay + cy + m[5], bx + dx + m[4], by + dy + m[5]];
}

/** Share of the box's extent that must lie within what is shown. */
const SHOWN = 0.8;

export function isShown(box: Box, view: Box): boolean {
  const width = Math.min(box[2], view[2]) - Math.max(box[0], view[0]);
  const height = Math.min(box[3], view[3]) - Math.max(box[1], view[1]);
  return width > 0 && height > 0 && width * height >= SHOWN * (box[2] - box[0]) * (box[3] - box[1]);
}

const MAX_COMPARISONS = 400_000;
/** Lower or narrower shapes hide no word. */
const COVER_POINTS = 2;
/** Difference of a channel that anybody sees; above what the full scan is content with. */
const APART = 90;
const PAPER: Colour = [255, 255, 255];

/** Refuses a page on which anything is painted over a text, or a text is near the colour behind it. */
export function ensureSeen({ texts, areas }: Painted): void {
  const covers = areas.filter(({ box }) => box[2] - box[0] >= COVER_POINTS && box[3] - box[1] >= COVER_POINTS);
  if (covers.length * texts.length > MAX_COMPARISONS) undecided('crowded');
  for (const text of texts) {
    const [x0, y0, x1, y1] = text.box;
    let seen = false;
    for (let i = covers.length - 1; i >= 0 && !seen; i--) {
      const { box, order, colour, whole } = covers[i]!;
      if (box[0] >= x1 - 0.5 || box[2] <= x0 + 0.5) continue;
      const slack = 0.12 * (y1 - y0);
      if (box[1] >= y1 - slack || box[3] <= y0 + slack) continue;
      if (order > text.order) undecided('painted over');
      if (!colour || !isApart(colour, text.colour)) undecided('colour of what is behind');
      seen = whole && box[0] <= x0 + 0.5 && box[2] >= x1 - 0.5 && box[1] <= y0 + slack && box[3] >= y1 - slack;
    }
    if (!seen && !isApart(PAPER, text.colour)) undecided('pale');
  }
}

const isApart = (a: Colour, b: Colour): boolean =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2])) >= APART;
