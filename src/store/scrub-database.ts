// Makes the database forget the bytes of rows that were deleted: PostgreSQL leaves them in its files until it needs the room.

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** What could not be done with the rights of this database role. */
export interface ScrubReport {
  leftOver: ('checkpoint' | 'switch-wal' | 'statistics')[];
}

/** Refused for want of a right, or not known to this version. */
const REFUSED = new Set(['42501', '42883', '0A000']);

/**
 * Embedded: every table is written anew, statistics (which quote values) are thrown away and made again, and the
 * write-ahead log begins a new file; the old ones are deleted, not used again (`wal_recycle` is off). Seconds for small
 * databases; nothing else can be asked meanwhile.
 *
 * On a server other people's work goes on, so that tables are vacuumed in place: their freed room is written over by
 * and by. What the role may not do (checkpoint, a new log file) is reported.
 */
export async function scrubDatabase(db: Kysely<Schema>, kind: 'embedded' | 'server'): Promise<ScrubReport> {
  return db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    const leftOver: ScrubReport['leftOver'] = [];
    const attempt = async (what: ScrubReport['leftOver'][number], run: () => Promise<unknown>): Promise<void> => {
      try {
        await run();
      } catch (error) {
        if (!REFUSED.has((error as { code?: string }).code ?? '')) throw error;
        if (!leftOver.includes(what)) leftOver.push(what);
      }
    };
    try {
      await attempt('statistics', () => forgetStatistics(connection));
      await (kind === 'embedded' ? sql`vacuum (full, analyze)` : sql`vacuum (analyze)`).execute(connection);
      // The first makes files and log agree, so that the second may delete the log from before the switch.
      await attempt('checkpoint', () => sql`checkpoint`.execute(connection));
      await attempt('switch-wal', () => sql`select pg_switch_wal()`.execute(connection));
      await attempt('checkpoint', () => sql`checkpoint`.execute(connection));
      return { leftOver };
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

/** An emptied table keeps its old statistics through any ANALYZE. */
async function forgetStatistics(connection: Kysely<Schema>): Promise<void> {
  await sql`delete from pg_catalog.pg_statistic where starelid in (
    select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'jobs')
  )`.execute(connection);
}
