// One try to hand one event to one receiver, and what that says: taken, to be tried again, or gone for good.

import { SheafError } from '../errors.ts';
import { redactText } from '../observe/redact.ts';
import { parseRetryAfter } from '../outside/judge-http.ts';
import type { GuardedFetch, OutgoingResponse } from './guarded-fetch.ts';
import { type SignedEvent, webhookHeaders } from './webhook-signature.ts';

export const WEBHOOK_TIMEOUT_MS = 10_000;
/** What is read of an answer, and what is kept for whoever looks for a mistake. */
const MOST_ANSWER_BYTES = 64 * 1024;
const KEPT_ANSWER = 500;
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

export type WebhookOutcome =
  | { outcome: 'delivered'; status: number; answer: string }
  | {
      outcome: 'failed';
      status: number | null;
      /** A word of ours. */
      error: string;
      answer: string | null;
      retryAfterMs: number;
    }
  | { outcome: 'gone'; status: number; answer: string }
  /** Nothing went out: the receiver is left alone for a while, or this process is busy. */
  | { outcome: 'not-tried' };

/** Reasons of a call that never began. */
const NOT_TRIED: readonly unknown[] = ['circuit', 'busy', 'budget', 'stopped'];

export interface WebhookToSend extends SignedEvent {
  url: string;
  /** Its circuit: that one endpoint of a host fails says nothing about the others. */
  endpointId: string;
  signal: AbortSignal;
}

export async function sendWebhook(
  fetchOutside: GuardedFetch,
  { url, endpointId, signal, ...event }: WebhookToSend,
): Promise<WebhookOutcome> {
  let answer: OutgoingResponse;
  try {
    answer = await fetchOutside(url, {
      method: 'POST',
      headers: { ...webhookHeaders(event), 'user-agent': 'Sheaf-Webhooks' },
      body: event.body,
      timeoutMs: WEBHOOK_TIMEOUT_MS,
      maxBytes: MOST_ANSWER_BYTES,
      // Who moved says so in the console: a redirect would carry the event to somebody else.
      maxRedirects: 0,
      circuit: `webhook ${endpointId}`,
      signal,
    });
  } catch (error) {
    if (!(error instanceof SheafError)) throw error;
    const { reason } = error.details;
    if (NOT_TRIED.includes(reason)) return { outcome: 'not-tried' };
    return { outcome: 'failed', status: null, error: String(reason ?? 'internal'), answer: null, retryAfterMs: 0 };
  }
  const { status, headers, body } = answer;
  const text = beginningOf(body);
  if (status >= 200 && status < 300) return { outcome: 'delivered', status, answer: text };
  if (status === 410) return { outcome: 'gone', status, answer: text };
  const asked = parseRetryAfter(headers['retry-after']?.toString()) ?? 0;
  return { outcome: 'failed', status, error: 'status', answer: text, retryAfterMs: Math.min(asked, LONGEST_WAIT_MS) };
}

/** Whatever a stranger answers: a beginning of it, as text that can be stored and shown. */
function beginningOf(body: Buffer): string {
  const text = new TextDecoder().decode(body.subarray(0, KEPT_ANSWER * 4)).replace(/\p{Cc}/gu, ' ');
  // Some answer with what they were sent, or with tokens of theirs.
  return [...redactText(text)].slice(0, KEPT_ANSWER).join('');
}
