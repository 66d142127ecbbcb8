import { expect, it } from 'vitest';
import { fitPlatt, plattScale } from '../../src/learn/platt.ts';

it.each([0.95, 0.9, 0.8, 0.5, 0.02])('finds the share that is right where all scores are %d', (probability) => {
  const outcomes = Array.from({ length: 300 }, (_, i) => ({ probability, right: i % 3 !== 0 }));
  expect(plattScale(fitPlatt(outcomes), probability)).toBeCloseTo(2 / 3, 1);
});

it('is surer of its own line the more it is told to be', () => {
  const outcomes = Array.from({ length: 30 }, (_, i) => ({ probability: 0.9, right: i % 3 !== 0 }));
  const [loose, firm] = [fitPlatt(outcomes, 1), fitPlatt(outcomes, 50)].map((line) => plattScale(line, 0.9));
  expect(loose).toBeLessThan(firm!);
  expect(firm).toBeLessThan(0.9);
});
