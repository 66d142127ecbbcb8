// Back-ups as they were made and verified, and the sight of all rows for whoever makes one.

import { type Kysely, sql } from 'kysely';
import { guardForOwner, letTransfer } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table backups (
    id uuid not null constraint backups_pkey primary key,
    trigger text not null constraint backups_trigger_check check (trigger in ('schedule', 'person')),
    requested_by uuid,
    scheduled_for timestamptz constraint backups_scheduled_key unique,
    state text not null default 'queued' constraint backups_state_check check
      (state in ('queued', 'running', 'done', 'failed')),
    file text,
    size bigint,
    sha256 text,
    row_count bigint,
    blob_count bigint,
    blob_bytes bigint,
    verification text constraint backups_verification_check check (verification in ('passed', 'failed')),
    error text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    removed_at timestamptz
  )`.execute(db);
  await sql`create index backups_state_idx on backups (state, id)`.execute(db);
  await guardForOwner(db, 'backups');

  // Tables of installations that are older than the guard's own policy for this.
  const { rows } = await sql<{ name: string }>`select p.tablename as name from pg_policies p
    where p.schemaname = 'public' and p.policyname = p.tablename || '_workspace_policy'
      and not exists (select from pg_policies t where t.schemaname = 'public' and t.tablename = p.tablename
        and t.policyname = p.tablename || '_transfer_policy') order by p.tablename`.execute(db);
  for (const { name } of rows) await letTransfer(db, name);
}
