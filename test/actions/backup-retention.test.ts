import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseKept } from '../../src/actions/backup-retention.ts';

const at = (day: string) => ({ id: day, at: new Date(`${day}Z`) });
const kept = (days: string[], keep: Parameters<typeof chooseKept>[1]) =>
  [...chooseKept(days.map(at), keep)].sort().map((id) => id.slice(0, 10));

test('the newest of each of the last days that have one', () => {
  const days = ['2026-11-20T02:15', '2026-11-20T09:00', '2026-11-19T02:15', '2026-11-17T02:15', '2026-11-10T02:15'];
  expect(kept(days, { days: 3, weeks: 0, months: 0 })).toEqual(['2026-11-17', '2026-11-19', '2026-11-20']);
  expect([...chooseKept(days.map(at), { days: 1, weeks: 0, months: 0 })]).toEqual(['2026-11-20T09:00']);
});

test('weeks begin on Monday, and months are those of the calendar', () => {
  // 2026-11-16 is a Monday.
  const days = ['2026-11-16T00:00', '2026-11-15T23:00', '2026-11-09T02:15', '2026-10-31T02:15', '2026-10-01T02:15'];
  expect(kept(days, { days: 0, weeks: 2, months: 0 })).toEqual(['2026-11-15', '2026-11-16']);
  expect(kept(days, { days: 0, weeks: 0, months: 5 })).toEqual(['2026-10-31', '2026-11-16']);
});

test('the newest always stays, nothing is kept that is not there, and more room never keeps less', () => {
  const keep = fc.record({ days: fc.nat(9), weeks: fc.nat(9), months: fc.nat(9) });
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, keep, (given, room) => {
      const backups = given.map((time) => ({ id: String(time), at: new Date(time) }));
      const chosen = chooseKept(backups, room);
      expect(chosen.has(String(Math.max(...given)))).toBe(true);
      expect(chosen.size).toBeLessThanOrEqual(Math.max(1, room.days + room.weeks + room.months));
      const more = chooseKept(backups, { days: room.days + 1, weeks: room.weeks + 1, months: room.months + 1 });
      for (const id of chosen) expect(more.has(id)).toBe(true);
    }),
  );
});
