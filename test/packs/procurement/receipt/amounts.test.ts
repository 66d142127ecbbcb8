import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAmounts, mendDigits } from '../../../../src/packs/procurement/extract/receipt/amounts.ts';

const values = (line: string): number[] =>
  findAmounts(line)
    .filter((amount) => amount.form !== 'whole')
    .map((amount) => amount.value);

describe('amounts as tills print them and OCR returns them', () => {
  test.each([
    ['8.20', [8.2]],
    ['RM 8 .20', [8.2]],
    ['10. 75', [10.75]],
    ['$8.2O', [8.2]],
    ['I0.00', [10]],
    ['S8.20', [8.2]],
    ['75.00SR', [75]],
    ['£5.55A', [5.55]],
    ['4.99-A', [4.99]],
    ['.54', [0.54]],
    ['0.02-', [-0.02]],
    ['-RM0.02', [-0.02]],
    ['8,20 €', [8.2]],
    ['1.234,56', [1234.56]],
    ['1,007.50', [1007.5]],
    ['EUR 12,50 B', [12.5]],
    ['RM7 90', [7.9]],
    ['6 00', [6]],
    ['23,967', [23967]],
    ['2 x 4.50  9.00', [4.5, 9]],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected);
  });

  test.each(['6.00%', '0.345kg', '2017-03-20', '05.03.2018', '12:30', 'No.145G', '001234567-X', 'A-09-10'])(
    '%s is no amount',
    (line) => {
      expect(values(line)).toEqual([]);
    },
  );

  test('offsets lead back to what is printed', () => {
    const line = 'TOTAL  RM 8 .20 SR';
    const [amount] = findAmounts(line);
    expect(line.slice(amount!.start, amount!.end)).toBe('RM 8 .20');
  });

  test('every printed price is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom('', '$', 'RM', '€ '), (minor, sign) => {
        const text = (minor / 100).toFixed(2);
        expect(values(`TOTAL ${sign}${text}`)).toEqual([minor / 100]);
      }),
    );
  });

  test('mending keeps the length, whatever the line', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(mendDigits(line)).toHaveLength(line.length);
        for (const { start, end } of findAmounts(line)) expect(start < end && end <= line.length).toBe(true);
      }),
    );
  });
});
