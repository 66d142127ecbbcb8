// One back-up at a time, and no blob deleted while one is made: its rows are of an earlier moment and may name blobs that
// nothing names any more. Uploads are not held up.

import { type Kysely, sql } from 'kysely';
import { SheafError } from '../errors.ts';
import type { Database, Trx } from './database.ts';
import type { Schema } from './schema.ts';

/** Any numbers that no other advisory lock of this database uses. */
const ONE_AT_A_TIME = 7_115_020_312;
const NO_DELETING = 7_115_020_313;

export interface BackupHold {
  release(): Promise<void>;
}

/** The embedded database has one process and one session: a lock in it would keep out nobody. */
const embeddedHolds = new WeakSet<object>();

/** Throws `backup.in-progress`. */
export async function holdForBackup({ kind, db }: Pick<Database, 'kind' | 'db'>): Promise<BackupHold> {
  if (kind === 'embedded') {
    if (embeddedHolds.has(db)) throw new SheafError('backup.in-progress');
    embeddedHolds.add(db);
    return { release: async () => void embeddedHolds.delete(db) };
  }
  const held = Promise.withResolvers<void>();
  const ending = Promise.withResolvers<void>();
  // Locks of a session, on a connection of its own: they end with it, kill -9 included.
  const session = db.connection().execute(async (connection) => {
    const { rows } = await sql<{
      free: boolean;
    }>`select pg_try_advisory_lock(${ONE_AT_A_TIME}::bigint) as free`.execute(connection);
    if (!rows[0]?.free) throw new SheafError('backup.in-progress');
    // Waits for deletions under way, each of which is short.
    await sql`select pg_advisory_lock(${NO_DELETING}::bigint)`.execute(connection);
    held.resolve();
    await ending.promise;
    await sql`select pg_advisory_unlock(${NO_DELETING}::bigint), pg_advisory_unlock(${ONE_AT_A_TIME}::bigint)`.execute(
      connection,
    );
  });
  session.catch((error: unknown) => held.reject(error));
  await held.promise;
  return {
    async release() {
      ending.resolve();
      await session;
    },
  };
}

/** Whether blobs may be deleted in this transaction, which then keeps a back-up waiting until it ends. */
export async function mayDeleteBlobs(db: Kysely<Schema>, trx: Trx): Promise<boolean> {
  if (embeddedHolds.has(db)) return false;
  const { rows } = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock_shared(${NO_DELETING}::bigint) as free`.execute(trx);
  return rows[0]?.free === true;
}
