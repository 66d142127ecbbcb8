// The progress of one run as server-sent events: what is stored first, then live, until the run ends.

import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { LiveEvents, ProgressStep } from '../notify/live-events.ts';
import type { runSchema } from './representations.ts';

type Run = z.output<typeof runSchema>;

export interface RunEventsOptions {
  runId: string;
  live: LiveEvents;
  /** Number of the last event that the client has seen. */
  afterSeq: number;
  loadRun: () => Promise<Run>;
  /** Ends the stream: an open one would hold up the server's stop. */
  stopping: AbortSignal;
}

/** The row is looked at this often: workers in other processes tell of their progress only there. */
const LOOK_EVERY_MS = 1000;
/** Comments keep proxies from closing a quiet stream. */
const COMMENT_EVERY_LOOKS = 15;

/** Resolves when the stream has ended: run over, client gone, or the run deleted. */
export async function streamRunEvents(
  reply: FastifyReply,
  { runId, live, afterSeq, loadRun, stopping }: RunEventsOptions,
): Promise<void> {
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
  raw.flushHeaders();

  let sent = afterSeq;
  let looks = 0;
  let over = false;
  const wakeUp = { now: () => {} };
  const send = (step: ProgressStep): void => {
    if (step.seq <= sent) return;
    sent = step.seq;
    raw.write(`id: ${step.seq}\nevent: progress\ndata: ${JSON.stringify({ stage: step.stage, at: step.at })}\n\n`);
  };
  const stopWatching = live.watch(runId, (event) => (event === 'finished' ? wakeUp.now() : send(event)));
  const end = (): void => {
    over = true;
    wakeUp.now();
  };
  raw.once('close', end);
  stopping.addEventListener('abort', end, { once: true });

  try {
    while (!over) {
      const slept = sleepUntil(LOOK_EVERY_MS, wakeUp);
      const run = await loadRun();
      for (const step of run.progress) send(step);
      if (run.finishedAt) {
        raw.write(`event: finished\ndata: ${JSON.stringify(run)}\n\n`);
        return;
      }
      if (++looks % COMMENT_EVERY_LOOKS === 0) raw.write(': still here\n\n');
      await slept;
    }
  } catch {
    // The run is gone or the database is: the stream just ends, and the client's reconnect meets the real answer.
  } finally {
    stopWatching();
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
