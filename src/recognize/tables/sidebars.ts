// Pages with a sidebar: labels and values stacked beside the table share its baselines, and would be read as parts of its rows.

import { boxHeight } from '../../document/box.ts';
import type { Line, Page } from '../../document/parsed-document.ts';

/** Fewer stacked lines are an address, not a sidebar. */
const MIN_LINES = 8;
/** Shares of the page: how wide a sidebar can be, how far down it must reach at least. */
const MAX_WIDTH = 0.36;
const MIN_HEIGHT = 0.2;
/** Where on the page it begins, in shares of the width. */
const MAX_LEFT = 0.2;
const MIN_RIGHT = 0.6;
/** Share of lines that stand alone on their baseline. */
const MIN_ALONE = 0.25;
/** In points: left edges of one column, and the white stripe between it and the rest. */
const SAME_EDGE = 2.5;
const GUTTER = 5;

/** The page without the lines of a column at that edge of the page; undefined when it has none there. */
export function withoutSidebar(page: Page, side: 'left' | 'right'): Page | undefined {
  const columns = new Map<number, Line[]>();
  const left = side === 'left';
  for (const line of page.lines) {
    if (line.box[2] - line.box[0] > MAX_WIDTH * page.width) continue;
    if (left ? line.box[0] > MAX_LEFT * page.width : line.box[0] < MIN_RIGHT * page.width) continue;
    const key = Math.round(line.box[0] / SAME_EDGE);
    const known = columns.get(key);
    if (known) known.push(line);
    else columns.set(key, [line]);
  }
  let fewest: Line[] | undefined;
  for (const [key, lines] of columns) {
    const stack = [...lines, ...(columns.get(key + 1) ?? [])];
    if (stack.length < MIN_LINES || !standsAlone(page, stack)) continue;
    const rest = restBeside(page, stack, left);
    if (rest && (!fewest || rest.length < fewest.length)) fewest = rest;
  }
  return fewest && { ...page, lines: fewest };
}

/** A sidebar keeps its own distances: many of its lines share their baseline with nothing. */
function standsAlone(page: Page, stack: readonly Line[]): boolean {
  const alone = stack.filter(
    (line) => page.lines[line.index - 1]?.row !== line.row && page.lines[line.index + 1]?.row !== line.row,
  );
  return alone.length >= MIN_ALONE * stack.length;
}

/** All lines but those of the column, when a white stripe parts it from the others all along its height. */
function restBeside(page: Page, stack: readonly Line[], left: boolean): Line[] | undefined {
  const x0 = Math.min(...stack.map((line) => line.box[0]));
  const x1 = Math.max(...stack.map((line) => line.box[2]));
  const sorted = [...stack].sort((a, b) => a.box[1] - b.box[1]);
  const run = longestRun(page, sorted, left ? x1 : x0, left);
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || run.length < MIN_LINES || last.box[3] - first.box[1] < MIN_HEIGHT * page.height)
    return undefined;
  const reach = Math.max(...run.map((line) => line.box[2]));
  const inside = (line: Line): boolean =>
    line.box[1] >= first.box[1] - 1 &&
    line.box[3] <= last.box[3] + 1 &&
    (left ? line.box[2] <= reach + 1 : line.box[0] >= x0 - 1);
  const rest = page.lines.filter((line) => !inside(line));
  return rest.length < page.lines.length && rest.some((line) => line.box[1] > first.box[1] && line.box[3] < last.box[3])
    ? rest
    : undefined;
}

/** The longest part of the stack beside which no line reaches into the stripe. */
function longestRun(page: Page, sorted: readonly Line[], edge: number, left: boolean): Line[] {
  const members = new Set(sorted);
  const crosses = (line: Line): boolean =>
    !members.has(line) &&
    (left
      ? line.box[0] < edge + GUTTER && line.box[2] > edge - 1
      : line.box[2] > edge - GUTTER && line.box[0] < edge + 1);
  const breaks = page.lines.filter((line) => crosses(line) && boxHeight(line.box) > 0).map((line) => line.box[1]);
  let best: Line[] = [];
  let run: Line[] = [];
  for (const line of sorted) {
    const before = run.at(-1);
    if (before && breaks.some((y) => y > before.box[1] - 1 && y < line.box[1] + 1)) run = [];
    run.push(line);
    if (run.length > best.length) best = run;
  }
  return best;
}
