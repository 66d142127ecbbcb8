// API keys as rows of their workspace, devices that people signed in from, and the last time step of a second factor.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace, guardForOwner } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Bound to the maker's membership: whoever leaves the workspace takes their keys with them.
  await sql`create table api_keys (
    id uuid not null constraint api_keys_pkey primary key,
    workspace_id uuid not null,
    user_id uuid not null,
    hash text not null constraint api_keys_hash_key unique,
    hint text not null,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz,
    constraint api_keys_membership_fkey foreign key (workspace_id, user_id)
      references memberships (workspace_id, user_id) on delete cascade
  )`.execute(db);
  await sql`create index api_keys_workspace_idx on api_keys (workspace_id, id)`.execute(db);
  await sql`create index api_keys_membership_idx on api_keys (workspace_id, user_id)`.execute(db);
  await guardByWorkspace(db, 'api_keys');
  // A key says which workspace it is for only when it has been found: the owner of the tables may look, not write.
  await sql`create policy api_keys_identity_policy on api_keys for select to current_user using (true)`.execute(db);

  await sql`create table account_devices (
    user_id uuid not null constraint account_devices_user_fkey references auth_users on delete cascade,
    device text not null,
    first_seen_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    constraint account_devices_pkey primary key (user_id, device)
  )`.execute(db);
  await guardForOwner(db, 'account_devices');

  // RFC 6238 section 5.2: a code that was accepted is not accepted again.
  await sql`alter table auth_two_factors add column "lastStep" bigint`.execute(db);
  // Made for a plug-in that is not used (docs/adr/0012).
  await sql`drop table auth_api_keys`.execute(db);
}
