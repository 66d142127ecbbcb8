// Long texts in windows that overlap; each word is judged by the window that sees most on both sides of it.

import type { EncodedWord } from './word-pieces.ts';

export interface EntityWindow {
  /** First piece, and the one after the last. */
  from: number;
  to: number;
  /** Words that this window judges. */
  firstWord: number;
  endWord: number;
}

export interface WindowSizes {
  windowPieces: number;
  windowStride: number;
}

export function entityWindows(
  words: readonly EncodedWord[],
  pieces: number,
  { windowPieces, windowStride }: WindowSizes,
): EntityWindow[] {
  const spans = windowSpans(words, pieces, { windowPieces, windowStride });
  const windows: EntityWindow[] = [];
  let firstWord = 0;
  for (const [place, { from, to }] of spans.entries()) {
    const next = spans[place + 1];
    let endWord = firstWord;
    // Of two windows that see a word, the later one takes over as soon as its border is farther away.
    while (endWord < words.length) {
      const at = words[endWord]!.first;
      if (next ? at >= to || at - next.from > to - 1 - at : false) break;
      endWord++;
    }
    windows.push({ from, to, firstWord, endWord });
    firstWord = endWord;
  }
  return windows;
}

/** Cut at the beginnings of words. */
function windowSpans(
  words: readonly EncodedWord[],
  pieces: number,
  sizes: WindowSizes,
): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let from = 0; ; ) {
    const to = pieces - from <= sizes.windowPieces ? pieces : lastStart(words, from + sizes.windowPieces);
    spans.push({ from, to });
    if (to >= pieces) return spans;
    const next = firstStart(words, to - sizes.windowStride);
    from = next > from && next < to ? next : to;
  }
}

/** The last beginning of a word that is not beyond `limit`. A word has at most 100 pieces, so that there is one. */
function lastStart(words: readonly EncodedWord[], limit: number): number {
  return words[firstAt(words, limit + 1) - 1]!.first;
}

/** The first beginning of a word that is not before `limit`. */
function firstStart(words: readonly EncodedWord[], limit: number): number {
  return words[firstAt(words, limit)]!.first;
}

/** Index of the first word that begins at `piece` or later. */
function firstAt(words: readonly EncodedWord[], piece: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.first < piece) low = middle + 1;
    else high = middle;
  }
  return low;
}
