// The transaction in which rows are read or written whole: settings under which every value has one exact text, and the
// sight of all rows.

import { sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { Db, Trx } from '../database.ts';

/** One moment of the database, read only: rows that others write meanwhile do not exist. */
export function inSnapshot<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    await prepare(trx);
    return work(trx);
  });
}

/** For writing. */
export function inTransfer<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await prepare(trx);
    return work(trx);
  });
}

async function prepare(trx: Trx): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true),
    set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true),
    set_config('idle_in_transaction_session_timeout', '0', true),
    set_config('sheaf.transfer', 'on', true), set_config('sheaf.show_deleted', 'on', true)`.execute(trx);
}

/** Rows that are hidden from this role would be missing without a word. Throws `backup.not-owner`. */
export async function ensureSeesAllRows(trx: Trx, tables: readonly { name: string }[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and row_security_active(c.oid)
      and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
        and p.cmd = 'ALL' and p.policyname in (c.relname || '_transfer_policy', c.relname || '_owner_policy')
        and current_user = any (p.roles))`.execute(trx);
  const hidden = rows.map((row) => row.name).filter((name) => tables.some((table) => table.name === name));
  if (hidden.length > 0) {
    throw new SheafError('backup.not-owner', `The database role may not see all rows of ${hidden.sort().join(', ')}.`);
  }
}
