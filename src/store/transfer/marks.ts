// Marks in a database that must not be started: one that is half restored, half moved to, or moved away from. They stand in
// a schema of their own, because they are there before the first migration and at any version's.

import { sql } from 'kysely';
import { z } from 'zod';
import { SheafError } from '../../errors.ts';
import type { Db } from '../database.ts';

const mark = z.object({
  /** restoring, arriving: rows are not all there yet. leaving, moved: they are, or go, elsewhere. */
  kind: z.enum(['restoring', 'arriving', 'leaving', 'moved']),
  /** Tells one restore or move from another. */
  id: z.string(),
  /** For people: an archive, a folder, or an address without its password. */
  what: z.string(),
  at: z.string(),
});
export type Mark = z.output<typeof mark>;

export async function findMark(db: Db): Promise<Mark | undefined> {
  const { rows: found } = await sql<{
    found: boolean;
  }>`select to_regclass('transfer.mark') is not null as found`.execute(db);
  if (!found[0]?.found) return undefined;
  const { rows } = await sql<Mark>`select kind, id, what, at from transfer.mark`.execute(db);
  return rows[0] && mark.parse(rows[0]);
}

/** Replaces the mark that stands there. */
export async function setMark(db: Db, { kind, id, what }: Omit<Mark, 'at'>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create schema if not exists transfer`.execute(trx);
    await sql`create table if not exists transfer.mark
      (one boolean primary key default true check (one), kind text not null, id text not null, what text not null, at text not null)`.execute(
      trx,
    );
    // What a move has behind it, table by table.
    await sql`create table if not exists transfer.arrived (name text primary key, rows bigint not null, digest text not null)`.execute(
      trx,
    );
    await sql`delete from transfer.mark`.execute(trx);
    await sql`insert into transfer.mark (kind, id, what, at) values (${kind}, ${id}, ${what}, ${new Date().toISOString()})`.execute(
      trx,
    );
  });
}

export async function removeMark(db: Db): Promise<void> {
  await sql`drop schema if exists transfer cascade`.execute(db);
}

/** Throws `store.moved` or `store.unfinished` when this database must not be started. */
export async function ensureStartable(db: Db): Promise<void> {
  const found = await findMark(db);
  if (!found) return;
  const { kind, what, at } = found;
  if (kind === 'moved') {
    throw new SheafError(
      'store.moved',
      `This installation was moved to ${what} at ${at}. Set DATABASE_URL to that address.`,
    );
  }
  const unfinished = {
    restoring: `Restoring ${what} was begun at ${at} and is not finished.`,
    arriving: `Moving ${what} here was begun at ${at} and is not finished.`,
    leaving: `Moving this installation to ${what} was begun at ${at} and is not finished.`,
  };
  throw new SheafError('store.unfinished', unfinished[kind]);
}
