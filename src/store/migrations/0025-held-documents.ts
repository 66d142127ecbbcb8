// Documents that came out of others (attachments, entries of archives), and the batches that documents came in with.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table batches (
    workspace_id uuid not null constraint batches_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    constraint batches_pkey primary key (workspace_id, id)
  )`.execute(db);
  await sql`alter table documents add column batch_id uuid,
    add constraint documents_batch_fkey foreign key (workspace_id, batch_id) references batches`.execute(db);
  await sql`create index documents_batch_idx on documents (workspace_id, batch_id, id) where batch_id is not null`.execute(
    db,
  );

  // A table of its own: rows that refer to rows of the same table could not be carried by a back-up in any order.
  await sql`create table document_parents (
    workspace_id uuid not null,
    document_id uuid not null,
    parent_id uuid not null,
    root_id uuid not null,
    position integer not null constraint document_parents_position_check check (position > 0),
    depth integer not null constraint document_parents_depth_check check (depth > 0),
    constraint document_parents_pkey primary key (workspace_id, document_id),
    constraint document_parents_position_key unique (workspace_id, parent_id, position),
    constraint document_parents_document_fkey foreign key (workspace_id, document_id) references documents on delete cascade,
    constraint document_parents_parent_fkey foreign key (workspace_id, parent_id) references documents on delete cascade
  )`.execute(db);
  await sql`create index document_parents_root_idx on document_parents (workspace_id, root_id)`.execute(db);
  for (const table of ['batches', 'document_parents']) await guardByWorkspace(db, table);
}
