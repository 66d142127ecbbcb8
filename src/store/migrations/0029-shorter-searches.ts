// Full blocks of the inverted index are put together in one row, which may then be longer than a page. Codes of vectors tell how
// large each component is (search/vector-codes.ts); what was embedded before is embedded anew.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_collections add column merged_blocks integer not null default 0`.execute(db);
  // Not compressed, and outside of the table only where it has to be.
  await sql`alter table search_postings alter column entries set storage external`.execute(db);
  await sql`alter table search_postings set (toast_tuple_target = 8160)`.execute(db);
  await sql`truncate search_vectors, search_vector_codes`.execute(db);
  await sql`select set_config('sheaf.transfer', 'on', true)`.execute(db);
  await sql`update search_collections set model_to = 0, next_model_to = 0`.execute(db);
  await sql`select set_config('sheaf.transfer', '', true)`.execute(db);
}
