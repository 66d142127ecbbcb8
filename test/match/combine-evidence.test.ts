import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineEvidence, evidenceOf, logOdds, probabilityOf, scoreOf } from '../../src/match/combine-evidence.ts';

const piece = fc.double({ min: -8, max: 8, noNaN: true });
const pieces = fc.array(piece, { maxLength: 12 });
const correlation = fc.double({ min: 0, max: 1, noNaN: true });

test('more evidence for a match never lowers the score, and evidence against it never raises it', () => {
  fc.assert(
    fc.property(pieces, piece, correlation, (some, more, rho) => {
      const before = combineEvidence(some, rho);
      const after = combineEvidence([...some, more], rho);
      // Adding a piece in the direction of the sum moves it there, or leaves it.
      if (more >= 0 && before >= 0) expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      if (more <= 0 && before <= 0) expect(after).toBeLessThanOrEqual(before + 1e-9);
    }),
  );
});

test('one piece is taken whole, and what is unknown changes nothing', () => {
  fc.assert(
    fc.property(piece, correlation, (one, rho) => {
      expect(combineEvidence([one], rho)).toBeCloseTo(one, 9);
      expect(combineEvidence([one, 0, 0], rho)).toBeCloseTo(one, 9);
    }),
  );
  expect(combineEvidence([], 0.5)).toBe(0);
});

test('pieces that repeat each other count less than the same ones that do not', () => {
  expect(combineEvidence([2, 2, 2], 0)).toBe(6);
  expect(combineEvidence([2, 2, 2], 1)).toBeCloseTo(6 / Math.sqrt(3), 9);
  expect(combineEvidence([2, 2, 2], 0.5)).toBeCloseTo(6 / Math.sqrt(2), 9);
});

test('evidence grows evenly from the neutral value to both ends', () => {
  const weight = { for: 4, against: 2, neutral: 0.6 };
  expect([0, 0.3, 0.6, 0.8, 1].map((value) => evidenceOf(value, weight))).toEqual([-2, -1, 0, 2.0000000000000004, 4]);
  expect(evidenceOf(0.5, { for: 4, against: 2 })).toBe(0);
});

test('without evidence the score is the prior, and no score is certain', () => {
  expect(scoreOf({ prior: 0.2 }, 0)).toBeCloseTo(0.2, 9);
  expect(scoreOf({ prior: 0.2 }, 1e6)).toBeLessThan(1);
  expect(scoreOf({ prior: 0.2 }, -1e6)).toBeGreaterThan(0);
  expect(probabilityOf(logOdds(0.3))).toBeCloseTo(0.3, 9);
});
