// Erasing a person: account, sessions, keys, memberships, what they wrote about others' things, and, if asked, what they uploaded.

import { SheafError } from '../errors.ts';
import { findAccount } from '../store/accounts.ts';
import { appendAudit, forgetAuditOrigins, listChainsOf, serverChain } from '../store/audit.ts';
import { keepUploadsOut, removeUnnamedBlobs } from '../store/blob-upkeep.ts';
import { asOwner, inWorkspace, type Trx } from '../store/database.ts';
import { deleteJobsOf, deleteQuotes, deleteUploadsOf, eraseRows, listTraces } from '../store/erase-rows.ts';
import { holdsOnPerson, holdsOnWorkspace, lockHolds } from '../store/holds.ts';
import { listMatchIdsAround } from '../store/matches.ts';
import { countOwners, findRole, lockWorkspace } from '../store/memberships.ts';
import { deleteNoticesAbout } from '../store/notices.ts';
import { findRetention, listRetentionBasesOfAll } from '../store/retention.ts';
import { scrubDatabase } from '../store/scrub-database.ts';
import { deleteUnusedFiles, withTrash } from '../store/trash.ts';
import { countMembers, listWorkspacesOf, type WorkspaceOfUser } from '../store/workspaces.ts';
import { refusedUntil, refuseHeld } from './ensure-deletable.ts';
import { type Erased, type ErasureDeps, eraseWorkspaceRows, removeCopies } from './erase-workspace.ts';
import { keptUntil } from './retention-period.ts';
import { removeFromSearch } from './search-trash.ts';

export interface PersonErasure {
  userId: string;
  /** The id again, so that nobody is erased by a slip. */
  confirm: string;
  /** What they uploaded into workspaces of others: by default it belongs to the workspace and stays. */
  uploads: 'keep' | 'erase';
  /** Also what retention rules still keep of it. */
  despiteRetention?: boolean | undefined;
}

/**
 * Workspaces in which nobody else is go with the person. Begins again where it stopped when it is called again.
 * Throws `erasure.not-confirmed`, `person.not-found`, `person.last-owner`, `hold.stands`, `retention.kept`.
 */
export async function erasePerson(deps: ErasureDeps, request: PersonErasure): Promise<Erased> {
  const { db } = deps;
  const { userId } = request;
  if (request.confirm !== userId) throw new SheafError('erasure.not-confirmed');
  const account = await findAccount(db, userId);
  if (!account) throw new SheafError('person.not-found');
  const places = await ensureLeavable(deps, userId);
  const erased: Erased = { rows: {}, blobs: 0, leftOver: [] };
  for (const place of places) {
    const part =
      place.members === 1
        ? await eraseWorkspaceRows(
            deps,
            { workspaceId: place.id, userId },
            { despiteRetention: request.despiteRetention === true, onlyAlone: true },
          )
        : await eraseFromWorkspace(deps, place.id, request);
    add(erased, part);
  }
  add(erased, { rows: await eraseAccount(deps, userId, account.email), blobs: 0 });
  deps.identity.access.forget();
  return { ...erased, ...(await scrubDatabase(db, deps.databaseKind)) };
}

type Place = WorkspaceOfUser & { members: number; owners: number };

/** Their workspaces. Throws `person.last-owner` when one would be left without an owner, `hold.stands`. */
export async function ensureLeavable(deps: Pick<ErasureDeps, 'db'>, userId: string): Promise<Place[]> {
  const { db } = deps;
  const places = await Promise.all(
    (await listWorkspacesOf(db, userId)).map(async (place) => ({ ...place, ...(await countMembers(db, place.id)) })),
  );
  for (const place of places) await ensurePlaceLeavable(deps, place, userId);
  return places;
}

async function ensurePlaceLeavable({ db }: Pick<ErasureDeps, 'db'>, place: Place, userId: string): Promise<void> {
  if (place.members > 1 && place.role === 'owner' && place.owners === 1) throw new SheafError('person.last-owner');
  await inWorkspace(db, place.id, async (trx) => {
    refuseHeld(place.members === 1 ? await holdsOnWorkspace(trx) : await holdsOnPerson(trx, userId), false);
  });
}

