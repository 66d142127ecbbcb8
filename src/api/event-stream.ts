// Something that goes on, as server-sent events: what is stored first, then each look at it, until it is over.

import type { FastifyReply } from 'fastify';

export interface StreamedEvent {
  /** Grows within the stream: Last-Event-ID resumes after it. */
  seq: number;
  data: unknown;
}

export interface EventStreamOptions<T> {
  /** Number of the last event that the client has seen. */
  afterSeq: number;
  load: () => Promise<T>;
  progressOf: (thing: T) => readonly StreamedEvent[];
  isOver: (thing: T) => boolean;
  /** False when the caller would not be let in any more. */
  isAllowed: () => Promise<boolean>;
  /** Ends the stream: an open one would hold up the server's stop. */
  stopping: AbortSignal;
  /** Tells of progress as it comes, and wakes up for a look at once; returns what ends that. */
  watch?: (listener: { send: (event: StreamedEvent) => void; look: () => void }) => () => void;
}

/** The row is looked at this often: workers in other processes tell of their progress only there. */
const LOOK_EVERY_MS = 1000;
/** Comments keep proxies from closing a quiet stream. */
const COMMENT_EVERY_LOOKS = 15;

/** Events `progress` and at the end one `finished`. Resolves when the stream has ended: over, client gone, or deleted. */
export async function streamEvents<T>(
  reply: FastifyReply,
  { afterSeq, load, progressOf, isOver, isAllowed, stopping, watch }: EventStreamOptions<T>,
): Promise<void> {
  const raw = beginStream(reply);
  raw.flushHeaders();

  let sent = afterSeq;
  let looks = 0;
  let over = false;
  const wakeUp = { now: () => {} };
  const send = ({ seq, data }: StreamedEvent): void => {
    if (seq <= sent) return;
    sent = seq;
    raw.write(`id: ${seq}\nevent: progress\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stopWatching = watch?.({ send, look: () => wakeUp.now() });
  const end = (): void => {
    over = true;
    wakeUp.now();
  };
  raw.once('close', end);
  stopping.addEventListener('abort', end, { once: true });

  try {
    while (!over) {
      const slept = sleepUntil(LOOK_EVERY_MS, wakeUp);
      if (looks > 0 && !(await isAllowed())) return;
      const thing = await load();
      for (const event of progressOf(thing)) send(event);
      if (isOver(thing)) {
        raw.write(`event: finished\ndata: ${JSON.stringify(thing)}\n\n`);
        return;
      }
      if (++looks % COMMENT_EVERY_LOOKS === 0) raw.write(': still here\n\n');
      await slept;
    }
  } catch {
    // It is gone or the database is: the stream just ends, and the client's reconnect meets the real answer.
  } finally {
    stopWatching?.();
    stopping.removeEventListener('abort', end);
    raw.end();
  }
}

/** Set up before looking, so that an end which comes meanwhile is not slept through. */
function sleepUntil(ms: number, wakeUp: { now: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wakeUp.now = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Sends the head of a stream of events; what follows is written by the caller. */
export function beginStream(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // Kept alive after the stream, the connection would hold up the server's stop.
    connection: 'close',
  });
  return raw;
}
