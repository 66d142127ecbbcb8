// Background work in the same database: a job is queued in the transaction that makes it needed, or not at all.

import type { PGlite } from '@electric-sql/pglite';
import { type ConstructorOptions, fromKysely, fromPglite, PgBoss, type Queue, type WipData } from 'pg-boss';
import { SheafError } from '../errors.ts';
import { asOwner, type Db, type Trx } from './database.ts';
import { reopenJob, takeJobBack } from './end-job.ts';
import { createJobRunner, type JobEnd, type JobHandlers } from './job-runner.ts';
import { createSchedules, type JobSchedules } from './job-schedules.ts';
import { inEnqueueSpan } from './job-trace.ts';
import { failTries, forgetFinished, handBackTries } from './job-tries.ts';
import { holdWaitingJob, insertJobs, type JobRow } from './jobs.ts';
import { newId } from './new-id.ts';
import { deadName, type JobPayload, type QueueSpec, retryOf } from './queue-spec.ts';
import { RunningJobs } from './running-jobs.ts';

/** What a job must be able to lose: a worker that says nothing for this long is taken for dead, and its job restarts. */
const HEARTBEAT_SECONDS = 10;
/** How often dead workers are looked for. An embedded database has none besides this process. */
const MONITOR_SECONDS = { server: 2, embedded: 30 };
/** They look once a second, and wait for the database at most this long. */
const LOOKS_WITHIN_MS = 30_000;
/** What died or was cancelled has to end: it is tried for hours. */
const DEAD_RETRY = { retryLimit: 12, retryDelay: 1, retryBackoff: true, retryDelayMax: 1800 };
/** Handlers that were told to end may clean up this long before the database closes. */
const ABORTED_MS = 2000;
const KEPT_DAYS = 30;
const POLL_SECONDS = 0.5;
const DAY_SECONDS = 24 * 60 * 60;

export interface JobQueue {
  /** Queues one job for each payload, in `trx`; it begins now, or at its time. Their ids. */
  enqueue<P extends JobPayload>(
    trx: Trx,
    queue: string,
    payloads: readonly P[],
    by?: { requestedBy?: string; startAfter?: Date },
  ): Promise<string[]>;
  /** Whether one of this workspace waits, which then does not begin before `trx` ends. */
  isWaiting(trx: Trx, queue: string, workspaceId: string): Promise<boolean>;
  /** Lets idle workers of this process look for work now. Call after the transaction that queued it. */
  wake(queue: string): void;
  /** Starts `concurrency` workers, each handling one job at a time. */
  work(queue: string, concurrency: number, handlers: JobHandlers): Promise<void>;
  /** Jobs that failed for good or were cancelled arrive here once. */
  workDead(queue: string, handle: (payload: unknown, end: JobEnd) => Promise<void>): Promise<void>;
  /**
   * No try begins any more; call `cancelled` after the transaction. Returns the row as it is then: a job that was over
   * stays as it was. undefined when there is none.
   */
  cancel(trx: Trx, id: string, by: string): Promise<JobRow | undefined>;
  /** Tells workers of this process now; others hear of it within a second. */
  cancelled(job: Pick<JobRow, 'id' | 'queue'>): void;
  /** A dead job waits again, with all its tries. False when what it needs is gone. */
  reopen(trx: Trx, job: Pick<JobRow, 'id' | 'queue'>): Promise<boolean>;
  queueOf(name: string): QueueSpec;
  schedules: JobSchedules;
  /** Resolves when the queue answers, and with how its workers here do. */
  check(): Promise<QueueState>;
  /**
   * Takes no more jobs, waits for those that run up to `timeoutMs`, and hands back what is unfinished then: other workers
   * take it at once, and it costs none of its tries. Returns how many.
   */
  drain(timeoutMs: number): Promise<number>;
  /** Drains, and closes. */
  stop(timeoutMs: number): Promise<void>;
}

export interface QueueState {
  workers: number;
  running: number;
  /** Workers that are idle and have not looked for work for long. */
  stuck: number;
}

export interface JobQueueOptions {
  queues: readonly QueueSpec[];
  source: { pglite: PGlite } | { databaseUrl: string };
  /** With the rights of the schema's owner. */
  db: Db;
  /** Whether the queue's own tables are made or brought up to date; yes by default. */
  migrate?: boolean;
  onError: (error: Error) => void;
  /** Finished jobs stay this long. */
  keptDays?: number;
  /** Queues what is due by the clock. Of several processes that do, one does it. */
  runsSchedules?: boolean;
  /** How often a worker looks for work that nobody told it of; half a second by default, twice that where it is told. */
  pollSeconds?: number;
}

