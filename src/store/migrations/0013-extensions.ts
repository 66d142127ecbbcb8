// What search stands on: vectors (pgvector) and trigrams (pg_trgm, for misspelt words).

import { type Kysely, sql } from 'kysely';
import { SheafError } from '../../errors.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['pg_trgm', 'vector']) await ensureExtension(db, name);
}

/** A failed statement ends the transaction of the migration: whether it can succeed is asked before. */
async function ensureExtension(db: Kysely<unknown>, name: string): Promise<void> {
  const { rows } = await sql<{ installed: boolean; available: boolean; allowed: boolean }>`select
    exists (select from pg_extension where extname = ${name}) as installed,
    exists (select from pg_available_extensions a where a.name = ${name}) as available,
    exists (select from pg_available_extension_versions v where v.name = ${name} and v.trusted)
      or (select rolsuper from pg_roles where rolname = current_user) as allowed`.execute(db);
  const { installed, available, allowed } = rows[0]!;
  if (installed) return;
  if (!available) throw new SheafError('store.extension-missing', `The database server does not have ${name}.`);
  if (!allowed) {
    throw new SheafError('store.extension-missing', `This user of the database may not create the extension ${name}.`);
  }
  await sql`create extension if not exists ${sql.ref(name)} schema public`.execute(db);
}
