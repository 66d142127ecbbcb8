// Which lessons of a kind count is asked for with every document that is read: those of other kinds and the retired are passed over.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index lessons_active_kind_idx on lessons (workspace_id, kind, id) where state = 'active'`.execute(
    db,
  );
}
