// What people see and decide of findings: confirm, dismiss with a reason, undo.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import { type FindingFilter, type FindingRow, listFindings, lockFinding, updateFinding } from '../store/findings.ts';
import { findRecord } from '../store/records.ts';
import { recordActs } from './audit.ts';
import { type ReviewDeps, reviewInside } from './review-record.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

/** Newest first. Throws `record.not-found`. */
export async function getFindings({ db }: Deps, { workspaceId }: Actor, filter: FindingFilter): Promise<FindingRow[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    if (filter.recordId && !(await findRecord(trx, filter.recordId))) throw new SheafError('record.not-found');
    return listFindings(trx, filter);
  });
}

export interface FindingDecision {
  findingId: string;
  /** undo: takes the decision back. */
  decision: 'confirmed' | 'dismissed' | 'undo';
  reason?: string | undefined;
  /** Whether the person saw this version; absent: they did not say. */
  seen?: ((version: number) => boolean) | undefined;
  requestId?: string | undefined;
}

const acts = {
  confirmed: 'finding.confirmed',
  dismissed: 'finding.dismissed',
  undo: 'finding.decision-undone',
} as const;

/** The finding after it. Throws `finding.not-found`, `finding.changed`, `finding.decided`, `finding.not-decided`. */
export async function decideFinding(
  { db, ...room }: Deps & ReviewDeps,
  actor: Actor,
  request: FindingDecision,
): Promise<FindingRow> {
  const { findingId, decision, reason, seen, requestId } = request;
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const finding = await lockFinding(trx, findingId);
    // One about a record in the trash does not exist until the record is restored.
    if (!finding || !(await findRecord(trx, finding.record_id))) throw new SheafError('finding.not-found');
    if (seen && !seen(finding.version)) throw new SheafError('finding.changed');
    const decided = finding.state === 'confirmed' || finding.state === 'dismissed';
    if (decision === 'undo' && !decided) throw new SheafError('finding.not-decided');
    if (decision !== 'undo' && finding.state !== 'open') throw new SheafError('finding.decided');
    const row = await updateFinding(
      trx,
      finding,
      decision === 'undo'
        ? { state: 'open', decision: null }
        : { state: decision, decision: { by: actor.userId, reason: reason ?? null } },
    );
    const { workspaceId } = actor;
    await reviewInside(trx, room, { workspaceId, recordIds: [finding.record_id], requestId });
    const target = { type: 'record', id: finding.record_id };
    await recordActs(trx, actor, [{ action: acts[decision], target, details: { watch: finding.watch }, requestId }]);
    return row;
  });
}
