// Kinds of devices that people signed in from. Runs with the owner's rights.

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** `new`: not seen before, though others were. The very first device of an account is expected. */
export async function noteDevice(
  db: Kysely<Schema>,
  userId: string,
  device: string,
): Promise<'first' | 'known' | 'new'> {
  return db.transaction().execute(async (trx) => {
    const others = await trx
      .selectFrom('account_devices')
      .select('device')
      .where('user_id', '=', userId)
      .where('device', '!=', device)
      .limit(1)
      .executeTakeFirst();
    const { made } = await trx
      .insertInto('account_devices')
      .values({ user_id: userId, device })
      .onConflict((conflict) => conflict.columns(['user_id', 'device']).doUpdateSet({ last_seen_at: new Date() }))
      .returning(sql<boolean>`xmax = 0`.as('made'))
      .executeTakeFirstOrThrow();
    if (!made) return 'known';
    return others ? 'new' : 'first';
  });
}
