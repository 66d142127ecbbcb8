// Artifacts that are written: what they are, every version, what they may lean on, and what was proposed for them.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

const tables = ['artifacts', 'artifact_versions', 'artifact_sources', 'artifact_proposals'];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table artifacts (
    workspace_id uuid not null constraint artifacts_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    kind text not null,
    title text not null,
    version integer not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint artifacts_pkey primary key (workspace_id, id)
  )`.execute(db);

  await sql`create table artifact_versions (
    workspace_id uuid not null,
    artifact_id uuid not null,
    version integer not null,
    body jsonb not null,
    operations jsonb not null,
    written_by text not null constraint artifact_versions_written_by_check
      check (written_by in ('person', 'rules', 'model', 'fallback', 'restored')),
    restored_from integer,
    made_by uuid,
    made_at timestamptz not null default now(),
    constraint artifact_versions_pkey primary key (workspace_id, artifact_id, version),
    constraint artifact_versions_artifact_fkey foreign key (workspace_id, artifact_id) references artifacts on delete cascade
  )`.execute(db);

  await sql`create table artifact_sources (
    workspace_id uuid not null,
    artifact_id uuid not null,
    id text not null,
    source jsonb not null,
    given_by uuid,
    given_at timestamptz not null default now(),
    constraint artifact_sources_pkey primary key (workspace_id, artifact_id, id),
    constraint artifact_sources_artifact_fkey foreign key (workspace_id, artifact_id) references artifacts on delete cascade
  )`.execute(db);

  await sql`create table artifact_proposals (
    workspace_id uuid not null,
    id uuid not null,
    artifact_id uuid not null,
    base_version integer not null,
    written_by text not null constraint artifact_proposals_written_by_check
      check (written_by in ('person', 'rules', 'model', 'fallback')),
    verdicts jsonb not null,
    state text not null default 'open' constraint artifact_proposals_state_check check (state in ('open', 'applied')),
    proposed_by uuid,
    proposed_at timestamptz not null default now(),
    decided_by uuid,
    decided_at timestamptz,
    constraint artifact_proposals_pkey primary key (workspace_id, id),
    constraint artifact_proposals_artifact_fkey foreign key (workspace_id, artifact_id) references artifacts on delete cascade
  )`.execute(db);
  await sql`create index artifact_proposals_artifact_idx on artifact_proposals (workspace_id, artifact_id, id)`.execute(
    db,
  );

  for (const table of tables) await guardByWorkspace(db, table);
}
