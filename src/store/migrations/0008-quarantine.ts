// Documents kept back for what they hide: a state of their own, and who let one out.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table documents
    drop constraint documents_state_check,
    add constraint documents_state_check check (state in
      ('uploaded', 'processing', 'extracted', 'review_pending', 'approved', 'published', 'archived', 'failed', 'quarantined')),
    add column released_at timestamptz,
    add column released_by uuid`.execute(db);
}
