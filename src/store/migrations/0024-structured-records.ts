// Records whose values a structured file states: which file, and how far its page bears it out.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table records add column structured jsonb, add column comparison jsonb`.execute(db);
}
