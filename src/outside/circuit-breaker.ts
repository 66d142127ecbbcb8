// Leaves an outside service alone for a while after it failed several times in a row (requirement P8).

export type CircuitState = 'closed' | 'open' | 'half-open';

export interface CircuitBreaker {
  /** False while the service is left alone. When the time is up, one caller gets true and tries it for all. */
  admit(): boolean;
  succeed(): void;
  fail(): void;
  /** The call that was admitted ended without saying anything about the service. */
  release(): void;
  readonly state: CircuitState;
}

export interface CircuitOptions {
  /** Failures in a row that open it. */
  failures: number;
  /** How long it stays open. */
  openMs: number;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

export function createCircuitBreaker({
  failures,
  openMs,
  now = () => performance.now(),
}: CircuitOptions): CircuitBreaker {
  let inRow = 0;
  let openUntil: number | undefined;
  let trying = false;
  return {
    get state() {
      if (openUntil === undefined) return 'closed';
      return now() < openUntil && !trying ? 'open' : 'half-open';
    },
    admit() {
      if (openUntil === undefined) return true;
      if (trying || now() < openUntil) return false;
      trying = true;
      return true;
    },
    succeed() {
      inRow = 0;
      openUntil = undefined;
      trying = false;
    },
    fail() {
      inRow++;
      if (trying || inRow >= failures) openUntil = now() + openMs;
      trying = false;
    },
    release() {
      trying = false;
    },
  };
}
