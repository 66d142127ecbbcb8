// Has records matched that are new or other than before: queued in the transaction that made them so.

import type { Trx } from '../store/database.ts';
import { matchRecordQueue } from '../store/queues.ts';
import type { Services } from './services.ts';

export interface ToMatch {
  workspaceId: string;
  records: readonly { id: string; type: string }[];
  requestId: string | null | undefined;
}

/** Those whose types take part in a match. Call `queue.wake(matchRecordQueue.name)` after the transaction. */
export async function queueMatching(
  trx: Trx,
  { queue, matching }: Pick<Services, 'queue' | 'matching'>,
  { workspaceId, records, requestId = null }: ToMatch,
): Promise<void> {
  const payloads = records
    .filter(({ type }) => matching.of(type).length > 0)
    .map(({ id }) => ({ workspaceId, recordId: id, requestId }));
  if (payloads.length > 0) await queue.enqueue(trx, matchRecordQueue.name, payloads);
}
