// Workers: each takes one job at a time, says what becomes of its try, and looks for the next at once.

import { setImmediate } from 'node:timers/promises';
import { fromKysely, type PgBoss } from 'pg-boss';
import { SheafError } from '../errors.ts';
import type { Db } from './database.ts';
import { inJobSpan } from './job-trace.ts';
import { allowNoMoreTries, beginTry, endDead, endTry, failTries, type JobProgress, type Try } from './job-tries.ts';
import { findJob } from './jobs.ts';
import { PermanentFailure } from './permanent-failure.ts';
import { deadName, type QueueSpec } from './queue-spec.ts';
import type { RunningJobs } from './running-jobs.ts';

export interface JobContext {
  jobId: string;
  /** 1 for the first try. */
  attempt: number;
  /** Aborted when the server stops and its deadline has passed, when the job is cancelled or was taken from this worker. */
  signal: AbortSignal;
  /** For whoever watches; written once a second at most. */
  progress: (done: number, total?: number, step?: string) => void;
}

export interface JobEnd {
  jobId: string;
  /** By a person; otherwise the last try failed. */
  cancelled: boolean;
}

export type TryOutcome = 'done' | 'retrying' | 'dead' | 'cancelled' | 'handed-back' | 'lost';

export interface JobHandlers {
  handle: (payload: unknown, context: JobContext) => Promise<void>;
  /** What became of a try; `error` when it failed. */
  ended: (payload: unknown, end: { jobId: string; attempt: number; outcome: TryOutcome; error?: unknown }) => void;
}

interface Deps {
  boss: PgBoss;
  db: Db;
  running: RunningJobs;
}

interface QueuedJob {
  id: string;
  data: object;
  retryCount: number;
  signal: AbortSignal;
  /** With the metadata of a dead job: the one that died. */
  sourceId?: string | null;
}

export function createJobRunner({ pollSeconds, ...deps }: Deps & { pollSeconds: number }) {
  const { boss, db } = deps;
  const polling = { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: 2 * pollSeconds };
  const workers = new Map<string, string[]>();
  const start = async (queue: string, handle: (job: QueuedJob) => Promise<void>, includeMetadata = false) => {
    const workerId: string = await boss.work<object>(queue, { ...polling, includeMetadata }, async ([job]) => {
      if (!job) return;
      // Makes this worker look again at once when it is done, instead of waiting out its poll.
      boss.notifyWorker(workerId);
      await handle(job);
    });
    workers.set(queue, [...(workers.get(queue) ?? []), workerId]);
  };
  return {
    async work(spec: QueueSpec, concurrency: number, handlers: JobHandlers): Promise<void> {
      for (let i = 0; i < concurrency; i++) await start(spec.name, (job) => runTry(deps, { spec, job, handlers }));
    },
    async workDead(spec: QueueSpec, handle: (payload: unknown, end: JobEnd) => Promise<void>): Promise<void> {
      await start(
        deadName(spec.name),
        async (job) => {
          // Of a cancelled job, the copy has the same id.
          const jobId = job.sourceId ?? job.id;
          const row = await endDead(db, spec.name, jobId);
          if (row) await handle(job.data, { jobId, cancelled: row.state === 'cancelled' });
        },
        true,
      );
    },
    wake(queue: string): void {
      for (const id of workers.get(queue) ?? []) boss.notifyWorker(id);
    },
    /** Begins nothing more; resolves when nothing runs. */
    async stop(): Promise<void> {
      const ids = [...workers].flatMap(([queue, ids]) => ids.map((id) => [queue, id] as const));
      await Promise.all(ids.map(([queue, id]) => boss.offWork(queue, { id, wait: true })));
    },
  };
}

interface OneTry {
  spec: QueueSpec;
  job: QueuedJob;
  handlers: JobHandlers;
}

async function runTry({ boss, db, running }: Deps, { spec, job, handlers }: OneTry): Promise<void> {
  const { id, data, retryCount } = job;
  const { workspaceId = null, requestId = null } = data as { workspaceId?: string; requestId?: string };
  const begun = { id, queue: spec.name, workspaceId, requestId, requestedBy: null };
  const attempt = await beginTry(db, begun);
  // Over already: the queue is told so by returning.
  if (attempt === undefined) return;
  const here = running.add({ id, queue: spec.name, attempt, retryCount }, job.signal);
  const progress: JobContext['progress'] = (done, total, step) =>
    here.progress({ done, total: total ?? null, step: step ?? null } satisfies JobProgress);
  const end = (outcome: TryOutcome, error?: unknown): void =>
    handlers.ended(data, { jobId: id, attempt, outcome, ...(error === undefined ? {} : { error }) });
  try {
    // The embedded database answers without leaving the event loop: jobs that wait for nothing else would, one after the
    // other, let nobody else in as long as there are any.
    await setImmediate();
    await inJobSpan(spec.name, data, () =>
      handlers.handle(data, { jobId: id, attempt, signal: here.signal, progress }),
    );
  } catch (error) {
    here.end();
    const outcome = await failTry({ boss, db }, { id, queue: spec.name, retryCount, attempt }, error);
    end(outcome, error);
    return;
  }
  here.end();
  if (await endTry(db, { id, attempt }, here.last())) end('done');
  else end(await whatBecameOf(db, { id, attempt }));
}

/** The queue's table and the row change together; what the queue took from this worker stays as it is. */
async function failTry(
  { boss, db }: Pick<Deps, 'boss' | 'db'>,
  { id, queue, retryCount, attempt }: Try & { queue: string; retryCount: number },
  error: unknown,
): Promise<TryOutcome> {
  const code = error instanceof SheafError ? error.code : 'internal';
  const state = await db.transaction().execute(async (trx) => {
    if (error instanceof PermanentFailure) await allowNoMoreTries(trx, queue, id);
    // The code alone: messages may quote what somebody gave.
    await boss.fail(queue, { id, retryCount }, { code }, { db: fromKysely(trx) });
    return (await failTries(trx, [id], code))[0];
  });
  if (state === 'retrying' || state === 'dead') return state;
  return whatBecameOf(db, { id, attempt });
}

async function whatBecameOf(db: Db, { id, attempt }: Try): Promise<TryOutcome> {
  const row = await findJob(db, id);
  if (row?.state === 'cancelled') return 'cancelled';
  return row?.state === 'waiting' || (row && row.attempts > attempt) ? 'handed-back' : 'lost';
}
