// What keeps the index whole without anybody asking: documents that it lacks, passages without vectors,
// indexes of vectors; and building it anew when asked.

import { inWorkspace } from '../store/database.ts';
import {
  embedPassagesQueue,
  indexDocumentQueue,
  type RebuildIndexPayload,
  rebuildIndexQueue,
} from '../store/queues.ts';
import { takeUntoldHits } from '../store/saved-searches.ts';
import { mergePostings } from '../store/search/merge-postings.ts';
import { tendVectorIndexes } from '../store/search/vector-index.ts';
import { passagesWithoutVectors } from '../store/search/vectors.ts';
import { listDocumentIds, listUnindexedDocuments } from '../store/search-sources.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import { indexDocument, queueEmbedding } from './index-document.ts';
import type { Actor, Services } from './services.ts';
import { alertingSearches } from './tell-of-new-items.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'types' | 'nlp' | 'raiseNotice'>;

const PAGE = 200;
/** Queued at once; the rest when these are done. */
const BACKFILL = 2000;

/** Also documents that were read before there was a search: by their records, as nothing else of them was kept. */
export async function lookAfterSearch(
  { db, queue, nlp, databaseKind }: Deps & Pick<Services, 'databaseKind'>,
  signal?: AbortSignal,
): Promise<{ queued: number }> {
  let queued = 0;
  for (const workspaceId of await listWorkspaceIds(db)) {
    if (signal?.aborted) break;
    const model = nlp.embeddingModel();
    await tendVectorIndexes({ db, kind: databaseKind }, workspaceId);
    await mergePostings({ db, kind: databaseKind }, workspaceId, signal);
    queued += await inWorkspace(db, workspaceId, async (trx) => {
      const payload = { workspaceId, requestId: null };
      const [missing] = await passagesWithoutVectors(trx, { workspaceId, model, limit: 1 });
      if (missing) await queueEmbedding(trx, { queue }, payload);
      if (await queue.isWaiting(trx, indexDocumentQueue.name, workspaceId)) return 0;
      const ids = await listUnindexedDocuments(trx, { limit: BACKFILL });
      await queue.enqueue(
        trx,
        indexDocumentQueue.name,
        ids.map((documentId) => ({ ...payload, documentId })),
      );
      return ids.length;
    });
  }
  queue.wake(indexDocumentQueue.name);
  queue.wake(embedPassagesQueue.name);
  return { queued };
}

/** Every document of the workspace is put into the index anew, while the index goes on answering. */
export async function askForRebuild(
  { db, queue }: Pick<Deps, 'db' | 'queue'>,
  actor: Actor,
  requestId: string,
): Promise<void> {
  const { workspaceId, userId } = actor;
  await inWorkspace(db, workspaceId, async (trx) => {
    const payload: RebuildIndexPayload = { workspaceId, requestId, askedAt: new Date().toISOString() };
    await queue.enqueue(trx, rebuildIndexQueue.name, [payload], { requestedBy: userId });
    const target = { type: 'workspace', id: workspaceId };
    await recordActs(trx, actor, [{ action: 'search.rebuilt', target, requestId }]);
  });
  queue.wake(rebuildIndexQueue.name);
}

export interface RebuildRun {
  signal: AbortSignal;
  progress: (done: number, total?: number, step?: string) => void;
}

export async function rebuildIndex(
  deps: Deps,
  { workspaceId, requestId, askedAt }: RebuildIndexPayload,
  { signal, progress }: RebuildRun,
): Promise<void> {
  let after: string | undefined;
  let done = 0;
  do {
    const ids = await inWorkspace(deps.db, workspaceId, (trx) => listDocumentIds(trx, { after, limit: PAGE }));
    for (const documentId of ids) {
      signal.throwIfAborted();
      await indexDocument(deps, { workspaceId, documentId, requestId }, { notSince: new Date(askedAt) });
      progress(++done, undefined, 'index');
    }
    after = ids.at(-1);
  } while (after);
}

/** Tells each maker once of all that was found since the last time, and nobody of nothing. */
export async function tellSavedSearches(
  { db, raiseNotice }: Deps,
  now = new Date(),
  signal?: AbortSignal,
): Promise<number> {
  let told = 0;
  for (const workspaceId of await listWorkspaceIds(db)) {
    if (signal?.aborted) break;
    told += await inWorkspace(db, workspaceId, async (trx) => {
      let count = 0;
      for await (const searches of alertingSearches(trx)) {
        for (const search of searches) {
          const hits = await takeUntoldHits(trx, search.id, now);
          if (hits.length === 0) continue;
          await raiseNotice(trx, {
            workspaceId,
            kind: 'search.new-hits',
            // Each thing is found once: its first one names no other collection of hits.
            key: `search.new-hits:${search.id}:${hits[0]!.subject}`,
            userIds: [search.made_by],
            subject: { type: 'saved-search', id: search.id },
            data: { name: search.name, hits: hits.length },
          });
          count++;
        }
      }
      return count;
    });
  }
  return told;
}
