// Keeping: the audit log, soft delete, retention, legal hold and account exports.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await makeAuditLog(db);
  await makeSoftDelete(db, 'documents');
  await makeSoftDelete(db, 'records');
  await makeRetention(db);
  await makeExports(db);
}

async function makeAuditLog(db: Kysely<unknown>): Promise<void> {
  // No foreign key to workspaces: the log of a workspace outlives it, and the server-wide chain has none.
  await sql`create table audit_events (
    workspace_id uuid not null,
    seq bigint not null constraint audit_events_seq_check check (seq > 0),
    at timestamptz not null,
    actor_kind text not null constraint audit_events_actor_check check (actor_kind in ('user', 'key', 'system')),
    actor_id uuid,
    action text not null,
    target_type text,
    target_id uuid,
    details jsonb not null,
    request_id text,
    address text,
    salt text,
    origin_digest text,
    prev_hash text not null,
    hash text not null,
    constraint audit_events_pkey primary key (workspace_id, seq)
  )`.execute(db);
  await sql`create index audit_events_target_idx on audit_events (workspace_id, target_id, seq)`.execute(db);
  await sql`create index audit_events_actor_idx on audit_events (workspace_id, actor_id, seq)`.execute(db);
  await sql`create index audit_events_action_idx on audit_events (workspace_id, action, seq)`.execute(db);

  await sql`create table audit_heads (
    workspace_id uuid constraint audit_heads_pkey primary key,
    seq bigint not null,
    hash text not null
  )`.execute(db);

  for (const table of ['audit_events', 'audit_heads']) {
    await guardByWorkspace(db, table);
    // `sheaf audit verify` and erasure look at all chains.
    await sql`create policy ${sql.ref(`${table}_verify_policy`)} on ${sql.table(table)} for select to current_user using (true)`.execute(
      db,
    );
  }
  await sql`revoke update, delete on audit_events from sheaf_app`.execute(db);
  await sql`revoke delete on audit_heads from sheaf_app`.execute(db);

  // Refuses for everybody, the owner included. The one change that is let through forgets where a request came from.
  await sql`create function refuse_audit_change() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and new.request_id is null and new.address is null and new.salt is null
      and (to_jsonb(new) - array['request_id', 'address', 'salt']) = (to_jsonb(old) - array['request_id', 'address', 'salt'])
    then return new; end if;
    raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
  end $$`.execute(db);
  await sql`create trigger audit_events_append_only before update or delete on audit_events
    for each row execute function refuse_audit_change()`.execute(db);
  await sql`create trigger audit_events_no_truncate before truncate on audit_events
    for each statement execute function refuse_audit_change()`.execute(db);

  await sql`create function refuse_audit_rewind() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and new.workspace_id = old.workspace_id and new.seq > old.seq then return new; end if;
    raise exception 'the head of an audit chain only moves forward' using errcode = 'insufficient_privilege';
  end $$`.execute(db);
  await sql`create trigger audit_heads_forward_only before update or delete on audit_heads
    for each row execute function refuse_audit_rewind()`.execute(db);
  await sql`create trigger audit_heads_no_truncate before truncate on audit_heads
    for each statement execute function refuse_audit_rewind()`.execute(db);
}

/** Deleted rows do not exist for whoever does not ask for them: a query that forgets the condition cannot show them. */
export async function makeSoftDelete(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table);
  await sql`alter table ${name} add column deleted_at timestamptz, add column deleted_by uuid,
    add column delete_reason text, add column deleted_with uuid`.execute(db);
  await sql`create index ${sql.ref(`${table}_deleted_idx`)} on ${name} (workspace_id, id) where deleted_at is not null`.execute(
    db,
  );
  const shown = sql`deleted_at is null or coalesce(current_setting('sheaf.show_deleted', true), '') = 'on'`;
  const policy = (of: string) => sql`create policy ${sql.ref(`${table}_${of}`)} on ${name} as restrictive`;
  await sql`${policy('deleted_policy')} for select using (${shown})`.execute(db);
  // Statements that read no column are not subject to the policy for reading.
  await sql`${policy('deleted_update_policy')} for update using (${shown}) with check (true)`.execute(db);
  await sql`${policy('deleted_delete_policy')} for delete using (${shown})`.execute(db);
}

async function makeRetention(db: Kysely<unknown>): Promise<void> {
  // Whose law says how long things are kept: ISO 3166-1 alpha-2.
  await sql`alter table workspaces
    add column jurisdiction text constraint workspaces_jurisdiction_check check (jurisdiction ~ '^[A-Z]{2}$')`.execute(
    db,
  );
  await sql`create table retention_rules (
    workspace_id uuid not null constraint retention_rules_workspace_fkey references workspaces on delete cascade,
    record_type text not null,
    keep_years integer not null constraint retention_rules_keep_check check (keep_years between 0 and 100),
    delete_after_years integer constraint retention_rules_delete_check check (delete_after_years between keep_years and 100),
    constraint retention_rules_pkey primary key (workspace_id, record_type)
  )`.execute(db);
  await sql`create table legal_holds (
    workspace_id uuid not null constraint legal_holds_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    scope text not null constraint legal_holds_scope_check check (scope in ('document', 'record', 'person', 'workspace')),
    target_id uuid constraint legal_holds_target_check check ((target_id is null) = (scope = 'workspace')),
    reason text not null,
    placed_by uuid not null,
    placed_at timestamptz not null default now(),
    released_by uuid,
    released_at timestamptz,
    constraint legal_holds_pkey primary key (workspace_id, id)
  )`.execute(db);
  await sql`create index legal_holds_standing_idx on legal_holds (workspace_id, scope, target_id) where released_at is null`.execute(
    db,
  );
  for (const table of ['retention_rules', 'legal_holds']) await guardByWorkspace(db, table);
}

async function makeExports(db: Kysely<unknown>): Promise<void> {
  await sql`create table account_exports (
    workspace_id uuid not null constraint account_exports_workspace_fkey references workspaces on delete cascade,
    id uuid not null,
    scope text not null constraint account_exports_scope_check check (scope in ('workspace', 'me')),
    requested_by uuid not null,
    state text not null constraint account_exports_state_check check (state in ('queued', 'running', 'ready', 'failed', 'expired')),
    size bigint,
    sha256 text,
    entries integer,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    expires_at timestamptz,
    constraint account_exports_pkey primary key (workspace_id, id)
  )`.execute(db);
  await guardByWorkspace(db, 'account_exports');
}
