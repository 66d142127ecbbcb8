// The size of ordinary text: what titles, logos and fine print are measured against.

import { boxHeight } from '../box.ts';
import type { Line } from '../parsed-document.ts';

/** Without lines: that of ordinary print. */
const PRINT = 10;

/** Median height of lines, in points. */
export function usualHeight(lines: readonly Line[]): number {
  const heights = lines.map((line) => boxHeight(line.box)).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? PRINT;
}
