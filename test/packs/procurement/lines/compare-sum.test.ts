import { expect, test } from 'vitest';
import { compareSum, slackCents } from '../../../../src/packs/procurement/lines/compare-sum.ts';

const discount = { name: 'discount', cents: -1000 };
const freight = { name: 'freight', cents: 590 };
const tax = { name: 'tax', cents: 1900 };
const net = (cents: number, ...adjustments: { name: string; cents: number }[]) => ({ path: 'net', cents, adjustments });
const gross = (cents: number, ...adjustments: { name: string; cents: number }[]) => ({
  path: 'gross',
  cents,
  adjustments,
});

test.each([
  ['the net total as it is', [net(10000)], { path: 'net', adjustments: [], agrees: true }],
  ['a cent of rounding', [net(10002)], { path: 'net', differenceCents: -2, agrees: true }],
  ['more than rounding', [net(10003)], { path: 'net', differenceCents: -3, agrees: false }],
  ['less a discount', [net(9000, discount, freight)], { adjustments: [discount], agrees: true }],
  [
    'with freight and less a discount',
    [net(9590, discount, freight)],
    { adjustments: [discount, freight], agrees: true },
  ],
  ['prices with tax', [net(8403), gross(10000, tax)], { path: 'gross', adjustments: [], agrees: true }],
  ['only the gross total is stated', [gross(11900, tax)], { path: 'gross', adjustments: [tax], agrees: true }],
  [
    'nothing fits: the likeliest total is told',
    [net(12000, freight), gross(14280, tax)],
    { path: 'net', agrees: false },
  ],
])('100.00 against %s', (_, totals, expected) => {
  expect(compareSum(10000, totals, slackCents(1))).toMatchObject(expected);
});

test('there is no comparison without a total', () => {
  expect(compareSum(10000, [], 2)).toBeUndefined();
});

test('the slack grows with the root of the number of lines', () => {
  expect([1, 4, 100].map(slackCents)).toEqual([2, 3, 11]);
});
