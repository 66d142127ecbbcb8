// Who may ask how often: a minute's and an hour's window for each subject (a user, an address).

import type { WindowCount } from '../store/request-counts.ts';
import { createSharedCounter } from './shared-counter.ts';

export interface RateLimits {
  /** 0 = no limit. */
  perMinute: number;
  perHour: number;
}

/** The window that leaves the least, as the RateLimit headers tell it. */
export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetSeconds: number;
}

export interface RateLimiter {
  /** `100;w=60, 5000;w=3600` */
  policy: string;
  /** Counts one request of the subject, unless it is refused: what is refused is not counted. */
  take(subject: string): Allowance;
  /** Writes what was counted since, and learns what others counted. */
  exchange(exchangeWithOthers: (counts: WindowCount[]) => Promise<WindowCount[]>): Promise<void>;
  size(): number;
}

/** About 200 bytes each: 2 × 20 000 subjects are 8 MB. */
const MAX_SUBJECTS = 20_000;

export function createRateLimiter(
  { perMinute, perHour }: RateLimits,
  { now = Date.now, maxSubjects = MAX_SUBJECTS }: { now?: () => number; maxSubjects?: number } = {},
): RateLimiter {
  const windows = [
    { limit: perMinute, counter: createSharedCounter({ windowSeconds: 60, maxKeys: maxSubjects, now }) },
    { limit: perHour, counter: createSharedCounter({ windowSeconds: 3600, maxKeys: maxSubjects, now }) },
  ].filter(({ limit }) => limit > 0);

  return {
    policy: windows.map(({ limit, counter }) => `${limit};w=${counter.windowSeconds}`).join(', '),
    take(subject) {
      const states = windows.map(({ limit, counter }) => ({
        limit,
        left: limit - counter.look(subject),
        resetSeconds: counter.secondsLeft(),
      }));
      const allowed = states.every(({ left }) => left > 0);
      if (allowed) for (const { counter } of windows) counter.add(subject);
      const remaining = (left: number): number => Math.max(0, allowed ? left - 1 : left);
      // Of two that are used up, the one that lasts longer tells when to come back.
      const [tightest] = states.sort(
        (a, b) => remaining(a.left) - remaining(b.left) || b.resetSeconds - a.resetSeconds,
      );
      const { limit, left, resetSeconds } = tightest!;
      return { allowed, limit, remaining: remaining(left), resetSeconds };
    },
    async exchange(exchangeWithOthers) {
      const batch = windows.flatMap(({ counter }) =>
        counter.takePending().map(({ key, ...count }) => ({
          subject: key,
          windowSeconds: counter.windowSeconds,
          ...count,
        })),
      );
      try {
        for (const { windowSeconds, subject, ...total } of await exchangeWithOthers(batch)) {
          const counter = windows.find((window) => window.counter.windowSeconds === windowSeconds)?.counter;
          counter?.learn({ key: subject, ...total });
        }
      } catch (error) {
        for (const { counter } of windows) counter.putBack();
        throw error;
      }
      for (const { counter } of windows) counter.settle();
    },
    size: () => windows.reduce((sum, { counter }) => sum + counter.size(), 0),
  };
}
