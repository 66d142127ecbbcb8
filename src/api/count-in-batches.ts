// Runs an exchange of counts with the database when there is something to count, at most every half second and one at a
// time, and once more when the server stops. An idle server asks nothing.

import type { App } from './api-context.ts';

const EXCHANGE_EVERY_MS = 500;

/** Returns what to call with each counted request: the first after a rest is exchanged at once. */
export function countInBatches(app: App, exchange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let lastAt = 0;
  let failing = false;
  let closed = false;

  const run = async (): Promise<void> => {
    try {
      await exchange();
      failing = false;
    } catch (error) {
      // Counting goes on in this process; the log tells it once, not twice a second.
      if (!failing) app.log.error({ error }, 'counts could not be exchanged with the database');
      failing = true;
    }
  };
  const next = (): void => {
    timer = undefined;
    lastAt = performance.now();
    running = running.then(run);
  };
  app.addHook('onClose', async () => {
    closed = true;
    clearTimeout(timer);
    await running;
    await run();
  });
  return () => {
    if (timer || closed) return;
    timer = setTimeout(next, Math.max(0, lastAt + EXCHANGE_EVERY_MS - performance.now()));
    timer.unref();
  };
}
