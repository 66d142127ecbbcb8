// A request to the provider with manners: in time, again where that can help, and none while it fails all the time.

import { APICallError } from '@ai-sdk/provider';
import { failureKindOf, judgeStatus } from '../../outside/judge-http.ts';
import type { CallVerdict, UnavailableReason } from '../../outside/outside-call.ts';
import type { OutsideService } from '../../outside/outside-service.ts';
import type { Said } from './ask-provider.ts';
import { AnswerTooLarge } from './transport.ts';

export type ProviderTrouble =
  | 'cancelled'
  | 'over-budget'
  | 'too-large'
  /** The key is not taken. */
  | 'login'
  /** The provider does not take what was asked, such as a schema. */
  | 'bad-request'
  | 'unavailable';

export type ProviderAnswer =
  | { said: Said }
  /** `mayCost`: the provider may have worked on the last try although nothing came of it. */
  | { trouble: ProviderTrouble; mayCost: boolean };

export interface ProviderCall {
  service: OutsideService;
  signal: AbortSignal | undefined;
  answerMs: number;
  ask: (signal: AbortSignal) => Promise<Said>;
  /** Before each try but the first. False: it must not be made. */
  mayTryAgain: (lastMayCost: boolean) => Promise<boolean>;
  onTry: () => void;
}

export async function callProvider(call: ProviderCall): Promise<ProviderAnswer> {
  const { service, signal, answerMs } = call;
  let tries = 0;
  let mayCost = false;
  async function tryOnce(signal: AbortSignal): Promise<Said> {
    if (tries++ > 0 && !(await call.mayTryAgain(mayCost))) {
      mayCost = false;
      throw new Trouble('over-budget');
    }
    call.onTry();
    // Until something says otherwise; a try that is given up says nothing.
    mayCost = true;
    try {
      return await call.ask(signal);
    } catch (error) {
      mayCost = !isRefused(error) && !isUnsent(error);
      throw error;
    }
  }
  try {
    const said = await service.call({
      signal,
      // A second answer does nothing twice; what it costs is asked for before.
      repeatable: true,
      tryMs: answerMs,
      totalMs: answerMs,
      run: tryOnce,
      judge: (result) => ('value' in result ? { verdict: 'fine' } : judge(result.error)),
      unavailable: (reason) => new Unavailable(reason),
    });
    return { said };
  } catch (error) {
    return { trouble: troubleOf(error), mayCost };
  }
}

/** An answer of HTTP that says no costs nothing. */
const isRefused = (error: unknown): boolean =>
  error instanceof Trouble || (APICallError.isInstance(error) && (error.statusCode ?? 0) >= 300);

const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isUnsent(error: unknown): boolean {
  return (
    failureKindOf(error) === 'tls' ||
    causesOf(error).some((cause) => UNSENT.has(String((cause as { code?: unknown }).code)))
  );
}

class Trouble extends Error {
  readonly kind: ProviderTrouble;

  constructor(kind: ProviderTrouble) {
    super(kind);
    this.kind = kind;
  }
}

class Unavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason) {
    super(reason);
    this.reason = reason;
  }
}

function judge(error: unknown): CallVerdict {
  if (error instanceof Trouble || isTooLarge(error)) return { verdict: 'about-request' };
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 300) {
    const { statusCode, responseHeaders } = error;
    const verdict = judgeStatus(statusCode, responseHeaders?.['retry-after']);
    return verdict.verdict === 'fine' ? { verdict: 'about-request' } : verdict;
  }
  return { verdict: 'server-failed', kind: failureKindOf(error) };
}

function troubleOf(error: unknown): ProviderTrouble {
  if (error instanceof Trouble) return error.kind;
  if (error instanceof Unavailable) return error.reason === 'stopped' ? 'cancelled' : 'unavailable';
  if (isTooLarge(error)) return 'too-large';
  if (!APICallError.isInstance(error)) return 'unavailable';
  if (error.statusCode === 401 || error.statusCode === 403) return 'login';
  return error.statusCode === 400 || error.statusCode === 422 ? 'bad-request' : 'unavailable';
}

const isTooLarge = (error: unknown): boolean => causesOf(error).some((cause) => cause instanceof AnswerTooLarge);

/** The packages wrap what fetch throws. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause);
  return causes;
}
