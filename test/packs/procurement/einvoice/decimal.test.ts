import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  multiply,
  parseDecimal,
  percentOf,
  round,
  subtract,
  total,
  wholeNumber,
} from '../../../../src/packs/procurement/einvoice/decimal.ts';

const cents = fc.integer({ min: -1e12, max: 1e12 });
const written = (value: number) => (value / 100).toFixed(2);
const decimal = (text: string) => parseDecimal(text)!;

describe('decimals', () => {
  it('add up as cents do, where floats do not', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (values) => {
        const sum = values.reduce((all, value) => all + BigInt(value), 0n);
        expect(compare(total(values.map((value) => decimal(written(value)))), { digits: sum, scale: 2 })).toBe(0);
      }),
    );
    expect(compare(add(decimal('0.1'), decimal('0.2')), decimal('0.30'))).toBe(0);
  });

  it('compare, subtract and multiply whatever decimals they have', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 5 }), (a, b, zeros) => {
        const long = decimal(written(a) + '0'.repeat(zeros));
        expect(compare(long, decimal(written(a)))).toBe(0);
        expect(compare(subtract(add(long, decimal(written(b))), decimal(written(b))), long)).toBe(0);
        expect(compare(multiply(long, wholeNumber(2)), add(long, long))).toBe(0);
      }),
    );
  });

  it.each([
    ['0.125', '0.13'],
    ['0.124', '0.12'],
    ['-0.125', '-0.12'],
    ['-0.126', '-0.13'],
    ['7', '7'],
  ])('rounds %s to %s, halves upwards as XPath does', (value, expected) => {
    expect(compare(round(decimal(value)), decimal(expected))).toBe(0);
  });

  it('takes hundredths', () => {
    expect(compare(percentOf(decimal('80'), decimal('12.5')), decimal('10'))).toBe(0);
  });

  it.each(['', ' ', '.', '1,5', '1e3', '0x1', 'NaN', '1 000', '--1', '9'.repeat(61)])('does not read %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each(['1', '+1', ' -1.50\n', '.5', '5.'])('reads %j', (text) => {
    expect(parseDecimal(text)).toBeDefined();
  });
});
