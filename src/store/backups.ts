// Back-ups as rows: when, how large, whether verified, and which files are this server's to delete.

import type { Selectable, Updateable } from 'kysely';
import type { Db } from './database.ts';
import { newId } from './new-id.ts';
import type { BackupTable, BackupTrigger } from './schema-backup.ts';

export type BackupRow = Selectable<BackupTable>;

export interface NewBackup {
  trigger: BackupTrigger;
  requestedBy: string | null;
  scheduledFor: Date | null;
}

/** undefined when there is one for this time of the schedule already. */
export async function insertBackup(db: Db, backup: NewBackup): Promise<BackupRow | undefined> {
  const { trigger, requestedBy: requested_by, scheduledFor: scheduled_for } = backup;
  return db
    .insertInto('backups')
    .values({ id: newId(), trigger, requested_by, scheduled_for })
    .onConflict((conflict) => conflict.column('scheduled_for').doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function findBackup(db: Db, id: string): Promise<BackupRow | undefined> {
  return db.selectFrom('backups').selectAll().where('id', '=', id).executeTakeFirst();
}

/** One that waits or is made. */
export async function findUnfinishedBackup(db: Db): Promise<BackupRow | undefined> {
  return db
    .selectFrom('backups')
    .selectAll()
    .where('state', 'in', ['queued', 'running'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function updateBackup(db: Db, id: string, change: Updateable<BackupTable>): Promise<void> {
  await db.updateTable('backups').set(change).where('id', '=', id).execute();
}

/** Newest first. */
export async function listBackups(
  db: Db,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<BackupRow[]> {
  let query = db.selectFrom('backups').selectAll().orderBy('id', 'desc').limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Archives that should be in the folder, newest first. */
export async function listKeptBackups(db: Db): Promise<BackupRow[]> {
  return db
    .selectFrom('backups')
    .selectAll()
    .where('state', '=', 'done')
    .where('file', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('finished_at', 'desc')
    .execute();
}

export interface BackupSummary {
  /** The newest that is done and did not fail its verification. */
  last: { finishedAt: Date; size: number; verification: BackupRow['verification'] } | undefined;
  /** Back-ups that failed, or failed their verification, since the last good one. */
  failures: number;
  /** Code of the newest failure; undefined when the newest back-up is good. */
  error: string | undefined;
}

/** What readiness and metrics tell about back-ups. */
export async function summarizeBackups(db: Db): Promise<BackupSummary> {
  const good = await db
    .selectFrom('backups')
    .select(['id', 'finished_at', 'size', 'verification'])
    .where('state', '=', 'done')
    .where((eb) => eb.or([eb('verification', 'is', null), eb('verification', '=', 'passed')]))
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  let bad = db
    .selectFrom('backups')
    .select('error')
    .where((eb) => eb.or([eb('state', '=', 'failed'), eb('verification', '=', 'failed')]))
    .orderBy('finished_at', 'desc');
  if (good?.finished_at) bad = bad.where('finished_at', '>', good.finished_at);
  const failed = await bad.limit(1000).execute();
  return {
    last: good && { finishedAt: good.finished_at!, size: good.size ?? 0, verification: good.verification },
    failures: failed.length,
    error: failed[0] && (failed[0].error ?? 'internal'),
  };
}
