// Calls of one service: few at once, in bounded time, again after a pause where that can help, and none for a while to a
// server that failed several times in a row.

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BulkheadPolicy,
  bulkhead,
  ExponentialBackoff,
  isBulkheadRejectedError,
  isTaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { createBudget } from './budget.ts';
import { type Circuit, type CircuitState, createCircuit, type Tried } from './circuit.ts';
import type { CallOutcome, CallReport, CallVerdict, FailureKind, OutsideCall } from './outside-call.ts';
import type { OutsidePolicy, OutsideRetry } from './outside-policy.ts';

export interface OutsideService {
  call<T>(call: OutsideCall<T>): Promise<T>;
  state(): OutsideState;
}

/** Safe to show: names of ours, kinds and numbers. */
export interface OutsideState {
  name: string;
  /** The worst of its servers. */
  circuit: CircuitState;
  circuitsOpen: number;
  running: number;
  waiting: number;
  lastFailure: { kind: FailureKind; at: Date } | undefined;
  namedByUsers: boolean;
}

export interface OutsideServiceOptions {
  name: string;
  policy: OutsidePolicy;
  onCall: (report: CallReport) => void;
}

/** The pauses before the second try, the third … */
export function* pauses({ firstPauseMs, factor, longestPauseMs }: OutsideRetry): Generator<number, never> {
  const backoff = new ExponentialBackoff({
    initialDelay: firstPauseMs,
    exponent: factor,
    maxDelay: longestPauseMs,
    // cockatiel's own half jitter always doubles.
    generator: (done: number | undefined = 0, { initialDelay, exponent, maxDelay }) => {
      const longest = Math.min(maxDelay, initialDelay * exponent ** done);
      return [longest * (0.5 + Math.random() / 2), done + 1];
    },
  });
  for (let next = backoff.next(); ; next = next.next(undefined)) yield next.duration;
}

export function createOutsideService({ name, policy, onCall }: OutsideServiceOptions): OutsideService {
  const circuits = new Map<string, Circuit>();
  const places = bulkhead(policy.atOnce, policy.waiting);
  const budget = policy.budget && createBudget(policy.budget);
  let lastFailure: OutsideState['lastFailure'];

  function circuitOf(key: string): Circuit {
    const circuit = circuits.get(key) ?? createCircuit(policy);
    circuits.delete(key);
    circuits.set(key, circuit);
    if (circuits.size > policy.circuits) circuits.delete(circuits.keys().next().value!);
    return circuit;
  }

  async function tryOnce<T>(call: OutsideCall<T>, signal: AbortSignal): Promise<Attempt<T>> {
    const attempt = await attemptOnce({ call, signal, tryMs: call.tryMs ?? policy.tryMs });
    if (attempt.verdict.verdict === 'server-failed') lastFailure = { kind: attempt.verdict.kind, at: new Date() };
    return attempt;
  }

  async function tryAgainAndAgain<T>(call: OutsideCall<T>, signal: AbortSignal, report: CallReport): Promise<T> {
    const circuit = circuitOf(call.key ?? '');
    const waits = pauses(policy);
    let last: Attempt<T> | undefined;
    for (;;) {
      if (budget && circuit.state !== 'open' && !budget.spend()) throw call.unavailable('budget');
      const attempt = await circuit.run(() => tryOnce(call, signal));
      if (!attempt) {
        if (last) break;
        throw call.unavailable('circuit');
      }
      report.tries++;
      last = attempt;
      const pauseMs = again({ attempt, call, policy, tries: report.tries, nextMs: () => waits.next().value });
      if (pauseMs === undefined || circuit.state !== 'closed') break;
      // A pause that the time does not allow ends with what there is.
      if (!(await sleep(pauseMs, true, { signal }).catch(() => false))) break;
    }
    report.outcome = outcomeOf(last);
    if ('error' in last.result) throw last.result.error;
    return last.result.value;
  }

  return {
    async call<T>(call: OutsideCall<T>): Promise<T> {
      const started = performance.now();
      const report: CallReport = { service: name, outcome: 'failed', ms: 0, tries: 0 };
      const whole = timeout(call.totalMs ?? policy.totalMs, {
        strategy: TimeoutStrategy.Cooperative,
        abortOnReturn: false,
      });
      const told: OutsideCall<T> = {
        ...call,
        unavailable(reason) {
          report.outcome = reason;
          return call.unavailable(reason);
        },
      };
      try {
        return await whole.execute(
          ({ signal }) => takePlace(places, { call: told, signal, work: () => tryAgainAndAgain(told, signal, report) }),
          call.signal,
        );
      } finally {
        report.ms = performance.now() - started;
        onCall(report);
      }
    },
    state() {
      const states = [...circuits.values()].map(({ state }) => state);
      const worst = (['open', 'half-open'] as const).find((state) => states.includes(state));
      return {
        name,
        circuit: worst ?? 'closed',
        circuitsOpen: states.filter((state) => state === 'open').length,
        running: policy.atOnce - places.executionSlots,
        waiting: policy.waiting - places.queueSlots,
        lastFailure,
        namedByUsers: policy.namedByUsers,
      };
    },
  };
}

