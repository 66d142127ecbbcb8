// Erasing a workspace: rows of every table, contents, page pictures, exports and jobs. Its audit log stays, which holds ids only.

import { SheafError } from '../errors.ts';
import { appendAudit, forgetAuditOrigins, serverChain } from '../store/audit.ts';
import { keepUploadsOut, removeUnnamedBlobs } from '../store/blob-upkeep.ts';
import { asOwner, inWorkspace, type Trx } from '../store/database.ts';
import { eraseRows, listTraces, type Traces } from '../store/erase-rows.ts';
import { holdsOnWorkspace, lockHolds } from '../store/holds.ts';
import { listMembers, lockWorkspace } from '../store/memberships.ts';
import { findRetention, listRetentionBasesOfAll } from '../store/retention.ts';
import { type ScrubReport, scrubDatabase } from '../store/scrub-database.ts';
import { withTrash } from '../store/trash.ts';
import { refusedUntil, refuseHeld } from './ensure-deletable.ts';
import { seesHolds } from './holds.ts';
import { keptUntil } from './retention-period.ts';
import type { Actor, Services } from './services.ts';

export interface ErasureDeps extends Pick<Services, 'db' | 'blobs' | 'pageImages' | 'exportFiles' | 'databaseKind'> {
  identity: { access: { forget(): void } };
}

export interface WorkspaceErasure {
  /** The id again, so that nothing is erased by a slip. */
  confirm: string;
  /** Also what the retention rules still keep: whoever asks has it elsewhere, or answers for it. */
  despiteRetention?: boolean | undefined;
}

export interface Erased {
  /** Table → rows deleted or emptied. */
  rows: Record<string, number>;
  /** Files that nobody else has. */
  blobs: number;
  leftOver: ScrubReport['leftOver'];
}

/** Throws `erasure.not-confirmed`, `hold.stands`, `retention.kept`. */
export async function eraseWorkspace(deps: ErasureDeps, actor: Actor, request: WorkspaceErasure): Promise<Erased> {
  if (request.confirm !== actor.workspaceId) throw new SheafError('erasure.not-confirmed');
  const erased = await eraseWorkspaceRows(deps, actor, { despiteRetention: request.despiteRetention === true });
  deps.identity.access.forget();
  return { ...erased, ...(await scrubDatabase(deps.db, deps.databaseKind)) };
}

/**
 * Everything but scrubbing the database's files, which is done once after many. With `onlyAlone` it throws
 * `person.last-owner` when somebody joined meanwhile.
 */
export async function eraseWorkspaceRows(
  deps: ErasureDeps,
  actor: Actor,
  { despiteRetention, onlyAlone = false }: { despiteRetention: boolean; onlyAlone?: boolean },
): Promise<Omit<Erased, 'leftOver'>> {
  const { db } = deps;
  const { workspaceId } = actor;
  await inWorkspace(db, workspaceId, (trx) => ensureErasable(trx, actor, despiteRetention));
  const before = await inWorkspace(db, workspaceId, (trx) => withTrash(trx, () => listTraces(trx)));
  // First, so that nothing is left behind whose rows are gone: it is drawn and made again if the rest fails.
  await removeCopies(deps, before);
  const { rows, traces } = await inWorkspace(db, workspaceId, async (trx) => {
    await keepUploadsOut(trx);
    await lockWorkspace(trx);
    if (onlyAlone && (await listMembers(trx, { limit: 2 })).length > 1) throw new SheafError('person.last-owner');
    await ensureErasable(trx, actor, despiteRetention);
    return withTrash(trx, async () => {
      const traces = await listTraces(trx);
      const rows = await asOwner(trx, async () => {
        const counts = await eraseRows(trx, 'workspace', { id: workspaceId });
        await forgetAuditOrigins(trx, { workspaceId });
        return counts;
      });
      await appendAudit(trx, erasedEvent(workspaceId, actor, despiteRetention));
      return { rows, traces };
    });
  });
  await inWorkspace(db, serverChain, (trx) =>
    appendAudit(trx, { ...erasedEvent(workspaceId, actor, despiteRetention), workspaceId: serverChain }),
  );
  const blobs = await removeUnnamedBlobs(deps, traces.hashes);
  await removeCopies(deps, traces);
  return { rows, blobs };
}

const erasedEvent = (workspaceId: string, { userId }: Actor, despiteRetention: boolean) => ({
  workspaceId,
  actor: { kind: 'user' as const, id: userId },
  action: 'workspace.erased' as const,
  target: { type: 'workspace', id: workspaceId },
  details: { despiteRetention },
});

/** Pictures of pages and archives: neither is named by anything but the rows that go. */
export async function removeCopies(
  { pageImages, exportFiles }: Pick<ErasureDeps, 'pageImages' | 'exportFiles'>,
  { documentIds, hashes, exportIds }: Traces,
): Promise<void> {
  await pageImages.remove([...documentIds, ...hashes]);
  await exportFiles.remove(exportIds);
}

async function ensureErasable(trx: Trx, actor: Actor, despiteRetention: boolean): Promise<void> {
  await lockHolds(trx, actor.workspaceId);
  refuseHeld(await holdsOnWorkspace(trx), seesHolds(actor));
  if (despiteRetention) return;
  const until = keptUntil(await findRetention(trx), await listRetentionBasesOfAll(trx));
  if (until && until > new Date()) throw refusedUntil(until);
}
