// What the fields of a record were chosen among: a correction chooses anew among it, and whoever reviews can take one of them.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table record_candidates (
    workspace_id uuid not null,
    record_id uuid not null,
    candidates jsonb not null,
    constraint record_candidates_pkey primary key (workspace_id, record_id),
    constraint record_candidates_record_fkey foreign key (workspace_id, record_id) references records on delete cascade
  )`.execute(db);
  await guardByWorkspace(db, 'record_candidates');
}