interface Attempt<T> extends Tried {
  result: { value: T } | { error: unknown };
  verdict: CallVerdict;
  /** Ended from our side. */
  given: 'timeout' | 'stopped' | undefined;
}

async function attemptOnce<T>({ call, signal, tryMs }: AttemptOptions<T>): Promise<Attempt<T>> {
  const policy = timeout(tryMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  const work = call.endsItself ? call.run(signal) : policy.execute((context) => call.run(context.signal), signal);
  const result = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in result && !call.endsItself && isTaskCancelledError(result.error)) {
    const given = wasStopped(call.signal) ? 'stopped' : 'timeout';
    const error = call.unavailable(given);
    const verdict: CallVerdict =
      given === 'stopped' ? { verdict: 'about-request' } : { verdict: 'server-failed', kind: 'timeout' };
    return { result: { error }, verdict, given, server: given === 'stopped' ? 'unknown' : 'failed' };
  }
  const verdict = call.judge(result);
  const server = { fine: 'works', later: 'works', 'server-failed': 'failed', 'about-request': 'unknown' } as const;
  return { result, verdict, given: undefined, server: server[verdict.verdict] };
}

interface AttemptOptions<T> {
  call: OutsideCall<T>;
  signal: AbortSignal;
  tryMs: number;
}

interface AgainOptions {
  attempt: Pick<Attempt<unknown>, 'verdict'>;
  call: { repeatable: boolean };
  policy: OutsidePolicy;
  tries: number;
  nextMs: () => number;
}

/** How long to wait before the next try; undefined = no other. A server that asks for more than the longest pause gets none. */
function again({ attempt: { verdict }, call, policy, tries, nextMs }: AgainOptions): number | undefined {
  if (verdict.verdict === 'fine' || verdict.verdict === 'about-request') return undefined;
  if (!call.repeatable || tries >= policy.tries) return undefined;
  const { retryAfterMs = 0 } = verdict;
  return retryAfterMs > policy.longestPauseMs ? undefined : Math.max(nextMs(), retryAfterMs);
}

function outcomeOf({ result, verdict, given }: Attempt<unknown>): CallOutcome {
  if (given) return given;
  if (verdict.verdict === 'fine') return 'ok';
  if (verdict.verdict === 'about-request') return 'value' in result ? 'ok' : 'refused';
  return 'failed';
}

/** A caller whose own time is over tells something about the server; one that lost interest does not. */
function wasStopped(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && (signal.reason as { name?: unknown } | undefined)?.name !== 'TimeoutError';
}

interface Place<T> {
  call: OutsideCall<T>;
  signal: AbortSignal;
  work: () => Promise<T>;
}

/** cockatiel's queue looks at a signal only when a place becomes free; who waits longer than the time allows leaves at once. */
async function takePlace<T>(places: BulkheadPolicy, { call, signal, work }: Place<T>): Promise<T> {
  const tooLate = (): Error => call.unavailable(wasStopped(call.signal) ? 'stopped' : 'busy');
  let leave = (): void => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(tooLate());
    signal.addEventListener('abort', leave, { once: true });
  });
  let entered = false;
  const done = places.execute(() => {
    entered = true;
    signal.removeEventListener('abort', leave);
    return work();
  }, signal);
  try {
    return await Promise.race([done, left]);
  } catch (error) {
    if (entered) throw error;
    throw isBulkheadRejectedError(error) || isTaskCancelledError(error) ? tooLate() : error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
