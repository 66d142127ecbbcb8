// Notices and what becomes of them: in the console, by mail, by webhook, as live events.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await makeNotices(db);
  await makeWebhooks(db);
  await makeLiveEvents(db);
}

async function makeNotices(db: Kysely<unknown>): Promise<void> {
  await sql`create table notices (
    workspace_id uuid not null constraint notices_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    kind text not null,
    event text not null,
    user_ids uuid[],
    subject_type text not null,
    subject_id text not null,
    data jsonb not null,
    score double precision constraint notices_score_check check (score between 0 and 1),
    created_at timestamptz not null default now(),
    expanded_at timestamptz,
    constraint notices_pkey primary key (workspace_id, id),
    constraint notices_event_key unique (workspace_id, kind, event)
  )`.execute(db);
  await sql`create index notices_subject_idx on notices (workspace_id, subject_id)`.execute(db);
  await sql`create index notices_created_idx on notices (workspace_id, created_at)`.execute(db);

  // One row for each person that a notice is for. mail_due_at: when a mail with it is due; mailed_at: it went into the outbox.
  await sql`create table notifications (
    workspace_id uuid not null,
    id uuid not null,
    notice_id uuid not null,
    user_id uuid not null,
    in_app boolean not null,
    read_at timestamptz,
    deleted_at timestamptz,
    mail_due_at timestamptz,
    mailed_at timestamptz,
    created_at timestamptz not null default now(),
    constraint notifications_pkey primary key (workspace_id, id),
    constraint notifications_person_key unique (workspace_id, notice_id, user_id),
    constraint notifications_notice_fkey foreign key (workspace_id, notice_id) references notices on delete cascade
  )`.execute(db);
  await sql`create index notifications_list_idx on notifications (workspace_id, user_id, id)
    where in_app and deleted_at is null`.execute(db);
  await sql`create index notifications_unread_idx on notifications (workspace_id, user_id, id)
    where in_app and deleted_at is null and read_at is null`.execute(db);
  await sql`create index notifications_mail_idx on notifications (workspace_id, user_id, mail_due_at)
    where mail_due_at is not null and mailed_at is null`.execute(db);

  await sql`create table notification_settings (
    workspace_id uuid not null constraint notification_settings_workspace_fkey references workspaces on delete cascade,
    user_id uuid not null,
    version integer not null default 1,
    settings jsonb not null,
    updated_at timestamptz not null default now(),
    constraint notification_settings_pkey primary key (workspace_id, user_id)
  )`.execute(db);

  // When somebody's next mail is due. The clock looks through these of all workspaces, and through nothing else.
  await sql`create table notice_mail_times (
    workspace_id uuid not null constraint notice_mail_times_workspace_fkey references workspaces on delete cascade,
    user_id uuid not null,
    due_at timestamptz not null,
    constraint notice_mail_times_pkey primary key (workspace_id, user_id, due_at)
  )`.execute(db);
  await sql`create index notice_mail_times_due_idx on notice_mail_times (due_at)`.execute(db);

  for (const table of ['notices', 'notifications', 'notification_settings', 'notice_mail_times']) {
    await guardByWorkspace(db, table);
  }
  await letOwner(db, 'notice_mail_times');
}

async function makeWebhooks(db: Kysely<unknown>): Promise<void> {
  await sql`create table webhook_endpoints (
    workspace_id uuid not null constraint webhook_endpoints_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    url text not null,
    description text not null,
    events text[],
    sealed_secret text not null,
    sealed_old_secret text,
    overlap_until timestamptz,
    enabled boolean not null default true,
    disabled_reason text constraint webhook_endpoints_reason_check check (disabled_reason in ('gone', 'failing', 'person')),
    failing_since timestamptz,
    version integer not null default 1,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    constraint webhook_endpoints_pkey primary key (workspace_id, id)
  )`.execute(db);

  // An event for an endpoint. The body is kept as it is sent, so that every try sends the same bytes.
  await sql`create table webhook_deliveries (
    workspace_id uuid not null,
    id uuid not null,
    endpoint_id uuid not null,
    event_id uuid not null,
    kind text not null,
    body text not null,
    state text not null constraint webhook_deliveries_state_check check (state in ('pending', 'delivered', 'failed')),
    round integer not null default 1,
    attempts integer not null default 0,
    next_try_at timestamptz,
    claimed_until timestamptz,
    status integer,
    error text,
    latency_ms integer,
    answer text,
    log jsonb not null default '[]',
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    constraint webhook_deliveries_pkey primary key (workspace_id, id),
    constraint webhook_deliveries_event_key unique (workspace_id, endpoint_id, event_id),
    constraint webhook_deliveries_endpoint_fkey foreign key (workspace_id, endpoint_id)
      references webhook_endpoints on delete cascade
  )`.execute(db);
  await sql`create index webhook_deliveries_list_idx on webhook_deliveries (workspace_id, endpoint_id, id)`.execute(db);
  await sql`create index webhook_deliveries_failed_idx on webhook_deliveries (workspace_id, endpoint_id, finished_at)
    where state = 'failed'`.execute(db);
  for (const table of ['webhook_endpoints', 'webhook_deliveries']) await guardByWorkspace(db, table);
}

async function makeLiveEvents(db: Kysely<unknown>): Promise<void> {
  // Ids are given when rows are made, not when they are seen: whoever reads in order waits for the transactions before
  // (xact), or would miss what commits late. No foreign key: rows are gone after a day.
  await sql`create table live_events (
    workspace_id uuid not null,
    id bigint generated by default as identity,
    xact xid8 not null default pg_current_xact_id(),
    user_id uuid,
    type text not null,
    data jsonb not null,
    created_at timestamptz not null default now(),
    constraint live_events_pkey primary key (workspace_id, id)
  )`.execute(db);
  await sql`create index live_events_order_idx on live_events (xact, id)`.execute(db);
  await sql`create index live_events_created_idx on live_events (created_at)`.execute(db);
  await guardByWorkspace(db, 'live_events');
  await letOwner(db, 'live_events');
}

/** The owner of the schema sees the rows of all workspaces: one look for all of them. */
async function letOwner(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create policy ${sql.ref(`${table}_owner_policy`)} on ${sql.table(table)} to current_user
    using (true) with check (true)`.execute(db);
}
