import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, faceValue } from '../../src/learn/calibrate.ts';
import { fitCalibration, logLoss } from '../../src/learn/fit-calibration.ts';
import type { Calibration, Outcome } from '../../src/learn/outcome.ts';
import { measureReliability } from '../../src/learn/reliability.ts';

/** Outcomes of scores spread evenly, right as often as `truth` says. */
function draw({ count, seed, truth }: { count: number; seed: number; truth: (score: number) => number }): Outcome[] {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const score = random();
    return { score, right: random() < truth(score) };
  });
}

const tooModest = (score: number) => 1 / (1 + Math.exp(-(3 * Math.log(score / (1 - score)) + 1)));
/** No straight line in log-odds comes near it. */
const stairs = (score: number) => (score < 0.3 ? 0.1 : score < 0.7 ? 0.5 : 0.55 + 0.4 * Number(score > 0.95));

const ece = (calibration: Calibration, outcomes: readonly Outcome[]) =>
  measureReliability(outcomes.map(({ score, right }) => ({ confidence: calibrate(calibration, score), right }))).ece;

const outcomesOf = (maxLength: number) =>
  fc.array(fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }), { maxLength });

describe('fitting a calibration', () => {
  test('few outcomes leave the prior as it is', () => {
    const outcomes = draw({ count: 9, seed: 1, truth: () => 0 });
    expect(fitCalibration(outcomes, faceValue)).toEqual({ ...faceValue, outcomes: 9 });
  });

  test('some outcomes bend the prior by a line, and not far where they are few', () => {
    const all = draw({ count: 400, seed: 2, truth: tooModest });
    const few = fitCalibration(all.slice(0, 30), faceValue);
    const more = fitCalibration(all.slice(0, 140), faceValue);
    expect(few.method).toBe('platt');
    expect(more.method).toBe('platt');
    const distance = (calibration: Calibration) => Math.abs(calibrate(calibration, 0.35) - tooModest(0.35));
    expect(distance(more)).toBeLessThan(Math.abs(0.35 - tooModest(0.35)));
    expect(calibrate(few, 0.8)).toBeGreaterThan(0.8);
  });

  test('many outcomes that no line fits get a free curve, which beats line and prior on others', () => {
    const calibration = fitCalibration(draw({ count: 3000, seed: 3, truth: stairs }), faceValue);
    const others = draw({ count: 5000, seed: 4, truth: stairs });
    expect(calibration.method).toBe('isotonic');
    expect(ece(calibration, others)).toBeLessThan(0.04);
    expect(logLoss(calibration, others)).toBeLessThan(logLoss(faceValue, others) - 0.05);
  });

  test('many outcomes along a line keep the line', () => {
    const outcomes = draw({ count: 2000, seed: 5, truth: (score) => score });
    expect(fitCalibration(outcomes, faceValue).method).not.toBe('isotonic');
  });

  test('whatever was drawn, a fit is hardly worse on other outcomes than the prior, and mostly better', () => {
    let better = 0;
    for (let seed = 10; seed < 40; seed++) {
      const others = draw({ count: 3000, seed: seed + 1000, truth: tooModest });
      const fitted = fitCalibration(draw({ count: 10 + seed * 2, seed, truth: tooModest }), faceValue);
      const gain = logLoss(faceValue, others) - logLoss(fitted, others);
      expect(gain).toBeGreaterThan(-0.02);
      if (gain > 0.05) better++;
    }
    expect(better).toBeGreaterThan(25);
  });

  test('a prior of its own maker is the start, not face value', () => {
    const prior: Calibration = {
      method: 'prior',
      outcomes: 0,
      points: [
        { score: 0, probability: 0.01 },
        { score: 0.5, probability: 0.9 },
        { score: 1, probability: 0.99 },
      ],
    };
    expect(calibrate(fitCalibration([], prior), 0.5)).toBe(0.9);
    const right = fitCalibration(draw({ count: 12, seed: 6, truth: (score) => calibrate(prior, score) }), prior);
    expect(calibrate(right, 0.5)).toBeGreaterThan(0.75);
  });

  test('outcomes against the order of the scores do not turn it round', () => {
    const calibration = fitCalibration(draw({ count: 120, seed: 7, truth: (score) => 1 - score }), faceValue);
    expect(calibrate(calibration, 0.9)).toBeGreaterThanOrEqual(calibrate(calibration, 0.1));
    expect(Math.abs(calibrate(calibration, 0.5) - 0.5)).toBeLessThan(0.15);
  });

  test('all right, or all wrong, is never certainty', () => {
    for (const right of [true, false]) {
      const outcomes = Array.from({ length: 300 }, (_, i) => ({ score: 0.3 + (i % 50) / 100, right }));
      const p = calibrate(fitCalibration(outcomes, faceValue), 0.5);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThan(1);
      expect(Math.abs(p - (right ? 1 : 0))).toBeLessThan(0.1);
    }
  });

  test('a higher score is never a lower probability, and all are between 0 and 1', () => {
    fc.assert(
      fc.property(outcomesOf(400), fc.array(fc.double({ min: -1, max: 2, noNaN: true })), (outcomes, scores) => {
        const calibration = fitCalibration(outcomes, faceValue);
        const read = scores.toSorted((a, b) => a - b).map((score) => calibrate(calibration, score));
        read.forEach((p, i) => {
          expect(p).toBeGreaterThanOrEqual(i === 0 ? 0 : read[i - 1]!);
          expect(p).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the outcomes does not matter', () => {
    fc.assert(
      fc.property(outcomesOf(200), (outcomes) => {
        expect(fitCalibration(outcomes.toReversed(), faceValue)).toEqual(fitCalibration(outcomes, faceValue));
      }),
      { numRuns: 40 },
    );
  });

  test('a score that is no number is left out, and read as nothing known', () => {
    const outcomes = [...draw({ count: 50, seed: 8, truth: (score) => score }), { score: Number.NaN, right: true }];
    expect(fitCalibration(outcomes, faceValue).outcomes).toBe(50);
    expect(calibrate(faceValue, Number.NaN)).toBe(0);
  });
});
