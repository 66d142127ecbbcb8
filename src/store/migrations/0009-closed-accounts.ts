// Who closed an account, and why: by the person, it can be taken back until it is erased; by an administrator, until reopened.

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table auth_users add column "disabledBy" uuid, add column "disabledReason" text`.execute(db);
  await sql`create index auth_users_disabled_idx on auth_users ("disabledAt") where "disabledAt" is not null`.execute(
    db,
  );
}
