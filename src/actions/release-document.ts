// Lets a document out of quarantine: it is read again, and what it hides no longer keeps its records back.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import { lockDocument, updateDocument } from '../store/documents.ts';
import { newId } from '../store/new-id.ts';
import { readDocumentQueue } from '../store/queues.ts';
import { insertRun } from '../store/runs.ts';
import { recordActs } from './audit.ts';
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
  actor: Actor,
  { documentId, requestId }: Release,
): Promise<{ run: string }> {
  const { workspaceId, userId } = actor;
  const runId = newId();
  await inWorkspace(db, workspaceId, async (trx) => {
    const document = await lockDocument(trx, documentId);
    if (!document) throw new SheafError('document.not-found');
    if (document.state !== 'quarantined') throw new SheafError('document.not-quarantined');
    await updateDocument(trx, documentId, { state: 'uploaded', released_at: new Date(), released_by: userId });
    await insertRun(trx, { id: runId, workspaceId, documentId, requestId });
    const target = { type: 'document', id: documentId };
    await recordActs(trx, actor, [{ action: 'document.released', target, requestId }]);
    await queue.enqueue(trx, readDocumentQueue.name, [{ workspaceId, documentId, runId, requestId }], {
      requestedBy: userId,
    });
  });
  queue.wake(readDocumentQueue.name);
  return { run: runId };
}
