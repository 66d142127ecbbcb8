// Lets a document out of quarantine: it is read again, and what it hides no longer keeps its records back.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import { lockDocument, updateDocument } from '../store/documents.ts';
import { newId } from '../store/new-id.ts';
import { readDocumentQueue } from '../store/queues.ts';
import { insertRun } from '../store/runs.ts';
import type { Actor, Services } from './services.ts';

export interface Release {
  documentId: string;
  requestId: string;
}

/**
 * Queues a new reading and gives its run. Hidden text stays out of the values and stays reported.
 * Throws `document.not-found`, `document.not-quarantined`.
 */
export async function releaseDocument(
  { db, queue }: Pick<Services, 'db' | 'queue'>,
  { workspaceId, userId }: Actor,
  { documentId, requestId }: Release,
): Promise<{ run: string }> {
  const runId = newId();
  await inWorkspace(db, workspaceId, async (trx) => {
    const document = await lockDocument(trx, documentId);
    if (!document) throw new SheafError('document.not-found');
    if (document.state !== 'quarantined') throw new SheafError('document.not-quarantined');
    await updateDocument(trx, documentId, { state: 'uploaded', released_at: new Date(), released_by: userId });
    await insertRun(trx, { id: runId, workspaceId, documentId, requestId });
    await queue.enqueue(trx, readDocumentQueue.name, [{ workspaceId, documentId, runId, requestId }]);
  });
  queue.wake(readDocumentQueue.name);
  return { run: runId };
}
