// Invitations to workspaces, settings of a workspace, and accounts that an administrator of the installation closed.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workspaces
    add column created_by uuid constraint workspaces_created_by_fkey references auth_users on delete set null`.execute(
    db,
  );
  await sql`create index workspaces_created_by_idx on workspaces (created_by)`.execute(db);

  await sql`alter table auth_users add column "disabledAt" timestamptz`.execute(db);

  await sql`create table invitations (
    workspace_id uuid not null constraint invitations_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    email text not null,
    role text not null constraint invitations_role_check check (role in ('owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest')),
    locale text not null,
    token_hash text not null constraint invitations_token_key unique,
    status text not null default 'pending' constraint invitations_status_check check
      (status in ('pending', 'accepted', 'declined', 'revoked')),
    invited_by uuid constraint invitations_invited_by_fkey references auth_users on delete set null,
    created_at timestamptz not null default now(),
    sent_at timestamptz not null default now(),
    sends integer not null default 1,
    expires_at timestamptz not null,
    settled_at timestamptz,
    constraint invitations_pkey primary key (workspace_id, id)
  )`.execute(db);
  await sql`create unique index invitations_pending_key on invitations (workspace_id, email) where status = 'pending'`.execute(
    db,
  );
  await sql`create index invitations_created_at_idx on invitations (workspace_id, created_at)`.execute(db);
  await sql`create index invitations_invited_by_idx on invitations (invited_by)`.execute(db);
  await guardByWorkspace(db, 'invitations');
  // Whoever holds a token belongs to no workspace yet: the owner of the tables may look it up, and delete it when the
  // person it was sent to is erased.
  for (const verb of ['select', 'delete']) {
    await sql`create policy ${sql.ref(`invitations_${verb}_policy`)} on invitations for ${sql.raw(verb)} to current_user using (true)`.execute(
      db,
    );
  }
}
