import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestAssignment } from '../../src/eval/assign.ts';

const sumOf = (scores: number[][], pairs: [number, number][]) => pairs.reduce((sum, [i, j]) => sum + scores[i]![j]!, 0);

function bestByTrying(scores: number[][], row = 0, used = 0): number {
  if (row === scores.length) return 0;
  let best = bestByTrying(scores, row + 1, used);
  for (let j = 0; j < scores[row]!.length; j++) {
    if (used & (1 << j)) continue;
    best = Math.max(best, scores[row]![j]! + bestByTrying(scores, row + 1, used | (1 << j)));
  }
  return best;
}

test('no assignment sums to more, and nothing is used twice', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(matrix, (scores) => {
      const pairs = bestAssignment(scores);
      expect(sumOf(scores, pairs)).toBe(bestByTrying(scores));
      expect(new Set(pairs.map(([i]) => i)).size).toBe(pairs.length);
      expect(new Set(pairs.map(([, j]) => j)).size).toBe(pairs.length);
    }),
  );
});

test('nothing to assign', () => {
  expect(bestAssignment([])).toEqual([]);
  expect(bestAssignment([[], []])).toEqual([]);
});
