// Legal holds: placing, releasing, listing.

import { SheafError } from '../errors.ts';
import { may } from '../identity/permissions.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findHold, type HoldRow, insertHold, listHolds, lockHolds, releaseHold } from '../store/holds.ts';
import { newId } from '../store/new-id.ts';
import type { HoldScope } from '../store/schema-keeping.ts';
import { lockThing, withTrash } from '../store/trash.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

export interface HoldRequest {
  scope: HoldScope;
  /** Absent for the whole workspace. */
  targetId?: string | undefined;
  reason: string;
  requestId?: string | undefined;
}

/** The hold. Throws `document.not-found`, `record.not-found`; what is in the trash can be held, too. */
export async function placeHold({ db }: Deps, actor: Actor, request: HoldRequest): Promise<HoldRow> {
  const { scope, reason, requestId } = request;
  const targetId = scope === 'workspace' ? null : (request.targetId ?? null);
  if (scope !== 'workspace' && !targetId) throw new SheafError('request.invalid', 'targetId is missing');
  const { workspaceId, userId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    if (targetId) await ensureTarget(trx, scope, targetId);
    await lockHolds(trx, workspaceId);
    const id = newId();
    await insertHold(trx, { id, workspaceId, scope, targetId, reason, placedBy: userId });
    await recordActs(trx, actor, [
      { action: 'hold.placed', target: { type: 'hold', id }, requestId, details: { scope, target: targetId } },
    ]);
    return (await findHold(trx, id))!;
  });
}

/** A person may have left, or be known only as who uploaded something: their id is taken as it is. */
async function ensureTarget(trx: Trx, scope: HoldScope, id: string): Promise<void> {
  if (scope !== 'document' && scope !== 'record') return;
  const thing = await withTrash(trx, () => lockThing(trx, scope, id));
  if (!thing) throw new SheafError(scope === 'document' ? 'document.not-found' : 'record.not-found');
}

/** The hold, released. Throws `hold.not-found`, `hold.released`. */
export async function endHold(
  { db }: Deps,
  actor: Actor,
  { id, requestId }: { id: string; requestId?: string | undefined },
): Promise<HoldRow> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    if (!(await findHold(trx, id))) throw new SheafError('hold.not-found');
    if (!(await releaseHold(trx, { id, by: actor.userId }))) throw new SheafError('hold.released');
    await recordActs(trx, actor, [{ action: 'hold.released', target: { type: 'hold', id }, requestId }]);
    return (await findHold(trx, id))!;
  });
}

export async function getHolds(
  { db }: Deps,
  { workspaceId }: Actor,
  filter: Parameters<typeof listHolds>[1],
): Promise<HoldRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listHolds(trx, filter));
}

/** Whether a refusal may say to this person which hold stands. */
export function seesHolds({ role }: Actor): boolean {
  return role !== undefined && may(role, 'holds.manage');
}
