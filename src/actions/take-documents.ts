// Files that are kept become documents: rows, their first runs and the jobs that read them, in the caller's transaction.

import { takeQuota } from '../identity/take-quota.ts';
import type { StagedBlob } from '../store/blob-store.ts';
import type { Trx } from '../store/database.ts';
import { insertDocumentParent } from '../store/document-parents.ts';
import { insertDocument } from '../store/documents.ts';
import { readDocumentQueue } from '../store/queues.ts';
import { insertRun } from '../store/runs.ts';
import { recordActsOf } from './audit.ts';
import type { Origin, Services } from './services.ts';

export interface FileToTake {
  id: string;
  run: string;
  name: string;
  blob: Pick<StagedBlob, 'sha256' | 'size' | 'head'>;
  /** Which document it came out of. */
  parent?: { id: string; rootId: string; position: number; depth: number };
}

/** Whose they are, and what all of them have in common. */
export interface Taking extends Origin {
  workspaceId: string;
  /** null: they came in by themselves. */
  userId: string | null;
  batchId: string | null;
  typeHint: string | null;
  sealedPassword: string | null;
  /** Stands in the audit log with each. */
  details?: Record<string, string | number | boolean>;
}

type Deps = Pick<Services, 'queue' | 'mediaTypeOf' | 'tierPolicy'>;

/** Throws `quota.exceeded`. The files must be held (`holdBlobs`) and kept; wake `read-document` when the transaction is over. */
export async function takeDocuments(trx: Trx, deps: Deps, taking: Taking, files: readonly FileToTake[]): Promise<void> {
  const { workspaceId, userId, requestId } = taking;
  await takeQuota(trx, deps.tierPolicy, { workspaceId, kind: 'documents', count: files.length });
  for (const { id, run, name, blob, parent } of files) {
    await insertDocument(trx, {
      id,
      workspaceId,
      sha256: blob.sha256,
      name,
      mediaType: deps.mediaTypeOf(blob.head),
      size: blob.size,
      typeHint: taking.typeHint,
      sealedPassword: taking.sealedPassword,
      uploadedBy: userId,
      batchId: taking.batchId,
    });
    if (parent) {
      await insertDocumentParent(trx, {
        workspace_id: workspaceId,
        document_id: id,
        parent_id: parent.id,
        root_id: parent.rootId,
        position: parent.position,
        depth: parent.depth,
      });
    }
    await insertRun(trx, { id: run, workspaceId, documentId: id, requestId: requestId ?? null });
  }
  await deps.queue.enqueue(
    trx,
    readDocumentQueue.name,
    files.map(({ id, run }) => ({ workspaceId, documentId: id, runId: run, requestId: requestId ?? null })),
    userId === null ? {} : { requestedBy: userId },
  );
  await recordActsOf(
    trx,
    workspaceId,
    userId === null ? 'system' : { ...taking, userId },
    files.map(({ id, blob, parent }) => ({
      action: 'document.uploaded' as const,
      target: { type: 'document', id },
      requestId,
      details: { sha256: blob.sha256, size: blob.size, ...(parent ? { parent: parent.id } : {}), ...taking.details },
    })),
  );
}
