// Account export: everything that a workspace or a person has, as one archive that other programs can read.

import { SheafError } from '../errors.ts';
import {
  type AccountExportRow,
  expireExports,
  findExport,
  finishExport,
  insertExport,
  updateExport,
} from '../store/account-exports.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { newId } from '../store/new-id.ts';
import type { ObjectContent } from '../store/objects/object-store.ts';
import { type ExportAccountPayload, exportAccountQueue } from '../store/queues.ts';
import type { ExportScope } from '../store/schema-keeping.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import { type ExportDeps, type ExportRun, fillAccountArchive } from './fill-account-archive.ts';
import type { Actor, Services } from './services.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Queues the export; ask for its state afterwards. */
export async function requestExport(
  { db, queue }: Pick<Services, 'db' | 'queue'>,
  actor: Actor,
  { scope, requestId }: { scope: ExportScope; requestId: string },
): Promise<AccountExportRow> {
  const { workspaceId, userId } = actor;
  const row = await inWorkspace(db, workspaceId, async (trx) => {
    const id = newId();
    await insertExport(trx, { id, workspaceId, scope, requestedBy: userId });
    await queue.enqueue(trx, exportAccountQueue.name, [{ workspaceId, exportId: id, userId, scope, requestId }], {
      requestedBy: userId,
    });
    const target = { type: 'export', id };
    await recordActs(trx, actor, [{ action: 'export.requested', target, requestId, details: { scope } }]);
    return (await findExport(trx, id))!;
  });
  queue.wake(exportAccountQueue.name);
  return row;
}

/** The state of an export that the person asked for. Throws `export.not-found`: also for those of others. */
export async function getExport(
  { db }: Pick<Services, 'db'>,
  { workspaceId, userId }: Actor,
  { id, scope }: { id: string; scope: ExportScope },
): Promise<AccountExportRow> {
  const row = await inWorkspace(db, workspaceId, (trx) => findExport(trx, id));
  if (row?.requested_by !== userId || row.scope !== scope) throw new SheafError('export.not-found');
  return row;
}

/** The archive, as a stream. Throws `export.not-found`, `export.not-ready`, `export.expired`. */
export async function openExport(
  deps: Pick<ExportDeps, 'db' | 'exportFiles'>,
  actor: Actor,
  { id, scope, requestId }: { id: string; scope: ExportScope; requestId: string },
): Promise<ObjectContent> {
  const row = await getExport(deps, actor, { id, scope });
  if (row.state === 'expired' || (row.expires_at && row.expires_at <= new Date()))
    throw new SheafError('export.expired');
  if (row.state !== 'ready' || row.size === null) throw new SheafError('export.not-ready');
  const file = await deps.exportFiles.open(id);
  if (!file) throw new SheafError('export.expired');
  if (file.size !== row.size) throw damaged(file);
  const target = { type: 'export', id };
  await inWorkspace(deps.db, actor.workspaceId, (trx) =>
    recordActs(trx, actor, [{ action: 'export.downloaded', target, requestId }]),
  );
  return file;
}

function damaged({ content }: ObjectContent): SheafError {
  content.destroy();
  return new SheafError('store.blob-damaged');
}

type Telling = Pick<Services, 'raiseNotice'>;

/** Who asked for it. */
async function tell(
  trx: Trx,
  { raiseNotice }: Telling,
  { workspaceId, exportId, userId }: ExportAccountPayload,
  kind: 'export.ready' | 'export.failed',
): Promise<void> {
  const subject = { type: 'export', id: exportId } as const;
  await raiseNotice(trx, { workspaceId, kind, key: exportId, userIds: [userId], subject, data: {} });
}

/** The job: makes the archive. Nothing remains of it when the export, or its workspace, was erased meanwhile. */
export async function makeExport(deps: ExportDeps & Telling, job: ExportAccountPayload, run: ExportRun): Promise<void> {
  const { db, exportFiles } = deps;
  const { workspaceId, exportId } = job;
  const started = await inWorkspace(db, workspaceId, async (trx) => {
    const row = await findExport(trx, exportId);
    // Given up or cancelled, it is not begun again by a worker that did not hear of it.
    if (row?.state !== 'queued' && row?.state !== 'running') return false;
    return updateExport(trx, exportId, { state: 'running' });
  });
  if (!started) return;
  let entries = 0;
  const archive = await exportFiles.write(exportId, async (writer) => {
    entries = await fillAccountArchive(deps, job, { writer, ...run });
  });
  run.signal.throwIfAborted();
  const now = new Date();
  const stored = await inWorkspace(db, workspaceId, async (trx) => {
    const finished = await finishExport(trx, exportId, {
      ...{ state: 'ready' as const, ...archive, entries, finished_at: now },
      expires_at: new Date(now.getTime() + KEPT_MS),
    });
    if (finished) await tell(trx, deps, job, 'export.ready');
    return finished;
  });
  if (!stored) await exportFiles.remove([exportId]);
}

/** The last try failed too, or it was cancelled. An archive that is ready stays. */
export async function giveUpExport(
  deps: Pick<ExportDeps, 'db' | 'exportFiles'> & Telling,
  job: ExportAccountPayload,
): Promise<void> {
  const { db, exportFiles } = deps;
  const { workspaceId, exportId } = job;
  const isOver = await inWorkspace(db, workspaceId, async (trx) => {
    const finished = await finishExport(trx, exportId, { state: 'failed', finished_at: new Date() });
    if (finished) await tell(trx, deps, job, 'export.failed');
    return finished;
  });
  if (isOver) await exportFiles.remove([exportId]);
}

/** Deletes archives whose time is over. Returns how many. */
export async function purgeExports(
  { db, exportFiles }: Pick<ExportDeps, 'db' | 'exportFiles'>,
  now = new Date(),
): Promise<number> {
  let purged = 0;
  for (const workspaceId of await listWorkspaceIds(db)) {
    const ids = await inWorkspace(db, workspaceId, (trx) => expireExports(trx, now));
    await exportFiles.remove(ids);
    purged += ids.length;
  }
  return purged;
}
