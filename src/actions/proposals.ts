// Proposed corrections: whoever may not decide, or only a program, says what a field should hold; a person accepts or rejects it.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import {
  decideProposal,
  insertProposal,
  listProposals,
  lockProposal,
  type ProposalFilter,
  type ProposalRow,
} from '../store/proposals.ts';
import { lockRecord } from '../store/records.ts';
import { recordActs } from './audit.ts';
import { type CorrectionDeps, correctInside, wakeAfterCorrection } from './correct-record.ts';
import { ensureFieldValue } from './field-value.ts';
import type { Actor, Services } from './services.ts';

/** Open ones of one record: a program that goes on and on is stopped before people lose the overview. */
const MOST_OPEN = 20;

export interface CorrectionProposal {
  recordId: string;
  /** As in a correction: path → value; null clears. */
  fields: Record<string, Json>;
  reason?: string | undefined;
}

/** Throws `record.not-found`, `record.unknown-field`, `record.invalid-value`, `proposal.too-many`. */
export async function proposeCorrection(
  { db, types }: Pick<Services, 'db' | 'types'>,
  actor: Actor,
  { recordId, fields, reason }: CorrectionProposal,
): Promise<ProposalRow> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const record = await lockRecord(trx, recordId);
    if (!record) throw new SheafError('record.not-found');
    const type = types.find(({ id }) => id === record.type);
    const checked = Object.entries(fields).map(([path, value]) => [
      cleanText(path),
      value === null ? null : ensureFieldValue(type, path, value),
    ]);
    const open = await listProposals(trx, { state: 'open', recordId, limit: MOST_OPEN });
    if (open.length >= MOST_OPEN) throw new SheafError('proposal.too-many');
    const row = await insertProposal(trx, {
      id: newId(),
      workspaceId: actor.workspaceId,
      recordId,
      recordVersion: record.version,
      fields: Object.fromEntries(checked),
      reason: reason === undefined ? null : cleanText(reason),
      proposedBy: actor.userId,
    });
    await note(trx, actor, { action: 'proposal.made', row });
    return row;
  });
}

export async function getProposals(
  { db }: Pick<Services, 'db'>,
  { workspaceId }: Actor,
  filter: ProposalFilter,
): Promise<ProposalRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listProposals(trx, filter));
}

/**
 * Makes it a correction by who accepts. Throws what a correction throws, `record.changed` when the record is not the one that the
 * person saw, `proposal.not-found`, `proposal.decided`.
 */
export async function acceptProposal(
  deps: CorrectionDeps,
  actor: Actor,
  { id, seen }: { id: string; seen: (version: number) => boolean },
): Promise<ProposalRow> {
  const accepted = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { record_id: recordId, fields } = await lockOpen(trx, id);
    await correctInside(trx, deps, { actor, correction: { recordId, seen, fields, requestId: actor.requestId } });
    const row = await decideProposal(trx, { id, state: 'accepted', by: actor.userId });
    await note(trx, actor, { action: 'proposal.accepted', row });
    return row;
  });
  wakeAfterCorrection(deps);
  return accepted;
}

/** Throws `proposal.not-found`, `proposal.decided`. */
export async function rejectProposal({ db }: Pick<Services, 'db'>, actor: Actor, id: string): Promise<ProposalRow> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await lockOpen(trx, id);
    const row = await decideProposal(trx, { id, state: 'rejected', by: actor.userId });
    await note(trx, actor, { action: 'proposal.rejected', row });
    return row;
  });
}

async function lockOpen(trx: Trx, id: string): Promise<ProposalRow> {
  const row = await lockProposal(trx, id);
  if (!row) throw new SheafError('proposal.not-found');
  if (row.state !== 'open') throw new SheafError('proposal.decided');
  return row;
}

async function note(
  trx: Trx,
  actor: Actor,
  { action, row }: { action: 'proposal.made' | 'proposal.accepted' | 'proposal.rejected'; row: ProposalRow },
): Promise<void> {
  const details = { record: row.record_id, fields: Object.keys(row.fields).length };
  await recordActs(trx, actor, [{ action, target: { type: 'proposal', id: row.id }, details }]);
}
