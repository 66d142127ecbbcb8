// Lessons with everything that ever happened to them, what they were applied to, and calibrations with their predecessors.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rows with an owner are that person's alone, in every table here. What a lesson is now: computed from its deltas, outcomes and applications, and kept so that it can be listed.
  await sql`create table lessons (
    workspace_id uuid not null,
    id uuid not null,
    scope_kind text not null,
    scope_id text not null,
    owner_id uuid,
    kind text not null,
    state text not null constraint lessons_state_check
      check (state in ('proposed', 'active', 'retired', 'rejected', 'deleted')),
    state_reason text,
    text text not null,
    effect jsonb,
    tags jsonb not null,
    context jsonb not null,
    sources jsonb not null,
    pinned boolean not null,
    expires_at timestamptz,
    merged_into uuid,
    absorbed jsonb not null,
    helpful integer not null default 0,
    harmful integer not null default 0,
    applied integer not null default 0,
    confidence double precision not null,
    back_test jsonb,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint lessons_pkey primary key (workspace_id, id),
    constraint lessons_owner_check check ((scope_kind = 'user') = (owner_id is not null))
  )`.execute(db);
  await sql`create index lessons_scope_idx on lessons (workspace_id, scope_kind, scope_id, state)`.execute(db);
  await sql`create table lesson_deltas (
    workspace_id uuid not null,
    id uuid not null,
    lesson_id uuid not null,
    owner_id uuid,
    into_id uuid,
    at timestamptz not null,
    by_kind text not null constraint lesson_deltas_by_kind_check check (by_kind in ('person', 'system')),
    by_id uuid,
    delta jsonb not null,
    constraint lesson_deltas_pkey primary key (workspace_id, id),
    constraint lesson_deltas_lesson_fkey foreign key (workspace_id, lesson_id)
      references lessons (workspace_id, id) on delete cascade
  )`.execute(db);
  await sql`create index lesson_deltas_lesson_idx on lesson_deltas (workspace_id, lesson_id, id)`.execute(db);
  await sql`create index lesson_deltas_into_idx on lesson_deltas (workspace_id, into_id) where into_id is not null`.execute(
    db,
  );
  // One row an observation, whoever tells of it and however often.
  await sql`create table lesson_outcomes (
    workspace_id uuid not null,
    lesson_id uuid not null,
    owner_id uuid,
    evidence text not null,
    helpful boolean not null,
    at timestamptz not null default now(),
    constraint lesson_outcomes_pkey primary key (workspace_id, lesson_id, evidence),
    constraint lesson_outcomes_lesson_fkey foreign key (workspace_id, lesson_id)
      references lessons (workspace_id, id) on delete cascade
  )`.execute(db);
  await sql`create table lesson_uses (
    workspace_id uuid not null,
    lesson_id uuid not null,
    owner_id uuid,
    used_for text not null,
    at timestamptz not null default now(),
    constraint lesson_uses_pkey primary key (workspace_id, lesson_id, used_for),
    constraint lesson_uses_lesson_fkey foreign key (workspace_id, lesson_id)
      references lessons (workspace_id, id) on delete cascade
  )`.execute(db);
  // Who lets whom read their own lessons.
  await sql`create table lesson_readers (
    workspace_id uuid not null,
    owner_id uuid not null,
    reader_id uuid not null,
    granted_at timestamptz not null default now(),
    constraint lesson_readers_pkey primary key (workspace_id, owner_id, reader_id)
  )`.execute(db);
  await sql`create table calibrations (
    workspace_id uuid not null,
    name text not null,
    version integer not null,
    "current" boolean not null,
    taken_back boolean not null default false,
    fitted_at timestamptz not null,
    outcomes integer not null,
    calibration jsonb not null,
    reliability jsonb not null,
    constraint calibrations_pkey primary key (workspace_id, name, version)
  )`.execute(db);
  await sql`create unique index calibrations_current_key on calibrations (workspace_id, name) where "current"`.execute(
    db,
  );
  for (const table of [
    'lessons',
    'lesson_deltas',
    'lesson_outcomes',
    'lesson_uses',
    'lesson_readers',
    'calibrations',
  ]) {
    await guardByWorkspace(db, table);
  }
}
