// What a background job is, and how jobs are started.

import type { z } from 'zod';
import { reportError } from '../observe/error-reports.ts';
import { type Logger, workLogger } from '../observe/logger.ts';
import { currentTraceId } from '../observe/tracing.ts';
import { inWork, type Work } from '../observe/work.ts';
import type { JobQueue } from '../store/job-queue.ts';
import type { JobContext, JobEnd, TryOutcome } from '../store/job-runner.ts';
import type { JobPayload, QueueSpec } from '../store/queue-spec.ts';

export interface JobRun extends JobContext {
  log: Logger;
}

export interface JobSchedule<P> {
  /** Minute, hour, day of the month, month, day of the week; UTC. */
  cron: string;
  payload: P;
}

export interface Job<P extends JobPayload = JobPayload> {
  queue: QueueSpec<P>;
  /** The queue's own. */
  payload: z.ZodType<P>;
  /** Jobs of this kind that one process runs at the same time. */
  concurrency: number;
  /** Queued by the clock. */
  schedule?: JobSchedule<P>;
  /**
   * May be called more than once for the same payload, also at the same time: a worker that was taken for dead may still be
   * at it. Throw to be tried again, PermanentFailure to be given up at once. Ends soon after `run.signal` is aborted.
   */
  handle(payload: P, run: JobRun): Promise<void>;
  /** The last try failed too, or a person cancelled it: ends whatever waits for the job. May be called more than once. */
  giveUp(payload: P, end: JobEnd): Promise<void>;
}

/** How one try ended, for whoever counts or traces. Never holds anything that a user gave. */
export interface EndedTry {
  queue: string;
  jobId: string;
  requestId: string | null;
  attempt: number;
  outcome: TryOutcome;
  durationMs: number;
}

export interface JobDeps {
  queue: JobQueue;
  log: Logger;
  /** Is told of every job that was given up because its last try failed, after its `giveUp`. */
  onGivenUp?: (given: { queue: string; jobId: string; payload: JobPayload }) => Promise<void>;
  /** Is told of every try; the one place for metrics. */
  onTryEnded?: (ended: EndedTry) => void;
}

/** Starts the job's workers, and one for what died or was cancelled. */
export async function startJob<P extends JobPayload>(
  { queue, log, onTryEnded, onGivenUp }: JobDeps,
  job: Job<P>,
): Promise<void> {
  const { name } = job.queue;
  const begun = new Map<string, { work: Work; at: number }>();
  await queue.work(name, job.concurrency, {
    async handle(data, context) {
      const payload = job.payload.parse(data);
      const work = workOfJob(name, payload, context.jobId);
      begun.set(keyOf(context), { work, at: performance.now() });
      await inWork(work, () => job.handle(payload, { ...context, log: workLogger(log, work) }));
    },
    ended(data, { jobId, attempt, outcome, error }) {
      const { work, at } = begun.get(keyOf({ jobId, attempt })) ?? {
        work: workOfJob(name, data as P, jobId),
        at: performance.now(),
      };
      begun.delete(keyOf({ jobId, attempt }));
      const durationMs = Math.round(performance.now() - at);
      const told = { duration_ms: durationMs, attempt, ...(error === undefined ? {} : { error }) };
      tell(workLogger(log, work), outcome, told);
      if (outcome === 'dead') reportError(error, { request_id: work.request_id, job: name });
      const requestId = (data as P).requestId;
      onTryEnded?.({ queue: name, jobId, requestId, attempt, outcome, durationMs });
    },
  });
  await queue.workDead(name, async (data, end) => {
    const payload = job.payload.parse(data);
    const work = workOfJob(name, payload, end.jobId);
    const jobLog = workLogger(log, work);
    if (end.cancelled) jobLog.info('what waited for the cancelled job is ended');
    else jobLog.error('job given up');
    await inWork(work, async () => {
      await job.giveUp(payload, end);
      if (!end.cancelled) await onGivenUp?.({ queue: name, jobId: end.jobId, payload });
    });
  });
}

const keyOf = ({ jobId, attempt }: { jobId: string; attempt: number }): string => `${jobId} ${attempt}`;

/** The ids that a job goes on with: of the request that made it needed, and of whom it is for. */
function workOfJob(job: string, payload: JobPayload, jobId: string): Work {
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

const words: Readonly<Record<TryOutcome, [level: 'info' | 'warn' | 'error', text: string]>> = {
  done: ['info', 'job done'],
  retrying: ['error', 'job failed; it is tried again'],
  dead: ['error', 'job failed for the last time'],
  cancelled: ['info', 'job cancelled'],
  'handed-back': ['info', 'job handed back; another worker goes on'],
  lost: ['warn', 'job lost to another worker'],
};

function tell(log: Logger, outcome: TryOutcome, told: object): void {
  const [level, text] = words[outcome];
  log[level](told, text);
}
