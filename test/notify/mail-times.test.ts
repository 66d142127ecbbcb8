import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { lastDigest, mailDueAt, nextDigest, quietUntil } from '../../src/notify/mail-times.ts';

const HOUR_MS = 3_600_000;
/** Whole hours, half hours, a change of half an hour, none, a skipped day, changes at midnight, both hemispheres. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Havana',
  'Antarctica/Troll',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const hour = fc.integer({ min: 0, max: 23 });
const moment = fc.date({ min: new Date('2005-01-01'), max: new Date('2037-12-01'), noInvalidDate: true });

/** The digests between two moments, one asked for after the other, as the clock does. */
function digestsBetween(from: Date, to: Date, rule: Parameters<typeof nextDigest>[1]): Date[] {
  const found: Date[] = [];
  for (let next = nextDigest(from, rule); next <= to; next = nextDigest(next, rule)) found.push(next);
  return found;
}

/** Days that the calendar of the zone has. */
function daysOf(year: number, name: string): Set<string> {
  const days = new Set<string>();
  const start = DateTime.fromObject({ year }, { zone: name });
  for (let at = start.toMillis(); at < start.plus({ years: 1 }).toMillis(); at += HOUR_MS) {
    days.add(DateTime.fromMillis(at, { zone: name }).toISODate()!);
  }
  return days;
}

describe('a year of daily digests', () => {
  test.each(zones)(
    'has exactly one on each day that there is in %s',
    (name) => {
      for (const year of name === 'Pacific/Apia' ? [2011] : [2026]) {
        for (const at of [0, 2]) {
          const from = DateTime.fromObject({ year }, { zone: name }).minus({ milliseconds: 1 });
          const rule = { every: 'day', weekday: 1, hour: at, zone: name } as const;
          const digests = digestsBetween(from.toJSDate(), from.plus({ years: 1 }).toJSDate(), rule);
          const days = digests.map((date) => DateTime.fromJSDate(date, { zone: name }).toISODate());
          expect(new Set(days).size, `${year} ${at}`).toBe(days.length);
          expect(new Set(days), `${year} ${at}`).toEqual(daysOf(year, name));
        }
      }
    },
    60_000,
  );
});

test('a daily digest comes at its hour, or when the clock has moved past it', () => {
  fc.assert(
    fc.property(zone, hour, moment, (name, at, now) => {
      const next = nextDigest(now, { every: 'day', weekday: 1, hour: at, zone: name });
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(49 * HOUR_MS);
      const local = DateTime.fromJSDate(next, { zone: name });
      const clock = local.hour * 60 + local.minute;
      const isSkipped =
        DateTime.fromObject({ year: local.year, month: local.month, day: local.day, hour: at }, { zone: name }).hour !==
        at;
      if (!isSkipped) expect(clock).toBe(at * 60);
      else expect(clock).toBeGreaterThan(at * 60);
    }),
    { numRuns: 300 },
  );
});

test('a weekly digest comes on its day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones.filter((name) => name !== 'Pacific/Apia')),
      hour,
      fc.integer({ min: 1, max: 7 }),
      moment,
      (name, at, weekday, now) => {
        const next = nextDigest(now, { every: 'week', weekday, hour: at, zone: name });
        expect(DateTime.fromJSDate(next, { zone: name }).weekday).toBe(weekday);
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual((7 * 24 + 2) * HOUR_MS);
      },
    ),
    { numRuns: 150 },
  );
});

test('the hour that comes twice has one digest, the first; the hour that is skipped has one, an hour later', () => {
  const rule = { every: 'day', weekday: 1, hour: 2, zone: 'Europe/Berlin' } as const;
  const autumn = digestsBetween(new Date('2026-10-24T22:00Z'), new Date('2026-10-25T22:59Z'), rule);
  expect(autumn.map((date) => date.toISOString())).toEqual(['2026-10-25T00:00:00.000Z']);
  const spring = digestsBetween(new Date('2026-03-28T23:00Z'), new Date('2026-03-29T21:59Z'), rule);
  expect(spring.map((date) => date.toISOString())).toEqual(['2026-03-29T01:00:00.000Z']);
});

