// What is odd about a record beside earlier ones, and what people decided about it.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table findings (
    workspace_id uuid not null,
    id uuid not null,
    record_id uuid not null,
    watch text not null,
    watch_version text not null,
    severity text not null constraint findings_severity_check check (severity in ('error', 'warning', 'info')),
    path text not null,
    message text not null,
    reasons jsonb not null,
    basis text not null,
    state text not null constraint findings_state_check check (state in ('open', 'confirmed', 'dismissed', 'settled')),
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint findings_pkey primary key (workspace_id, id),
    constraint findings_watch_key unique (workspace_id, record_id, watch),
    constraint findings_record_fkey foreign key (workspace_id, record_id) references records on delete cascade
  )`.execute(db);
  await sql`create index findings_state_idx on findings (workspace_id, state, id)`.execute(db);
  await guardByWorkspace(db, 'findings');
}
