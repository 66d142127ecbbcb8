// Words and line breaks of running text before they are placed, and how wide they are.

import type { Align, TabStop } from './text-style.ts';

/** Advance of an average letter, in font sizes. */
const LETTER = 0.5;

/** A word to place, or a line break. */
export interface InlineWord {
  text: string;
  size: number;
  bold: boolean;
  /** Spaces before it. */
  gap: number;
  /** No line may end before it: the space is one that does not break. */
  held?: boolean;
  /** Tabs before it, in formats that have them, and where they lead. */
  tabs?: number;
  stops?: readonly TabStop[];
}
export type InlineItem = InlineWord | 'break';

export const widthOf = (word: InlineWord): number => word.text.length * word.size * LETTER;
export const gapOf = (word: InlineWord): number => word.gap * word.size * LETTER;

/** Words held together beyond this are no number or name: they may be parted. */
const MOST_HELD = 8;

/** Widths of the longest line and of the longest stretch that no line may part, in points. */
export function measureInline(items: readonly InlineItem[]): { longest: number; least: number } {
  let longest = 0;
  let least = 0;
  let line = 0;
  let stretch = 0;
  let held = 0;
  for (const item of items) {
    if (item === 'break') {
      line = 0;
      continue;
    }
    line += (line > 0 ? gapOf(item) : 0) + widthOf(item);
    longest = Math.max(longest, line);
    held = item.held && held < MOST_HELD ? held + 1 : 0;
    stretch = held > 0 ? stretch + gapOf(item) + widthOf(item) : widthOf(item);
    least = Math.max(least, stretch);
  }
  return { longest, least };
}

/** Width of the words behind item `i` that no line may part from it. */
export function heldWidth(items: readonly InlineItem[], i: number): number {
  let width = 0;
  for (const next of items.slice(i + 1, i + 1 + MOST_HELD)) {
    if (next === 'break' || !next.held) break;
    width += gapOf(next) + widthOf(next);
  }
  return width;
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  align: Align;
}
