import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssigningSpec, assignMatches, type OpenPair } from '../../src/match/assign-matches.ts';
import { logOdds } from '../../src/match/combine-evidence.ts';

const oneToOne: AssigningSpec = { assignment: 'one-to-one', topN: 10, keepFrom: 0.5 };
const oneToMany: AssigningSpec = { assignment: 'one-to-many', topN: 10, keepFrom: 0.5 };

const pair = (left: string, right: string, probability: number, held: OpenPair['held'] = null): OpenPair => ({
  id: `${left}${right}`,
  left,
  right,
  probability,
  held,
});
const proposedOf = (spec: AssigningSpec, pairs: readonly OpenPair[]): string[] =>
  [...assignMatches(spec, pairs)].flatMap(([id, { proposed }]) => (proposed ? [id] : [])).sort();

/** Order A fits both invoices; the second invoice fits only A. */
const twoOfEach = [pair('A', '1', 0.9), pair('B', '1', 0.8), pair('A', '2', 0.85)];

test('an invoice that fits two orders makes room for the one that fits only one of them, and both say so', () => {
  expect(proposedOf(oneToOne, twoOfEach)).toEqual(['A2', 'B1']);
  const assigned = assignMatches(oneToOne, twoOfEach);
  expect(assigned.get('A1')?.assignment).toMatchObject({
    given: 'elsewhere',
    text: 'Alone this fits (90 %), but the first record is given to another (85 %) and the second record is given to another (80 %), because together that is likelier.',
    others: [{ match: 'A2' }, { match: 'B1' }],
  });
  expect(assigned.get('B1')?.assignment).toMatchObject({
    given: 'here',
    text: 'One of the two alone fits another better (90 %). It is given here, because together that is likelier.',
    others: [{ match: 'A1' }],
  });
});

test('two weak pairs do not push out a sure one', () => {
  expect(proposedOf(oneToOne, [pair('A', '1', 0.99), pair('B', '1', 0.55), pair('A', '2', 0.55)])).toEqual(['A1']);
});

test('one to many: a left one has several, unless sharing is said to be rare and there is another', () => {
  expect(proposedOf(oneToMany, twoOfEach)).toEqual(['A1', 'A2']);
  expect(proposedOf({ ...oneToMany, alsoShared: 0.2 }, twoOfEach)).toEqual(['A2', 'B1']);
  // Rare is better than nowhere.
  expect(proposedOf({ ...oneToMany, alsoShared: 0.01 }, [pair('A', '1', 0.9), pair('A', '2', 0.6)])).toEqual([
    'A1',
    'A2',
  ]);
  expect(
    proposedOf(
      { ...oneToMany, topN: 2 },
      [1, 2, 3].map((n) => pair('A', `${n}`, n / 10 + 0.5)),
    ),
  ).toEqual(['A2', 'A3']);
});

test('what a person accepted stands, and the rest is arranged around it', () => {
  const pairs = [pair('A', '1', 0.6, 'accepted'), pair('B', '1', 0.99), pair('A', '2', 0.85), pair('B', '2', 0.7)];
  expect(proposedOf(oneToOne, pairs)).toEqual(['B2']);
  expect(assignMatches(oneToOne, pairs).get('B1')?.assignment?.text).toContain('(accepted)');
  expect(proposedOf(oneToMany, pairs)).toEqual(['A2']);
});

const anyPairs = fc
  .uniqueArray(
    fc.record({
      left: fc.constantFrom('A', 'B', 'C', 'D'),
      right: fc.constantFrom('1', '2', '3', '4'),
      probability: fc.integer({ min: 500, max: 999 }).map((n) => n / 1000),
      held: fc.constantFrom(null, null, null, null, 'accepted' as const),
    }),
    { selector: ({ left, right }) => left + right, maxLength: 10 },
  )
  .map((some) => some.map((one) => pair(one.left, one.right, one.probability, one.held)));

const sum = (pairs: readonly OpenPair[]): number =>
  pairs.reduce((all, { probability }) => all + logOdds(probability) + 0.01, 0);

/** Every set of free pairs in which no record is twice, beside what is held. */
function bestOneToOne(pairs: readonly OpenPair[]): number {
  const taken = pairs.filter(({ held }) => held).flatMap(({ left, right }) => [left, right]);
  const from = (rest: readonly OpenPair[], used: readonly string[]): number => {
    const [first, ...others] = rest;
    if (!first) return 0;
    const without = from(others, used);
    if (used.includes(first.left) || used.includes(first.right)) return without;
    return Math.max(without, sum([first]) + from(others, [...used, first.left, first.right]));
  };
  return from(
    pairs.filter(({ held }) => !held),
    taken,
  );
}

test('one to one: nothing that could be proposed together is likelier', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const assigned = assignMatches(oneToOne, pairs);
      const chosen = pairs.filter(({ id }) => assigned.get(id)?.proposed);
      expect(sum(chosen)).toBeCloseTo(bestOneToOne(pairs), 5);
      for (const side of ['left', 'right'] as const)
        expect(new Set(chosen.map((one) => one[side])).size).toBe(chosen.length);
    }),
  );
});

test('one to many: each right one goes to its likeliest, sharing left alone, and nobody is left out for sharing', () => {
  fc.assert(
    fc.property(anyPairs, fc.constantFrom(0.5, 0.2, 0.05), (pairs, alsoShared) => {
      const assigned = assignMatches({ ...oneToMany, alsoShared }, pairs);
      const rights = Map.groupBy(pairs, ({ right }) => right);
      for (const some of rights.values()) {
        const chosen = some.filter(({ id }) => assigned.get(id)?.proposed);
        const accepted = some.some(({ held }) => held);
        expect(chosen).toHaveLength(accepted ? 0 : 1);
        if (alsoShared === 0.5 && !accepted)
          expect(chosen[0]!.probability).toBe(Math.max(...some.map(({ probability }) => probability)));
      }
    }),
  );
});

test('the order in which pairs are told changes nothing, and each that is not proposed says why', () => {
  fc.assert(
    fc.property(
      anyPairs.chain((pairs) =>
        fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length })),
      ),
      fc.constantFrom(oneToOne, oneToMany),
      ([pairs, shuffled], spec) => {
        const [one, other] = [assignMatches(spec, pairs), assignMatches(spec, shuffled)];
        for (const [id, assigned] of one) {
          expect(other.get(id)?.proposed).toBe(assigned.proposed);
          if (!assigned.proposed) expect(assigned.assignment?.given).toBe('elsewhere');
        }
      },
    ),
  );
});
