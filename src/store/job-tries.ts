// One try of a job in both tables: the queue's own, which decides, and the rows that people look at. With the owner's rights.

import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import type { JobRow, NewJob } from './jobs.ts';
import type { JobState } from './schema-jobs.ts';

export interface JobProgress {
  done: number;
  total: number | null;
  step: string | null;
}

/** One try: a job that was begun again meanwhile is another. */
export interface Try {
  id: string;
  attempt: number;
}

/**
 * Begins a try and returns its number; undefined when the job is over: its last worker died after the work and before it
 * could say so. Jobs that a schedule queued have no row until then.
 */
export async function beginTry(db: Db, { id, queue, workspaceId, requestId }: NewJob): Promise<number | undefined> {
  const { rows } = await sql<{ attempts: number }>`
    insert into jobs (id, queue, workspace_id, request_id, state, attempts, started_at)
    values (${id}, ${queue}, ${workspaceId}, ${requestId}, 'running', 1, now())
    on conflict (id) do update set state = 'running', attempts = jobs.attempts + 1, started_at = now(), next_try_at = null,
      progress_done = null, progress_total = null, step = null, changes = jobs.changes + 1
    where jobs.queue = excluded.queue and jobs.state in ('waiting', 'running', 'retrying')
    returning attempts`.execute(db);
  return rows[0]?.attempts;
}

