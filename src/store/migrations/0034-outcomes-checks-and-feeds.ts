// What cases say of matches, what each person was told in the daily look at new matches, and feeds as a way in.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A person's own case says by its state whether a match was right: learnt from like a decision, shown to nobody.
  await sql`create table match_outcomes (
    workspace_id uuid not null,
    case_id uuid not null,
    match_id uuid not null,
    owner_id uuid,
    spec text not null,
    decision text not null constraint match_outcomes_decision_check check (decision in ('accepted', 'dismissed')),
    score double precision not null,
    feature_values jsonb not null,
    decided_at timestamptz not null,
    constraint match_outcomes_pkey primary key (workspace_id, case_id),
    constraint match_outcomes_case_fkey foreign key (workspace_id, case_id) references cases (workspace_id, id) on delete cascade,
    constraint match_outcomes_match_fkey foreign key (workspace_id, match_id) references matches on delete cascade
  )`.execute(db);
  await sql`create index match_outcomes_match_idx on match_outcomes (workspace_id, match_id)`.execute(db);
  await sql`create index match_outcomes_spec_idx on match_outcomes (workspace_id, spec)`.execute(db);

  await sql`create table match_checks (
    workspace_id uuid not null,
    user_id uuid not null,
    checked_at timestamptz not null,
    constraint match_checks_pkey primary key (workspace_id, user_id)
  )`.execute(db);
  await sql`create table match_tellings (
    workspace_id uuid not null,
    user_id uuid not null,
    match_id uuid not null,
    told_at timestamptz not null,
    constraint match_tellings_pkey primary key (workspace_id, user_id, match_id),
    constraint match_tellings_match_fkey foreign key (workspace_id, match_id) references matches on delete cascade
  )`.execute(db);
  await sql`create index match_tellings_match_idx on match_tellings (workspace_id, match_id)`.execute(db);
  for (const table of ['match_outcomes', 'match_checks', 'match_tellings']) await guardByWorkspace(db, table);

  await sql`alter table intake_sources drop constraint intake_sources_kind_check`.execute(db);
  await sql`alter table intake_sources add constraint intake_sources_kind_check
    check (kind in ('mail', 'imap', 'folder', 'objects', 'feed'))`.execute(db);
  // What its server said of the version that was taken last.
  await sql`alter table intake_sources add column feed_state jsonb`.execute(db);
}
