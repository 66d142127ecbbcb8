import { expect, test } from 'vitest';
import { dueTime, isCron, nextTime, periodOf } from '../../src/store/cron-times.ts';

const now = new Date('2026-11-20T12:51:32Z');

test('times are those of UTC', () => {
  expect(nextTime('15 2 * * *', now).toISOString()).toBe('2026-11-21T02:15:00.000Z');
  expect(dueTime('15 2 * * *', now).toISOString()).toBe('2026-11-20T02:15:00.000Z');
  const due = new Date('2026-11-20T02:15:00.000Z');
  expect(dueTime('15 2 * * *', due)).toEqual(due);
});

test('the period is the longest time between two', () => {
  expect(periodOf('15 2 * * *', now)).toBe(24 * 3600_000);
  expect(periodOf('0 3 * * 1-5', now)).toBe(3 * 24 * 3600_000);
});

test.each(['15 2 * * *', '*/30 * * * *', '0 3 * * 1-5'])('%s is one', (text) => expect(isCron(text)).toBe(true));
test.each(['', 'daily', '* * * *', '0 15 2 * * *', '61 * * * *', '0 0 31 2 *'])('%j is none', (text) =>
  expect(isCron(text)).toBe(false),
);
