// Sign-in attempts counted by subject (a hash of an e-mail or network address). Runs with the owner's rights.

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

export interface AttemptLimit {
  /** Attempts that are free of waiting. */
  free: number;
  /** Wait after the last free attempt; each further one doubles it. */
  firstWaitMs: number;
  longestWaitMs: number;
  /** Attempts are forgotten when this long passed since the last. */
  forgetMs: number;
}

export type Attempt = { taken: true; attempts: number; locked: boolean } | { taken: false; until: Date };

/**
 * Counts an attempt as failed before it is tried, in one statement: of many at the same time no more get through than
 * are free. Refused, and not counted, while the subject is locked.
 */
export async function takeAttempt(db: Kysely<Schema>, subject: string, limit: AttemptLimit): Promise<Attempt> {
  const now = new Date();
  const forgetBefore = new Date(now.getTime() - limit.forgetMs);
  const { rows } = await sql<{ failures: number; locked_until: Date | null }>`
    insert into sign_in_failures as f (subject, failures, locked_until, last_at) values (${subject}, 1, null, ${now})
    on conflict (subject) do update set
      failures = case when f.last_at < ${forgetBefore} then 1 else f.failures + 1 end,
      locked_until = case when f.last_at >= ${forgetBefore} and f.failures + 1 >= ${limit.free}::integer
        then ${now}::timestamptz + make_interval(secs => least(${limit.longestWaitMs}::float8,
          ${limit.firstWaitMs}::float8 * power(2, least(20, f.failures + 1 - ${limit.free}::integer))) / 1000) end,
      last_at = ${now}
    where f.locked_until is null or f.locked_until <= ${now}
    returning failures, locked_until`.execute(db);
  const row = rows[0];
  if (row) return { taken: true, attempts: row.failures, locked: row.locked_until !== null };
  const held = await db
    .selectFrom('sign_in_failures')
    .select('locked_until')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return { taken: false, until: held?.locked_until ?? now };
}

/** An attempt that was counted turned out to be none. A lock that earlier ones earned stays. */
export async function giveBackAttempt(db: Kysely<Schema>, subject: string, { free }: AttemptLimit): Promise<void> {
  await db
    .updateTable('sign_in_failures')
    .set({
      failures: sql<number>`greatest(0, failures - 1)`,
      locked_until: sql<Date | null>`case when failures > ${free} then locked_until end`,
    })
    .where('subject', '=', subject)
    .execute();
}

export async function forgetAttempts(db: Kysely<Schema>, subject: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('subject', '=', subject).execute();
}

/** Those of the subjects that are locked now. */
export async function listLocks(
  db: Kysely<Schema>,
  subjects: readonly string[],
): Promise<{ subject: string; until: Date }[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('sign_in_failures')
    .select(['subject', 'locked_until'])
    .where('subject', 'in', [...subjects])
    .where('locked_until', '>', new Date())
    .execute();
  return rows.map(({ subject, locked_until }) => ({ subject, until: locked_until! }));
}

/** Rows that no longer count for anything. */
export async function removeOldAttempts(db: Kysely<Schema>, before: Date): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('last_at', '<', before).execute();
}
