// A part of a path that is drawn in one go, in points of the page as stored.

import type { Box } from '../../document/box.ts';

export interface Subpath {
  xs: number[];
  ys: number[];
  bent: boolean;
}

export function extentOf({ xs, ys }: Subpath): Box {
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Upright, of four corners in turn; the first may be told again at the end. */
export function isRectangle({ xs, ys, bent }: Subpath): boolean {
  if (bent || xs.length < 4 || xs.length > 5) return false;
  const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
  if (xs.length === 5 && !(same(xs[4]!, xs[0]!) && same(ys[4]!, ys[0]!))) return false;
  const level = (i: number): boolean => same(ys[i]!, ys[(i + 1) % 4]!);
  const plumb = (i: number): boolean => same(xs[i]!, xs[(i + 1) % 4]!);
  return (level(0) && plumb(1) && level(2) && plumb(3)) || (plumb(0) && level(1) && plumb(2) && level(3));
}