/** False when the job was cancelled, handed back or begun elsewhere meanwhile. */
export async function endTry(db: Db, { id, attempt }: Try, progress: JobProgress | undefined): Promise<boolean> {
  const row = await db
    .updateTable('jobs')
    .set({
      state: 'done',
      error_code: null,
      finished_at: new Date(),
      changes: sql`changes + 1`,
      ...(progress ? progressColumns(progress) : {}),
    })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

const progressColumns = ({ done, total, step }: JobProgress) => ({ progress_done: done, progress_total: total, step });

/** Takes over what the queue made of failed tries; call it in the same transaction. Returns the states. */
export async function failTries(trx: Trx, ids: readonly string[], errorCode: string): Promise<JobState[]> {
  const { rows } = await sql<{ state: JobState }>`
    update jobs set error_code = ${errorCode}, changes = jobs.changes + 1,
      state = case queued.state when 'failed' then 'dead' else 'retrying' end,
      next_try_at = case queued.state when 'retry' then queued.start_after end,
      finished_at = case queued.state when 'failed' then now() end
    from jobs.job as queued
    where queued.name = jobs.queue and queued.id = jobs.id and queued.state in ('retry', 'failed')
      and jobs.id in (${sql.join(ids)}) and jobs.state = 'running'
    returning jobs.state`.execute(trx);
  return rows.map((row) => row.state);
}

/** The try that follows is the last, whatever the queue allows: another would end alike. */
export async function allowNoMoreTries(trx: Trx, queue: string, id: string): Promise<void> {
  await sql`update jobs.job set retry_limit = retry_count where name = ${queue} and id = ${id} and state = 'active'`.execute(
    trx,
  );
}

export interface HeldTry extends Try {
  queue: string;
  retryCount: number;
}

/**
 * Puts tries back that their worker cannot end: another begins at once, and none is counted as failed. The queue's own
 * count grows with its limit, so that what the old try still says no longer counts.
 */
export async function handBackTries(trx: Trx, tries: readonly HeldTry[]): Promise<string[]> {
  if (tries.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update jobs.job as queued set state = 'retry', started_on = null, heartbeat_on = null, start_after = now(),
      retry_count = queued.retry_count + 1, retry_limit = queued.retry_limit + 1
    from jsonb_to_recordset(${JSON.stringify(tries)}::jsonb) as held (queue text, id uuid, "retryCount" integer)
    where queued.name = held.queue and queued.id = held.id and queued.retry_count = held."retryCount"
      and queued.state = 'active'
    returning queued.id`.execute(trx);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) {
    await sql`update jobs set state = 'waiting', changes = changes + 1
      where id in (${sql.join(ids)}) and state = 'running'`.execute(trx);
  }
  return ids;
}

/** A job that the queue gave up is dead, unless it was over or began again. Returns the row; undefined = nothing has to end. */
export async function endDead(db: Db, queue: string, id: string): Promise<JobRow | undefined> {
  await sql`update jobs set state = 'dead', finished_at = now(), next_try_at = null, changes = changes + 1,
      error_code = coalesce(error_code, 'job.interrupted')
    where id = ${id} and state in ('waiting', 'running', 'retrying') and not exists (
      select from jobs.job as queued where queued.name = ${queue} and queued.id = ${id} and queued.state <> 'failed')`.execute(
    db,
  );
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && (row.state === 'dead' || row.state === 'cancelled') ? row : undefined;
}

/** Writes how far tries are, and returns which of these jobs no longer run here by a person's word. */
export async function pulse(
  db: Db,
  { running, progress }: { running: readonly string[]; progress: readonly (Try & JobProgress)[] },
): Promise<string[]> {
  if (progress.length > 0) {
    await sql`update jobs set progress_done = given.done, progress_total = given.total, step = given.step, changes = changes + 1
      from jsonb_to_recordset(${JSON.stringify(progress)}::jsonb)
        as given (id uuid, attempt integer, done bigint, total bigint, step text)
      where jobs.id = given.id and jobs.attempts = given.attempt and jobs.state = 'running'`.execute(db);
  }
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('id', 'in', [...running])
    .where('state', '=', 'cancelled')
    .execute();
  return rows.map((row) => row.id);
}

/** A dead job waits again with all its tries. False when the queue has forgotten it. */
export async function reviveTry(trx: Trx, { id, queue, tries }: { id: string; queue: string; tries: number }) {
  const { rows } = await sql`update jobs.job set state = 'retry', started_on = null, completed_on = null, output = null,
      start_after = now(), keep_until = now() + interval '14 days',
      retry_count = retry_count + 1, retry_limit = retry_count + 1 + ${tries}
    where name = ${queue} and id = ${id} and state = 'failed' returning id`.execute(trx);
  return rows.length > 0;
}

/** The queue's own rows of jobs that are over, so that they can be queued again under their ids. */
export async function forgetFinished(trx: Trx, queue: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from jobs.job where name = ${queue} and id in (${sql.join(ids)}) and state > 'active'`.execute(trx);
}

/** What the job carries; undefined when the queue has forgotten it. */
export async function findPayload(trx: Trx, queue: string, id: string): Promise<object | undefined> {
  const { rows } = await sql<{ data: object }>`select data from jobs.job where name = ${queue} and id = ${id}`.execute(
    trx,
  );
  return rows[0]?.data;
}

/**
 * Rows that the queue knows better: it failed a job whose worker died, or forgot one because what it was about was erased.
 * Returns how many were put right.
 */
export async function reconcileJobs(db: Db): Promise<number> {
  const { rows } = await sql`
    update jobs set changes = changes + 1, next_try_at = null,
      state = case found.state when 'retry' then 'retrying' when 'completed' then 'done' when 'failed' then 'dead' else 'cancelled' end,
      error_code = coalesce(error_code, case when found.state in ('retry', 'failed') then 'job.interrupted' end),
      finished_at = case when found.state is distinct from 'retry' then now() end
    from (
      select open.id, queued.state::text as state from jobs as open
      left join jobs.job as queued on queued.name = open.queue and queued.id = open.id
      where open.state in ('waiting', 'running', 'retrying') and open.created_at < now() - interval '1 minute'
        and (queued.id is null or queued.state in ('completed', 'failed', 'cancelled')
          or queued.state = 'retry' and open.state = 'running')
    ) as found
    where jobs.id = found.id and jobs.state in ('waiting', 'running', 'retrying') returning jobs.id`.execute(db);
  return rows.length;
}
