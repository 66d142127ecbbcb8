// What a process opened, so that it is closed in the opposite order; and before that, what is under way may finish.

import type { Logger } from '../observe/logger.ts';

export interface Closers {
  add(close: () => Promise<void>): void;
  /** Takes nothing new and lets what runs finish, within the time that is left. All of them at once, before anything is closed. */
  addDrain(drain: (leftMs: number) => Promise<unknown>): void;
  /** Drains and closes everything, last first; what fails is logged and holds nothing up. */
  closeAll(withinMs: number): Promise<void>;
}

export function createClosers(log: Logger): Closers {
  const closers: (() => Promise<unknown>)[] = [];
  const drains: ((leftMs: number) => Promise<unknown>)[] = [];
  const attempt = (work: () => Promise<unknown>): Promise<unknown> =>
    work().catch((error: unknown) => log.error({ error }, 'closing failed'));
  return {
    add: (close) => void closers.push(close),
    addDrain: (drain) => void drains.push(drain),
    async closeAll(withinMs) {
      await Promise.all(drains.splice(0).map((drain) => attempt(() => drain(withinMs))));
      for (const close of closers.splice(0).reverse()) await attempt(close);
    },
  };
}
