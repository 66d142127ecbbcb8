// What a background job is, and how jobs are started.

import type { z } from 'zod';
import { reportError } from '../observe/error-reports.ts';
import { type Logger, workLogger } from '../observe/logger.ts';
import { currentTraceId } from '../observe/tracing.ts';
import { inWork, type Work } from '../observe/work.ts';
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

/** Starts `concurrency` workers for the job, and one for what failed for good. */
export async function startJob<P extends { requestId: string | null }>(
  { queue, log }: { queue: JobQueue; log: Logger },
  job: Job<P>,
  concurrency: number,
): Promise<void> {
  await queue.work(job.queue.name, concurrency, async (data, { jobId, signal }) => {
    const payload = job.payload.parse(data);
    const work = workOfJob(job.queue.name, payload, jobId);
    const jobLog = workLogger(log, work);
    const started = performance.now();
    try {
      await inWork(work, () => job.handle(payload, { signal, log: jobLog }));
      jobLog.info({ duration_ms: Math.round(performance.now() - started) }, 'job done');
    } catch (error) {
      jobLog.error({ error, duration_ms: Math.round(performance.now() - started) }, 'job failed; it is tried again');
      throw error;
    }
  });
  await queue.workDead(job.queue.name, async (data, { cause, jobId }) => {
    const payload = job.payload.parse(data);
    const work = workOfJob(job.queue.name, payload, jobId);
    workLogger(log, work).error({ error: cause }, 'job given up');
    reportError(cause, { request_id: work.request_id, job: work.job });
    await inWork(work, () => job.giveUp(payload));
  });
}

/** The ids that a job goes on with: of the request that made it needed, and of whom it is for. */
function workOfJob(job: string, payload: { requestId: string | null }, jobId: string): Work {
  const { workspaceId, userId } = payload as { workspaceId?: string; userId?: string };
  return {
    job,
    job_id: jobId,
    request_id: payload.requestId ?? undefined,
    workspace_id: workspaceId,
    user_id: userId,
    trace_id: currentTraceId(),
  };
}
