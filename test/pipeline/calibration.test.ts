import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.ts';
import { calibrate, confidenceOf } from '../../src/pipeline/calibration.ts';
import { confidenceTable } from '../../src/pipeline/confidence-table.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

describe('calibration', () => {
  it('keeps the order of probabilities and stays between 0 and 1', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = inOrder(a, b);
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

describe('the confidence of what was read', () => {
  const kinds = fc.constantFrom(...Object.keys(confidenceTable.kinds), 'another');

  it('never falls when the choice is surer or the scan is clearer, whatever the field', () => {
    fc.assert(
      fc.property(
        share,
        share,
        share,
        share,
        kinds,
        fc.double({ min: -2, max: 2, noNaN: true }),
        (a, b, c, d, kind, shift) => {
          const [low, high] = inOrder(a, b);
          const [blurred, clear] = inOrder(c, d);
          const at = (probability: number, legibility?: number) =>
            confidenceOf({ probability, kind, shift, legibility });
          expect(at(low)).toBeLessThanOrEqual(at(high));
          expect(at(low, blurred)).toBeLessThanOrEqual(at(low, clear));
          expect(at(low)).toBeGreaterThan(0);
          expect(at(high, clear)).toBeLessThan(1);
        },
      ),
    );
  });

  it('is modest about an unlikely choice, and about words that OCR could hardly read', () => {
    expect(confidenceOf({ probability: 0.1, kind: 'text' })).toBeLessThan(0.7);
    expect(confidenceOf({ probability: 0.9, kind: 'text', legibility: 0.2 })).toBeLessThan(
      confidenceOf({ probability: 0.9, kind: 'text', legibility: 0.95 }) - 0.05,
    );
  });

  it('what packs know of their fields is within reason, and names fields that there are', () => {
    for (const type of packs.flatMap(({ types }) => types)) {
      const paths = new Set(type.fields.map(({ path }) => path));
      for (const [path, shift] of Object.entries(type.confidence ?? {})) {
        expect(paths).toContain(path);
        expect(Math.abs(shift)).toBeLessThan(2);
      }
    }
    expect(packs.some(({ types }) => types.some(({ confidence }) => confidence !== undefined))).toBe(true);
  });
});
