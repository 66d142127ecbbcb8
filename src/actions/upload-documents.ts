// Takes files in: blobs first, then documents, runs and jobs in one transaction. After that nothing is lost.

import { SheafError } from '../errors.ts';
import { findBatch, insertBatch } from '../store/batches.ts';
import type { StagedBlob } from '../store/blob-store.ts';
import { holdBlobs } from '../store/blob-upkeep.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { claimIdempotencyKey } from '../store/idempotency-keys.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { readDocumentQueue } from '../store/queues.ts';
import { knownTypes } from './known-types.ts';
import type { Actor, Services } from './services.ts';
import { takeDocuments } from './take-documents.ts';

export interface Upload {
  files: { name: string; blob: StagedBlob }[];
  /** Type to prefer when the classifier is unsure. */
  typeHint?: string | undefined;
  /** For encrypted files; stored sealed, so that pages can be drawn and the file be read again. */
  password?: string | undefined;
  idempotencyKey?: string | undefined;
  /** The batch that they join; absent = one of their own. */
  batchId?: string | undefined;
  requestId: string;
  /** Made by Sheaf as samples, not sent by somebody. */
  samples?: boolean;
}

export interface UploadedDocument {
  id: string;
  name: string;
  sha256: string;
  run: string;
  /** Absent in answers that were kept from before there were batches. */
  batch?: string;
}

export interface UploadResult {
  documents: UploadedDocument[];
  /** True when this is the kept answer to an earlier request with the same key. */
  replayed: boolean;
}

type Deps = Pick<Services, 'db' | 'queue' | 'secrets' | 'mediaTypeOf' | 'types' | 'tierPolicy'>;

/**
 * Keeps the staged files and queues their reading. When it resolves, files, rows and jobs are on disk.
 * Throws `upload.no-file`, `file.empty`, `batch.not-found`, `idempotency.mismatch`, `quota.exceeded`; on any error the staged files are discarded.
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
  const batchId = upload.batchId ?? newId();
  const documents = upload.files.map(({ name, blob }) => ({
    id: newId(),
    name: cleanText(name),
    sha256: blob.sha256,
    run: newId(),
    batch: batchId,
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
  await ensureBatch(trx, actor, { batchId, isNew: upload.batchId === undefined });
  await takeDocuments(
    trx,
    deps,
    {
      ...actor,
      requestId: upload.requestId,
      batchId,
      typeHint: upload.typeHint ?? null,
      sealedPassword: upload.password ? deps.secrets.seal(upload.password) : null,
      ...(upload.samples ? { details: { sample: true } } : {}),
    },
    documents.map((document, index) => ({ ...document, blob: upload.files[index]!.blob })),
  );
  return { documents, replayed: false };
}

/** Throws `batch.not-found`. */
async function ensureBatch(
  trx: Trx,
  actor: Actor,
  { batchId, isNew }: { batchId: string; isNew: boolean },
): Promise<void> {
  if (isNew) await insertBatch(trx, { id: batchId, workspaceId: actor.workspaceId, createdBy: actor.userId });
  else if (!(await findBatch(trx, batchId))) throw new SheafError('batch.not-found');
}

/** With the password: another one is another request. */
function whatIsAsked({ files, typeHint, password, batchId }: Upload): string {
  const asked = [files.map(({ name, blob }) => [name, blob.sha256]), typeHint ?? null, password ?? null];
  if (batchId) asked.push(batchId);
  return JSON.stringify(asked);
}
