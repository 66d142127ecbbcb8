// What became of each job, as rows. Workers and administrators use them with the owner's rights; a workspace looks at its own.

import { type Selectable, sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import { type JobState, type JobTable, overJobStates } from './schema-jobs.ts';

export type JobRow = Selectable<JobTable>;

export interface NewJob {
  id: string;
  queue: string;
  workspaceId: string | null;
  requestedBy: string | null;
  requestId: string | null;
}

/**
 * In the transaction that queues them. Of a job that is there and over, the row waits again; one that is there and not over
 * stays as it is, and its id is not among those returned.
 */
export async function insertJobs(trx: Trx, jobs: readonly NewJob[]): Promise<{ id: string; wasThere: boolean }[]> {
  if (jobs.length === 0) return [];
  const values = jobs.map(({ id, queue, ...job }) => ({
    id,
    queue,
    workspace_id: job.workspaceId,
    requested_by: job.requestedBy,
    request_id: job.requestId,
  }));
  return trx
    .insertInto('jobs')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ state: 'waiting', error_code: null, finished_at: null, changes: sql`jobs.changes + 1` })
        .where('jobs.state', 'in', [...overJobStates]),
    )
    .returning(['id', sql<boolean>`xmax <> 0`.as('wasThere')])
    .execute();
}

/** True when a job of this workspace waits for its first try; it does not begin before the transaction ends. */
export async function holdWaitingJob(trx: Trx, queue: string, workspaceId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('jobs')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('queue', '=', queue)
    .where('state', '=', 'waiting')
    .limit(1)
    .forShare()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a job of this workspace waits, runs or will be tried again. */
export async function hasOpenJob(trx: Trx, queue: string, workspaceId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('jobs')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('queue', '=', queue)
    .where('state', 'not in', [...overJobStates])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findJob(db: Db, id: string): Promise<JobRow | undefined> {
  return db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockJob(trx: Trx, id: string): Promise<JobRow | undefined> {
  return trx.selectFrom('jobs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export interface JobFilter {
  queue?: string | undefined;
  state?: JobState | undefined;
  workspaceId?: string | undefined;
  /** Only jobs of these queues, and what this person asked for. */
  visible?: { queues: readonly string[]; userId: string } | undefined;
  /** Only ids before this one. */
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listJobs(db: Db, { queue, state, workspaceId, visible, before, limit }: JobFilter) {
  let query = db.selectFrom('jobs').selectAll().orderBy('id', 'desc').limit(limit);
  if (workspaceId) query = query.where('workspace_id', '=', workspaceId);
  if (queue) query = query.where('queue', '=', queue);
  if (state) query = query.where('state', '=', state);
  if (before) query = query.where('id', '<', before);
  if (visible) {
    query = query.where((is) =>
      is.or([is('requested_by', '=', visible.userId), is('queue', 'in', [...visible.queues])]),
    );
  }
  return query.execute();
}

export interface JobCount {
  queue: string;
  state: JobState;
  count: number;
}

/** How many jobs are in each state that is not `done`. */
export async function countOpenJobs(db: Db): Promise<JobCount[]> {
  return db
    .selectFrom('jobs')
    .select(['queue', 'state', sql<number>`count(*)::int`.as('count')])
    .where('state', '<>', 'done')
    .groupBy(['queue', 'state'])
    .orderBy('queue')
    .orderBy('state')
    .execute();
}

/** A person's word: no try begins any more. */
export async function markCancelled(trx: Trx, id: string, by: string): Promise<void> {
  await trx
    .updateTable('jobs')
    .set({
      state: 'cancelled',
      cancelled_by: by,
      next_try_at: null,
      finished_at: new Date(),
      changes: sql`changes + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Another job took the place of a dead one. */
export async function markRetriedAs(trx: Trx, id: string, successor: string): Promise<void> {
  await trx
    .updateTable('jobs')
    .set({ retried_as: successor, changes: sql`changes + 1` })
    .where('id', '=', id)
    .execute();
}

/** A dead job waits again. */
export async function markWaitingAgain(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('jobs')
    .set({ state: 'waiting', error_code: null, finished_at: null, changes: sql`changes + 1` })
    .where('id', '=', id)
    .execute();
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes jobs that were over this many days ago. Returns how many. */
export async function deleteOldJobs(db: Db, keptDays: number, now = new Date()): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('jobs')
    .where('finished_at', '<', new Date(now.getTime() - keptDays * DAY_MS))
    .where('state', 'in', [...overJobStates])
    .executeTakeFirst();
  return Number(numDeletedRows);
}
