// Progress of runs to whoever watches in this process. What is missed is in the run's row; this only makes it prompt.

import { EventEmitter } from 'node:events';

export interface ProgressStep {
  /** 1, 2, 3 … within the run. */
  seq: number;
  stage: string;
  /** ISO 8601. */
  at: string;
}

export interface LiveEvents {
  /** A run went on to a stage. */
  publish(runId: string, step: ProgressStep): void;
  /** A run ended; its row tells how. */
  finish(runId: string): void;
  /** Calls `listener` on each step and on the end, until the returned function is called. */
  watch(runId: string, listener: (event: ProgressStep | 'finished') => void): () => void;
}

export function createLiveEvents(): LiveEvents {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish(runId, step) {
      emitter.emit(runId, step);
    },
    finish(runId) {
      emitter.emit(runId, 'finished');
    },
    watch(runId, listener) {
      emitter.on(runId, listener);
      return () => emitter.off(runId, listener);
    },
  };
}
