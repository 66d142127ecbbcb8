// What stands in the way of deleting something: a legal hold first, then the time that it must be kept.

import { SheafError } from '../errors.ts';
import type { Trx } from '../store/database.ts';
import { type HoldRow, holdsOnCase, holdsOnDocuments, holdsOnRecord, lockHolds } from '../store/holds.ts';
import { findRetention, listRetentionBases } from '../store/retention.ts';
import type { SoftDeletableKind } from '../store/soft-deletable.ts';
import { listWith } from '../store/trash.ts';
import { keptUntil } from './retention-period.ts';
import type { Actor } from './services.ts';

interface Guard {
  /** Of the thing and what goes with it. */
  holds: (trx: Trx, ids: string[]) => Promise<HoldRow[]>;
  bases: (ids: string[]) => Parameters<typeof listRetentionBases>[1];
}

const guards: Record<SoftDeletableKind, Guard> = {
  document: { holds: holdsOnDocuments, bases: (documentIds) => ({ documentIds }) },
  record: { holds: (trx, [id]) => holdsOnRecord(trx, id!), bases: ([id]) => ({ recordId: id! }) },
  // What the rules keep are records; a case is kept by nothing but an order that stands.
  case: { holds: (trx, [id]) => holdsOnCase(trx, id!), bases: () => ({}) },
};

/** Throws `hold.stands` or `retention.kept`, of a document also for what came out of it. Neither can begin to stand in the way before the transaction ends. */
export async function ensureDeletable(
  trx: Trx,
  actor: Pick<Actor, 'workspaceId'> & { seesHolds: boolean },
  { kind, id }: { kind: SoftDeletableKind; id: string },
): Promise<void> {
  await lockHolds(trx, actor.workspaceId);
  const ids = await listWith(trx, { kind, id });
  refuseHeld(await guards[kind].holds(trx, ids), actor.seesHolds);
  const until = keptUntil(await findRetention(trx), await listRetentionBases(trx, guards[kind].bases(ids)));
  if (until && until > new Date()) throw refusedUntil(until);
}

/** Throws `hold.stands`; which hold it is is said to those who may know. */
export function refuseHeld(holds: readonly HoldRow[], seesHolds: boolean): void {
  if (holds.length === 0) return;
  const which = seesHolds ? `Legal hold ${holds.map((hold) => hold.id).join(', ')} stands on it.` : undefined;
  throw new SheafError('hold.stands', which);
}

export function refusedUntil(until: Date): SheafError {
  const day = until.toISOString().slice(0, 10);
  return new SheafError('retention.kept', `It must be kept until ${day} by the retention rules of the workspace.`, {
    details: { until: day },
  });
}