async function eraseFromWorkspace(
  deps: ErasureDeps,
  workspaceId: string,
  { userId, uploads, despiteRetention }: PersonErasure,
): Promise<Pick<Erased, 'rows' | 'blobs'>> {
  const { rows, traces, hashes } = await inWorkspace(deps.db, workspaceId, async (trx) => {
    await keepUploadsOut(trx);
    // Nobody joins, leaves or gets another role until this is over: of two last owners at once, one stays.
    await lockWorkspace(trx);
    if ((await findRole(trx, userId)) === 'owner' && (await countOwners(trx)) === 1) {
      throw new SheafError('person.last-owner');
    }
    await lockHolds(trx, workspaceId);
    refuseHeld(await holdsOnPerson(trx, userId), false);
    if (uploads === 'erase' && !despiteRetention) {
      const until = keptUntil(await findRetention(trx), await listRetentionBasesOfAll(trx, userId));
      if (until && until > new Date()) throw refusedUntil(until);
    }
    return withTrash(trx, async () => {
      const traces = await listTraces(trx, userId);
      const going = uploads === 'erase' ? traces : { ...traces, documentIds: [], hashes: [] };
      for (const id of going.documentIds) await removeFromSearch(trx, workspaceId, { kind: 'document', id });
      const matches = await listMatchIdsAround(trx, going.documentIds);
      const deleted = uploads === 'erase' ? await deleteUploadsOf(trx, userId) : 0;
      await deleteNoticesAbout(trx, [...going.documentIds, ...matches]);
      await deleteQuotes(trx);
      const hashes = await deleteUnusedFiles(trx);
      const rows = await eraseTraces(trx, { workspaceId, userId, documentIds: going.documentIds });
      await appendAudit(trx, erasedEvent(workspaceId, userId));
      return { rows: deleted > 0 ? { ...rows, 'public.documents': deleted } : rows, traces: going, hashes };
    });
  });
  const blobs = await removeUnnamedBlobs(deps, hashes);
  await removeCopies(deps, traces);
  return { rows, blobs };
}

async function eraseTraces(
  trx: Trx,
  { workspaceId, userId, documentIds }: { workspaceId: string; userId: string; documentIds: readonly string[] },
): Promise<Record<string, number>> {
  return asOwner(trx, async () => {
    await deleteJobsOf(trx, documentIds);
    await forgetAuditOrigins(trx, { workspaceId, actorId: userId });
    return eraseRows(trx, 'person', { id: userId, tables: 'of-workspace' });
  });
}

async function eraseAccount({ db }: ErasureDeps, userId: string, email: string): Promise<Record<string, number>> {
  // Also in the logs of workspaces that they had left.
  for (const chain of await listChainsOf(db, userId)) {
    await inWorkspace(db, chain, (trx) =>
      asOwner(trx, () => forgetAuditOrigins(trx, { workspaceId: chain, actorId: userId })),
    );
  }
  return inWorkspace(db, serverChain, async (trx) => {
    const rows = await asOwner(trx, async () => {
      await forgetAuditOrigins(trx, { workspaceId: serverChain, actorId: userId });
      return eraseRows(trx, 'person', { id: userId, names: [email], tables: 'of-server' });
    });
    await appendAudit(trx, erasedEvent(serverChain, userId));
    return rows;
  });
}

const erasedEvent = (workspaceId: string, userId: string) => ({
  workspaceId,
  actor: { kind: 'system' as const, id: null },
  action: 'person.erased' as const,
  target: { type: 'person', id: userId },
});

function add(sum: Erased, { rows, blobs }: Pick<Erased, 'rows' | 'blobs'>): void {
  for (const [table, count] of Object.entries(rows)) sum.rows[table] = (sum.rows[table] ?? 0) + count;
  sum.blobs += blobs;
}
