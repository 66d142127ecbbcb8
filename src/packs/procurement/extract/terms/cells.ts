// Cells: a label and its value when either is broken over several lines of a form.

import { boxHeight, overlapX, unionBox } from '../../../../document/box.ts';
import { boxOfSpan } from '../../../../document/line-span.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';

/** In line heights: further down is another paragraph. */
const LEADING = 0.75;
const MOST_LINES = 8;
const SAME_EDGE = 3;

/** One line made of several that stand under each other; offsets run through all of them. */
export function joinLines(lines: readonly Line[]): Line {
  const first = lines[0]!;
  if (lines.length === 1) return first;
  return {
    ...first,
    text: lines.map((line) => line.text).join(' '),
    words: lines.flatMap((line) => line.words),
    box: lines.map((line) => line.box).reduce((box, other) => unionBox(box, other)),
  };
}

/** The part of a line from `start` on, as a line of its own. Cuts at words. */
export function lineFrom(line: Line, start: number): Line {
  if (start <= 0) return line;
  let offset = 0;
  const at = line.words.findIndex((word) => {
    const here = offset;
    offset += word.text.length + 1;
    return here >= start;
  });
  if (at < 0) return line;
  const words = line.words.slice(at);
  const text = words.map((word) => word.text).join(' ');
  return { ...line, words, text, box: boxOfSpan(line, line.text.length - text.length, line.text.length) };
}

const isBold = (line: Line): boolean => line.words.every((word) => word.bold === true);
const sizeOf = (line: Line): number => line.words[0]?.size ?? boxHeight(line.box);
const alike = (a: Line, b: Line): boolean => isBold(a) === isBold(b) && Math.abs(sizeOf(a) - sizeOf(b)) < 0.8;

export interface GoOn {
  page: Page;
  /** A line that opens something else: a label, a heading. */
  opensOther(line: Line): boolean;
  /** Right edge that the text may not pass; wider lines belong to other things. */
  most?: number;
}

/** The line and those under it that continue it: same left edge, same type, normal leading, nothing else beginning. */
export function wrappedLines(first: Line, { page, opensOther }: GoOn): Line[] {
  const found = [first];
  let last = first;
  for (const line of page.lines.slice(first.index + 1)) {
    if (found.length >= MOST_LINES || line.box[1] - last.box[3] > LEADING * boxHeight(last.box)) break;
    if (line.row === last.row || overlapX(line.box, first.box) <= 0) continue;
    if (line.box[1] < last.box[1] + 0.4 * boxHeight(last.box)) continue;
    const aligned = Math.abs(line.box[0] - first.box[0]) <= SAME_EDGE;
    if (!aligned || !alike(first, line) || opensOther(line)) break;
    found.push(line);
    last = line;
  }
  return found;
}

/** Left to right: the other lines of a line's row on its right side. */
export function rightOf(line: Line, page: Page): Line[] {
  const found: Line[] = [];
  for (let i = line.index + 1; i < page.lines.length && page.lines[i]!.row === line.row; i++) {
    if (page.lines[i]!.box[0] > line.box[2] - 1) found.push(page.lines[i]!);
  }
  return found;
}
