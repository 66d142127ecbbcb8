// Jobs that are not over. They are carried as what they ask for, not as rows of the queue: the queue's own tables belong
// to its library, and a job that was under way begins anew.

import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Db, Trx } from '../database.ts';
import { connectionOf, ensureQueue, type JobQueueOptions } from '../job-queue.ts';
import { deadName } from '../queue-spec.ts';
import { makeBackupQueue, queues } from '../queues.ts';

const waitingJob = z.strictObject({
  queue: z.string().min(1).max(200),
  id: z.uuid(),
  data: z.unknown(),
  priority: z.number().int(),
  startAfter: z.string().max(40),
  singletonKey: z.string().nullable(),
});
export type WaitingJob = z.output<typeof waitingJob>;

/** A back-up does not carry itself along. */
const carried = (): string[] =>
  queues.filter(({ name }) => name !== makeBackupQueue.name).flatMap(({ name }) => [name, deadName(name)]);

const BATCH = 500;

export async function* readWaitingJobs(trx: Trx): AsyncGenerator<WaitingJob[]> {
  const { rows: found } = await sql<{ found: boolean }>`select to_regclass('jobs.job') is not null as found`.execute(
    trx,
  );
  if (!found[0]?.found) return;
  let after = { id: '00000000-0000-0000-0000-000000000000', queue: '' };
  for (;;) {
    // What died is named by the job that it was: the queue's own note of that is not carried.
    const { rows } = await sql<WaitingJob>`select distinct on (id, name) name as queue, id::text as id, data, priority,
        to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startAfter",
        singleton_key as "singletonKey"
      from (select coalesce(source_id, id) as id, name, data, priority, start_after, singleton_key from jobs.job
        where state in ('created', 'retry', 'active') and name in (${sql.join(carried())})) as waiting
      where (id, name) > (${after.id}::uuid, ${after.queue})
      order by id, name, start_after limit ${BATCH}`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!;
  }
}

export const lineOfJob = ({ queue, id, data }: WaitingJob): string => JSON.stringify([queue, id, canonical(data)]);

/** The same payload gives the same line, however its keys were stored. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

export function parseJobLine(line: string): WaitingJob {
  return waitingJob.parse(JSON.parse(line));
}

export interface JobPutter {
  /** Queues them again under their ids; those that are there already stay. Returns how many no queue of this version takes. */
  put(trx: Trx, jobs: readonly WaitingJob[]): Promise<number>;
  close(): Promise<void>;
}

/** Makes the queue's own tables where there are none. Nothing is worked on meanwhile. */
export async function openJobPutter(source: JobQueueOptions['source']): Promise<JobPutter> {
  // Not taken for a running server by the next run (empty-database.ts).
  const name = 'databaseUrl' in source ? { application_name: 'sheaf-transfer' } : {};
  const boss = new PgBoss({ ...connectionOf(source), ...name, schema: 'jobs', supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  for (const queue of queues) {
    await ensureQueue(boss, queue);
    // As for a queue itself: looked up here, outside of any transaction.
    await boss.insert(deadName(queue.name), []);
  }
  return {
    async put(trx, jobs) {
      const known = carried();
      for (const name of known) {
        const mine = jobs.filter((job) => job.queue === name);
        if (mine.length === 0) continue;
        const inserts = mine.map(({ id, data, priority, startAfter, singletonKey }) => ({
          ...{ id, data: data as object, priority, startAfter },
          ...(singletonKey === null ? {} : { singletonKey }),
        }));
        await boss.insert(name, inserts, { db: fromKysely(trx) });
      }
      return jobs.filter((job) => !known.includes(job.queue)).length;
    },
    close: () => boss.stop({ graceful: false, close: true }),
  };
}

/** True when nothing waits: for a place that must be empty. */
export async function hasWaitingJobs(db: Db): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    for await (const jobs of readWaitingJobs(trx)) if (jobs.length > 0) return true;
    return false;
  });
}
