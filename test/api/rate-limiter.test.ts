import { describe, expect, test } from 'vitest';
import { networkOf } from '../../src/api/caller.ts';
import { createRateLimiter } from '../../src/api/rate-limiter.ts';
import type { WindowCount } from '../../src/store/request-counts.ts';

const startOfHour = Date.UTC(2026, 0, 1, 12);

function clock() {
  const time = { now: startOfHour };
  return { time, now: () => time.now };
}

test('a subject gets its limit a minute, then nothing until the next', () => {
  const { time, now } = clock();
  const limiter = createRateLimiter({ perMinute: 3, perHour: 0 }, { now });
  expect([1, 2, 3].map(() => limiter.take('a').remaining)).toEqual([2, 1, 0]);
  time.now += 20_000;
  expect(limiter.take('a')).toEqual({ allowed: false, limit: 3, remaining: 0, resetSeconds: 40 });
  expect(limiter.take('b').allowed).toBe(true);
  time.now += 40_000;
  expect(limiter.take('a')).toMatchObject({ allowed: true, remaining: 2, resetSeconds: 60 });
});

test('what is refused is not counted: asking on does not lock anyone out of the hour', () => {
  const { time, now } = clock();
  const limiter = createRateLimiter({ perMinute: 2, perHour: 5 }, { now });
  const allowed = (minute: number) => {
    time.now = startOfHour + minute * 60_000;
    return Array.from({ length: 10 }, () => limiter.take('a').allowed).filter(Boolean).length;
  };
  expect([0, 1, 2, 3].map(allowed)).toEqual([2, 2, 1, 0]);
  expect(limiter.take('a')).toMatchObject({ allowed: false, limit: 5, resetSeconds: 57 * 60 });
});

test('the tighter window is told', () => {
  const limiter = createRateLimiter({ perMinute: 100, perHour: 3 }, clock());
  expect(limiter.take('a')).toMatchObject({ limit: 3, remaining: 2, resetSeconds: 3600 });
  expect(limiter.policy).toBe('100;w=60, 3;w=3600');
});

/** What the database does: adds, and answers all totals. */
function sharedTable() {
  const totals = new Map<string, WindowCount>();
  return async (counts: WindowCount[]): Promise<WindowCount[]> => {
    for (const row of counts) {
      const key = `${row.subject} ${row.windowSeconds} ${row.windowNumber}`;
      totals.set(key, { ...row, count: (totals.get(key)?.count ?? 0) + row.count });
    }
    return [...totals.values()];
  };
}

describe('two processes', () => {
  const take = (limiter: ReturnType<typeof createRateLimiter>, times: number) =>
    Array.from({ length: times }, () => limiter.take('a').allowed).filter(Boolean).length;

  test('know of each other after an exchange', async () => {
    const add = sharedTable();
    const [one, two] = [1, 2].map(() => createRateLimiter({ perMinute: 10, perHour: 0 }, clock()));
    expect(take(one!, 6) + take(two!, 3)).toBe(9);
    await one!.exchange(add);
    await two!.exchange(add);
    expect(take(two!, 5)).toBe(1);
    await two!.exchange(add);
    await one!.exchange(add);
    expect(take(one!, 9)).toBe(0);
  });

  test('let at most one limit each through before it', () => {
    const both = [1, 2].map(() => createRateLimiter({ perMinute: 10, perHour: 0 }, clock()));
    expect(both.map((limiter) => take(limiter, 50))).toEqual([10, 10]);
  });

  test('lose nothing of a batch that did not arrive, nor of what comes while one is under way', async () => {
    const add = sharedTable();
    const [one, two] = [1, 2].map(() => createRateLimiter({ perMinute: 10, perHour: 0 }, clock()));
    take(one!, 4);
    await expect(one!.exchange(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await one!.exchange(async (counts) => {
      take(one!, 2);
      return add(counts);
    });
    await one!.exchange(add);
    take(two!, 1);
    await two!.exchange(add);
    expect(two!.take('a').remaining).toBe(10 - 4 - 2 - 1 - 1);
  });
});

test('memory is bounded, and who was quiet longest is forgotten first', async () => {
  const limiter = createRateLimiter({ perMinute: 2, perHour: 0 }, { ...clock(), maxSubjects: 100 });
  for (let i = 0; i < 5000; i++) {
    limiter.take(`address ${i}`);
    if (i % 10 === 0) limiter.take('regular');
    expect(limiter.size()).toBeLessThanOrEqual(100);
  }
  expect(limiter.take('regular').allowed).toBe(false);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['nonsense', 'unknown'],
])('%s counts as %s', (address, counted) => {
  expect(networkOf(address)).toBe(counted);
});
