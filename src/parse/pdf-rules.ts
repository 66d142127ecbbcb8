// Vector graphics of a PDF page → the ruling lines a reader sees, each once.

import type { VectorGraphics, VectorLine } from '@llamaindex/liteparse';
import type { Rule } from '../document/parsed-document.ts';

/** Shorter strokes are glyph parts, ticks and dashes. */
const MIN_LENGTH = 8;
/** Two edges of a thin filled box, or a doubled line, are one line. */
const SAME_LINE = 2.5;
const MAX_RULES = 2000;

interface Segment {
  at: number;
  from: number;
  to: number;
}

/** Horizontal and vertical lines in points, straightened and merged; white ones (erased areas) left out. */
export function collectRules(graphics: VectorGraphics | undefined): Rule[] {
  if (!graphics) return [];
  const horizontal: Segment[] = [];
  const vertical: Segment[] = [];
  for (const line of graphics.lines.slice(0, 20_000)) {
    if (isWhite(line)) continue;
    const dx = Math.abs(line.x2 - line.x1);
    const dy = Math.abs(line.y2 - line.y1);
    if (dy <= 1 && dx > dy) horizontal.push(segment((line.y1 + line.y2) / 2, line.x1, line.x2));
    else if (dx <= 1) vertical.push(segment((line.x1 + line.x2) / 2, line.y1, line.y2));
  }
  const rules = [
    ...mergeSegments(horizontal).map(({ at, from, to }) => ({ x0: from, y0: at, x1: to, y1: at })),
    ...mergeSegments(vertical).map(({ at, from, to }) => ({ x0: at, y0: from, x1: at, y1: to })),
  ];
  return rules.slice(0, MAX_RULES);
}

function segment(at: number, a: number, b: number): Segment {
  return { at, from: Math.min(a, b), to: Math.max(a, b) };
}

function isWhite(line: VectorLine): boolean {
  const color = line.stroke ? line.strokeColor : line.fillColor;
  if (color?.length !== 8) return false;
  if (color.startsWith('00')) return true;
  return [2, 4, 6].every((at) => Number.parseInt(color.slice(at, at + 2), 16) >= 0xfa);
}

/** Joins segments on the same line that touch; dashes of a dashed line touch when the gap is small. */
function mergeSegments(segments: Segment[]): Segment[] {
  segments.sort((a, b) => a.at - b.at || a.from - b.from);
  const open: Segment[] = [];
  const done: Segment[] = [];
  for (const next of segments) {
    while (open.length > 0 && next.at - open[0]!.at > SAME_LINE) done.push(open.shift()!);
    const home = open.find((line) => next.from <= line.to + SAME_LINE && next.to >= line.from - SAME_LINE);
    if (home) {
      home.from = Math.min(home.from, next.from);
      home.to = Math.max(home.to, next.to);
    } else open.push({ ...next });
  }
  return [...done, ...open].filter((line) => line.to - line.from >= MIN_LENGTH).map(roundSegment);
}

function roundSegment({ at, from, to }: Segment): Segment {
  const round = (n: number) => Math.round(n * 100) / 100;
  return { at: round(at), from: round(from), to: round(to) };
}
