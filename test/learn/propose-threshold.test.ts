import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type JudgedCase, proposeThreshold } from '../../src/learn/propose-threshold.ts';

const cases = (...list: [number, boolean][]): JudgedCase[] =>
  list.map(([confidence, right]) => ({ confidence, right }));

it('lets as many through as keep to the error that is allowed', () => {
  const seen = cases([0.99, true], [0.95, true], [0.9, false], [0.8, true], [0.7, true], [0.6, false]);
  expect(proposeThreshold(seen, 0.01)).toMatchObject({ threshold: 0.95, through: 2, wrong: 0, share: 1 / 3 });
  expect(proposeThreshold(seen, 0.2)).toMatchObject({ threshold: 0.7, through: 5, wrong: 1 });
  expect(proposeThreshold(seen, 0.4)).toMatchObject({ threshold: 0.6, share: 1 });
});

it('says that there is none where the surest ones are wrong', () => {
  expect(proposeThreshold(cases([0.99, false], [0.5, true]), 0.01)).toMatchObject({
    threshold: null,
    share: 0,
    errorAtMost: 1,
  });
  expect(proposeThreshold([], 0.01).threshold).toBeNull();
});

it('does not part cases of the same confidence', () => {
  expect(proposeThreshold(cases([0.9, true], [0.9, false], [0.9, true]), 0.1).threshold).toBeNull();
});

it('tells how little few cases prove', () => {
  const few = proposeThreshold(cases(...Array.from({ length: 20 }, () => [0.99, true] as [number, boolean])), 0.01);
  const many = proposeThreshold(cases(...Array.from({ length: 2000 }, () => [0.99, true] as [number, boolean])), 0.01);
  expect(few.errorAtMost).toBeGreaterThan(0.1);
  expect(many.errorAtMost).toBeLessThan(0.002);
});

it('never lets more wrong ones through than allowed, and never fewer cases than a stricter limit', () => {
  const anyCase = fc.record({ confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), right: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 60 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (seen, limit) => {
      const { threshold, through, wrong, share } = proposeThreshold(seen, limit);
      const passed = threshold === null ? [] : seen.filter(({ confidence }) => confidence >= threshold);
      expect(passed.length).toBe(through);
      expect(passed.filter(({ right }) => !right).length).toBe(wrong);
      expect(wrong).toBeLessThanOrEqual(limit * through);
      expect(proposeThreshold(seen, limit / 2).share).toBeLessThanOrEqual(share);
    }),
  );
});
