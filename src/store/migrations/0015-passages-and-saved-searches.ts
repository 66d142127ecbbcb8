// The passages of what was read, which the index is made of and can be made of again; searches that people keep, and what
// they have found.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table document_passages (
    workspace_id uuid not null,
    document_id uuid not null,
    passages jsonb not null,
    created_at timestamptz not null default now(),
    constraint document_passages_pkey primary key (workspace_id, document_id),
    constraint document_passages_document_fkey foreign key (workspace_id, document_id)
      references documents on delete cascade
  )`.execute(db);

  // Words and filters are the person's own. The vector is that of the words, by the model that is named beside it.
  await sql`create table saved_searches (
    id uuid not null,
    workspace_id uuid not null constraint saved_searches_workspace_fkey references workspaces on delete cascade,
    made_by uuid not null,
    name text not null,
    text text not null,
    filters jsonb not null default '{}',
    collection_ids uuid[],
    alert text not null constraint saved_searches_alert_check check (alert in ('off', 'immediately', 'daily')),
    model text,
    vector real[],
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint saved_searches_pkey primary key (workspace_id, id)
  )`.execute(db);
  await sql`create index saved_searches_made_by_idx on saved_searches (workspace_id, made_by, id)`.execute(db);

  // What a search has found is remembered as long as the search: nothing is told twice.
  await sql`create table saved_search_hits (
    workspace_id uuid not null,
    saved_search_id uuid not null,
    subject text not null,
    collection_id uuid not null,
    item_id text not null,
    way text not null constraint saved_search_hits_way_check check (way in ('words', 'meaning')),
    found_at timestamptz not null default now(),
    told_at timestamptz,
    constraint saved_search_hits_pkey primary key (workspace_id, saved_search_id, subject),
    constraint saved_search_hits_search_fkey foreign key (workspace_id, saved_search_id)
      references saved_searches on delete cascade
  )`.execute(db);
  await sql`create index saved_search_hits_untold_idx on saved_search_hits (workspace_id, saved_search_id)
    where told_at is null`.execute(db);

  for (const table of ['document_passages', 'saved_searches', 'saved_search_hits']) await guardByWorkspace(db, table);
}