export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { queues, source, db, onError, keptDays = KEPT_DAYS, runsSchedules = false, migrate = true } = options;
  const { pollSeconds = POLL_SECONDS } = options;
  const monitorSeconds = 'pglite' in source ? MONITOR_SECONDS.embedded : MONITOR_SECONDS.server;
  const boss = new PgBoss({
    ...connectionOf(source),
    schema: 'jobs',
    migrate,
    useListenNotify: true,
    schedule: runsSchedules,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    flowIntervalSeconds: 60,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  await startBoss(boss, migrate);
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const queue of queues) await ensureQueue(boss, queue, { keptDays, known });
  // Nobody else can hold the embedded database: whatever is active was left by a process that died.
  if ('pglite' in source) await failActive({ boss, db, pglite: source.pglite }, queues);

  const specs = new Map(queues.map((queue) => [queue.name, queue]));
  const queueOf = (name: string): QueueSpec => {
    const spec = specs.get(name);
    if (!spec) throw new Error(`there is no queue ${name}`);
    return spec;
  };
  const running = new RunningJobs(db, onError);
  const runner = createJobRunner({ boss, db, running, pollSeconds });
  const wake = (queue: string): void => runner.wake(queue);
  let idle: Promise<void> | undefined;
  const drain = async (timeoutMs: number): Promise<number> => {
    idle ??= runner.stop();
    if (await within(timeoutMs, idle)) return 0;
    const held = running.held();
    await db.transaction().execute((trx) => handBackTries(trx, held));
    running.abortAll(new Error('the server stops; the job is handed back'));
    await within(ABORTED_MS, idle);
    return held.length;
  };

  return {
    async enqueue(
      trx,
      queue,
      payloads,
      { requestedBy = null, startAfter }: { requestedBy?: string | null; startAfter?: Date } = {},
    ) {
      const spec = queueOf(queue);
      const parsed = payloads.map((payload) => spec.payload.parse(payload));
      const ids: string[] = [];
      await inEnqueueSpan(queue, parsed, async (traced) => {
        const jobs = traced.map((data, i) => ({ id: idFor(spec, payloads[i]!), data }));
        await asOwner(trx, async () => {
          const written = await writeJobs(trx, { queue, jobs, requestedBy });
          const timed = startAfter ? written.map((job) => ({ ...job, startAfter })) : written;
          await boss.insert(queue, timed, { db: fromKysely(trx) });
          ids.push(...written.map(({ id }) => id));
        });
      });
      return ids;
    },
    isWaiting: (trx, queue, workspaceId) => asOwner(trx, () => holdWaitingJob(trx, queue, workspaceId)),
    wake,
    work: (queue, concurrency, handlers) => runner.work(queueOf(queue), concurrency, handlers),
    workDead: (queue, handle) => runner.workDead(queueOf(queue), handle),
    cancel: (trx, id, by) => asOwner(trx, () => takeJobBack({ boss, trx }, id, by)),
    cancelled({ id, queue }) {
      running.cancel(id);
      wake(deadName(queue));
    },
    reopen: (trx, job) => asOwner(trx, () => reopenJob(trx, queueOf(job.queue), job.id)),
    queueOf,
    schedules: createSchedules(boss, db),
    async check() {
      await boss.getDb().executeSql('select from jobs.version');
      return stateOf(boss.getWipData());
    },
    drain,
    async stop(timeoutMs) {
      await drain(timeoutMs);
      await running.stop();
      await boss.stop({ graceful: false, close: true });
    },
  };
}

async function startBoss(boss: PgBoss, migrate: boolean): Promise<void> {
  try {
    await boss.start();
  } catch (cause) {
    await boss.stop({ graceful: false });
    if (migrate) throw cause;
    throw new SheafError('store.schema-older', 'The database lacks the tables of this version’s job queue.', { cause });
  }
}

function stateOf(workers: WipData[]): QueueState {
  const silentSince = Date.now() - LOOKS_WITHIN_MS;
  return {
    workers: workers.length,
    running: workers.filter(({ count }) => count > 0).length,
    stuck: workers.filter(
      ({ count, createdOn, lastFetchedOn }) => count === 0 && (lastFetchedOn ?? createdOn) < silentSince,
    ).length,
  };
}

