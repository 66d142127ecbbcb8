// What became of each piece of background work, for people to look at. The queue's own tables say what is to be done.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The id is the queue's. Without a workspace: work for the installation. No foreign keys: a row is history.
  await sql`create table jobs (
    id uuid constraint jobs_pkey primary key,
    queue text not null,
    workspace_id uuid,
    requested_by uuid,
    request_id text,
    state text not null default 'waiting' constraint jobs_state_check
      check (state in ('waiting', 'running', 'retrying', 'done', 'dead', 'cancelled')),
    attempts integer not null default 0,
    progress_done bigint,
    progress_total bigint,
    step text,
    error_code text,
    next_try_at timestamptz,
    cancelled_by uuid,
    retried_as uuid,
    changes integer not null default 0,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
  )`.execute(db);
  await sql`create index jobs_workspace_idx on jobs (workspace_id, id) where workspace_id is not null`.execute(db);
  await sql`create index jobs_state_idx on jobs (state, id) where state <> 'done'`.execute(db);
  await sql`create index jobs_finished_idx on jobs (finished_at) where finished_at is not null`.execute(db);
  await guardByWorkspace(db, 'jobs');
  // Workers and administrators see all of them; a workspace only looks at its own.
  await sql`create policy jobs_owner_policy on jobs to current_user using (true) with check (true)`.execute(db);
  await sql`revoke insert, update, delete on jobs from sheaf_app`.execute(db);
}
