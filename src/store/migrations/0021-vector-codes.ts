// Vectors as bits, in rows of about a hundred: all of a workspace are looked at by them (docs/adr/0020-vectors-as-bits.md). What
// was embedded before is embedded anew.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_vector_codes (
    workspace_id uuid not null,
    model integer not null,
    block integer not null,
    entries bytea not null,
    constraint search_vector_codes_pkey primary key (workspace_id, model, block),
    constraint search_vector_codes_model_fkey foreign key (workspace_id, model)
      references search_models (workspace_id, number) on delete cascade
  )`.execute(db);
  await sql`alter table search_vector_codes alter column entries set storage plain`.execute(db);
  await guardByWorkspace(db, 'search_vector_codes');
  await sql`alter table search_models add column last_block integer not null default 0`.execute(db);
  await sql`truncate search_vectors`.execute(db);
  await sql`alter table search_vectors add column block integer not null`.execute(db);
  await sql`select set_config('sheaf.transfer', 'on', true)`.execute(db);
  await sql`update search_collections set model_to = 0, next_model_to = 0`.execute(db);
  await sql`select set_config('sheaf.transfer', '', true)`.execute(db);
}
