// Something came in by itself: it becomes a document, once, and only then may whoever brought it let go of it.

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { SheafError } from '../errors.ts';
import { keepHead } from '../intake/keep-head.ts';
import { isAllowedSender, readMailHead } from '../intake/mail-head.ts';
import { insertBatch } from '../store/batches.ts';
import type { StagedBlob } from '../store/blob-store.ts';
import { holdBlobs } from '../store/blob-upkeep.ts';
import { inWorkspace } from '../store/database.ts';
import { findTaken, insertArrival } from '../store/intake-arrivals.ts';
import { lockIntakeSource } from '../store/intake-sources.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { readDocumentQueue } from '../store/queues.ts';
import type { ArrivalOutcome } from '../store/schema-intake.ts';
import type { Services } from './services.ts';
import { takeDocuments } from './take-documents.ts';

export interface ArrivalPlace {
  workspaceId: string;
  sourceId: string;
}

export interface Arrival {
  /** What makes it the same when it comes again. */
  key: string;
  name: string;
  blob: StagedBlob;
  /** Of a mail: who says to have sent it. */
  from?: readonly string[];
  requestId?: string | undefined;
  /** It is expected to come again until it is out of the way: that it did is no news. */
  polled?: boolean;
}

export interface ArrivalResult {
  outcome: ArrivalOutcome;
  /** A code, where it was refused. */
  reason: string | null;
  documentId: string | null;
}

type Deps = Pick<Services, 'db' | 'blobs' | 'queue' | 'mediaTypeOf' | 'tierPolicy'>;

const MAX_NAME = 255;
const MAX_SENDER = 320;

/** When this resolves as taken, file, rows and job are on disk. Throws `intake.not-found`, `intake.paused`, `quota.exceeded`. */
export async function takeArrival(
  deps: Deps,
  { workspaceId, sourceId }: ArrivalPlace,
  arrival: Arrival,
): Promise<ArrivalResult> {
  const { key, blob, from, polled = false } = arrival;
  const name = [...cleanText(arrival.name)].slice(0, MAX_NAME).join('');
  try {
    const result = await inWorkspace(deps.db, workspaceId, async (trx): Promise<ArrivalResult> => {
      await holdBlobs(trx);
      const source = await lockIntakeSource(trx, sourceId);
      if (!source) throw new SheafError('intake.not-found');
      if (!source.enabled) throw new SheafError('intake.paused');
      const sender = from ? [...from.join(', ')].slice(0, MAX_SENDER).join('') : null;
      const keep = async (told: ArrivalResult): Promise<ArrivalResult> => {
        await insertArrival(trx, {
          workspace_id: workspaceId,
          id: newId(),
          source_id: sourceId,
          identity: key,
          outcome: told.outcome,
          reason: told.reason,
          name,
          sender,
          size: blob.size,
          document_id: told.documentId,
        });
        return told;
      };
      const before = await findTaken(trx, sourceId, key);
      if (before) {
        const told = { outcome: 'duplicate', reason: null, documentId: before.documentId } as const;
        return polled ? told : keep(told);
      }
      if (blob.size === 0) return keep({ outcome: 'refused', reason: 'file.empty', documentId: null });
      if (from && !isAllowedSender(from, source.senders)) {
        return keep({ outcome: 'refused', reason: 'sender', documentId: null });
      }
      await blob.keep();
      const [documentId, batchId] = [newId(), newId()];
      await insertBatch(trx, { id: batchId, workspaceId, createdBy: null });
      const taking = {
        workspaceId,
        userId: null,
        batchId,
        typeHint: source.type_hint,
        sealedPassword: null,
        requestId: arrival.requestId,
        details: { intake: sourceId },
      };
      await takeDocuments(trx, deps, taking, [{ id: documentId, run: newId(), name, blob }]);
      return keep({ outcome: 'taken', reason: null, documentId });
    });
    if (result.outcome === 'taken') deps.queue.wake(readDocumentQueue.name);
    return result;
  } finally {
    // One that was taken lies at its address by now.
    await blob.discard();
  }
}

export interface MailArrival {
  content: Readable;
  maxBytes: number;
  requestId?: string | undefined;
  polled?: boolean;
}

/** A mail as it came, whole. The same again is known by its Message-ID and its content. Throws `file.too-large` besides. */
export async function takeMail(
  deps: Deps,
  place: ArrivalPlace,
  { content, maxBytes, ...mail }: MailArrival,
): Promise<ArrivalResult> {
  const watched = keepHead(content);
  const blob = await deps.blobs.stage(watched.content, maxBytes).finally(() => watched.content.destroy());
  const { messageId, from, subject } = readMailHead(watched.head());
  const key = createHash('sha256').update(`${messageId}\n${blob.sha256}`).digest('hex');
  const name = `${
    subject
      .replace(/[\p{Cc}\\/]+/gu, ' ')
      .trim()
      .slice(0, MAX_NAME - 4) || 'mail'
  }.eml`;
  return takeArrival(deps, place, { ...mail, key, name, blob, from });
}
