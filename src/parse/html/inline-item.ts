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
  /** Tabs before it, in formats that have them, and where they lead. */
  tabs?: number;
  stops?: readonly TabStop[];
}
export type InlineItem = InlineWord | 'break';

export const widthOf = (word: InlineWord): number => word.text.length * word.size * LETTER;
export const gapOf = (word: InlineWord): number => word.gap * word.size * LETTER;

/** Widths of the longest line and of the longest word, in points. */
export function measureInline(items: readonly InlineItem[]): { longest: number; least: number } {
  let longest = 0;
  let least = 0;
  let line = 0;
  for (const item of items) {
    if (item === 'break') {
      line = 0;
      continue;
    }
    line += (line > 0 ? gapOf(item) : 0) + widthOf(item);
    longest = Math.max(longest, line);
    least = Math.max(least, widthOf(item));
  }
  return { longest, least };
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  align: Align;
}
