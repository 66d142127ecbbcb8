// Passages of documents as rows, one a document. Every call runs inside a workspace's transaction.

import type { Passage } from '../document/passage.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

/** In place of those of an earlier reading. */
export async function putDocumentPassages(
  trx: Trx,
  { workspaceId, documentId, passages }: { workspaceId: string; documentId: string; passages: readonly Passage[] },
): Promise<void> {
  await trx
    .insertInto('document_passages')
    .values({ workspace_id: workspaceId, document_id: documentId, passages: toJsonb(passages) })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'document_id']).doUpdateSet({ passages: toJsonb(passages) }),
    )
    .execute();
}

/** undefined: it was read by a version that kept none, or its text is kept back. */
export async function findDocumentPassages(trx: Trx, documentId: string): Promise<Passage[] | undefined> {
  const row = await trx
    .selectFrom('document_passages')
    .select('passages')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.passages;
}
