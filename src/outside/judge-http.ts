// What an answer or a failure of HTTP says about the server, for callers that have no better knowledge of theirs.

import type { CallVerdict, FailureKind } from './outside-call.ts';

const FAILED: ReadonlySet<number> = new Set([500, 502, 503, 504]);
/** A date far ahead and a number without end say the same: not now. */
const LONGEST_RETRY_AFTER_S = 86_400;

export function judgeStatus(status: number, retryAfter?: string | null): CallVerdict {
  const retryAfterMs = parseRetryAfter(retryAfter);
  if (status === 429) return { verdict: 'later', retryAfterMs };
  return FAILED.has(status) ? { verdict: 'server-failed', kind: 'answer', retryAfterMs } : { verdict: 'fine' };
}

/** An error whose kind is not known is about what was asked, or about us. */
export function judgeError(error: unknown): CallVerdict {
  const kind = failureKindOf(error);
  return kind === 'protocol' ? { verdict: 'about-request' } : { verdict: 'server-failed', kind };
}

/** Milliseconds; undefined for anything that is neither seconds nor a date (RFC 9110, 10.2.3). */
export function parseRetryAfter(text: string | null | undefined, now = Date.now()): number | undefined {
  if (text === undefined || text === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(text)) return Math.min(Number(text), LONGEST_RETRY_AFTER_S) * 1000;
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  return Math.min(Math.max(0, date - now), LONGEST_RETRY_AFTER_S * 1000);
}

/** Of an error of Node or undici, its causes included. */
export function failureKindOf(error: unknown): FailureKind {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const { code = '', name } = cause as Error & { code?: unknown };
    const text = String(code);
    if (name === 'TimeoutError' || /TIMEDOUT|_TIMEOUT$/.test(text)) return 'timeout';
    if (/CERT|SSL|TLS|SIGNATURE|ALTNAME/.test(text)) return 'tls';
    if (text === 'ENOTFOUND' || text === 'EAI_AGAIN') return 'name';
    if (/^E[A-Z]+$/.test(text) || text === 'UND_ERR_SOCKET') return 'connect';
  }
  return 'protocol';
}
