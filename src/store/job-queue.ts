// Background work in the same database: a job is queued in the transaction that makes it needed, or not at all.

import type { PGlite } from '@electric-sql/pglite';
import { type ConstructorOptions, fromKysely, fromPglite, PgBoss, type WipData } from 'pg-boss';
import { SheafError } from '../errors.ts';
import { asOwner, type Trx } from './database.ts';
import { newId } from './new-id.ts';
import { createRunningJobs } from './running-jobs.ts';

/** What a job must be able to lose: a worker that says nothing for this long is taken for dead, and its job restarts. */
const HEARTBEAT_SECONDS = 10;
/** How often dead workers are looked for. An embedded database has none besides this process. */
const MONITOR_SECONDS = { server: 2, embedded: 30 };
/** First try and four more, so that a file that kills the process does not do so for ever. */
/** They look once a second, and wait for the database at most this long. */
const LOOKS_WITHIN_MS = 30_000;
const RETRY = { limit: 4, delaySeconds: 1, delayMaxSeconds: 60 };

export interface QueueSpec {
  name: string;
  /** Longest that one job may run. */
  expireInSeconds: number;
  /** Tries after the first, and the time between them, which doubles up to the longest. */
  retry?: { limit: number; delaySeconds: number; delayMaxSeconds: number };
}

export interface JobContext {
  jobId: string;
  /** Aborted when the server stops and its deadline has passed, or when the job was taken from this worker. */
  signal: AbortSignal;
}

export interface JobQueue {
  /** Queues one job for each payload, in `trx`. */
  enqueue(trx: Trx, queue: string, payloads: readonly object[]): Promise<void>;
  /** Lets idle workers of this process look for work now. Call after the transaction that queued it. */
  wake(queue: string): void;
  /** Starts `concurrency` workers, each handling one job at a time. */
  work(
    queue: string,
    concurrency: number,
    handle: (payload: unknown, context: JobContext) => Promise<void>,
  ): Promise<void>;
  /** Jobs that failed for good arrive here once. */
  workDead(queue: string, handle: (payload: unknown) => Promise<void>): Promise<void>;
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
  /** Whether the queue's own tables are made or brought up to date; yes by default. */
  migrate?: boolean;
  onError: (error: Error) => void;
}

const deadName = (queue: string): string => `${queue}-dead`;

export async function openJobQueue({ queues, source, migrate = true, onError }: JobQueueOptions): Promise<JobQueue> {
  const monitorSeconds = 'pglite' in source ? MONITOR_SECONDS.embedded : MONITOR_SECONDS.server;
  const boss = new PgBoss({
    ...connectionOf(source),
    schema: 'jobs',
    migrate,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
    flowIntervalSeconds: 60,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  await startBoss(boss, migrate);
  for (const queue of queues) await ensureQueue(boss, queue);
  // Nobody else can hold the embedded database: whatever is active was left by a process that died.
  if ('pglite' in source) for (const queue of queues) await handBackActive(boss, source.pglite, queue.name);

  const workers = new Map<string, string[]>();
  const running = createRunningJobs(boss);
  const startWorker = async (queue: string, handle: (payload: unknown, context: JobContext) => Promise<void>) => {
    const workerId: string = await boss.work(
      queue,
      { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1 },
      async ([job]) => {
        if (!job) return;
        // Makes this worker look again at once when it is done, instead of waiting out its poll.
        boss.notifyWorker(workerId);
        await running.track(queue, job, (signal) => handle(job.data, { jobId: job.id, signal }));
      },
    );
    workers.set(queue, [...(workers.get(queue) ?? []), workerId]);
  };

  return {
    async enqueue(trx, queue, payloads) {
      const jobs = payloads.map((data) => ({ id: newId(), data }));
      await asOwner(trx, () => boss.insert(queue, jobs, { db: fromKysely(trx) }));
    },
    wake(queue) {
      for (const id of workers.get(queue) ?? []) boss.notifyWorker(id);
    },
    async work(queue, concurrency, handle) {
      for (let i = 0; i < concurrency; i++) await startWorker(queue, handle);
    },
    workDead: (queue, handle) => startWorker(deadName(queue), (payload) => handle(payload)),
    async check() {
      await boss.getDb().executeSql('select from jobs.version');
      return stateOf(boss.getWipData());
    },
    drain: (timeoutMs) => running.drain([...workers.keys()], timeoutMs),
    async stop(timeoutMs) {
      await running.drain([...workers.keys()], timeoutMs);
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

function connectionOf(source: JobQueueOptions['source']): ConstructorOptions {
  if ('pglite' in source) return { db: fromPglite(source.pglite), backend: 'pglite' };
  return { connectionString: source.databaseUrl, application_name: 'sheaf-jobs', max: 5 };
}

async function ensureQueue(boss: PgBoss, { name, expireInSeconds, retry = RETRY }: QueueSpec): Promise<void> {
  await boss.createQueue(deadName(name), { retryLimit: RETRY.limit, retryDelay: 1, retryBackoff: true, notify: true });
  const options = {
    deadLetter: deadName(name),
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds,
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: true,
    retryDelayMax: retry.delayMaxSeconds,
    notify: true,
  };
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
  // Looked up once here, outside of any transaction: the first job would look it up on the queue's own connection, which on
  // the embedded database waits for the very transaction that queues the job.
  await boss.insert(name, []);
}

async function handBackActive(boss: PgBoss, pglite: PGlite, queue: string): Promise<void> {
  const { rows } = await pglite.query<{ id: string }>(`select id from jobs.job where name = $1 and state = 'active'`, [
    queue,
  ]);
  if (rows.length === 0) return;
  await boss.fail(
    queue,
    rows.map((row) => row.id),
    { message: 'the process ended while it ran' },
  );
}
