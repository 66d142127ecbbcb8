// Lines with tabs: what stands between two tabs goes to the next stop, as a typewriter's carriage does.

import { type Frame, type InlineItem, type InlineWord, measureInline } from './inline-item.ts';
import type { TabStop } from './text-style.ts';

/** Stops where none are set, in points. */
const EVERY = 36;
/** Text at a stop is wrapped in what is left of the line when that is at least so wide. */
const LEAST_ROOM = 80;

/** Places items without tabs in a frame and gives the height used. */
type Place = (items: readonly InlineItem[], frame: Frame) => number;

/** Items of which some have tabs, line by line; what stands between tabs goes to `place`. */
export function placeTabbed(items: readonly InlineItem[], frame: Frame, place: Place): number {
  let y = frame.y;
  for (const line of linesOf(items)) {
    if (line.length === 0) {
      y += place(['break'], { ...frame, y });
      continue;
    }
    y += placeLine(line, { ...frame, y }, place);
  }
  return y - frame.y;
}

function linesOf(items: readonly InlineItem[]): InlineWord[][] {
  const lines: InlineWord[][] = [[]];
  for (const item of items) {
    if (item === 'break') lines.push([]);
    else lines.at(-1)!.push(item);
  }
  if (lines.at(-1)!.length === 0) lines.pop();
  return lines;
}

function placeLine(line: readonly InlineWord[], frame: Frame, place: Place): number {
  let x = 0;
  let height = 0;
  for (const segment of segmentsOf(line)) {
    const { tabs = 0, stops } = segment[0]!;
    const { longest } = measureInline(segment);
    for (let i = 0; i < Math.min(tabs, 40); i++) {
      const stop = nextStop(x, stops);
      const back = i < tabs - 1 || stop.align === 'left' ? 0 : stop.align === 'right' ? longest : longest / 2;
      x = Math.max(x, stop.at - back);
    }
    const plain = segment.map(({ tabs: _, stops: __, ...word }): InlineWord => word);
    const room = frame.width - x;
    const width = longest > room && room < LEAST_ROOM ? longest : Math.max(room, LEAST_ROOM);
    const at = { x: frame.x + x, y: frame.y, width, align: 'left' as const };
    height = Math.max(height, place(plain, at));
    x += Math.min(longest, width);
  }
  return height;
}

function segmentsOf(line: readonly InlineWord[]): InlineWord[][] {
  const segments: InlineWord[][] = [];
  for (const word of line) {
    if (segments.length === 0 || word.tabs) segments.push([word]);
    else segments.at(-1)!.push(word);
  }
  return segments;
}

function nextStop(x: number, stops: readonly TabStop[] = []): TabStop {
  // A word that just touches a stop has not left it.
  const set = stops.find((stop) => stop.at > x + 1);
  return set ?? { at: (Math.floor((x + 1) / EVERY) + 1) * EVERY, align: 'left' };
}
