// Document types of a workspace's own, in versions; a record keeps the version that it was read by.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table document_types (
    workspace_id uuid not null constraint document_types_workspace_fkey references workspaces on delete cascade,
    type_id text not null,
    version integer not null,
    state text not null constraint document_types_state_check
      check (state in ('draft', 'published', 'superseded', 'retired')),
    definition jsonb not null,
    revision integer not null default 1,
    made_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    published_at timestamptz,
    constraint document_types_pkey primary key (workspace_id, type_id, version)
  )`.execute(db);
  // One of each type is being worked on, one is read by.
  await sql`create unique index document_types_draft_key on document_types (workspace_id, type_id) where state = 'draft'`.execute(
    db,
  );
  await sql`create unique index document_types_published_key on document_types (workspace_id, type_id)
    where state = 'published'`.execute(db);
  await guardByWorkspace(db, 'document_types');
  await sql`alter table records add column type_version integer`.execute(db);
}
