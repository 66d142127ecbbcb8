import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityWindows } from '../../../src/recognize/entities/entity-windows.ts';
import type { EncodedWord } from '../../../src/recognize/entities/word-pieces.ts';

const sizes = { windowPieces: 254, windowStride: 64 };

function wordsOf(pieceCounts: readonly number[]): { words: EncodedWord[]; pieces: number } {
  let pieces = 0;
  const words = pieceCounts.map((count, at) => {
    const first = pieces;
    pieces += count;
    return { start: at, end: at + 1, newline: false, first };
  });
  return { words, pieces };
}

const anyText = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 1, max: 100 })),
  {
    maxLength: 900,
  },
);

describe('windows over a long text', () => {
  it('is one window for a text that fits', () => {
    const { words, pieces } = wordsOf(new Array<number>(254).fill(1));
    expect(entityWindows(words, pieces, sizes)).toEqual([{ from: 0, to: 254, firstWord: 0, endWord: 254 }]);
    expect(entityWindows([], 0, sizes)).toEqual([{ from: 0, to: 0, firstWord: 0, endWord: 0 }]);
  });

  it('overlaps by a quarter and hands over in the middle', () => {
    const { words, pieces } = wordsOf(new Array<number>(400).fill(1));
    expect(entityWindows(words, pieces, sizes)).toEqual([
      { from: 0, to: 254, firstWord: 0, endWord: 222 },
      { from: 190, to: 400, firstWord: 222, endWord: 400 },
    ]);
  });

  it('judges every word once, in a window that holds all its pieces and is never too large', () => {
    fc.assert(
      fc.property(anyText, (counts) => {
        const { words, pieces } = wordsOf(counts);
        let word = 0;
        for (const { from, to, firstWord, endWord } of entityWindows(words, pieces, sizes)) {
          expect(to - from).toBeLessThanOrEqual(254);
          expect(firstWord).toBe(word);
          for (; word < endWord; word++) {
            expect(words[word]!.first).toBeGreaterThanOrEqual(from);
            expect(words[word]!.first + counts[word]!).toBeLessThanOrEqual(to);
          }
        }
        expect(word).toBe(words.length);
      }),
    );
  });

  it('gives each word to the window in which it lies farthest from an inner border', () => {
    fc.assert(
      fc.property(anyText, (counts) => {
        const { words, pieces } = wordsOf(counts);
        const windows = entityWindows(words, pieces, sizes);
        const distance = (piece: number, { from, to }: { from: number; to: number }): number =>
          piece < from || piece >= to
            ? -1
            : Math.min(from === 0 ? Infinity : piece - from, to === pieces ? Infinity : to - 1 - piece);
        for (const window of windows) {
          for (let word = window.firstWord; word < window.endWord; word++) {
            const { first } = words[word]!;
            const best = Math.max(...windows.map((each) => distance(first, each)));
            expect(distance(first, window)).toBe(best);
          }
        }
      }),
    );
  });
});
