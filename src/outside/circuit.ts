// Leaves a server alone for a while after it failed several times in a row: cockatiel's breaker on a clock that never goes
// back, with the tries that say nothing about the server kept out of its count.

import {
  CircuitState as BreakerState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  type IBackoff,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel';

export type CircuitState = 'closed' | 'open' | 'half-open';

/** What one try said about the server. */
export interface Tried {
  server: 'works' | 'failed' | 'unknown';
}

export interface Circuit {
  /**
   * Undefined, and nothing is run, while the server is left alone. When the time is up, one call gets through and tries it
   * for all. `work` never throws.
   */
  run<T extends Tried>(work: () => Promise<T>): Promise<T | undefined>;
  readonly state: CircuitState;
}

export interface CircuitOptions {
  /** Failures in a row that open it. */
  failures: number;
  openMs: number;
  /** Milliseconds. */
  now?: () => number;
}

export function createCircuit({ failures, openMs, now = () => performance.now() }: CircuitOptions): Circuit {
  let openUntil = 0;
  const isOver = (): boolean => now() >= openUntil;

  const opened: IBackoff<IHalfOpenAfterBackoffContext> = {
    // cockatiel compares this with what the wall clock says; so it only ever sees "for ever" and "long ago".
    get duration() {
      return isOver() ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    },
    next({ result }) {
      // A trial that learned nothing leaves the next trial to the next call.
      const learned = 'value' in result && (result.value as Tried).server === 'failed';
      openUntil = learned ? now() + openMs : now();
      return opened;
    },
  };
  // What reaches this filter counts against the server; an unknown try gets here as a trial only.
  const againstServer = handleWhenResult((tried) => (tried as Tried).server !== 'works');
  const breaker = circuitBreaker(againstServer, {
    breaker: new ConsecutiveBreaker(failures),
    halfOpenAfter: opened,
  });
  const isLeftAlone = (): boolean =>
    breaker.state === BreakerState.HalfOpen || (breaker.state === BreakerState.Open && !isOver());

  return {
    async run(work) {
      // cockatiel would let further calls wait for the trial, past their own time.
      if (isLeftAlone()) return undefined;
      const isTrial = breaker.state !== BreakerState.Closed;
      try {
        return await breaker.execute(async () => {
          const tried = await work();
          if (tried.server === 'unknown' && !isTrial) throw new Uncounted(tried);
          return tried;
        });
      } catch (error) {
        if (error instanceof Uncounted) return error.tried as Awaited<ReturnType<typeof work>>;
        throw error;
      }
    },
    get state() {
      if (breaker.state === BreakerState.Closed) return 'closed';
      return breaker.state === BreakerState.Open && !isOver() ? 'open' : 'half-open';
    },
  };
}

/** An error that the breaker does not know neither opens a closed circuit nor ends a row of failures. */
class Uncounted extends Error {
  readonly tried: Tried;

  constructor(tried: Tried) {
    super('says nothing about the server');
    this.tried = tried;
  }
}
