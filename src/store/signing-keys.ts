// Keys that sign access tokens, where better-auth's own calls do not reach. Runs with the owner's rights.

import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** None of them signs any more; what they signed is still taken for the grace period of the key set. */
export async function retireSigningKeys(db: Kysely<Schema>): Promise<number> {
  const now = new Date();
  const retired = await db
    .updateTable('auth_signing_keys')
    .set({ expiresAt: now })
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .returning('id')
    .execute();
  return retired.length;
}

/** What they signed is refused. */
export async function removeSigningKeys(db: Kysely<Schema>): Promise<number> {
  return (await db.deleteFrom('auth_signing_keys').returning('id').execute()).length;
}
