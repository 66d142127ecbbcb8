// Whether a database has room for an installation, and how room is made in one that is given up.

import { sql } from 'kysely';
import type { Db, Trx } from '../database.ts';
import { inSnapshot, inTransfer } from './transfer-session.ts';
import { listTransferTables, staysBehind } from './transfer-tables.ts';
import { hasWaitingJobs } from './waiting-jobs.ts';

/** How `sheaf restore` and `sheaf move` call their own sessions. */
export const TRANSFER_SESSION = 'sheaf-transfer';

/** True when nobody keeps anything in it. */
export async function isEmpty(db: Db): Promise<boolean> {
  const filled = await inSnapshot(db, async (trx) => {
    for (const { name } of await listTransferTables(trx)) {
      const { rows } = await sql<{
        some: boolean;
      }>`select exists (select from ${sql.id('public', name)}) as some`.execute(trx);
      if (rows[0]?.some) return true;
    }
    return false;
  });
  return !filled && !(await hasWaitingJobs(db));
}

/** Processes of ours that are connected besides. */
export async function countOtherSessions(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name in ('sheaf', 'sheaf-jobs')`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Drops the tables of an installation, its functions and its queue. What others keep in the database stays. */
export async function clearDatabase(db: Db): Promise<void> {
  await inTransfer(db, async (trx) => {
    const names = [...(await listTransferTables(trx)).map(({ name }) => name), ...Object.keys(staysBehind)];
    const functions = await listTriggerFunctions(trx, names);
    for (const name of names) await sql`drop table if exists ${sql.id('public', name)} cascade`.execute(trx);
    for (const name of functions) await sql`drop function if exists ${sql.id('public', name)}`.execute(trx);
    await sql`drop schema if exists jobs cascade`.execute(trx);
  });
}

async function listTriggerFunctions(trx: Trx, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select distinct p.proname as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and p.pronamespace = 'public'::regnamespace
      and c.relname in (${sql.join(tables)})`.execute(trx);
  return rows.map((row) => row.name);
}
