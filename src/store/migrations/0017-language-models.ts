// Calls of language models: what they cost, what they may cost, and answers that are kept for a while; and what programs
// propose to change in records.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace, guardForOwner } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A call that runs holds what it may cost at most, until it ends or its time is over. Costs are millionths of the currency.
  await sql`create table model_calls (
    id uuid not null,
    workspace_id uuid not null constraint model_calls_workspace_fkey references workspaces on delete cascade,
    user_id uuid,
    prompt text not null,
    prompt_version integer not null,
    provider text not null,
    model text not null,
    redacted boolean not null,
    state text not null constraint model_calls_state_check check (state in ('running', 'over')),
    outcome text,
    period_start date not null,
    reserved_tokens bigint not null default 0,
    reserved_micros bigint not null default 0,
    expires_at timestamptz not null,
    input_tokens bigint not null default 0,
    output_tokens bigint not null default 0,
    cost_micros bigint not null default 0,
    rounds integer not null default 0,
    tries integer not null default 0,
    duration_ms integer,
    sealed_request text,
    sealed_response text,
    created_at timestamptz not null default now(),
    constraint model_calls_pkey primary key (workspace_id, id)
  )`.execute(db);
  await sql`create index model_calls_id_idx on model_calls (id)`.execute(db);
  await sql`create index model_calls_running_idx on model_calls (workspace_id, expires_at) where state = 'running'`.execute(
    db,
  );
  await sql`create index model_calls_created_at_idx on model_calls (created_at)`.execute(db);
  await guardByWorkspace(db, 'model_calls');
  // The sum over all workspaces, the list for administrators and upkeep.
  await sql`create policy model_calls_owner_policy on model_calls to current_user using (true) with check (true)`.execute(
    db,
  );

  // No row for a workspace: the budgets of the settings. own_*: set by its owner; given_*: by the operator, instead of the settings'.
  await sql`create table model_budgets (
    workspace_id uuid constraint model_budgets_pkey primary key
      constraint model_budgets_workspace_fkey references workspaces on delete cascade,
    own_tokens bigint,
    own_micros bigint,
    given_tokens bigint,
    given_micros bigint
  )`.execute(db);
  await guardByWorkspace(db, 'model_budgets');

  await sql`create table model_usage (
    workspace_id uuid not null constraint model_usage_workspace_fkey references workspaces on delete cascade,
    period_start date not null,
    calls bigint not null default 0,
    tokens bigint not null default 0,
    cost_micros bigint not null default 0,
    constraint model_usage_pkey primary key (workspace_id, period_start)
  )`.execute(db);
  await guardByWorkspace(db, 'model_usage');

  await sql`create table model_totals (
    period_start date constraint model_totals_pkey primary key,
    tokens bigint not null default 0,
    cost_micros bigint not null default 0
  )`.execute(db);
  await guardForOwner(db, 'model_totals');

  await sql`create table model_answers (
    workspace_id uuid not null constraint model_answers_workspace_fkey references workspaces on delete cascade,
    key text not null,
    sealed_answer text not null,
    expires_at timestamptz not null,
    constraint model_answers_pkey primary key (workspace_id, key)
  )`.execute(db);
  await sql`create index model_answers_expires_at_idx on model_answers (expires_at)`.execute(db);
  await guardByWorkspace(db, 'model_answers');
  for (const verb of ['select', 'delete']) {
    await sql`create policy ${sql.ref(`model_answers_${verb}_old_policy`)} on model_answers for ${sql.raw(verb)}
      to current_user using (expires_at < now())`.execute(db);
  }

  // A program proposes, a person decides: nothing of it is in the record before that.
  await sql`create table proposals (
    id uuid not null,
    workspace_id uuid not null constraint proposals_workspace_fkey references workspaces on delete cascade,
    record_id uuid not null,
    record_version integer not null,
    fields jsonb not null,
    reason text,
    state text not null default 'open' constraint proposals_state_check check (state in ('open', 'accepted', 'rejected')),
    proposed_by uuid,
    decided_by uuid,
    decided_at timestamptz,
    created_at timestamptz not null default now(),
    constraint proposals_pkey primary key (workspace_id, id),
    constraint proposals_record_fkey foreign key (workspace_id, record_id) references records (workspace_id, id) on delete cascade
  )`.execute(db);
  await sql`create index proposals_workspace_idx on proposals (workspace_id, state, id)`.execute(db);
  await sql`create index proposals_record_idx on proposals (workspace_id, record_id)`.execute(db);
  await guardByWorkspace(db, 'proposals');
}
