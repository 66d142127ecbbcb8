// What each workspace's matches were last scored with, so that the server knows by itself when they are to be scored again.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table match_scorings (
    workspace_id uuid not null constraint match_scorings_workspace_fkey references workspaces on delete cascade,
    scored_with jsonb not null,
    learnt_at timestamptz,
    scored_at timestamptz,
    asked_at timestamptz,
    asked_for jsonb,
    resume jsonb,
    constraint match_scorings_pkey primary key (workspace_id)
  )`.execute(db);
  await guardByWorkspace(db, 'match_scorings');
}
