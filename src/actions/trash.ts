// Putting things into the trash, taking them out, and looking into it.

import { type ErrorCode, SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { matchRecordQueue, readDocumentQueue } from '../store/queues.ts';
import { findRecord, listDocumentRecords } from '../store/records.ts';
import { findUnfinishedRun } from '../store/runs.ts';
import { type SoftDeletableKind, softDeletables } from '../store/soft-deletable.ts';
import {
  countTrash,
  type LockedThing,
  listTrash,
  listWith,
  lockThing,
  markDeleted,
  markRestored,
  type TrashCount,
  type TrashedThing,
  type TrashFilter,
  withTrash,
} from '../store/trash.ts';
import { recordActs } from './audit.ts';
import { ensureDeletable } from './ensure-deletable.ts';
import { seesHolds } from './holds.ts';
import { queueMatching } from './queue-matching.ts';
import { restoreCase } from './restore-case.ts';
import { followTrash } from './search-trash.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'matching'>;

export interface ThingRequest {
  kind: SoftDeletableKind;
  id: string;
  requestId?: string | undefined;
}

export interface DeleteRequest extends ThingRequest {
  /** For the people who look into the trash. */
  reason?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const missing: Record<SoftDeletableKind, ErrorCode> = {
  document: 'document.not-found',
  record: 'record.not-found',
  case: 'case.not-found',
};

/** Throws the kind's not-found error, `hold.stands`, `retention.kept`. */
export async function deleteThing({ db }: Pick<Deps, 'db'>, actor: Actor, request: DeleteRequest): Promise<void> {
  const { kind, id, reason, requestId } = request;
  await inWorkspace(db, actor.workspaceId, (trx) =>
    withTrash(trx, async () => {
      const thing = await lockThing(trx, kind, id);
      if (!thing || thing.deletedAt || !isTheirs(thing, actor)) throw new SheafError(missing[kind]);
      await ensureDeletable(trx, { ...actor, seesHolds: seesHolds(actor) }, { kind, id });
      await markDeleted(trx, { kind, id }, { by: actor.userId, reason: reason ?? null, at: new Date() });
      await followTrash(trx, actor.workspaceId, { kind, id });
      const action = softDeletables[kind].audit.deleted;
      await recordActs(trx, actor, [{ action, target: { type: kind, id }, requestId }]);
    }),
  );
}

/**
 * Puts it back with what went along. Documents whose reading had not ended are read again.
 * Throws `trash.not-found`, and `trash.parent-deleted` for what belongs to something that is in the trash itself.
 */
export async function restoreThing(deps: Deps, actor: Actor, { kind, id, requestId }: ThingRequest): Promise<void> {
  const queued = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    await withTrash(trx, async () => {
      const thing = await lockThing(trx, kind, id);
      if (!thing?.deletedAt || !isTheirs(thing, actor)) throw new SheafError('trash.not-found');
      await ensureParentStands(trx, thing);
      if (kind === 'case') await restoreCase(trx, actor, id);
      await markRestored(trx, { kind, id });
      await followTrash(trx, actor.workspaceId, { kind, id });
    });
    let read = false;
    const ids = await listWith(trx, { kind, id });
    for (const documentId of kind === 'document' ? ids : []) {
      if (await readOn(trx, deps, actor, { documentId, requestId })) read = true;
    }
    // Values may have been compared with less while it was away, and others with nothing.
    const records =
      kind === 'record' ? [await findRecord(trx, id)] : await recordsOf(trx, kind === 'document' ? ids : []);
    await queueMatching(trx, deps, {
      workspaceId: actor.workspaceId,
      records: records.filter((record) => record !== undefined),
      requestId,
    });
    const action = softDeletables[kind].audit.restored;
    await recordActs(trx, actor, [{ action, target: { type: kind, id }, requestId }]);
    return read;
  });
  deps.queue.wake(matchRecordQueue.name);
  if (queued) deps.queue.wake(readDocumentQueue.name);
}

const isTheirs = ({ ownerId }: LockedThing, { userId }: Actor): boolean => ownerId === null || ownerId === userId;

async function recordsOf(trx: Trx, documentIds: readonly string[]) {
  const records = [];
  for (const id of documentIds) records.push(...(await listDocumentRecords(trx, id)));
  return records;
}

async function ensureParentStands(trx: Trx, thing: LockedThing): Promise<void> {
  if (!thing.parentId) return;
  const above = await lockThing(trx, 'document', thing.parentId);
  if (above?.deletedAt) throw new SheafError('trash.parent-deleted');
}

/** The job of a reading that met the deleted document has ended without a word: it is queued again. */
async function readOn(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  { workspaceId }: Actor,
  { documentId, requestId }: { documentId: string; requestId: string | undefined },
): Promise<boolean> {
  const run = await findUnfinishedRun(trx, documentId);
  if (!run) return false;
  await queue.enqueue(trx, readDocumentQueue.name, [
    { workspaceId, documentId, runId: run.id, requestId: requestId ?? run.request_id },
  ]);
  return true;
}

export interface BulkResult {
  id: string;
  /** undefined = done. */
  error?: { code: ErrorCode; message: string };
}

/** Each for itself: what is refused does not keep the others. */
export async function deleteAll(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { ids, ...request }: Omit<DeleteRequest, 'id'> & { ids: readonly string[] },
): Promise<BulkResult[]> {
  return eachOf(ids, (id) => deleteThing(deps, actor, { ...request, id }));
}

export async function restoreAll(
  deps: Deps,
  actor: Actor,
  { ids, ...request }: Omit<ThingRequest, 'id'> & { ids: readonly string[] },
): Promise<BulkResult[]> {
  return eachOf(ids, (id) => restoreThing(deps, actor, { ...request, id }));
}

async function eachOf(ids: readonly string[], act: (id: string) => Promise<void>): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const id of new Set(ids)) {
    try {
      await act(id);
      results.push({ id });
    } catch (error) {
      if (!(error instanceof SheafError)) throw error;
      results.push({ id, error: { code: error.code, message: error.message } });
    }
  }
  return results;
}

export async function getTrash(
  { db }: Pick<Deps, 'db'>,
  { workspaceId, userId: viewerId }: Actor,
  filter: Omit<TrashFilter, 'viewerId'>,
): Promise<TrashedThing[]> {
  return inWorkspace(db, workspaceId, (trx) => listTrash(trx, { ...filter, viewerId }));
}

export interface TrashStatistics {
  kinds: TrashCount[];
  /** Of the files that only documents in the trash have. */
  bytes: number;
  trashDays: number;
}

export async function getTrashStatistics(
  { db, trashDays }: Pick<Deps, 'db'> & { trashDays: number },
  { workspaceId, userId: viewerId }: Actor,
): Promise<TrashStatistics> {
  const dueBefore = new Date(Date.now() - trashDays * DAY_MS);
  return { ...(await inWorkspace(db, workspaceId, (trx) => countTrash(trx, { viewerId, dueBefore }))), trashDays };
}
