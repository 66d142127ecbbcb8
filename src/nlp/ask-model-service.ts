// One call of a process of mode nlp or vision, with the manners of all calls to other servers.

import type { z } from 'zod';
import { SheafError } from '../errors.ts';
import { judgeError, parseRetryAfter } from '../outside/judge-http.ts';
import type { CallVerdict, UnavailableReason } from '../outside/outside-call.ts';
import type { OutsideService } from '../outside/outside-service.ts';

export interface ModelServiceAddress {
  /** `https://nlp.example.com` */
  url: URL;
  /** undefined: it takes everybody on this machine. */
  token: string | undefined;
  service: OutsideService;
}

export interface Question<T> {
  path: string;
  body: unknown;
  answer: z.ZodType<T>;
  tryMs: number;
  signal?: AbortSignal | undefined;
}

const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;
/** Tries and pauses within the time of so many tries. */
const TRIES_OF_TIME = 3;

/** Throws SheafError `models.unavailable`, `models.busy`, `models.too-much` or a `file.…` code, or the signal's reason. */
export async function askModelService<T>(
  { url, token, service }: ModelServiceAddress,
  { path, body, answer, tryMs, signal }: Question<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const result = await service
    .call<Answered<T>>({
      signal,
      // Answers depend on what was asked alone: nothing is done twice.
      repeatable: true,
      tryMs,
      totalMs: tryMs * TRIES_OF_TIME,
      async run(signalOfTry) {
        const response = await fetch(new URL(path, url), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify(body),
          redirect: 'error',
          signal: signalOfTry,
        });
        const json = parseJson(await readAtMost(response, LARGEST_ANSWER_BYTES));
        const { status } = response;
        if (status !== 200) return { status, code: codeOf(json), retryAfter: response.headers.get('retry-after') };
        const { data, success } = answer.safeParse(json);
        return success ? { status, value: data } : { status: 500 };
      },
      judge: (told) => ('value' in told ? judgeAnswer(told.value) : judgeError(told.error)),
      unavailable: (reason) => unavailable(reason),
    })
    .catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error instanceof SheafError ? error : unavailable('connection', error);
    });
  if (result.value !== undefined) return result.value;
  throw refusal(result);
}

interface Answered<T> {
  status: number;
  code?: string | undefined;
  retryAfter?: string | null;
  value?: T;
}

/** What the caller's own input or a full queue brought about says nothing against the server. */
const aboutRequest: ReadonlySet<string> = new Set([
  'models.too-much',
  'file.unsupported',
  'file.corrupt',
  'file.too-large',
]);

function judgeAnswer({ status, code = '', retryAfter }: Answered<unknown>): CallVerdict {
  if (status === 200 || aboutRequest.has(code)) return { verdict: 'fine' };
  if (code === 'models.busy') return { verdict: 'later', retryAfterMs: parseRetryAfter(retryAfter) };
  return { verdict: 'server-failed', kind: status === 401 ? 'login' : 'answer' };
}

function refusal({ status, code = '' }: Answered<unknown>): SheafError {
  if (code === 'models.busy' || aboutRequest.has(code)) return new SheafError(code as 'models.busy');
  return unavailable(status === 401 ? 'it does not take our token' : `status ${status}`);
}

const unavailable = (reason: UnavailableReason | (string & {}), cause?: unknown): SheafError =>
  new SheafError('models.unavailable', `The model service does not answer (${reason}).`, { cause });

function codeOf(json: unknown): string | undefined {
  const code = (json as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readAtMost(response: Response, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) throw new SheafError('models.unavailable', 'The model service sent too much.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
