// Signals of whoever runs this process: the first asks it to end in order, a second one ends it at once.

import { constants } from 'node:os';

/** npm and the terminal both hand on one Ctrl-C: what comes this soon is the same. */
const SAME_MS = 500;
const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborted by the first signal, with its name as the reason. A second one exits with 128 + its number. */
export function listenForInterrupts(): AbortSignal {
  const interrupt = new AbortController();
  let nextEnds = false;
  const hear = (signal: (typeof asking)[number]): void => {
    if (nextEnds) process.exit(128 + constants.signals[signal]);
    if (interrupt.signal.aborted) return;
    interrupt.abort(signal);
    // After the signals that came meanwhile: a busy process hears of them late.
    setTimeout(() => setImmediate(() => (nextEnds = true)).unref(), SAME_MS).unref();
  };
  for (const signal of asking) process.on(signal, hear);
  return interrupt.signal;
}
