import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerKindOf } from '../../src/eval/answer-kind.ts';
import { compareAnswers, isRight, tokenF1 } from '../../src/eval/compare-answers.ts';
import { readAmounts } from '../../src/eval/read-amount.ts';
import { readDates } from '../../src/eval/read-date.ts';
import { readDuration } from '../../src/eval/read-duration.ts';

describe('dates of a gold set', () => {
  test.each([
    ['2019-04-05', ['2019-04-05']],
    ['05/04/2019', ['2019-04-05', '2019-05-04']],
    ['25/04/2019', ['2019-04-25']],
    ['12/30/19', ['2019-12-30']],
    ['05 MAR 2019 17:42', ['2019-03-05']],
    ['16AUG2015', ['2015-08-16']],
    ['March 5, 2018', ['2018-03-05']],
    ['3. März 2021', ['2021-03-03']],
    ['20230815', ['2023-08-15']],
    ['1.2.23', ['2001-02-23', '2023-01-02', '2023-02-01']],
    ['31/02/2020', []],
    ['no date', []],
  ])('%s', (text, days) => {
    expect([...readDates(text)].sort()).toEqual(days);
  });

  test('every ISO day reads as itself alone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect([...readDates(day)]).toEqual([day]);
        },
      ),
    );
  });
});

describe('amounts of a gold set', () => {
  test.each([
    ['$8.20', [8.2]],
    ['RM 1,234.50', [1234.5]],
    ['1.234,50 €', [1234.5]],
    ['3 038,14 EUR', [3038.14]],
    ['1,234', [1.234, 1234]],
    ['1,234,567', [1234567]],
    ['-12.00', [-12]],
    ['(12.00)', [-12]],
    ['12', [12]],
    ['n/a', []],
  ])('%s', (text, amounts) => {
    expect(
      readAmounts(text)
        .filter((n) => !Number.isNaN(n))
        .sort((a, b) => a - b),
    ).toEqual(amounts);
  });
});

test.each([
  ['P2Y', '24 months 0 days'],
  ['2 years', '24 months 0 days'],
  ['24_months', '24 months 0 days'],
  ['two (2) years', '24 months 0 days'],
  ['30 days', '0 months 30 days'],
  ['perpetual', undefined],
])('duration %s', (text, length) => {
  expect(readDuration(text)).toBe(length);
});

test.each([
  ['date', '05/04/2019', '2019-05-04', 1],
  ['date', '05/04/2019', '2019-06-04', 0],
  ['amount', '$8.20', 8.2, 1],
  ['amount', 8.2, 8.21, 0],
  ['identifier', 'INV 17', 'inv17', 1],
  ['identifier', 'INV-17', 'INV17', 0],
  ['registered', '11.222.333/0001-81', '11222333000181', 1],
  ['registered', 'Lille B 732 829 320', 'LILLE B 732829320', 1],
  ['registered', 'Lille B 732 829 320', '732829320', 0],
  ['vatId', 'B-12345674', 'ESB12345674', 1],
  ['vatId', 'CHE-116.281.710 MWST', 'CHE116281710', 1],
  ['vatId', 'ATU13585627', 'U13585627', 1],
  ['vatId', 'DE136695976', 'AT136695976', 0],
  ['vatId', 'BE0428759497', 'BE428759497', 0],
  ['phone', '+49 30 123456', '030 123456', 1],
  ['phone', '+49 30 123456', '030 123457', 0],
  ['text', 'New  York', 'new york', 1],
  ['duration', '2 years', 'P2Y', 1],
] as const)('%s: %s against %s scores %s', (kind, expected, got, score) => {
  expect(compareAnswers(kind, expected, got)).toBe(score);
});

test('a name with one more word of five is right, with one of two is not', () => {
  expect(isRight('name', tokenF1('Acme Trading Company of London', 'Acme Trading Company London'))).toBe(true);
  expect(isRight('name', tokenF1('Acme Ltd', 'Acme'))).toBe(false);
});

test('token F1 is symmetric, and 1 exactly for the same words', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const f1 = tokenF1(a.join(' '), b.join(' '));
      expect(f1).toBeCloseTo(tokenF1(b.join(','), a.join(',')), 10);
      expect(f1 === 1).toBe([...a].sort().join() === [...b].sort().join());
    }),
  );
});

test.each([
  ['issueDate', 'date'],
  ['lines[].netAmount', 'amount'],
  ['grossTotal', 'amount'],
  ['taxes[0].rate', 'amount'],
  ['seller.vatId', 'vatId'],
  ['buyer.registrationId', 'registered'],
  ['lines[].gtin', 'registered'],
  ['lines[].sku', 'identifier'],
  ['seller.name', 'name'],
  ['merchant.address', 'name'],
  ['noticePeriod', 'duration'],
  ['governingLaw', 'text'],
  ['number', 'identifier'],
])('%s is compared as %s', (path, kind) => {
  expect(answerKindOf(path)).toBe(kind);
});

test('a declared kind wins over the name', () => {
  expect(answerKindOf('flight_from', { flight_from: 'date' })).toBe('date');
});