const clock = fc
  .tuple(hour, fc.constantFrom(0, 15, 30, 59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

test('quiet hours end soon, outside of themselves, and never within', () => {
  fc.assert(
    fc.property(zone, clock, clock, moment, (name, from, to, now) => {
      fc.pre(from !== to);
      const end = quietUntil(now, { from, to, zone: name });
      const shown = DateTime.fromJSDate(now, { zone: name }).toFormat('HH:mm');
      const isQuiet = from < to ? from <= shown && shown < to : shown >= from || shown < to;
      expect(end !== undefined).toBe(isQuiet);
      if (!end) return;
      expect(end.getTime()).toBeGreaterThan(now.getTime());
      expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(26 * HOUR_MS);
    }),
    { numRuns: 300 },
  );
});

test('what is urgent does not wait; what cannot be collected waits for the end of quiet hours alone', () => {
  const settings = {
    digest: { every: 'day', weekday: 1, hour: 8 },
    quietHours: { from: '22:00', to: '06:30' },
  } as const;
  const now = new Date('2026-11-20T23:00Z');
  const due = (kind: { digestible: boolean; urgent: boolean }) =>
    mailDueAt(now, { settings, zone: 'UTC', ...kind }).toISOString();
  expect(due({ digestible: false, urgent: true })).toBe('2026-11-20T23:00:00.000Z');
  expect(due({ digestible: false, urgent: false })).toBe('2026-11-21T06:30:00.000Z');
  expect(due({ digestible: true, urgent: false })).toBe('2026-11-21T08:00:00.000Z');
});

describe('the daily look', () => {
  const daily = { digestible: true, urgent: false, daily: true, zone: 'Europe/Berlin' };
  const settings = (every: 'off' | 'day' | 'week', quietHours: { from: string; to: string } | null = null) => ({
    digest: { every, weekday: 3, hour: 18 },
    quietHours,
  });

  test('the last hour that came is never ahead, and the next one is', () => {
    fc.assert(
      fc.property(moment, zone, hour, fc.constantFrom('day' as const, 'week' as const), (now, zone, hour, every) => {
        const rule = { every, weekday: 5, hour, zone };
        const last = lastDigest(now, rule);
        expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(nextDigest(last, rule).getTime()).toBeGreaterThan(now.getTime());
      }),
      { numRuns: 150 },
    );
  });

  test('its mail comes some minutes after it, however digests come on other days', () => {
    const now = new Date('2026-03-02T08:00:10Z');
    for (const every of ['off', 'day'] as const) {
      expect(mailDueAt(now, { ...daily, settings: settings(every) })).toEqual(new Date('2026-03-02T08:05:10Z'));
    }
  });

  test('of a week with one digest all of it comes at one moment, on its day', () => {
    // Monday, Tuesday, and the Wednesday itself.
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      const due = mailDueAt(new Date(`${day}T08:00:10Z`), { ...daily, settings: settings('week') });
      expect(due).toEqual(new Date('2026-03-04T08:20:00Z'));
    }
    expect(mailDueAt(new Date('2026-03-05T08:00:10Z'), { ...daily, settings: settings('week') })).toEqual(
      new Date('2026-03-11T08:20:00Z'),
    );
  });

  test('a look that is made late on the day is mailed then', () => {
    const now = new Date('2026-03-04T15:00:00Z');
    expect(mailDueAt(now, { ...daily, settings: settings('week') })).toEqual(new Date('2026-03-04T15:05:00Z'));
  });

  test('quiet hours are kept', () => {
    const now = new Date('2026-03-02T08:00:00Z');
    expect(mailDueAt(now, { ...daily, settings: settings('day', { from: '22:00', to: '10:30' }) })).toEqual(
      new Date('2026-03-02T09:30:00Z'),
    );
  });
});
