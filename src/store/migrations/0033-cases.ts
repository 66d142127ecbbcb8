// Cases: what people move through declared states, with all that happened to each, what was attached and what is to be done;
// and the calendars that people follow them in.

import { type Kysely, sql } from 'kysely';
import { makeSoftDelete } from './0004-keeping.ts';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await makeCases(db);
  await makeEvents(db);
  await makeAttachments(db);
  await makeReminders(db);
  await makeCalendars(db);
}

async function makeCases(db: Kysely<unknown>): Promise<void> {
  // Rows with an owner are that person's alone, in every table here.
  await sql`create table cases (
    workspace_id uuid not null,
    id uuid not null,
    type text not null,
    owner_id uuid,
    title text not null,
    state text not null,
    is_open boolean not null,
    subject_id uuid,
    fields jsonb not null,
    place double precision not null,
    version integer not null default 1,
    created_by uuid,
    state_since timestamptz not null,
    closed_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint cases_pkey primary key (workspace_id, id)
  )`.execute(db);
  await makeSoftDelete(db, 'cases');
  await sql`create index cases_state_idx on cases (workspace_id, type, owner_id, state, place)`.execute(db);
  // One open case for each thing: of two that are opened at once, the second finds the first.
  await sql`create unique index cases_open_subject_key on cases (workspace_id, type, owner_id, subject_id) nulls not distinct
    where is_open and subject_id is not null and deleted_at is null`.execute(db);
  await guardByWorkspace(db, 'cases');
}

async function makeEvents(db: Kysely<unknown>): Promise<void> {
  await sql`create table case_events (
    workspace_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    owner_id uuid,
    at timestamptz not null,
    by_id uuid,
    kind text not null constraint case_events_kind_check check (kind in
      ('opened', 'moved', 'reopened', 'taken-back', 'noted', 'changed', 'attached', 'detached', 'reminder-set', 'reminder-removed', 'restored')),
    from_state text,
    to_state text,
    takes_back uuid,
    note text,
    data jsonb not null,
    constraint case_events_pkey primary key (workspace_id, id),
    constraint case_events_case_fkey foreign key (workspace_id, case_id) references cases (workspace_id, id) on delete cascade
  )`.execute(db);
  await sql`create index case_events_case_idx on case_events (workspace_id, case_id, id)`.execute(db);
  await guardByWorkspace(db, 'case_events');
  // Only ever added; they go with their case.
  await sql`revoke update, delete on case_events from sheaf_app`.execute(db);
}

async function makeAttachments(db: Kysely<unknown>): Promise<void> {
  // A copy of exactly what was attached: records keep only their newest version, artifacts can be deleted.
  await sql`create table case_attachments (
    workspace_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    owner_id uuid,
    role text not null,
    source text not null constraint case_attachments_source_check check (source in ('record', 'artifact')),
    source_id uuid not null,
    source_type text not null,
    source_version integer not null,
    title text not null,
    sha256 text not null,
    content jsonb,
    attached_by uuid,
    attached_at timestamptz not null default now(),
    detached_at timestamptz,
    constraint case_attachments_pkey primary key (workspace_id, id),
    constraint case_attachments_case_fkey foreign key (workspace_id, case_id) references cases (workspace_id, id) on delete cascade
  )`.execute(db);
  await sql`create index case_attachments_case_idx on case_attachments (workspace_id, case_id, id)`.execute(db);
  await sql`create index case_attachments_source_idx on case_attachments (workspace_id, source_id)`.execute(db);
  await guardByWorkspace(db, 'case_attachments');
  // What is deleted for good is gone from here, too: which version it was, by its hash, stays.
  await sql`create function forget_attached_record() returns trigger language plpgsql as $$ begin
    update case_attachments set content = null
      where workspace_id = old.workspace_id and source = 'record' and source_id = old.id and content is not null;
    return null;
  end $$`.execute(db);
  await sql`create trigger records_forget_attached after delete on records
    for each row execute function forget_attached_record()`.execute(db);
}

async function makeReminders(db: Kysely<unknown>): Promise<void> {
  await sql`create table case_reminders (
    workspace_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    owner_id uuid,
    user_id uuid not null,
    due_at timestamptz not null,
    text text not null,
    told_at timestamptz,
    created_at timestamptz not null default now(),
    constraint case_reminders_pkey primary key (workspace_id, id),
    constraint case_reminders_case_fkey foreign key (workspace_id, case_id) references cases (workspace_id, id) on delete cascade
  )`.execute(db);
  await sql`create index case_reminders_case_idx on case_reminders (workspace_id, case_id, due_at)`.execute(db);
  await sql`create index case_reminders_due_idx on case_reminders (due_at) where told_at is null`.execute(db);
  await guardByWorkspace(db, 'case_reminders');
  // The clock looks once for all workspaces, and goes only where something is due.
  await sql`create policy case_reminders_look_policy on case_reminders for select to current_user using (true)`.execute(
    db,
  );
}

async function makeCalendars(db: Kysely<unknown>): Promise<void> {
  // One address a person; another one takes its place, and the old one shows nothing any more.
  await sql`create table case_calendars (
    workspace_id uuid not null,
    owner_id uuid not null,
    id uuid not null,
    created_at timestamptz not null default now(),
    constraint case_calendars_pkey primary key (workspace_id, owner_id)
  )`.execute(db);
  await guardByWorkspace(db, 'case_calendars');
}
