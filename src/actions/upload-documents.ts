// Takes files in: blobs first, then documents, runs and jobs in one transaction. After that nothing is lost.

import { SheafError } from '../errors.ts';
import { takeQuota } from '../identity/take-quota.ts';
import type { StagedBlob } from '../store/blob-store.ts';
import { holdBlobs } from '../store/blob-upkeep.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { insertDocument } from '../store/documents.ts';
import { claimIdempotencyKey } from '../store/idempotency-keys.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { readDocumentQueue } from '../store/queues.ts';
import { insertRun } from '../store/runs.ts';
import { recordActs } from './audit.ts';
import { knownTypes } from './known-types.ts';
import type { Actor, Services } from './services.ts';

export interface Upload {
  files: { name: string; blob: StagedBlob }[];
  /** Type to prefer when the classifier is unsure. */
  typeHint?: string | undefined;
  /** For encrypted files; stored sealed, so that pages can be drawn and the file be read again. */
  password?: string | undefined;
  idempotencyKey?: string | undefined;
  requestId: string;
  /** Made by Sheaf as samples, not sent by somebody. */
  samples?: boolean;
}

export interface UploadedDocument {
  id: string;
  name: string;
  sha256: string;
  run: string;
}

export interface UploadResult {
  documents: UploadedDocument[];
  /** True when this is the kept answer to an earlier request with the same key. */
  replayed: boolean;
}

type Deps = Pick<Services, 'db' | 'queue' | 'secrets' | 'mediaTypeOf' | 'types' | 'tierPolicy'>;

/**
 * Keeps the staged files and queues their reading. When it resolves, files, rows and jobs are on disk.
 * Throws `upload.no-file`, `file.empty`, `idempotency.mismatch`, `quota.exceeded`; on any error the staged files are discarded.
 */
export async function uploadDocuments(deps: Deps, actor: Actor, upload: Upload): Promise<UploadResult> {
  try {
    if (upload.files.length === 0) throw new SheafError('upload.no-file');
    // One empty file among others is a result of its own; a request of nothing else is a mistake.
    if (upload.files.every(({ blob }) => blob.size === 0)) throw new SheafError('file.empty');
    const result = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
      await ensureKnownType(trx, deps, upload.typeHint);
      await holdBlobs(trx);
      for (const file of upload.files) await file.blob.keep();
      return store(trx, deps, actor, upload);
    });
    deps.queue.wake(readDocumentQueue.name);
    return result;
  } catch (error) {
    await Promise.all(upload.files.map((file) => file.blob.discard()));
    throw error;
  }
}

async function ensureKnownType(trx: Trx, deps: Deps, typeHint: string | undefined): Promise<void> {
  if (typeHint === undefined) return;
  const types = await knownTypes(trx, deps.types);
  if (types.some((type) => type.id === typeHint)) return;
  throw new SheafError('request.invalid', `type must be one of ${types.map((type) => type.id).join(', ')}`, {
    details: { pointer: '/type' },
  });
}

async function store(trx: Trx, deps: Deps, actor: Actor, upload: Upload): Promise<UploadResult> {
  const documents = upload.files.map(({ name, blob }) => ({
    id: newId(),
    name: cleanText(name),
    sha256: blob.sha256,
    run: newId(),
  }));
  if (upload.idempotencyKey) {
    const fingerprint = deps.secrets.fingerprint(whatIsAsked(upload));
    const kept = await claimIdempotencyKey(trx, {
      workspaceId: actor.workspaceId,
      key: upload.idempotencyKey,
      fingerprint,
      response: documents.map((document) => ({ ...document })),
    });
    if (kept && kept.fingerprint !== fingerprint) throw new SheafError('idempotency.mismatch');
    if (kept) return { documents: kept.response as unknown as UploadedDocument[], replayed: true };
  }
  await takeQuota(trx, deps.tierPolicy, {
    workspaceId: actor.workspaceId,
    kind: 'documents',
    count: documents.length,
  });
  const sealedPassword = upload.password ? deps.secrets.seal(upload.password) : null;
  for (const [index, document] of documents.entries()) {
    const { blob } = upload.files[index]!;
    await insertDocument(trx, {
      id: document.id,
      workspaceId: actor.workspaceId,
      sha256: document.sha256,
      name: document.name,
      mediaType: deps.mediaTypeOf(blob.head),
      size: blob.size,
      typeHint: upload.typeHint ?? null,
      sealedPassword,
      uploadedBy: actor.userId,
    });
    await insertRun(trx, {
      id: document.run,
      workspaceId: actor.workspaceId,
      documentId: document.id,
      requestId: upload.requestId,
    });
  }
  await deps.queue.enqueue(
    trx,
    readDocumentQueue.name,
    documents.map(({ id, run }) => ({
      workspaceId: actor.workspaceId,
      documentId: id,
      runId: run,
      requestId: upload.requestId,
    })),
    { requestedBy: actor.userId },
  );
  await recordActs(
    trx,
    actor,
    documents.map(({ id, sha256 }, index) => ({
      action: 'document.uploaded' as const,
      target: { type: 'document', id },
      requestId: upload.requestId,
      details: { sha256, size: upload.files[index]!.blob.size, ...(upload.samples ? { sample: true } : {}) },
    })),
  );
  return { documents, replayed: false };
}

/** With the password: another one is another request. */
function whatIsAsked({ files, typeHint, password }: Upload): string {
  const asked = [files.map(({ name, blob }) => [name, blob.sha256]), typeHint ?? null, password ?? null];
  return JSON.stringify(asked);
}
