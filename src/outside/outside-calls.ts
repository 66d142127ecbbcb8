// Manners towards other servers (requirement P8): few calls at once, again after a pause when that can help, and none for a
// while to a server that failed several times in a row.

import { setTimeout as sleep } from 'node:timers/promises';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';

const AT_ONCE = 20;
const CIRCUIT = { failures: 5, openMs: 30_000 };
/** Circuits that are remembered; the longest unused is forgotten first. */
const MAX_CIRCUITS = 1000;

/** How often, and after which pauses, a call is made again. */
export interface RetryOptions {
  tries: number;
  firstPauseMs: number;
  factor: number;
  longestPauseMs: number;
}

const usualRetry: RetryOptions = { tries: 3, firstPauseMs: 500, factor: 2, longestPauseMs: 10_000 };

export type CallVerdict = 'fine' | 'server-failed' | 'about-request';

export interface OutsideCall<T> {
  /** Whose circuit it is: the origin. */
  key: string;
  /** For everything: waiting for a place, pauses, tries. */
  signal: AbortSignal;
  /** False when a second try could do something twice. */
  repeatable: boolean;
  run: () => Promise<T>;
  /** What an answer or a failure says about the other server. */
  judge: (result: { value: T } | { error: unknown }) => CallVerdict;
  /** Thrown when the server is left alone, and when the time is over before there is a place. */
  unavailable: (reason: 'circuit' | 'busy') => Error;
}

/** Pause before try 2, 3 …: half to whole of 0.5 s, 1 s, 2 s … so that callers do not come back in step. */
export function pauseBefore(attempt: number, random = Math.random(), retry = usualRetry): number {
  const { firstPauseMs, factor, longestPauseMs } = retry;
  return Math.min(firstPauseMs * factor ** (attempt - 2), longestPauseMs) * (0.5 + random / 2);
}

export function createOutsideCalls(retry = usualRetry): <T>(call: OutsideCall<T>) => Promise<T> {
  const circuits = new Map<string, CircuitBreaker>();
  const waiting: (() => void)[] = [];
  let running = 0;

  function circuitOf(key: string): CircuitBreaker {
    const circuit = circuits.get(key) ?? createCircuitBreaker(CIRCUIT);
    circuits.delete(key);
    circuits.set(key, circuit);
    if (circuits.size > MAX_CIRCUITS) circuits.delete(circuits.keys().next().value!);
    return circuit;
  }

  async function takePlace(signal: AbortSignal): Promise<boolean> {
    if (running < AT_ONCE) {
      running++;
      return true;
    }
    return new Promise((resolve) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(enter), 1);
        resolve(false);
      };
      waiting.push(enter);
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
    });
  }

  function givePlace(): void {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  async function tryOnce<T>(call: OutsideCall<T>, circuit: CircuitBreaker) {
    if (!circuit.admit()) throw call.unavailable('circuit');
    const result = await call.run().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const verdict = call.judge(result);
    if (verdict === 'fine') circuit.succeed();
    else if (verdict === 'server-failed') circuit.fail();
    else circuit.release();
    return { result, verdict };
  }

  return async (call) => {
    if (!(await takePlace(call.signal))) throw call.unavailable('busy');
    try {
      const circuit = circuitOf(call.key);
      for (let attempt = 1; ; attempt++) {
        const { result, verdict } = await tryOnce(call, circuit);
        const again =
          verdict === 'server-failed' && call.repeatable && attempt < retry.tries && circuit.state === 'closed';
        // A pause that the time does not allow ends with what there is.
        const rested =
          again &&
          (await sleep(pauseBefore(attempt + 1, Math.random(), retry), true, { signal: call.signal }).catch(
            () => false,
          ));
        if (rested) continue;
        if ('error' in result) throw result.error;
        return result.value;
      }
    } finally {
      givePlace();
    }
  };
}
