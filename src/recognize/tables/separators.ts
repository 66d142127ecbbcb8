// Ruling lines and row fills that reach across a table: where one row of the grid ends and the next begins.

import type { Rule } from '../../document/parsed-document.ts';

/** Share of the table's width that a line (in pieces or whole) must cover. */
const COVER = 0.6;
const SAME_LINE_PT = 1.5;

/** y of every line across [x0, x1] between top and bottom, ascending. */
export function findSeparators(
  rules: readonly Rule[],
  area: { x0: number; x1: number; top: number; bottom: number },
): number[] {
  const flat: { y: number; x0: number; x1: number }[] = [];
  for (const rule of rules) {
    if (Math.abs(rule.y0 - rule.y1) > 1 || rule.y0 < area.top || rule.y0 > area.bottom) continue;
    const x0 = Math.max(area.x0, Math.min(rule.x0, rule.x1));
    const x1 = Math.min(area.x1, Math.max(rule.x0, rule.x1));
    if (x1 > x0) flat.push({ y: rule.y0, x0, x1 });
  }
  flat.sort((a, b) => a.y - b.y);
  const found: number[] = [];
  for (let i = 0; i < flat.length; ) {
    let end = i;
    while (end < flat.length && flat[end]!.y - flat[i]!.y <= SAME_LINE_PT) end++;
    if (coverage(flat.slice(i, end)) >= COVER * (area.x1 - area.x0)) found.push((flat[i]!.y + flat[end - 1]!.y) / 2);
    i = end;
  }
  return found;
}

function coverage(pieces: { x0: number; x1: number }[]): number {
  pieces.sort((a, b) => a.x0 - b.x0);
  let covered = 0;
  let reach = -Infinity;
  for (const piece of pieces) {
    if (piece.x1 <= reach) continue;
    covered += piece.x1 - Math.max(reach, piece.x0);
    reach = piece.x1;
  }
  return covered;
}
