// The outbox: mails that are to be sent, and what became of them. Rows outlive the accounts they were for, so no foreign keys.

import { type Kysely, sql } from 'kysely';
import { guardForOwner } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table emails (
    id uuid constraint emails_pkey primary key,
    workspace_id uuid,
    user_id uuid,
    template text not null,
    recipient text not null,
    locale text not null,
    sealed_data text,
    dedupe_key text constraint emails_dedupe_key_key unique,
    state text not null default 'queued' constraint emails_state_check
      check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'undeliverable')),
    attempts integer not null default 0,
    error text,
    message_id text not null,
    send_before timestamptz,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    constraint emails_wiped_check check (state in ('queued', 'sending') or sealed_data is null)
  )`.execute(db);
  await sql`create index emails_created_at_idx on emails (created_at)`.execute(db);
  await sql`create index emails_user_idx on emails (user_id) where user_id is not null`.execute(db);
  await sql`create index emails_state_idx on emails (state) where state <> 'sent'`.execute(db);
  await guardForOwner(db, 'emails');
}
