// The progress of one run as server-sent events: each step of this process at once, and of others within a second.

import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { LiveEvents, ProgressStep } from '../notify/live-events.ts';
import { type StreamedEvent, streamEvents } from './event-stream.ts';
import type { runSchema } from './representations.ts';

type Run = z.output<typeof runSchema>;

export interface RunEventsOptions {
  runId: string;
  live: LiveEvents;
  /** Number of the last event that the client has seen. */
  afterSeq: number;
  loadRun: () => Promise<Run>;
  isAllowed: () => Promise<boolean>;
  /** Ends the stream: an open one would hold up the server's stop. */
  stopping: AbortSignal;
}

/** Resolves when the stream has ended: run over, client gone, or the run deleted. */
export async function streamRunEvents(
  reply: FastifyReply,
  { runId, live, afterSeq, loadRun, isAllowed, stopping }: RunEventsOptions,
): Promise<void> {
  await streamEvents(reply, {
    afterSeq,
    isAllowed,
    stopping,
    load: loadRun,
    progressOf: (run) => run.progress.map(eventOf),
    isOver: (run) => run.finishedAt !== null,
    watch: ({ send, look }) => live.watch(runId, (event) => (event === 'finished' ? look() : send(eventOf(event)))),
  });
}

const eventOf = ({ seq, stage, at }: ProgressStep): StreamedEvent => ({ seq, data: { stage, at } });
