// Calls to an object store, with the manners that every other server gets (src/outside): time limits, tries, a circuit. The one
// place where the drivers touch them. What comes out is a value or `store.files-unavailable`.

import { SheafError } from '../../errors.ts';
import type { CallVerdict } from '../../outside/outside-call.ts';
import type { OutsideService } from '../../outside/outside-service.ts';
import { createOutsideServices } from '../../outside/outside-services.ts';

/** What a driver can tell of a failure, without anything that may be secret. */
export interface StoreFailure {
  /** The status that the server answered with; undefined when it gave none. */
  status: number | undefined;
  /** `AccessDenied`, `ECONNREFUSED`. */
  code: string | undefined;
}

export interface StoreCallOptions {
  /** Longest time of one try, in milliseconds. */
  tryMs?: number;
}

export type CallStore = <T>(run: (signal: AbortSignal) => Promise<T>, options?: StoreCallOptions) => Promise<T>;

const TRY_MS = 20_000;
/** For all tries of a call, the pauses, and waiting for a place among other calls: in tries. */
const WHOLE = 3;
/** Failures that another try can end otherwise: too many requests, too slow, out of order. */
const isPassing = ({ status }: StoreFailure): boolean =>
  status === undefined || status >= 500 || status === 408 || status === 429;

/** What a driver made of an answer: no failure of the server. */
const isOurs = (error: unknown): boolean => error instanceof SheafError || error instanceof RangeError;

/** `service`: whose manners the calls get; one of its own for a driver outside of a server. */
export function createStoreCalls(
  name: string,
  explain: (error: unknown) => StoreFailure,
  service: OutsideService = createOutsideServices().add('blobs'),
): CallStore {
  const judge = (error: unknown): CallVerdict =>
    isOurs(error) || !isPassing(explain(error))
      ? { verdict: 'about-request' }
      : { verdict: 'server-failed', kind: explain(error).status === undefined ? 'connect' : 'answer' };
  return async (run, { tryMs = TRY_MS } = {}) => {
    try {
      // The limits are for the call alone: a body that is read after it has a limit of its own (resuming-read.ts).
      return await service.call({
        tryMs,
        totalMs: tryMs * WHOLE,
        // Every call of a driver says what is to be, not what to add: done twice it is as done once.
        repeatable: true,
        run,
        judge: (result) => ('error' in result ? judge(result.error) : { verdict: 'fine' }),
        unavailable: (reason) => unavailable(name, reason),
      });
    } catch (error) {
      if (isOurs(error)) throw error;
      const { status, code } = explain(error);
      throw unavailable(name, [status ?? 'no answer', code].filter(Boolean).join(' '));
    }
  };
}

/** The cause tells the log where and what; the error of the driver itself may hold keys and signatures. */
export function unavailable(name: string, what: string): SheafError {
  return new SheafError('store.files-unavailable', undefined, { cause: new Error(`${name}: ${what}`) });
}
