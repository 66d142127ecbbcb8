import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConfidenceShifts,
  type DecidedValue,
  FEWEST_DECISIONS,
  fitShifts,
  noShifts,
  shiftConfidence,
  shiftHeldOut,
} from '../../src/learn/confidence-shifts.ts';
import { logOdds } from '../../src/learn/platt.ts';
import { measureReliability } from '../../src/learn/reliability.ts';

const field = { type: 'invoice', path: 'grossTotal' };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyValue = fc.record({
  type: fc.constantFrom('invoice', 'receipt'),
  path: fc.constantFrom('grossTotal', 'number'),
  confidence: share,
  right: fc.boolean(),
});
const many = (count: number, confidence: number, wrongEach: number): DecidedValue[] =>
  Array.from({ length: count }, (_, i) => ({ ...field, confidence, right: i % wrongEach !== 0 }));
const at = (shifts: ConfidenceShifts, confidence: number): number => shiftConfidence(shifts, { ...field, confidence });

describe('what decisions teach of confidence', () => {
  it('without decisions, and with fewer than tell anything, nothing moves', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: FEWEST_DECISIONS - 1 }), share, (decided, confidence) => {
        expect(at(fitShifts(decided), confidence)).toBe(confidence);
        expect(at(noShifts, confidence)).toBe(confidence);
      }),
    );
  });

  it('keeps the order of values of a field, between 0 and 1, whatever was decided', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 20, maxLength: 200 }), share, share, (decided, a, b) => {
        const shifts = fitShifts(decided);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(at(shifts, low)).toBeLessThanOrEqual(at(shifts, high));
        expect(at(shifts, low)).toBeGreaterThanOrEqual(0);
        expect(at(shifts, high)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('few decisions never move far: the worst that twenty-five can do is bounded in log-odds', () => {
    fc.assert(
      fc.property(
        fc.array(anyValue, { minLength: 25, maxLength: 25 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (decided, c) => {
          const one = decided.map((value) => ({ ...value, ...field }));
          expect(Math.abs(logOdds(at(fitShifts(one), c)) - logOdds(c))).toBeLessThanOrEqual((3 * 25) / 85 + 1e-9);
        },
      ),
    );
  });

  it('is the same for the same decisions in any order', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 80 }), (decided) => {
        expect(fitShifts(decided.toReversed())).toEqual(fitShifts(decided));
      }),
    );
  });

  it('goes where many decisions are: values at 0.95 of which every third is wrong are not 0.95', () => {
    const shifts = fitShifts(many(300, 0.95, 3));
    expect(at(shifts, 0.95)).toBeGreaterThan(0.6);
    expect(at(shifts, 0.95)).toBeLessThan(0.75);
    expect(shiftConfidence(shifts, { type: 'invoice', path: 'number', confidence: 0.95 })).toBe(0.95);
  });

  it('leaves alone what is calibrated', () => {
    expect(at(fitShifts(many(200, 0.95, 20)), 0.95)).toBeCloseTo(0.95, 1);
  });

  it('is judged by fits without the decision that is judged, and better for it', () => {
    const decided = many(300, 0.95, 3);
    const shipped = measureReliability(decided).ece;
    const heldOut = measureReliability(shiftHeldOut(decided, fitShifts(decided))).ece;
    expect(shipped).toBeGreaterThan(0.2);
    expect(heldOut).toBeLessThan(0.08);
  });
});
