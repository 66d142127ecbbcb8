import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/match/combine-evidence.ts';
import { learnWeights } from '../../src/match/learn-weights.ts';
import { lostAndFoundMatches } from '../support/lost-and-found.ts';

const [spec] = lostAndFoundMatches;

/** Decisions in which colour tells and place says nothing. */
const decided = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    right: i % 2 === 0,
    values: { colour: i % 2 === 0 ? 1 : 0, place: (i % 7) / 6, ...(i % 3 === 0 ? { time: 0.5 } : {}) },
  }));

test('without decisions the declaration stands', () => {
  const learnt = learnWeights(spec!, []);
  expect(learnt.weights).toEqual(spec!.weights);
  expect(learnt.prior).toBeCloseTo(spec!.prior, 9);
  expect(learnt.correlation).toBe(spec!.correlation);
});

test('decisions move weights towards what they say, the more the more of them there are', () => {
  const [few, many] = [learnWeights(spec!, decided(10)), learnWeights(spec!, decided(400))];
  const colour = (learnt: typeof few) => learnt.weights.colour!.for + learnt.weights.colour!.against;
  expect(colour(few)).toBeGreaterThan(spec!.weights.colour!.for + spec!.weights.colour!.against);
  expect(colour(many)).toBeGreaterThan(colour(few));
  expect(many.weights.place!.for).toBeLessThan(spec!.weights.place!.for);
  expect(many.weights.place!.against).toBeLessThan(spec!.weights.place!.against);
  expect(many.correlation).toBeLessThan(few.correlation);
});

test('agreement never comes to speak against a match', () => {
  const perverse = decided(200).map(({ right, values }) => ({ right: !right, values }));
  const { weights } = learnWeights(spec!, perverse);
  for (const weight of Object.values(weights)) {
    expect(evidenceOf(1, weight)).toBeGreaterThanOrEqual(0);
    expect(evidenceOf(0, weight)).toBeLessThanOrEqual(0);
  }
});

test('a feature that no decision knew keeps its weight, and the same decisions give the same weights', () => {
  const learnt = learnWeights(spec!, decided(50));
  expect(learnt.weights.words).toEqual(spec!.weights.words);
  expect(learnWeights(spec!, decided(50))).toEqual(learnt);
});
