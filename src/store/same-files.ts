// Documents of the same bytes. Every call runs inside a workspace's transaction.

import type { Trx } from './database.ts';

export interface SameFile {
  /** The first record of that document; absent when it has none. */
  recordId: string | null;
  name: string;
  uploadedAt: Date;
}

/** The first document that came with these bytes before the given one, trash left out. */
export async function findSameFile(trx: Trx, documentId: string): Promise<SameFile | undefined> {
  const row = await trx
    .selectFrom('documents as own')
    .innerJoin('documents as other', (join) =>
      join.onRef('other.sha256', '=', 'own.sha256').onRef('other.id', '<', 'own.id'),
    )
    .leftJoin('records', (join) => join.onRef('records.document_id', '=', 'other.id').on('records.position', '=', 0))
    .select(['other.name', 'other.created_at as uploadedAt', 'records.id as recordId'])
    .where('own.id', '=', documentId)
    .where('other.deleted_at', 'is', null)
    .orderBy('other.id')
    .limit(1)
    .executeTakeFirst();
  return row;
}
