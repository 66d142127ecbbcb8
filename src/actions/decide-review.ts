// People decide on records: approve, with a second person from some amount on, reject with a reason, or look at it again.

import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { lockDocument } from '../store/documents.ts';
import { listMembersToTell } from '../store/members-to-tell.ts';
import { newId } from '../store/new-id.ts';
import { findRecord, lockRecord, type RecordRow, whoCorrectedLast } from '../store/records.ts';
import { findReview, findReviewView, putReview, type ReviewRow, type ReviewView } from '../store/reviews.ts';
import { type Act, recordActs } from './audit.ts';
import { type ReviewDeps, reviewInside, settleDocument } from './review-record.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'raiseNotice'> & ReviewDeps;

export interface ReviewDecision {
  recordId: string;
  decision: 'approve' | 'reject' | 'reopen';
  reason?: string | undefined;
  /** Whether the person saw this version of the record. */
  seen: (version: number) => boolean;
  requestId?: string | undefined;
}

/**
 * The review after it. Throws `review.not-found`, `record.changed`, `review.decided`, `review.pending`, `review.blocked`,
 * `review.other-person`.
 */
export async function decideReview(deps: Deps, actor: Actor, request: ReviewDecision): Promise<ReviewView> {
  const { recordId, decision, requestId } = request;
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const record = await lockSeen(trx, request);
    // What was in the way may be gone by now, or something may have come up.
    const { workspaceId } = actor;
    await reviewInside(trx, deps, {
      workspaceId,
      recordIds: [recordId],
      begin: decision === 'reopen',
      requestId,
    });
    const before = await findReview(trx, recordId);
    if (!before) throw new SheafError('review.not-found');
    const action = await decide(trx, deps, { actor, request, record, before });
    await settleDocument(trx, record.document_id);
    const target = { type: 'record', id: recordId };
    await recordActs(trx, actor, [{ action, target, requestId, details: { version: record.version } }]);
    return (await findReviewView(trx, recordId))!;
  });
}

async function lockSeen(trx: Trx, { recordId, seen }: ReviewDecision): Promise<RecordRow> {
  const found = await findRecord(trx, recordId);
  if (found) await lockDocument(trx, found.document_id);
  const record = await lockRecord(trx, recordId);
  if (!record) throw new SheafError('review.not-found');
  if (!seen(record.version)) throw new SheafError('record.changed');
  return record;
}

interface Deciding {
  actor: Actor;
  request: ReviewDecision;
  record: RecordRow;
  before: ReviewRow;
}

async function decide(trx: Trx, deps: Deps, deciding: Deciding): Promise<Act['action']> {
  if (deciding.request.decision === 'reopen') return reopen(trx, deps, deciding);
  if (deciding.before.state !== 'pending') throw new SheafError('review.decided');
  return deciding.request.decision === 'approve' ? approve(trx, deps, deciding) : reject(trx, deciding);
}

async function approve(trx: Trx, deps: Deps, { actor, record, before }: Deciding): Promise<Act['action']> {
  const firm = before.reasons.filter((reason) => reason.firm);
  if (firm.length > 0) throw new SheafError('review.blocked', firm.map(({ message }) => message).join(' '));
  const now = new Date();
  const { userId } = actor;
  if (before.four_eyes && !before.first_by) {
    await change(trx, before, { first_by: userId, first_at: now });
    await callSecond(trx, deps, { actor, record });
    return 'review.approved-first';
  }
  if (before.four_eyes) {
    if (before.first_by === userId)
      throw new SheafError('review.other-person', 'You approved it already: somebody else has to approve it, too');
    if ((await whoCorrectedLast(trx, record.id)) === userId)
      throw new SheafError('review.other-person', 'You corrected it last: somebody else has to approve it, too');
  }
  const approval = before.four_eyes ? { second_by: userId, second_at: now } : { first_by: userId, first_at: now };
  await change(trx, before, { ...approval, state: 'approved', decided_at: now, held: false });
  return 'review.approved';
}

/** Whoever could be the second. */
async function callSecond(
  trx: Trx,
  { raiseNotice }: Deps,
  { actor, record }: Pick<Deciding, 'actor' | 'record'>,
): Promise<void> {
  const { workspace_id: workspaceId, document_id: id } = record;
  const members = await listMembersToTell(trx);
  const corrector = await whoCorrectedLast(trx, record.id);
  const others = members.filter(({ userId }) => userId !== actor.userId && userId !== corrector);
  await raiseNotice(trx, {
    ...{ workspaceId, kind: 'review.second-needed', key: newId(), subject: { type: 'document', id } },
    userIds: others.map(({ userId }) => userId),
    data: {
      name: (await lockDocument(trx, id))?.name ?? null,
      by: members.find(({ userId }) => userId === actor.userId)?.name ?? null,
    },
  });
}

async function reject(trx: Trx, { actor, request, before }: Deciding): Promise<Act['action']> {
  const rejection = { rejected_by: actor.userId, reject_reason: request.reason ?? null, decided_at: new Date() };
  await change(trx, before, { ...rejection, ...nobody, state: 'rejected', held: false });
  return 'review.rejected';
}

/** Nothing approves it by itself until a person has decided. */
async function reopen(trx: Trx, deps: Deps, { actor, request, before }: Deciding): Promise<Act['action']> {
  if (before.state === 'pending' && before.held) throw new SheafError('review.pending');
  const opened = { state: 'pending' as const, held: true, ...nobody, decided_at: null };
  await change(trx, before, { ...opened, rejected_by: null, reject_reason: null });
  await reviewInside(trx, deps, { workspaceId: actor.workspaceId, recordIds: [request.recordId] });
  return 'review.reopened';
}

const nobody = { first_by: null, first_at: null, second_by: null, second_at: null, by_itself: false } as const;

async function change(trx: Trx, before: ReviewRow, columns: Partial<ReviewRow>): Promise<void> {
  const {
    workspace_id,
    record_id,
    document_id,
    created_at: _made,
    updated_at: _changed,
    ...row
  } = {
    ...before,
    ...columns,
  };
  const place = { workspaceId: workspace_id, recordId: record_id, documentId: document_id };
  await putReview(trx, place, { ...row, amount: row.amount === null ? null : Number(row.amount) });
}
