// Brings the index in line with one document and its records: put in, changed, hidden or taken out. May run any number of times.

import type { SearchItem } from '../search/search-types.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findDocumentPassages } from '../store/document-passages.ts';
import { embedPassagesQueue, type IndexDocumentPayload } from '../store/queues.ts';
import { ensureCollection } from '../store/search/collections.ts';
import { hideItemsOfSource, putItem, removeItemsOfSource } from '../store/search/items.ts';
import { findSameItem } from '../store/search/same-item.ts';
import {
  findReadAt,
  type IndexableDocument,
  type IndexableRecord,
  listRecordsToIndex,
  lockDocumentToIndex,
} from '../store/search-sources.ts';
import { typeOfRecord } from './known-types.ts';
import { itemOfDocument, itemOfRecord } from './search-items.ts';
import type { Services } from './services.ts';
import { tellOfNewItems } from './tell-of-new-items.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'types' | 'raiseNotice'>;

/** With `notSince`, also what is unchanged is put in anew, unless that was done since then. */
export async function indexDocument(
  deps: Deps,
  { workspaceId, documentId, requestId }: IndexDocumentPayload,
  { notSince }: { notSince?: Date } = {},
): Promise<void> {
  const changed = await inWorkspace(deps.db, workspaceId, async (trx) => {
    // Who deletes it meanwhile waits, and hides what is put in here.
    const document = await lockDocumentToIndex(trx, documentId);
    if (!document) {
      await removeItemsOfSource(trx, { workspaceId, type: 'document', id: documentId });
      return false;
    }
    if (!isRead(document)) return false;
    const records = await listRecordsToIndex(trx, documentId);
    const put = await putAll(trx, deps, { workspaceId, document, records, notSince });
    await hideAll(trx, { workspaceId, document, records });
    if (put.length === 0) return false;
    if (!document.inTrash) {
      const since = (await findReadAt(trx, documentId)) ?? document.uploadedAt;
      await tellOfNewItems(trx, deps, { workspaceId, since, items: put });
    }
    await queueEmbedding(trx, deps, { workspaceId, requestId });
    return true;
  });
  if (changed) deps.queue.wake(embedPassagesQueue.name);
}

/** What is kept back in quarantine must not be found by its words. */
const isRead = ({ state }: IndexableDocument): boolean => !['uploaded', 'processing', 'quarantined'].includes(state);

export interface PutItem {
  collectionId: string;
  item: SearchItem;
  /** What it is about: of a document and its records, the document. */
  subject: string;
}

interface ToIndex {
  workspaceId: string;
  notSince?: Date | undefined;
  document: IndexableDocument;
  records: readonly IndexableRecord[];
}

/** Those that were not there as they are. */
async function putAll(
  trx: Trx,
  { types }: Deps,
  { workspaceId, document, records, notSince }: ToIndex,
): Promise<PutItem[]> {
  const [documents, ofRecords] = [
    await ensureCollection(trx, { workspaceId, kind: 'documents', name: 'documents' }),
    await ensureCollection(trx, { workspaceId, kind: 'records', name: 'records' }),
  ];
  const passages = (await findDocumentPassages(trx, document.id)) ?? [];
  const typed = await Promise.all(
    records.map(async (record) => [record, await typeOfRecord(trx, types, record)] as const),
  );
  const wanted = [
    {
      collectionId: documents.id,
      item: itemOfDocument({ ...document, types: records.map((record) => record.type), passages }),
    },
    ...typed.map(([record, type]) => ({
      collectionId: ofRecords.id,
      item: itemOfRecord(record, { document, type }),
    })),
  ];
  const put: PutItem[] = [];
  for (const { collectionId, item } of wanted) {
    const same = await findSameItem(trx, { workspaceId, collectionId, item });
    if (same && (!notSince || same.created_at >= notSince)) continue;
    await putItem(trx, { workspaceId, collectionId, item });
    put.push({ collectionId, item, subject: `document:${document.id}` });
  }
  return put;
}

async function hideAll(trx: Trx, { workspaceId, document, records }: ToIndex): Promise<void> {
  await hideItemsOfSource(trx, { workspaceId, type: 'document', id: document.id, hidden: document.inTrash });
  for (const { id, deleted_at } of records) {
    await hideItemsOfSource(trx, { workspaceId, type: 'record', id, hidden: deleted_at !== null });
  }
}

/** One that waits already looks at everything: no second one is queued beside it. */
export async function queueEmbedding(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  payload: { workspaceId: string; requestId: string | null },
): Promise<void> {
  if (await queue.isWaiting(trx, embedPassagesQueue.name, payload.workspaceId)) return;
  await queue.enqueue(trx, embedPassagesQueue.name, [payload]);
}
