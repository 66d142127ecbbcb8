// One call of another server, as its caller describes it.

/** What kind of trouble a server made; of ours, so that it can be shown. */
export type FailureKind = 'name' | 'connect' | 'tls' | 'timeout' | 'login' | 'answer' | 'protocol';

/**
 * `fine`: the server works, whatever it thinks of the request. `later`: it works and asks to be left alone for a moment (429).
 * `about-request`: the failure is ours or says nothing. Only `server-failed` counts against the server; it and `later` are
 * tried again.
 */
export type CallVerdict =
  | { verdict: 'fine' }
  | { verdict: 'about-request' }
  | { verdict: 'later'; retryAfterMs?: number | undefined }
  | { verdict: 'server-failed'; kind: FailureKind; retryAfterMs?: number | undefined };

/**
 * Why a call did not run or was given up: the server is left alone; no place became free; the budget is spent; the time is
 * over; the caller's signal ended it.
 */
export type UnavailableReason = 'circuit' | 'busy' | 'budget' | 'timeout' | 'stopped';

export interface OutsideCall<T> {
  /** Which server, where a service has several: its origin. */
  key?: string;
  /** The caller's. Ends waiting, pauses and tries at once. */
  signal?: AbortSignal | undefined;
  /** False when a second try could do something twice. */
  repeatable: boolean;
  /**
   * One try. Its signal tells when to give up. A stream that it returns outlives the call: `totalMs` ends with the answer,
   * and the signal says nothing any more.
   */
  run: (signal: AbortSignal) => Promise<T>;
  /** What an answer or a failure says about the other server. Not asked about a try that took too long or was ended. */
  judge: (result: { value: T } | { error: unknown }) => CallVerdict;
  /** Thrown when there is no result. */
  unavailable: (reason: UnavailableReason) => Error;
  /** Instead of the policy's. */
  tryMs?: number;
  totalMs?: number;
  /** `run` ends in time by itself and must not be abandoned half way; the signal ends waiting and pauses only. */
  endsItself?: boolean;
}

/** How a call ended, for metrics. */
export type CallOutcome = 'ok' | 'failed' | 'refused' | UnavailableReason;

export interface CallReport {
  service: string;
  outcome: CallOutcome;
  /** Including waiting and pauses. */
  ms: number;
  tries: number;
}
