// What goes by itself: things that lay in the trash long enough, and documents whose time to be deleted has come.

import { SheafError } from '../errors.ts';
import type { AuditEvent } from '../store/audit.ts';
import { appendAudit } from '../store/audit.ts';
import { keepUploadsOut, removeUnnamedBlobs } from '../store/blob-upkeep.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findRetention, listDocumentBases } from '../store/retention.ts';
import { type SoftDeletableKind, softDeletableKinds, softDeletables } from '../store/soft-deletable.ts';
import { deleteForGood, deleteUnusedFiles, listPurgeable, lockThing, markDeleted, withTrash } from '../store/trash.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import { ensureDeletable } from './ensure-deletable.ts';
import { anyType, isDueForDeletion } from './retention-period.ts';
import { followTrash, removeFromSearch } from './search-trash.ts';
import type { Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'blobs' | 'pageImages'>;

const BATCH = 100;
/** As whom the trash shows what a retention rule put there: nobody, and this reason. */
export const retentionReason = 'retention';

const system: AuditEvent['actor'] = { kind: 'system', id: null };

/** Deletes for good, in every workspace, what went into the trash before `before`. Returns how many things. */
export async function purgeTrash(deps: Deps, before: Date, signal?: AbortSignal): Promise<number> {
  let purged = 0;
  for (const workspaceId of await listWorkspaceIds(deps.db)) {
    for (const kind of softDeletableKinds) purged += await purgeKind(deps, { workspaceId, kind, before }, signal);
  }
  return purged;
}

interface Round {
  workspaceId: string;
  kind: SoftDeletableKind;
  before: Date;
}

async function purgeKind(deps: Deps, { workspaceId, kind, before }: Round, signal?: AbortSignal): Promise<number> {
  let purged = 0;
  let after: string | undefined;
  do {
    const ids = await inWorkspace(deps.db, workspaceId, (trx) =>
      listPurgeable(trx, kind, { before, after, limit: BATCH }),
    );
    for (const id of ids) {
      if (signal?.aborted) return purged;
      if (await purgeThing(deps, { workspaceId, kind, before }, id)) purged++;
    }
    after = ids.at(-1);
  } while (after);
  return purged;
}

/** False when it is kept: restored meanwhile, under a legal hold, or its time is not over. */
async function purgeThing(deps: Deps, { workspaceId, kind, before }: Round, id: string): Promise<boolean> {
  const done = await inWorkspace(deps.db, workspaceId, async (trx) => {
    await keepUploadsOut(trx);
    return withTrash(trx, async () => {
      const thing = await lockThing(trx, kind, id);
      if (!thing?.deletedAt || thing.deletedAt >= before) return undefined;
      if (!(await mayGo(trx, workspaceId, { kind, id }))) return undefined;
      await removeFromSearch(trx, workspaceId, { kind, id });
      const gone = await deleteForGood(trx, kind, id);
      const unused = await deleteUnusedFiles(trx);
      const action = softDeletables[kind].audit.purged;
      const acts = gone.map((each) => ({ workspaceId, actor: system, action, target: { type: kind, id: each } }));
      await appendAudit(trx, acts[0]!, ...acts.slice(1));
      return { gone, unused };
    });
  });
  if (!done) return false;
  await removeUnnamedBlobs(deps, done.unused);
  await deps.pageImages.remove([...done.gone, ...done.unused]);
  return true;
}

/** Puts documents into the trash whose records are all past what the workspace's rules let stay. Returns how many. */
export async function deleteWhatIsDue(deps: Pick<Deps, 'db'>, now = new Date(), signal?: AbortSignal): Promise<number> {
  let deleted = 0;
  for (const workspaceId of await listWorkspaceIds(deps.db)) {
    const settings = await inWorkspace(deps.db, workspaceId, findRetention);
    const types = settings.overrides.filter((rule) => rule.deleteAfterYears !== null).map((rule) => rule.recordType);
    if (types.length === 0) continue;
    let after: string | undefined;
    do {
      const found = await inWorkspace(deps.db, workspaceId, (trx) =>
        listDocumentBases(trx, { types: types.includes(anyType) ? 'all' : types, after, limit: BATCH }),
      );
      for (const { documentId, bases } of found) {
        if (signal?.aborted) return deleted;
        if (!isDueForDeletion(settings, bases, now)) continue;
        if (await deleteDue(deps, workspaceId, { documentId, now })) deleted++;
      }
      after = found.at(-1)?.documentId;
    } while (after);
  }
  return deleted;
}

async function deleteDue(
  { db }: Pick<Deps, 'db'>,
  workspaceId: string,
  { documentId: id, now }: { documentId: string; now: Date },
): Promise<boolean> {
  return inWorkspace(db, workspaceId, (trx) =>
    withTrash(trx, async () => {
      const thing = await lockThing(trx, 'document', id);
      if (!thing || thing.deletedAt || !(await mayGo(trx, workspaceId, { kind: 'document', id }))) return false;
      await markDeleted(trx, { kind: 'document', id }, { by: null, reason: retentionReason, at: now });
      await followTrash(trx, workspaceId, { kind: 'document', id });
      const target = { type: 'document', id };
      await appendAudit(trx, {
        workspaceId,
        actor: system,
        action: 'document.deleted',
        target,
        details: { retention: true },
      });
      return true;
    }),
  );
}

async function mayGo(trx: Trx, workspaceId: string, thing: { kind: SoftDeletableKind; id: string }): Promise<boolean> {
  try {
    await ensureDeletable(trx, { workspaceId, seesHolds: false }, thing);
    return true;
  } catch (error) {
    if (error instanceof SheafError) return false;
    throw error;
  }
}
