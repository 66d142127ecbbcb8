// What follows for reviews once a record has been compared with earlier ones: what is odd about it, and whether it is there already.

import type { Subject } from '../match/match-spec.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import type { Trx } from '../store/database.ts';
import { lockDocument } from '../store/documents.ts';
import { listMatches } from '../store/matches.ts';
import type { RecordRow } from '../store/records.ts';
import { reviewStatesOf } from '../store/reviews.ts';
import { typeOfRecord } from './known-types.ts';
import { headOf } from './review-reasons.ts';
import { loadReviewSettings, type ReviewDeps, reviewInside } from './review-record.ts';
import { fourEyesLimits, rulesFor } from './review-rules.ts';
import { watchInside } from './watch-record.ts';

const MOST_PAIRS = 60;

/** In a transaction that holds the lock of matching, after the record's matches were stored. How many findings are open now. */
export async function reviewCompared(
  trx: Trx,
  deps: ReviewDeps & { raiseNotice: RaiseNotice },
  { record, subject }: { record: RecordRow; subject: Subject },
): Promise<number> {
  const { workspace_id: workspaceId, id, version } = record;
  const { currency } = headOf(record, await typeOfRecord(trx, deps.types, record));
  const limits = fourEyesLimits(rulesFor(await loadReviewSettings(trx), record.type), currency);
  const open = await watchInside(trx, deps, { workspaceId, record, subject, limits });
  const document = await lockDocument(trx, record.document_id);
  const recordIds = [id, ...(await pairedTwice(trx, deps, record))];
  await reviewInside(trx, deps, { workspaceId, recordIds, compared: new Map([[id, version]]) });
  if (document?.state === 'extracted') await tell(trx, deps, record);
  return open;
}

/** Of a reading people are told once, then or now. */
async function tell(
  trx: Trx,
  { raiseNotice }: { raiseNotice: RaiseNotice },
  { workspace_id: workspaceId, document_id: id, run_id: key }: RecordRow,
): Promise<void> {
  const document = await lockDocument(trx, id);
  if (document?.state !== 'review_pending') return;
  const data = { name: document.name, records: (await reviewStatesOf(trx, id)).length, reason: null };
  await raiseNotice(trx, { workspaceId, kind: 'record.needs-review', key, subject: { type: 'document', id }, data });
}

/** Records that were, or are no more, taken for the same one. */
async function pairedTwice(trx: Trx, { matching }: ReviewDeps, { id, type }: RecordRow): Promise<string[]> {
  const others: string[] = [];
  for (const spec of matching.of(type).filter(({ blocks }) => blocks)) {
    const rows = await listMatches(trx, { recordId: id, spec: spec.id, limit: MOST_PAIRS });
    others.push(...rows.flatMap(({ left_id, right_id }) => [left_id, right_id]));
  }
  return others.filter((other) => other !== id);
}
