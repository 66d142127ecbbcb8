// Workspaces, users, files, documents, runs, records and corrections; each row guarded by its workspace.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

const tables = ['users', 'files', 'documents', 'runs', 'records', 'corrections', 'idempotency_keys'];

export async function up(db: Kysely<unknown>): Promise<void> {
  // The role that requests run as. It owns nothing, so no policy can be passed by. Roles belong to the whole server: another
  // database on it may be making the same one now.
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = 'sheaf_app') then create role sheaf_app nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`.execute(db);
  await sql`do $$ begin execute format('grant sheaf_app to %I', current_user);
  exception when unique_violation then null;
  end $$`.execute(db);
  await sql`grant usage on schema public to sheaf_app`.execute(db);

  await sql`create table workspaces (
    id uuid constraint workspaces_pkey primary key,
    name text not null,
    created_at timestamptz not null default now()
  )`.execute(db);

  await sql`create table users (
    workspace_id uuid not null constraint users_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    name text not null,
    email text,
    role text not null constraint users_role_check check (role in ('owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest')),
    created_at timestamptz not null default now(),
    constraint users_pkey primary key (workspace_id, id)
  )`.execute(db);

  await sql`create table files (
    workspace_id uuid not null constraint files_workspace_fkey references workspaces on delete cascade,
    sha256 text not null constraint files_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    size bigint not null,
    created_at timestamptz not null default now(),
    constraint files_pkey primary key (workspace_id, sha256)
  )`.execute(db);

  await sql`create index files_sha256_idx on files (sha256)`.execute(db);

  await sql`create table documents (
    workspace_id uuid not null,
    id uuid not null,
    sha256 text not null,
    name text not null,
    state text not null default 'uploaded' constraint documents_state_check check
      (state in ('uploaded', 'processing', 'extracted', 'review_pending', 'approved', 'published', 'archived', 'failed')),
    type_hint text,
    sealed_password text,
    page_count integer,
    page_geometry jsonb not null default '[]',
    language text,
    uploaded_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint documents_pkey primary key (workspace_id, id),
    constraint documents_file_fkey foreign key (workspace_id, sha256) references files
  )`.execute(db);
  await sql`create index documents_state_idx on documents (workspace_id, state, id)`.execute(db);
  await sql`create index documents_file_idx on documents (workspace_id, sha256)`.execute(db);

  await sql`create table runs (
    workspace_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    status text not null default 'queued' constraint runs_status_check check
      (status in ('queued', 'running', 'succeeded', 'partial', 'failed')),
    stage text,
    progress jsonb not null default '[]',
    timings jsonb not null default '{}',
    trace jsonb not null default '[]',
    warnings jsonb not null default '[]',
    error jsonb,
    versions jsonb not null default '{}',
    request_id text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    constraint runs_pkey primary key (workspace_id, id),
    constraint runs_document_fkey foreign key (workspace_id, document_id) references documents on delete cascade
  )`.execute(db);
  await sql`create index runs_document_idx on runs (workspace_id, document_id, id)`.execute(db);

  await sql`create table records (
    workspace_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    run_id uuid not null,
    position integer not null,
    type text not null,
    confidence double precision not null,
    alternatives jsonb not null,
    pages jsonb not null,
    fields jsonb not null,
    lines jsonb not null,
    issues jsonb not null,
    assessment jsonb,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint records_pkey primary key (workspace_id, id),
    constraint records_document_fkey foreign key (workspace_id, document_id) references documents on delete cascade,
    constraint records_position_key unique (workspace_id, document_id, position)
  )`.execute(db);
  await sql`create index records_type_idx on records (workspace_id, type, id)`.execute(db);

  await sql`create table corrections (
    workspace_id uuid not null,
    id uuid not null,
    record_id uuid not null,
    document_id uuid not null,
    path text not null,
    before jsonb,
    after jsonb,
    made_by uuid,
    created_at timestamptz not null default now(),
    constraint corrections_pkey primary key (workspace_id, id),
    constraint corrections_record_fkey foreign key (workspace_id, record_id) references records on delete cascade
  )`.execute(db);
  await sql`create index corrections_record_idx on corrections (workspace_id, record_id, id)`.execute(db);

  await sql`create table idempotency_keys (
    workspace_id uuid not null constraint idempotency_keys_workspace_fkey references workspaces on delete cascade,
    key text not null,
    fingerprint text not null,
    response jsonb not null,
    created_at timestamptz not null default now(),
    constraint idempotency_keys_pkey primary key (workspace_id, key)
  )`.execute(db);
  await sql`create index idempotency_keys_created_at_idx on idempotency_keys (created_at)`.execute(db);

  await guardByWorkspace(db, 'workspaces', 'id');
  for (const table of tables) await guardByWorkspace(db, table);
  // Upkeep must see which contents any workspace still has: the owner of the tables, and nobody else, sees all hashes.
  await sql`create policy files_upkeep_policy on files for select to current_user using (true)`.execute(db);
}
