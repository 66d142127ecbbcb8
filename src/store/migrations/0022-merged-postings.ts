// Full blocks of the inverted index are put together in one row, which may then be longer than a page.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_collections add column merged_blocks integer not null default 0`.execute(db);
  // Not compressed, and outside of the table only where it has to be.
  await sql`alter table search_postings alter column entries set storage external`.execute(db);
  await sql`alter table search_postings set (toast_tuple_target = 8160)`.execute(db);
}
