import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignPairs, type Capacity, type PossiblePair } from '../../src/match/assign-pairs.ts';

/** Tries every choice. */
function bestTotal(pairs: readonly PossiblePair[], most: Capacity): number {
  const { again = 0, begun = new Set<number>() } = most;
  const taken = { left: new Map<number, number>(), right: new Map<number, number>() };
  const add = (side: 'left' | 'right', one: number, by: number) =>
    taken[side].set(one, (taken[side].get(one) ?? 0) + by);
  const from = (i: number): number => {
    const pair = pairs[i];
    if (!pair) return 0;
    let best = from(i + 1);
    if ((taken.left.get(pair.left) ?? 0) < most.left && (taken.right.get(pair.right) ?? 0) < most.right) {
      const cost = begun.has(pair.left) || (taken.left.get(pair.left) ?? 0) > 0 ? again : 0;
      add('left', pair.left, 1);
      add('right', pair.right, 1);
      best = Math.max(best, pair.gain - cost + from(i + 1));
      add('left', pair.left, -1);
      add('right', pair.right, -1);
    }
    return best;
  };
  return from(0);
}

const pairs = fc.uniqueArray(
  fc.record({ left: fc.nat(3), right: fc.nat(3), gain: fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000) }),
  { selector: ({ left, right }) => `${left} ${right}`, maxLength: 11 },
);
const capacity = fc.record({ left: fc.integer({ min: 1, max: 3 }), right: fc.integer({ min: 1, max: 3 }) });
const total = (chosen: readonly PossiblePair[]): number => chosen.reduce((sum, { gain }) => sum + gain, 0);

test('one to one: nothing that could be chosen gains more', () => {
  fc.assert(
    fc.property(pairs, (some) => {
      expect(total(assignPairs(some))).toBeCloseTo(bestTotal(some, { left: 1, right: 1 }), 9);
    }),
  );
});

test('many to many: nothing that could be chosen gains more, and nobody is taken too often', () => {
  fc.assert(
    fc.property(pairs, capacity, (some, most) => {
      const chosen = assignPairs(some, most);
      expect(total(chosen)).toBeCloseTo(bestTotal(some, most), 6);
      for (const side of ['left', 'right'] as const) {
        const times = Map.groupBy(chosen, (pair) => pair[side]);
        for (const group of times.values()) expect(group.length).toBeLessThanOrEqual(most[side]);
      }
      expect(new Set(chosen.map(({ left, right }) => `${left} ${right}`)).size).toBe(chosen.length);
    }),
  );
});

test('what is taken again costs, also when it was begun before: nothing that could be chosen gains more', () => {
  const costs = fc.integer({ min: 0, max: 1500 }).map((n) => n / 1000);
  const before = fc.uniqueArray(fc.nat(3)).map((some) => new Set(some));
  fc.assert(
    fc.property(pairs, capacity, costs, before, (some, limits, again, begun) => {
      const most = { ...limits, again, begun };
      const chosen = assignPairs(some, most);
      const lefts = Map.groupBy(chosen, ({ left }) => left);
      const timesAgain = [...lefts].reduce((sum, [left, { length }]) => sum + length - (begun.has(left) ? 0 : 1), 0);
      expect(total(chosen) - again * timesAgain).toBeCloseTo(bestTotal(some, most), 5);
    }),
  );
});

test('the choice is the same each time', () => {
  fc.assert(
    fc.property(pairs, capacity, (some, most) => {
      expect(assignPairs(some, most)).toEqual(assignPairs(some, most));
    }),
  );
});
