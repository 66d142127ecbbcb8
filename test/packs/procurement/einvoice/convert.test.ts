import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pricePerUnit,
  sumDecimals,
  toDate,
  toIban,
  toIdentifier,
  toNumber,
  toText,
} from '../../../../src/packs/procurement/einvoice/read/convert.ts';

describe('texts of structured files as values', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12Z', '2024-03-12'],
    ['2024-03-12+01:00', '2024-03-12'],
    ['2024-03-12T23:59:59.000+02:00', '2024-03-12'],
    ['20240312', '2024-03-12'],
    ['202403121530', '2024-03-12'],
    ['2024-02-30', undefined],
    ['202403', undefined],
    ['12.03.2024', undefined],
    ['', undefined],
  ])('date %j', (text, value) => expect(toDate(text)).toBe(value));

  it.each([
    ['12.50', 12.5],
    ['-0.00', 0],
    ['+3', 3],
    ['.5', 0.5],
    ['1E2', 100],
    ['1,50', undefined],
    ['1 000', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['', undefined],
  ])('number %j', (text, value) => expect(toNumber(text)).toBe(value));

  it.each([
    ['  PO  17\n', 'PO 17'],
    ['NA', undefined],
    ['n/a', undefined],
    ['0', undefined],
  ])('identifier %j', (text, value) => expect(toIdentifier(text)).toBe(value));

  it('takes out characters that nothing shows', () => {
    expect(toText('A\u200bc\u202eme\u0007')).toBe('Acme');
  });

  it('takes an IBAN with spaces, and no account number for one', () => {
    expect(toIban('de89 3704 0044 0532 0130 00')).toBe('DE89370400440532013000');
    expect(toIban('0532013000')).toBeUndefined();
  });

  it('sums decimals as they are written', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe(0.3);
    expect(sumDecimals(['10', '-2.555', '.005'])).toBe(7.45);
    expect(sumDecimals(['10', 'ten'])).toBeUndefined();
    expect(sumDecimals(['.'])).toBeUndefined();
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(cents, (all) => {
        const texts = all.map((one) => (one / 100).toFixed(2));
        expect(sumDecimals(texts)).toBe(all.reduce((sum, one) => sum + one, 0) / 100);
      }),
    );
  });

  it('gives the price of one where it counts for many', () => {
    expect(pricePerUnit(150, 100)).toBe(1.5);
    expect(pricePerUnit(150, 0)).toBe(150);
    expect(pricePerUnit(150, undefined)).toBe(150);
  });
});
