// What a background job is, and how jobs are started.

import type { z } from 'zod';
import type { Logger } from '../observe/logger.ts';
import type { JobQueue, QueueSpec } from '../store/job-queue.ts';

export interface JobRun {
  signal: AbortSignal;
  log: Logger;
}

export interface Job<P extends { requestId: string | null }> {
  queue: QueueSpec;
  payload: z.ZodType<P>;
  /** May be called more than once for the same payload. Throw to be tried again. */
  handle(payload: P, run: JobRun): Promise<void>;
  /** The last try failed too. */
  giveUp(payload: P): Promise<void>;
}

/** How one try ended, for whoever counts. */
export interface EndedTry {
  queue: string;
  outcome: 'done' | 'retrying' | 'dead';
  durationMs: number;
}

export interface JobDeps {
  queue: JobQueue;
  log: Logger;
  /** Is told of every try; the one place for metrics. */
  onTryEnded?: (ended: EndedTry) => void;
}

/** Starts `concurrency` workers for the job, and one for what failed for good. */
export async function startJob<P extends { requestId: string | null }>(
  { queue, log, onTryEnded }: JobDeps,
  job: Job<P>,
  concurrency: number,
): Promise<void> {
  await queue.work(job.queue.name, concurrency, async (data, { jobId, signal }) => {
    const payload = job.payload.parse(data);
    const jobLog = log.child({ job: job.queue.name, job_id: jobId, request_id: payload.requestId });
    const started = performance.now();
    const ended = (outcome: EndedTry['outcome']): void =>
      onTryEnded?.({ queue: job.queue.name, outcome, durationMs: performance.now() - started });
    try {
      await job.handle(payload, { signal, log: jobLog });
      ended('done');
      jobLog.info({ duration_ms: Math.round(performance.now() - started) }, 'job done');
    } catch (error) {
      ended('retrying');
      jobLog.error({ error, duration_ms: Math.round(performance.now() - started) }, 'job failed; it is tried again');
      throw error;
    }
  });
  await queue.workDead(job.queue.name, async (data) => {
    const payload = job.payload.parse(data);
    log.error({ job: job.queue.name, request_id: payload.requestId }, 'job given up');
    await job.giveUp(payload);
    onTryEnded?.({ queue: job.queue.name, outcome: 'dead', durationMs: 0 });
  });
}
