import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/pipeline/calibration.ts';

describe('calibration', () => {
  it('keeps the order of probabilities and stays between 0 and 1', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(calibrate(low)).toBeLessThanOrEqual(calibrate(high));
        expect(calibrate(low)).toBeGreaterThan(0);
        expect(calibrate(high)).toBeLessThan(1);
      }),
    );
  });

  it('does not call an even guess certain', () => {
    expect(calibrate(0.5)).toBeLessThan(0.9);
    expect(calibrate(0.05)).toBeLessThan(0.55);
  });
});
