// Corrections that somebody or a program proposed, as rows. Nothing of them stands in a record before a person accepts them.

import type { Selectable } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { ProposalState, ProposalTable } from './schema-models.ts';

export type ProposalRow = Selectable<ProposalTable>;

export interface NewProposal {
  id: string;
  workspaceId: string;
  recordId: string;
  recordVersion: number;
  fields: Record<string, Json>;
  reason: string | null;
  proposedBy: string;
}

export async function insertProposal(trx: Trx, proposal: NewProposal): Promise<ProposalRow> {
  return trx
    .insertInto('proposals')
    .values({
      id: proposal.id,
      workspace_id: proposal.workspaceId,
      record_id: proposal.recordId,
      record_version: proposal.recordVersion,
      fields: toJsonb(proposal.fields),
      reason: proposal.reason,
      proposed_by: proposal.proposedBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface ProposalFilter {
  state?: ProposalState | undefined;
  recordId?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listProposals(trx: Trx, filter: ProposalFilter): Promise<ProposalRow[]> {
  const { state, recordId, before, limit } = filter;
  let query = trx.selectFrom('proposals').selectAll().orderBy('id', 'desc').limit(limit);
  if (state) query = query.where('state', '=', state);
  if (recordId) query = query.where('record_id', '=', recordId);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

export async function lockProposal(trx: Trx, id: string): Promise<ProposalRow | undefined> {
  return trx.selectFrom('proposals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function decideProposal(
  trx: Trx,
  { id, state, by }: { id: string; state: 'accepted' | 'rejected'; by: string },
): Promise<ProposalRow> {
  return trx
    .updateTable('proposals')
    .set({ state, decided_by: by, decided_at: new Date() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
