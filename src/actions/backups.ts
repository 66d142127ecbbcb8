// Back-ups that the server makes: asked for, made by a job, verified, and deleted when their time is over.

import { setTimeout as sleep } from 'node:timers/promises';
import { SheafError } from '../errors.ts';
import { listAdministratorPlaces } from '../store/administrator-places.ts';
import { serverChain } from '../store/audit.ts';
import {
  type BackupRow,
  findBackup,
  findUnfinishedBackup,
  insertBackup,
  listBackups,
  listKeptBackups,
  updateBackup,
} from '../store/backups.ts';
import { asOwner, inWorkspace, withWorkspace } from '../store/database.ts';
import { type MakeBackupPayload, makeBackupQueue } from '../store/queues.ts';
import { recordActs } from './audit.ts';
import type { BackupMaker, BackupReport } from './backup-maker.ts';
import { chooseKept } from './backup-retention.ts';
import type { Services, Somebody } from './services.ts';

/** What goes away by itself, so that the job is tried again; a damaged file does not. */
const passing: readonly string[] = ['internal', 'backup.in-progress', 'store.unavailable', 'server.stopping'];

type Deps = Pick<Services, 'db' | 'queue' | 'backups' | 'log'>;

/** Queues one, or returns the one that waits or is made already. Throws `backup.not-configured`. */
export async function requestBackup({ db, queue, backups }: Deps, by: Somebody): Promise<BackupRow> {
  if (!backups) throw new SheafError('backup.not-configured');
  const row = await inWorkspace(db, serverChain, async (trx) => {
    const found = await asOwner(trx, async () => {
      const unfinished = await findUnfinishedBackup(trx);
      if (unfinished) return { row: unfinished, fresh: false };
      const made = await insertBackup(trx, { trigger: 'person', requestedBy: by.userId, scheduledFor: null });
      return { row: made!, fresh: true };
    });
    if (!found.fresh) return found.row;
    await queue.enqueue(trx, makeBackupQueue.name, [{ backupId: found.row.id, requestId: by.requestId ?? null }]);
    const target = { type: 'backup', id: found.row.id };
    await recordActs(trx, { ...by, workspaceId: serverChain }, [{ action: 'backup.requested', target }]);
    return found.row;
  });
  queue.wake(makeBackupQueue.name);
  return row;
}

/** Queues the one of this time of the schedule, unless it is queued or made already. */
export async function scheduleBackup({ db, queue }: Pick<Deps, 'db' | 'queue'>, scheduledFor: Date): Promise<boolean> {
  const queued = await db.transaction().execute(async (trx) => {
    const row = await insertBackup(trx, { trigger: 'schedule', requestedBy: null, scheduledFor });
    if (row) await queue.enqueue(trx, makeBackupQueue.name, [{ backupId: row.id, requestId: null }]);
    return row !== undefined;
  });
  if (queued) queue.wake(makeBackupQueue.name);
  return queued;
}

export async function getBackups(
  { db }: Pick<Deps, 'db'>,
  page: { before: string | undefined; limit: number },
): Promise<BackupRow[]> {
  return listBackups(db, page);
}

/** The job. Called again for the same back-up it begins anew, unless that is over. Throws to be tried again. */
export async function makeBackup(
  deps: Omit<Deps, 'queue'> & Telling,
  { backupId }: Pick<MakeBackupPayload, 'backupId'>,
  signal: AbortSignal,
): Promise<void> {
  const { db, backups, log } = deps;
  const row = await findBackup(db, backupId);
  // Given up or cancelled, it is not begun again by a worker that did not hear of it.
  if (row?.state !== 'queued' && row?.state !== 'running') return;
  if (!backups) return fail(deps, backupId, 'backup.not-configured');
  await updateBackup(db, backupId, { state: 'running', started_at: new Date(), error: null });
  let name = '';
  let report: BackupReport;
  try {
    ({ name, report } = await makeUnderFreeName(backups, signal));
  } catch (error) {
    const code = error instanceof SheafError ? error.code : 'internal';
    log.error({ error, backupId, code }, 'the back-up failed');
    if (!passing.includes(code)) return fail(deps, backupId, code);
    // Over only when the last try has failed: giveUpBackup.
    await updateBackup(db, backupId, { state: 'queued', error: code });
    throw error;
  }
  await updateBackup(db, backupId, {
    state: 'done',
    file: name,
    size: report.size,
    sha256: report.sha256,
    row_count: report.rows,
    blob_count: report.blobs,
    blob_bytes: report.blobBytes,
    verification: report.verification,
    error: report.error,
    finished_at: new Date(),
  });
  if (report.verification === 'failed') {
    log.error({ backupId, file: name, code: report.error }, 'the back-up was made, but could not be restored');
  } else log.info({ backupId, file: name, ...report }, 'back-up made');
  await removeOldBackups({ db, backups, log });
}

/** Names tell the second: of two back-ups in one, the later waits for the next. */
async function makeUnderFreeName(backups: BackupMaker, signal: AbortSignal) {
  const name = backups.nameOf(new Date());
  try {
    return { name, report: await backups.make(name, signal) };
  } catch (error) {
    if (!(error instanceof SheafError) || error.code !== 'backup.exists') throw error;
    await sleep(1000, undefined, { signal });
    const later = backups.nameOf(new Date());
    return { name: later, report: await backups.make(later, signal) };
  }
}

/** The last try failed too. */
export async function giveUpBackup(
  deps: Pick<Deps, 'db'> & Telling,
  { backupId }: Pick<MakeBackupPayload, 'backupId'>,
): Promise<void> {
  const row = await findBackup(deps.db, backupId);
  if (row?.state === 'queued' || row?.state === 'running') await fail(deps, backupId, row.error ?? 'internal');
}

type Telling = Pick<Services, 'raiseNotice'>;

/** Administrators of the installation hear of it, each in a workspace of theirs. */
async function fail({ db, raiseNotice }: Pick<Deps, 'db'> & Telling, id: string, error: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await updateBackup(trx, id, { state: 'failed', error, finished_at: new Date() });
    const subject = { type: 'job', id } as const;
    for (const { workspaceId, userIds } of await listAdministratorPlaces(trx)) {
      await withWorkspace(trx, workspaceId, () =>
        raiseNotice(trx, { workspaceId, kind: 'backup.failed', key: id, userIds, subject, data: { code: error } }),
      );
    }
  });
}

/** Only archives that this installation's rows tell of, and only while a newer good one is there. Returns their names. */
export async function removeOldBackups({
  db,
  backups,
  log,
}: Pick<Deps, 'db' | 'log'> & { backups: BackupMaker }): Promise<string[]> {
  const rows = await listKeptBackups(db);
  const good = rows.filter((row) => row.verification !== 'failed');
  if (good.length === 0) return [];
  const kept = chooseKept(
    good.map((row) => ({ id: row.id, at: row.finished_at! })),
    backups.keep,
  );
  const newest = good[0]!.finished_at!;
  const old = rows.filter((row) => !kept.has(row.id) && row.finished_at! < newest);
  for (const { id, file, size } of old) {
    await backups.remove(file!, size ?? 0);
    await updateBackup(db, id, { removed_at: new Date() });
  }
  const names = old.map((row) => row.file!);
  if (names.length > 0) log.info({ files: names }, 'back-ups whose time was over were deleted');
  return names;
}
