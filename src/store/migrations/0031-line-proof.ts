// What shows that all line items of a record were read: counted on the page, summed against the totals.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table records add column line_proof jsonb`.execute(db);
}
