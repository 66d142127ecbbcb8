// Which records wait for a person, why, and who approved them; and what a workspace lets through by itself.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table review_settings (
    workspace_id uuid not null,
    settings jsonb not null,
    version integer not null,
    changed_by uuid,
    updated_at timestamptz not null default now(),
    constraint review_settings_pkey primary key (workspace_id)
  )`.execute(db);
  await guardByWorkspace(db, 'review_settings');

  await sql`create table reviews (
    workspace_id uuid not null,
    record_id uuid not null,
    document_id uuid not null,
    state text not null constraint reviews_state_check check (state in ('pending', 'approved', 'rejected')),
    reasons jsonb not null,
    record_version integer not null,
    compared_version integer not null default 0,
    four_eyes boolean not null,
    amount numeric,
    currency text,
    due_date text,
    held boolean not null default false,
    first_by uuid,
    first_at timestamptz,
    second_by uuid,
    second_at timestamptz,
    by_itself boolean not null default false,
    rejected_by uuid,
    reject_reason text,
    decided_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint reviews_pkey primary key (workspace_id, record_id),
    constraint reviews_record_fkey foreign key (workspace_id, record_id) references records on delete cascade
  )`.execute(db);
  await sql`create index reviews_state_idx on reviews (workspace_id, state, due_date)`.execute(db);
  await sql`create index reviews_document_idx on reviews (workspace_id, document_id)`.execute(db);
  await guardByWorkspace(db, 'reviews');
  await keepWaiting(db);
}

/** Records of documents that waited for a person before there were reviews go on waiting; all others count as looked at. */
async function keepWaiting(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('sheaf.transfer', 'on', true)`.execute(db);
  const reasons = JSON.stringify([
    { code: 'earlier', path: '', message: 'It was read before reviews were kept.', firm: false },
  ]);
  await sql`insert into reviews (workspace_id, record_id, document_id, state, reasons, record_version, four_eyes, created_at)
    select r.workspace_id, r.id, r.document_id, 'pending', ${reasons}::jsonb, 0, false, r.created_at
    from records r join documents d on d.workspace_id = r.workspace_id and d.id = r.document_id
    where d.state = 'review_pending'`.execute(db);
  await sql`select set_config('sheaf.transfer', '', true)`.execute(db);
}
