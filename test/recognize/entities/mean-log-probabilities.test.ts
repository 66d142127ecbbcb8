import { describe, expect, it } from 'vitest';
import { logTotal, meanLogProbabilities } from '../../../src/recognize/entities/mean-log-probabilities.ts';

describe('meanLogProbabilities', () => {
  it('weighs both readings alike, whatever their scale begins with', () => {
    const mean = meanLogProbabilities(Float32Array.of(3, 1, 0, 0), Float32Array.of(101, 103, 0, 0), 2);
    expect(mean[0]).toBeCloseTo(mean[1]!, 5);
    expect(mean[2]).toBeCloseTo(Math.log(0.5), 5);
  });

  it('lets the surer reading win', () => {
    const [first, second] = meanLogProbabilities(Float32Array.of(0, 1), Float32Array.of(9, 0), 2);
    expect(first).toBeGreaterThan(second!);
  });

  it('adds up without running over', () => {
    expect(logTotal(Float32Array.of(1_000, 1_000))).toBeCloseTo(1_000 + Math.log(2), 3);
  });
});
