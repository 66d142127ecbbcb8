// Has a document read again whose reading failed or was cancelled: a new run; the old one stays as it is.

import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { lockDocument, updateDocument } from '../store/documents.ts';
import { newId } from '../store/new-id.ts';
import { readDocumentQueue } from '../store/queues.ts';
import { insertRun } from '../store/runs.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue'>;

interface Again {
  documentId: string;
  requestId: string | null;
}

/** Gives the new run. Throws `document.not-found`, `document.not-failed`. */
export async function readAgain(deps: Deps, actor: Actor, again: Again): Promise<{ run: string }> {
  const run = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const runId = await queueReading(trx, deps, {
      ...again,
      workspaceId: actor.workspaceId,
      requestedBy: actor.userId,
    });
    const target = { type: 'document', id: again.documentId };
    await recordActs(trx, actor, [{ action: 'document.read-again', target, requestId: again.requestId }]);
    return runId;
  });
  deps.queue.wake(readDocumentQueue.name);
  return { run };
}

/** In the transaction of its workspace; returns the run, whose id is the job's too. */
export async function queueReading(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  { documentId, requestId, workspaceId, requestedBy }: Again & { workspaceId: string; requestedBy: string },
): Promise<string> {
  const document = await lockDocument(trx, documentId);
  if (!document) throw new SheafError('document.not-found');
  if (document.state !== 'failed') throw new SheafError('document.not-failed');
  const runId = newId();
  await updateDocument(trx, documentId, { state: 'uploaded' });
  await insertRun(trx, { id: runId, workspaceId, documentId, requestId });
  await queue.enqueue(trx, readDocumentQueue.name, [{ workspaceId, documentId, runId, requestId }], {
    requestedBy,
  });
  return runId;
}
