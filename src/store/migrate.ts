// Brings the database to this version's schema, one process at a time, and refuses one that is newer.

import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { SheafError } from '../errors.ts';
import { migrations } from './migrations/list.ts';

/**
 * Applies what is missing; Kysely holds an advisory lock meanwhile. Returns the names applied.
 * Throws `store.schema-newer` when the database knows migrations that this version does not.
 */
export async function migrateDatabase<T>(
  db: Kysely<T>,
  known: Record<string, Migration> = migrations,
): Promise<string[]> {
  const applied = await readApplied(db);
  ensureNotNewer(applied, known);
  // The migrator looks at every table first, which costs more than the rest of a start.
  if (Object.keys(known).every((name) => applied.includes(name))) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

async function readApplied<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(
    db,
  );
  if (!rows[0]?.found) return [];
  const ledger = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  return (await ledger.selectFrom('kysely_migration').select('name').execute()).map((row) => row.name);
}

function ensureNotNewer(applied: readonly string[], known: Record<string, Migration>): void {
  const unknown = applied.filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new SheafError(
    'store.schema-newer',
    `The database was written by a newer Sheaf (it has ${unknown.sort().join(', ')}). Start that version, or restore a back-up made with this one.`,
  );
}