/** Of one job and what it is about there is one id. */
function idFor({ subject }: QueueSpec, payload: JobPayload): string {
  return subject ? String((payload as unknown as Record<string, unknown>)[subject.idIn]) : newId();
}

interface WaitingJob {
  id: string;
  data: JobPayload;
}

/** Their rows; returns the jobs as they are to be queued. */
async function writeJobs(
  trx: Trx,
  { queue, jobs, requestedBy }: { queue: string; jobs: readonly WaitingJob[]; requestedBy: string | null },
): Promise<WaitingJob[]> {
  const rowOf = ({ id, data }: WaitingJob) => ({ id, queue, requestedBy, ...originOf(data) });
  const written = await insertJobs(trx, jobs.map(rowOf));
  await forgetFinished(
    trx,
    queue,
    written.filter((row) => row.wasThere).map((row) => row.id),
  );
  const isWritten = new Set(written.map((row) => row.id));
  // One is at it already, and may be past the point where it would see what has changed: another looks after it.
  const seconds = jobs.filter((job) => !isWritten.has(job.id)).map(({ data }) => ({ id: newId(), data }));
  await insertJobs(trx, seconds.map(rowOf));
  return [...jobs.filter((job) => isWritten.has(job.id)), ...seconds];
}

/** Payloads of a workspace name it. */
function originOf(payload: object): { workspaceId: string | null; requestId: string | null } {
  const { workspaceId = null, requestId = null } = payload as { workspaceId?: string; requestId?: string | null };
  return { workspaceId, requestId };
}

/** False when the time is over. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), ms);
  const done = await Promise.race([work.then(() => true), promise]);
  clearTimeout(timer);
  return done;
}

export function connectionOf(source: JobQueueOptions['source']): ConstructorOptions {
  if ('pglite' in source) return { db: fromPglite(source.pglite), backend: 'pglite' };
  return { connectionString: source.databaseUrl, application_name: 'sheaf-jobs', max: 5 };
}

type QueueSettings = Omit<Queue, 'name'>;

interface EnsureOptions {
  keptDays?: number;
  /** What there is already: a queue that is as it should be is not written again at each start. */
  known?: ReadonlyMap<string, QueueSettings>;
}

/** Its queue, and the one for what died or was cancelled. */
export async function ensureQueue(
  boss: PgBoss,
  spec: QueueSpec,
  { keptDays = KEPT_DAYS, known = new Map() }: EnsureOptions = {},
): Promise<void> {
  const { name, expireInSeconds } = spec;
  const retry = retryOf(spec);
  const dead = deadName(name);
  const ensure = async (queue: string, settings: QueueSettings): Promise<void> => {
    const there = known.get(queue);
    if (there && hasAll(there, settings)) return;
    await boss.createQueue(queue, settings);
    await boss.updateQueue(queue, settings);
    // Looked up here, outside of any transaction, as `start` has looked up those that were there: the first job would look it up
    // on the queue's own connection, which on the embedded database waits for the very transaction that queues the job.
    await boss.insert(queue, []);
  };
  await ensure(dead, { ...DEAD_RETRY, notify: true });
  await ensure(name, {
    deadLetter: dead,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds,
    // While a dead job can be seen, it can be tried again.
    deleteAfterSeconds: keptDays * DAY_SECONDS,
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: true,
    retryDelayMax: retry.delayMaxSeconds,
    notify: true,
  });
}

const hasAll = (there: QueueSettings, wanted: QueueSettings): boolean =>
  Object.entries(wanted).every(([key, value]) => there[key as keyof QueueSettings] === value);

async function failActive(
  { boss, db, pglite }: { boss: PgBoss; db: Db; pglite: PGlite },
  queues: readonly QueueSpec[],
): Promise<void> {
  const { rows } = await pglite.query<{ queue: string; ids: string[] }>(
    `select name as queue, array_agg(id) as ids from jobs.job where name = any($1) and state = 'active' group by name`,
    [queues.map(({ name }) => name)],
  );
  for (const { queue, ids } of rows) {
    await db.transaction().execute(async (trx) => {
      await boss.fail(queue, ids, { message: 'the process ended while it ran' }, { db: fromKysely(trx) });
      await failTries(trx, ids, 'job.interrupted');
    });
  }
}
