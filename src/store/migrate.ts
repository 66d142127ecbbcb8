// Brings the database to this version's schema, one process at a time, and refuses one that is newer.

import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { SheafError } from '../errors.ts';
import type { ComponentReport } from '../observe/readiness.ts';
import { migrations } from './migrations/list.ts';

/**
 * Applies what is missing; Kysely holds an advisory lock meanwhile. Returns the names applied.
 * Throws `store.schema-newer` when the database knows migrations that this version does not.
 */
export async function migrateDatabase<T>(
  db: Kysely<T>,
  known: Record<string, Migration> = migrations,
): Promise<string[]> {
  // The migrator looks at every table first, which costs more than the rest of a start.
  if ((await pendingMigrations(db, known)).length === 0) return [];
  return db.connection().execute(async (connection) => {
    // Waiting for another process that migrates, and a change of a large table, may take longer than a request ever should.
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      const migrator = new Migrator({ db: connection, provider: { getMigrations: async () => known } });
      const { error, results } = await migrator.migrateToLatest();
      if (error) throw error;
      return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

/** Names of the migrations that the database lacks. Throws `store.schema-newer`. */
export async function pendingMigrations<T>(
  db: Kysely<T>,
  known: Record<string, Migration> = migrations,
): Promise<string[]> {
  const applied = await readApplied(db);
  ensureNotNewer(applied, known);
  return Object.keys(known).filter((name) => !applied.includes(name));
}

/** Throws `store.schema-older` and `store.schema-newer`. */
export async function ensureMigrated<T>(db: Kysely<T>): Promise<void> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0) throw new SheafError('store.schema-older', `The database lacks ${pending.join(', ')}.`);
}

/** For readiness: a later version may have migrated the database under this process. */
export async function checkMigrations<T>(
  db: Kysely<T>,
  known: Record<string, Migration> = migrations,
): Promise<ComponentReport> {
  // The ledger was made at the start: one question less on a database that answers one at a time.
  const applied = new Set(await readLedger(db));
  const missing = Object.keys(known).filter((name) => !applied.has(name)).length;
  const newer = [...applied].filter((name) => !(name in known)).length;
  const error = newer > 0 ? 'the schema is newer than this version' : 'the schema is older than this version';
  return { ok: missing + newer === 0, error, details: { applied: applied.size, missing, newer } };
}

async function readApplied<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(
    db,
  );
  return rows[0]?.found ? readLedger(db) : [];
}

async function readLedger<T>(db: Kysely<T>): Promise<string[]> {
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
