// One model run at a time, and whoever a person waits for goes first.

import type { Urgency } from '../nlp.ts';

export interface Turns {
  /** Waits for its turn, runs, and lets the next one go. */
  take<T>(urgency: Urgency, run: () => Promise<T>): Promise<T>;
}

/** After so many interactive runs in a row, one of the others: an index must not wait for ever. */
const INTERACTIVE_IN_A_ROW = 16;

export function createTurns(): Turns {
  const waiting: Record<Urgency, (() => void)[]> = { interactive: [], background: [] };
  let taken = false;
  let inARow = 0;

  function next(): void {
    const { interactive, background } = waiting;
    const yields = inARow >= INTERACTIVE_IN_A_ROW && background.length > 0;
    const urgency = interactive.length > 0 && !yields ? 'interactive' : 'background';
    inARow = urgency === 'interactive' ? inARow + 1 : 0;
    const go = waiting[urgency].shift();
    if (go) go();
    else taken = false;
  }

  return {
    async take(urgency, run) {
      if (taken) await new Promise<void>((go) => waiting[urgency].push(go));
      else taken = true;
      try {
        return await run();
      } finally {
        next();
      }
    },
  };
}
