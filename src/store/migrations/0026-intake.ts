// How documents come in by themselves: what is watched for whom, and what came.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table intake_sources (
    workspace_id uuid not null constraint intake_sources_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    kind text not null constraint intake_sources_kind_check check (kind in ('mail', 'imap', 'folder', 'objects')),
    name text not null,
    enabled boolean not null default true,
    token_hash text constraint intake_sources_token_key unique,
    settings jsonb not null default '{}',
    sealed_secret text,
    senders text[] not null default '{}',
    type_hint text,
    created_by uuid,
    created_at timestamptz not null default now(),
    failures integer not null default 0,
    last_error text,
    polled_at timestamptz,
    next_poll_at timestamptz,
    version integer not null default 1,
    constraint intake_sources_pkey primary key (workspace_id, id)
  )`.execute(db);
  // One folder and one place among the objects for each workspace: its id is their name.
  await sql`create unique index intake_sources_place_key on intake_sources (workspace_id, kind)
    where kind in ('folder', 'objects')`.execute(db);
  await sql`create index intake_sources_due_idx on intake_sources (next_poll_at) where enabled and kind <> 'mail'`.execute(
    db,
  );
  await sql`create table intake_arrivals (
    workspace_id uuid not null,
    id uuid not null,
    source_id uuid not null,
    identity text not null,
    outcome text not null constraint intake_arrivals_outcome_check check (outcome in ('taken', 'duplicate', 'refused')),
    reason text,
    name text not null,
    sender text,
    size bigint not null,
    document_id uuid,
    created_at timestamptz not null default now(),
    constraint intake_arrivals_pkey primary key (workspace_id, id),
    constraint intake_arrivals_source_fkey foreign key (workspace_id, source_id) references intake_sources on delete cascade
  )`.execute(db);
  // What came is taken once, whoever takes it how often.
  await sql`create unique index intake_arrivals_taken_key on intake_arrivals (workspace_id, source_id, identity)
    where outcome = 'taken'`.execute(db);
  await sql`create index intake_arrivals_list_idx on intake_arrivals (workspace_id, source_id, id)`.execute(db);
  for (const table of ['intake_sources', 'intake_arrivals']) await guardByWorkspace(db, table);
  // A token says which workspace it is for only when it has been found, and the clock asks for all: the owner looks, and
  // writes nothing.
  await sql`create policy intake_sources_look_policy on intake_sources for select to current_user using (true)`.execute(
    db,
  );
}
