// Brings the database of a place to this version's schema without starting a server: tables and job queue.

import { createRequire } from 'node:module';
import { sql } from 'kysely';
import { type Db, openDatabase } from './database.ts';
import { openJobQueue } from './job-queue.ts';
import { migrateDatabase, pendingMigrations } from './migrate.ts';
import { queues } from './queues.ts';

/** As it stands in reports beside the names of migrations. */
const QUEUE = 'job-queue';

/** Throws SheafError: `store.schema-newer`, `store.locked`, `store.unavailable`. */
export async function migratePlace(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string | undefined },
  { check }: { check: boolean },
): Promise<{ applied: string[]; pending: string[] }> {
  const onError = (): void => {};
  const database = await openDatabase({ dataDir, databaseUrl, onError });
  try {
    const source = database.pglite ? { pglite: database.pglite } : { databaseUrl: databaseUrl! };
    const queueBehind = !(await isQueueCurrent(database.db));
    if (check)
      return { applied: [], pending: [...(await pendingMigrations(database.db)), ...(queueBehind ? [QUEUE] : [])] };
    const applied = await migrateDatabase(database.db);
    if (queueBehind) {
      const queue = await openJobQueue({ queues, source, db: database.db, onError });
      await queue.stop(0);
    }
    return { applied: [...applied, ...(queueBehind ? [QUEUE] : [])], pending: [] };
  } finally {
    await database.close();
  }
}

/** Whether the queue's tables are those of its package, and hold every queue of ours. */
async function isQueueCurrent(db: Db): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('jobs.version') is not null as found`.execute(db);
  if (!rows[0]?.found) return false;
  const { pgboss } = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } };
  const names = queues.map(({ name }) => name);
  const state = await sql<{ current: boolean }>`
    select (select version from jobs.version) = ${pgboss.schema}
      and (select count(*) from jobs.queue where name = any(${names})) = ${names.length} as current`.execute(db);
  return state.rows[0]!.current;
}
