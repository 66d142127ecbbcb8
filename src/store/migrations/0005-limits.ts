// What is counted: requests per caller for the rate limits, and what a workspace used of its tier's quotas.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace, guardForOwner } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // null = the tier in DEFAULT_TIER, also when that setting changes later.
  await sql`alter table workspaces add column tier text
    constraint workspaces_tier_check check (tier in ('free', 'pro', 'enterprise'))`.execute(db);

  await sql`create table usage_counts (
    workspace_id uuid not null constraint usage_counts_workspace_fkey references workspaces on delete cascade,
    kind text not null constraint usage_counts_kind_check check (kind in ('documents', 'exports', 'apiCalls')),
    period_start date not null,
    used bigint not null,
    constraint usage_counts_pkey primary key (workspace_id, kind, period_start)
  )`.execute(db);
  await guardByWorkspace(db, 'usage_counts');
  // Calls of many workspaces are written in one statement, by the owner of the tables and nobody else.
  await sql`create policy usage_counts_batch_policy on usage_counts to current_user using (true) with check (true)`.execute(
    db,
  );

  // Not written ahead: these counts are worth a minute or an hour, and may be lost with a crash of the database.
  await sql`create unlogged table request_counts (
    subject text not null,
    window_seconds integer not null,
    window_number bigint not null,
    count bigint not null,
    changed_at timestamptz not null,
    constraint request_counts_pkey primary key (subject, window_seconds, window_number)
  )`.execute(db);
  await sql`create index request_counts_changed_at_idx on request_counts (changed_at)`.execute(db);
  await guardForOwner(db, 'request_counts');

  // The status that goes with a kept answer; null while the request that claimed the key still runs.
  await sql`alter table idempotency_keys alter column response drop not null,
    add column status integer,
    add column sealed boolean not null default false,
    add column claimed_at timestamptz not null default now()`.execute(db);
  // Upkeep deletes what is past its day in every workspace, and sees nothing else.
  for (const verb of ['select', 'delete']) {
    await sql`create policy ${sql.ref(`idempotency_keys_${verb}_old_policy`)} on idempotency_keys for ${sql.raw(verb)}
      to current_user using (created_at < now() - interval '24 hours')`.execute(db);
  }
}
