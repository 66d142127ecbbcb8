// What of a record is compared, the keys by which others are found, matches, decisions on them, and what was learnt from those.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

const tables = ['match_subjects', 'match_keys', 'matches', 'match_decisions', 'match_models'];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table match_subjects (
    workspace_id uuid not null,
    record_id uuid not null,
    record_type text not null,
    content jsonb not null,
    constraint match_subjects_pkey primary key (workspace_id, record_id),
    constraint match_subjects_record_fkey foreign key (workspace_id, record_id) references records on delete cascade
  )`.execute(db);

  await sql`create table match_keys (
    workspace_id uuid not null,
    key text not null,
    record_type text not null,
    record_id uuid not null,
    constraint match_keys_pkey primary key (workspace_id, key, record_type, record_id),
    constraint match_keys_subject_fkey foreign key (workspace_id, record_id) references match_subjects on delete cascade
  )`.execute(db);
  await sql`create index match_keys_record_idx on match_keys (workspace_id, record_id)`.execute(db);

  await sql`create table matches (
    workspace_id uuid not null,
    id uuid not null,
    spec text not null,
    left_id uuid not null,
    right_id uuid not null,
    state text not null constraint matches_state_check check (state in ('proposed', 'accepted', 'dismissed', 'superseded')),
    superseded_because text,
    score double precision not null,
    probability double precision not null,
    feature_values jsonb not null,
    explanation jsonb not null,
    fingerprint text not null,
    told_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint matches_pkey primary key (workspace_id, id),
    constraint matches_pair_key unique (workspace_id, left_id, right_id, spec),
    constraint matches_left_fkey foreign key (workspace_id, left_id) references records on delete cascade,
    constraint matches_right_fkey foreign key (workspace_id, right_id) references records on delete cascade
  )`.execute(db);
  await sql`create index matches_right_idx on matches (workspace_id, right_id)`.execute(db);
  await sql`create index matches_state_idx on matches (workspace_id, state, id)`.execute(db);

  await sql`create table match_decisions (
    workspace_id uuid not null,
    id uuid not null,
    match_id uuid not null,
    spec text not null,
    decision text not null constraint match_decisions_decision_check check (decision in ('accepted', 'dismissed')),
    reason text,
    decided_by uuid,
    decided_at timestamptz not null default now(),
    undone_by uuid,
    undone_at timestamptz,
    score double precision not null,
    probability double precision not null,
    feature_values jsonb not null,
    fingerprint text not null,
    versions jsonb not null,
    constraint match_decisions_pkey primary key (workspace_id, id),
    constraint match_decisions_match_fkey foreign key (workspace_id, match_id) references matches on delete cascade
  )`.execute(db);
  await sql`create index match_decisions_match_idx on match_decisions (workspace_id, match_id, id)`.execute(db);
  await sql`create index match_decisions_spec_idx on match_decisions (workspace_id, spec, id)`.execute(db);

  await sql`create table match_models (
    workspace_id uuid not null constraint match_models_workspace_fkey references workspaces on delete cascade,
    spec text not null,
    version integer not null,
    spec_version text not null,
    model jsonb not null,
    made_at timestamptz not null default now(),
    constraint match_models_pkey primary key (workspace_id, spec)
  )`.execute(db);

  for (const table of tables) await guardByWorkspace(db, table);
}
