// A workspace with documents and records in a real database, blob folder and queue, for the tests of keeping.

import { Readable } from 'node:stream';
import type { Actor } from '../../src/actions/services.ts';
import type { Matching } from '../../src/match/matching.ts';
import type { RaiseNotice } from '../../src/notify/notice.ts';
import { createRaiseNotice } from '../../src/notify/raise-notice.ts';
import type { DocumentType } from '../../src/pipeline/pack.ts';
import type { BlobStore } from '../../src/store/blob-store.ts';
import { holdBlobs } from '../../src/store/blob-upkeep.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { insertDocument } from '../../src/store/documents.ts';
import { createExportFiles, type ExportFiles } from '../../src/store/export-files.ts';
import { type JobQueue, openJobQueue } from '../../src/store/job-queue.ts';
import { newId } from '../../src/store/new-id.ts';
import { createPageImages, type PageImages } from '../../src/store/page-images.ts';
import { queues } from '../../src/store/queues.ts';
import { insertRecord } from '../../src/store/records.ts';
import { insertRun } from '../../src/store/runs.ts';
import { lostAndFound } from './lost-and-found.ts';
import { makeWorkspace } from './make-workspace.ts';
import { openTestBlobs } from './test-blobs.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';
import { readValue, toyType } from './toy-engine.ts';

export interface House {
  opened: TestDatabase;
  db: TestDatabase['database']['db'];
  blobs: BlobStore;
  pageImages: PageImages;
  queue: JobQueue;
  exportFiles: ExportFiles;
  matching: Matching;
  types: readonly DocumentType[];
  raiseNotice: RaiseNotice;
  close(): Promise<void>;
}

/** Of the kind that tests run on, or this one. */
export async function openHouse(kind?: 'embedded' | 'server'): Promise<House> {
  const opened = await openTestDatabase(kind);
  const { database, dataDir, env } = opened;
  const source = database.pglite ? { pglite: database.pglite } : { databaseUrl: env.DATABASE_URL! };
  const queue = await openJobQueue({ queues, source, db: database.db, onError: () => {} });
  const { objects, blobs } = await openTestBlobs(dataDir);
  return {
    opened,
    db: database.db,
    blobs,
    pageImages: createPageImages(objects),
    queue,
    exportFiles: createExportFiles(objects),
    matching: lostAndFound,
    types: [toyType],
    raiseNotice: createRaiseNotice(queue),
    async close() {
      await queue.stop(1000);
      await opened.remove();
    },
  };
}

/** A workspace of its own, and its owner. */
export async function newOwner({ db }: House): Promise<Actor> {
  return { ...(await makeWorkspace(db)), role: 'owner' };
}

export interface Kept {
  id: string;
  sha256: string;
  runId: string;
  recordIds: string[];
}

/** A document of the actor with a record for each of these, as if it had been uploaded and read. */
export async function keepDocument(
  { db, blobs }: Pick<House, 'db' | 'blobs'>,
  { workspaceId, userId }: Actor,
  {
    content = newId(),
    name = 'a.txt',
    records = [{}],
  }: { content?: string; name?: string; records?: { type?: string; issued?: string }[] } = {},
): Promise<Kept> {
  const blob = await blobs.stage(Readable.from([Buffer.from(content)]), 1e6);
  const kept = { id: newId(), sha256: blob.sha256, runId: newId(), recordIds: records.map(() => newId()) };
  await inWorkspace(db, workspaceId, async (trx) => {
    await holdBlobs(trx);
    await blob.keep();
    await insertDocument(trx, {
      id: kept.id,
      workspaceId,
      sha256: blob.sha256,
      name,
      mediaType: 'text/plain',
      size: blob.size,
      typeHint: null,
      sealedPassword: null,
      uploadedBy: userId,
    });
    await insertRun(trx, { id: kept.runId, workspaceId, documentId: kept.id, requestId: null });
    for (const [position, { type = 'invoice', issued }] of records.entries()) {
      await insertRecord(trx, {
        id: kept.recordIds[position]!,
        workspaceId,
        documentId: kept.id,
        runId: kept.runId,
        position,
        record: {
          type,
          confidence: 1,
          alternatives: [],
          pages: [1],
          fields: issued ? { issueDate: readValue(issued) } : {},
          lines: [],
          issues: [],
        },
      });
    }
  });
  return kept;
}
