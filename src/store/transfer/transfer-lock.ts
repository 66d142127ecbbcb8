// One restore or move into a database at a time, and none while a back-up is made of it.

import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { Database, Db } from '../database.ts';

/** Any number that no other advisory lock of this database uses. */
const TRANSFER_LOCK = 7_115_020_314;

/** The session of a process that was killed ends a moment later than the process. */
const TRIES = 20;
const WAIT_MS = 500;

/** The embedded database is locked by its folder. Throws `restore.in-use`. */
export async function withTransferLock<T>({ kind, db }: Database, work: () => Promise<T>): Promise<T> {
  if (kind === 'embedded') return work();
  return db.connection().execute(async (session) => {
    for (let tries = 0; !(await tryLock(session)); tries++) {
      if (tries >= TRIES)
        throw new SheafError('restore.in-use', 'Another restore or move into this database is under way.');
      await sleep(WAIT_MS);
    }
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${TRANSFER_LOCK}::bigint)`.execute(session).catch(() => {});
    }
  });
}

async function tryLock(session: Db): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${TRANSFER_LOCK}::bigint) as free`.execute(
    session,
  );
  return rows[0]?.free === true;
}
