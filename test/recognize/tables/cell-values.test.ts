import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessStyle, isAmountWord, readAmount, readQuantity } from '../../../src/recognize/tables/cell-values.ts';

describe('readAmount', () => {
  it.each([
    ['1.234,50 €', 'comma', 1234.5],
    ['$1,999.96', 'dot', 1999.96],
    ['-20,48 €', 'comma', -20.48],
    ['€ -9,32', 'comma', -9.32],
    ['(15.00)', 'dot', -15],
    ['12,50-', 'comma', -12.5],
    ['EUR 3 038,14', 'comma', 3038.14],
    ['0,79 €/kg', 'comma', 0.79],
    ['Rs 1939', 'dot', 1939],
    ['RM7.00', 'dot', 7],
    ['75.00SR', 'dot', 75],
    ['19 %', 'comma', 19],
    ['5,000', 'comma', 5],
    ['5,000', 'dot', 5000],
  ] as const)('reads %s (%s)', (text, style, value) => {
    expect(readAmount(text, style)?.value).toBe(value);
  });

  it.each(['', 'free', '12.50 per room and night', '2 x 3.00', 'A4 paper', '10 - 20', '01.10.2018'])(
    'has no value for %s',
    (text) => {
      expect(readAmount(text, null)).toBeUndefined();
    },
  );
});

describe('readQuantity', () => {
  it.each([
    ['3', 3, null],
    ['2,5 Std.', 2.5, 'Std.'],
    ['x10', 10, null],
    ['3 x', 3, null],
    ['20 Stk', 20, 'Stk'],
    ['2 Tag(e)', 2, 'Tag(e)'],
    ['-5,0000', -5, null],
    ['kg 12', 12, 'kg'],
    ['18 m²', 18, 'm²'],
  ] as const)('reads %s', (text, value, unit) => {
    expect(readQuantity(text, 'comma')).toEqual({ value, unit });
  });

  it.each(['', 'pcs', 'by weight', '12 of the larger boxes'])('has no value for %s', (text) => {
    expect(readQuantity(text, null)).toBeUndefined();
  });
});

it('guesses the decimal sign from amounts, not from dates', () => {
  expect(guessStyle(['12,50', '01.02.2024', '3.000,00'])).toBe('comma');
  expect(guessStyle(['$12.50', '1,200.00', '3'])).toBe('dot');
  expect(guessStyle(['12', '01.02.2024'])).toBeNull();
});

it('reads back every amount printed with two decimals', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('de', 'en'), (cents, locale) => {
      const text = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
      expect(isAmountWord(text)).toBe(true);
      expect(readAmount(text, locale === 'de' ? 'comma' : 'dot')?.value).toBe(cents / 100);
    }),
  );
});
