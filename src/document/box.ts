// A rectangle on a page: [x0, y0, x1, y1] in points from the top left of the upright page.

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

export const boxWidth = (b: Box): number => b[2] - b[0];
export const boxHeight = (b: Box): number => b[3] - b[1];
export const centerX = (b: Box): number => (b[0] + b[2]) / 2;
export const centerY = (b: Box): number => (b[1] + b[3]) / 2;

/** Smallest box around both. */
export function unionBox(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Length in points that two boxes share on the x axis; negative = the gap between them. */
export function overlapX(a: Box, b: Box): number {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
}

/** Length in points that two boxes share on the y axis; negative = the gap between them. */
export function overlapY(a: Box, b: Box): number {
  return Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
}

/** Same row: they share at least half of the lower one's height. */
export function onSameRow(a: Box, b: Box): boolean {
  return overlapY(a, b) >= 0.5 * Math.min(boxHeight(a), boxHeight(b));
}
