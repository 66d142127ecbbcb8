import { describe, expect, test } from 'vitest';
import {
  addDays,
  formatDate,
  formatScaled,
  formatTrimmed,
  groupFours,
  mulDivRound,
  type NumberStyle,
} from '../../synth/format.ts';
import { ENGLISH } from '../../synth/words/en.ts';
import { SPANISH } from '../../synth/words/es.ts';

test.each<[number, number, NumberStyle, string]>([
  [123456, 2, { decimal: ',', group: '.' }, '1.234,56'],
  [123456, 2, { decimal: '.', group: ',' }, '1,234.56'],
  [-5, 2, { decimal: ',', group: ' ' }, '-0,05'],
  [100000000, 2, { decimal: '.', group: "'" }, "1'000'000.00"],
  [7, 0, { decimal: '.', group: ',' }, '7'],
])('%d with %d places is printed as the style says', (value, places, style, text) => {
  expect(formatScaled(value, places, style)).toBe(text);
});

test('trailing zeros go, but not below the least number of places', () => {
  const style: NumberStyle = { decimal: ',', group: '.' };
  expect(formatTrimmed(2500, 3, style)).toBe('2,5');
  expect(formatTrimmed(2000, 3, style)).toBe('2');
  expect(formatTrimmed(123400, 4, style, 2)).toBe('12,34');
  expect(formatTrimmed(123450, 4, style, 2)).toBe('12,345');
});

describe('dates', () => {
  test.each([
    ['DD.MM.YYYY', '05.03.2024'],
    ['M/D/YY', '3/5/24'],
    ['MMMM D, YYYY', 'March 5, 2024'],
    ['DD-MMM-YYYY', '05-Mar-2024'],
  ])('%s', (pattern, text) => {
    expect(formatDate('2024-03-05', pattern, ENGLISH.months, ENGLISH.shortMonths)).toBe(text);
  });

  test('words in brackets stand as written', () => {
    expect(formatDate('2024-03-05', 'D [de] MMMM [de] YYYY', SPANISH.months, SPANISH.shortMonths)).toBe(
      '5 de marzo de 2024',
    );
  });

  test('days are added over months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
  });
});

test('half rounds away from zero, also beyond the range of exact doubles', () => {
  expect(mulDivRound(5, 1, 10)).toBe(1);
  expect(mulDivRound(-5, 1, 10)).toBe(-1);
  expect(mulDivRound(9_007_199_254_740_991, 7, 7)).toBe(9_007_199_254_740_991);
});

test('IBANs are grouped by four without a space at the end', () => {
  expect(groupFours('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  expect(groupFours('12345678')).toBe('1234 5678');
});
