// What a process opened, so that it is closed in the opposite order.

import type { Logger } from '../observe/logger.ts';

export interface Closers {
  add(close: () => Promise<void>): void;
  /** Closes everything, last first; what fails is logged and holds nothing up. */
  closeAll(): Promise<void>;
}

export function createClosers(log: Logger): Closers {
  const closers: (() => Promise<void>)[] = [];
  return {
    add: (close) => void closers.push(close),
    async closeAll() {
      for (const close of closers.splice(0).reverse()) {
        await close().catch((error: unknown) => log.error({ error }, 'closing failed'));
      }
    },
  };
}
