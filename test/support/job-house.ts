// A queue of a test's own on a fresh database, opened as often as there are processes to be; each with its own handlers.

import { z } from 'zod';
import type { EndedTry, Job } from '../../src/jobs/job.ts';
import { startJobs } from '../../src/jobs/registry.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { type JobQueue, openJobQueue } from '../../src/store/job-queue.ts';
import { findJob, type JobRow } from '../../src/store/jobs.ts';
import { newId } from '../../src/store/new-id.ts';
import type { QueueSpec } from '../../src/store/queue-spec.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

export const toyPayload = z.object({ toyId: z.uuid(), note: z.string().optional(), requestId: z.string().nullable() });
export type ToyPayload = z.output<typeof toyPayload>;

export const toyQueue: QueueSpec<ToyPayload> = {
  name: 'toy',
  payload: toyPayload,
  expireInSeconds: 600,
  retry: { limit: 2, delaySeconds: 1, delayMaxSeconds: 1 },
  subject: { type: 'toy', idIn: 'toyId' },
};

export interface JobProcess {
  queue: JobQueue;
  /** Tries that ended here. */
  ended: EndedTry[];
  /** Jobs that were given up here. */
  givenUp: { toyId: string; cancelled: boolean }[];
  stop(timeoutMs?: number): Promise<void>;
}

export interface JobHouse {
  opened: TestDatabase;
  database: Database;
  /** Like a process of its own: on a server with its own connections; an embedded database has one. */
  start(handle: Job<ToyPayload>['handle'], options?: ProcessOptions): Promise<JobProcess>;
  /** Queues one job; its id. */
  enqueue(process: Pick<JobProcess, 'queue'>, payload?: Partial<ToyPayload>): Promise<string>;
  find(id: string): Promise<JobRow | undefined>;
  /** The row when it is in one of these states. */
  reached(id: string, ...states: JobRow['state'][]): Promise<JobRow>;
  close(): Promise<void>;
}

export interface ProcessOptions {
  schedule?: Job<ToyPayload>['schedule'];
  concurrency?: number;
  runsSchedules?: boolean;
  pollSeconds?: number;
}

export async function openJobHouse(): Promise<JobHouse> {
  const opened = await openTestDatabase();
  const { database, env } = opened;
  const open: (() => Promise<void>)[] = [];
  const find = (id: string) => findJob(database.db, id);
  return {
    opened,
    database,
    find,
    async start(handle, { schedule, concurrency = 1, ...options } = {}) {
      const own = database.pglite
        ? undefined
        : await openDatabase({ dataDir: env.DATA_DIR!, databaseUrl: env.DATABASE_URL, onError: () => {} });
      const db = (own ?? database).db;
      const source = database.pglite ? { pglite: database.pglite } : { databaseUrl: env.DATABASE_URL! };
      const queue = await openJobQueue({ queues: [toyQueue], source, db, onError: () => {}, ...options });
      const ended: EndedTry[] = [];
      const givenUp: JobProcess['givenUp'] = [];
      const job: Job<ToyPayload> = {
        queue: toyQueue,
        payload: toyPayload,
        concurrency,
        ...(schedule ? { schedule } : {}),
        handle,
        giveUp: async ({ toyId }, { cancelled }) => void givenUp.push({ toyId, cancelled }),
      };
      const log = createLogger({ level: 'silent', forPeople: false });
      await startJobs({ queue, log, onTryEnded: (one) => void ended.push(one) }, [toyQueue], [job]);
      let stopped = false;
      const stop = async (timeoutMs = 0): Promise<void> => {
        if (stopped) return;
        stopped = true;
        await queue.stop(timeoutMs);
        await own?.close();
      };
      open.push(stop);
      return { queue, ended, givenUp, stop };
    },
    async enqueue({ queue }, payload = {}) {
      const toyId = newId();
      await database.db
        .transaction()
        .execute((trx) => queue.enqueue(trx, 'toy', [{ toyId, requestId: null, ...payload }]));
      queue.wake('toy');
      return toyId;
    },
    async reached(id, ...states) {
      const deadline = performance.now() + 60_000;
      for (;;) {
        const row = await find(id);
        if (row && states.includes(row.state)) return row;
        if (performance.now() > deadline) throw new Error(`the job is ${row?.state}, not ${states.join(' or ')}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async close() {
      for (const stop of open) await stop();
      await opened.remove();
    },
  };
}

/** Resolves when `signal` is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
