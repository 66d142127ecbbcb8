// What the fields of a record were chosen among, as one row a record. Every call runs inside a workspace's transaction.

import type { Candidates } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

export async function putRecordCandidates(
  trx: Trx,
  record: { id: string; workspaceId: string },
  candidates: Candidates,
): Promise<void> {
  await trx
    .insertInto('record_candidates')
    .values({ workspace_id: record.workspaceId, record_id: record.id, candidates: toJsonb(candidates) })
    .execute();
}

/** undefined: it was read by a version that kept none. */
export async function findRecordCandidates(trx: Trx, recordId: string): Promise<Candidates | undefined> {
  const row = await trx
    .selectFrom('record_candidates')
    .select('candidates')
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return row?.candidates;
}
