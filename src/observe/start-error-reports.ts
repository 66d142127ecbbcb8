// Errors to Sentry by its envelope protocol, loaded when a project is configured. Of the SDK only the core is used: it changes
// nothing in the process, and the event is built here, from what the log may hold: no bodies, headers, users or host names.

import {
  createEventEnvelope,
  createTransport,
  dsnFromString,
  type Event,
  getEnvelopeEndpointWithUrlEncodedAuth,
} from '@sentry/core';
import { type ErrorPlace, useErrorReports } from './error-reports.ts';
import { redactText } from './redact.ts';
import { type ShownError, showError, withoutQuotes } from './show-error.ts';
import { stackFrames } from './stack-frames.ts';

export interface ErrorReportsOptions {
  /** Secret. */
  dsn: string;
  release: string;
  environment: string;
  /** Which parts of Sheaf this process runs. */
  mode: string;
  /** Most events in `windowMs`; 10 a minute. */
  most?: number;
  windowMs?: number;
}

export interface RunningErrorReports {
  /** Events that arrived, and that were not sent or did not arrive. */
  stats(): { sent: number; dropped: number };
  stop(timeoutMs: number): Promise<void>;
}

const SEND_MS = 5000;
/** Events on their way at once; further ones are dropped. */
const MOST_UNDER_WAY = 8;
const LONGEST_MESSAGE = 200;

export function startErrorReports(options: ErrorReportsOptions): RunningErrorReports {
  const dsn = dsnFromString(options.dsn);
  if (!dsn) throw new Error('the address of the Sentry project is not valid');
  const address = getEnvelopeEndpointWithUrlEncodedAuth(dsn);
  const counts = { sent: 0, dropped: 0 };
  const ending = new AbortController();
  const lets = limiter(options.most ?? 10, options.windowMs ?? 60_000);

  const transport = createTransport(
    {
      bufferSize: MOST_UNDER_WAY,
      recordDroppedEvent: (_reason, _category, count = 1) => {
        counts.dropped += count;
      },
    },
    async ({ body }) => {
      const response = await fetch(address, {
        method: 'POST',
        body: body as string,
        headers: { 'content-type': 'application/x-sentry-envelope' },
        redirect: 'error',
        signal: AbortSignal.any([ending.signal, AbortSignal.timeout(SEND_MS)]),
      });
      await response.body?.cancel();
      counts[response.ok ? 'sent' : 'dropped']++;
      return {
        statusCode: response.status,
        headers: {
          'x-sentry-rate-limits': response.headers.get('x-sentry-rate-limits'),
          'retry-after': response.headers.get('retry-after'),
        },
      };
    },
  );

  const flush = async (timeoutMs: number): Promise<void> => void (await transport.flush(timeoutMs));
  const release = useErrorReports({
    report(error, place) {
      const event = eventOf(error, place);
      const held = lets(fingerprintOf(event));
      if (held === undefined) {
        counts.dropped++;
        return;
      }
      const { release: version, environment, mode } = options;
      Object.assign(event, { release: version, environment });
      event.tags = { ...event.tags, mode, ...(held > 0 ? { held_back: held } : {}) };
      Promise.resolve(transport.send(createEventEnvelope(event, dsn))).catch(() => undefined);
    },
    flush,
  });
  return {
    stats: () => ({ ...counts }),
    async stop(timeoutMs) {
      release();
      await flush(timeoutMs);
      ending.abort();
    },
  };
}

function eventOf(error: unknown, { level = 'error', ...tags }: ErrorPlace): Event {
  const shown = showError(error);
  const causes: ShownError[] = [];
  for (let each: ShownError | undefined = shown; each; each = each.cause) causes.push(each);
  return {
    event_id: crypto.randomUUID().replaceAll('-', ''),
    timestamp: Date.now() / 1000,
    platform: 'node',
    level,
    // The root cause comes first.
    exception: { values: causes.reverse().map(exceptionOf) },
    tags: { ...tags, ...(shown.code === undefined ? {} : { code: shown.code }) },
    ...(tags.route === undefined ? {} : { transaction: `${tags.method} ${tags.route}` }),
  };
}

function exceptionOf({ type, message, stack }: ShownError) {
  const frames = stackFrames(stack).map(({ file, function: name, line, column }) => ({
    filename: file,
    function: name || '?',
    lineno: line,
    colno: column,
    in_app: !/^node/.test(file),
  }));
  return { type, value: outsideMessage(message), stacktrace: { frames: frames.reverse() } };
}

/** Who watches from outside gets no word that looks like a secret, and no more than one line. */
function outsideMessage(message: string): string {
  const unquoted = withoutQuotes(message.split('\n', 1)[0]!);
  return redactText(unquoted).slice(0, LONGEST_MESSAGE);
}

function fingerprintOf({ exception, tags }: Event): string {
  const last = exception?.values?.at(-1);
  const frame = last?.stacktrace?.frames?.at(-1);
  return [last?.type, frame?.filename, frame?.lineno, tags?.route, tags?.job].join(' ');
}

/** How many alike were held back before this one; undefined when this one is. Each kind goes once in a window. */
function limiter(most: number, windowMs: number): (fingerprint: string) => number | undefined {
  let windowEnd = 0;
  let held = new Map<string, number>();
  let sent = new Set<string>();
  return (fingerprint) => {
    const now = performance.now();
    if (now >= windowEnd) {
      windowEnd = now + windowMs;
      sent = new Set();
      // Kinds are few; should they not be, counting them must not fill the memory.
      if (held.size > 1000) held = new Map();
    }
    if (sent.has(fingerprint) || sent.size >= most) {
      held.set(fingerprint, (held.get(fingerprint) ?? 0) + 1);
      return undefined;
    }
    sent.add(fingerprint);
    const before = held.get(fingerprint) ?? 0;
    held.delete(fingerprint);
    return before;
  };
}
