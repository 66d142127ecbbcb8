// Gives vectors to what the index holds without: new passages, all of them when the model was changed. Old vectors go on
// answering meanwhile (store/search/models.ts).

import { setTimeout as sleep } from 'node:timers/promises';
import { dotProduct } from '../document/dot-product.ts';
import { SheafError } from '../errors.ts';
import type { EmbeddingModel } from '../nlp/nlp.ts';
import { parseQuery } from '../search/parse-query.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { embedPassagesQueue, type WorkspacePayload } from '../store/queues.ts';
import { listWithoutVector, putSavedSearchVector } from '../store/saved-searches.ts';
import { mergePostings } from '../store/search/merge-postings.ts';
import {
  dropUnusedVectors,
  dropVectorsOfOtherModels,
  passagesWithoutVectors,
  putVectors,
} from '../store/search/vectors.ts';
import { listItemsOfTexts } from '../store/search-sources.ts';
import { queueEmbedding } from './index-document.ts';
import type { Services } from './services.ts';
import { alertingSearches, isSearched, tellOnce } from './tell-of-new-items.ts';

type Deps = Pick<Services, 'db' | 'databaseKind' | 'queue' | 'nlp' | 'raiseNotice'>;

export interface EmbedRun {
  signal: AbortSignal;
  progress: (done: number, total?: number, step?: string) => void;
}

/** Half a second of one core: whoever searches meanwhile waits no longer for the model. */
const BATCH = 32;
/** Then others have their turn: the rest is queued again, behind them. */
const TURN_MS = 60_000;
const BUSY_MS = 1_000;
const DROP = 1000;

/** Ends without an error when no model answers: the next round tries again. */
export async function embedPassages(deps: Deps, payload: WorkspacePayload, { signal, progress }: EmbedRun) {
  const { workspaceId } = payload;
  const model = deps.nlp.embeddingModel();
  const until = performance.now() + TURN_MS;
  let done = 0;
  if (!(await embedSavedSearches(deps, workspaceId, model, signal))) return;
  for (;;) {
    signal.throwIfAborted();
    const texts = await inWorkspace(deps.db, workspaceId, (trx) =>
      passagesWithoutVectors(trx, { workspaceId, model, limit: BATCH }),
    );
    if (texts.length === 0) break;
    if (performance.now() > until) {
      await mergePostings({ db: deps.db, kind: deps.databaseKind }, workspaceId, signal);
      await inWorkspace(deps.db, workspaceId, (trx) => queueEmbedding(trx, deps, payload));
      deps.queue.wake(embedPassagesQueue.name);
      return;
    }
    const vectors = await embed(deps, { texts: texts.map(({ text }) => text), model, signal });
    if (!vectors) return;
    const embedded = texts.map(({ hash }, i) => ({ hash, vector: vectors[i]! }));
    await inWorkspace(deps.db, workspaceId, async (trx) => {
      await putVectors(trx, { workspaceId, model, vectors: embedded });
      await tellByMeaning(trx, deps, { workspaceId, model, embedded });
    });
    done += texts.length;
    progress(done, undefined, 'embed');
  }
  await dropOld(deps, workspaceId);
  await mergePostings({ db: deps.db, kind: deps.databaseKind }, workspaceId, signal);
}

/** undefined: fixed rules answered in place of the model, and their vectors are not comparable. */
async function embed(
  { nlp }: Pick<Deps, 'nlp'>,
  { texts, model, signal }: { texts: readonly string[]; model: EmbeddingModel; signal: AbortSignal },
): Promise<Float32Array[] | undefined> {
  for (;;) {
    try {
      const answer = await nlp.embed(texts, { urgency: 'background', signal });
      return answer.status === 'model' && answer.model.id === model.id ? answer.vectors : undefined;
    } catch (error) {
      if (!(error instanceof SheafError) || error.code !== 'models.busy') throw error;
      await sleep(BUSY_MS, undefined, { signal });
    }
  }
}

/** False when no model answers. */
async function embedSavedSearches(
  deps: Deps,
  workspaceId: string,
  model: EmbeddingModel,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const searches = await inWorkspace(deps.db, workspaceId, (trx) => listWithoutVector(trx, model.id, BATCH));
    if (searches.length === 0) return true;
    const vectors = await embed(deps, { texts: searches.map(({ text }) => text), model, signal });
    if (!vectors) return false;
    await inWorkspace(deps.db, workspaceId, async (trx) => {
      for (const [i, search] of searches.entries()) {
        await putSavedSearchVector(trx, search, { model: model.id, vector: vectors[i]! });
      }
    });
  }
}

/**
 * Cosine from which an item is told of though it does not have all the words. On Cranfield, where all texts are of one
 * field, .56 % of those that do not matter to a query lie above it and 29 % of those that do (docs/search.md).
 */
export const ALERT_SIMILARITY = 0.6;

async function tellByMeaning(
  trx: Trx,
  deps: Pick<Deps, 'raiseNotice'>,
  {
    workspaceId,
    model,
    embedded,
  }: { workspaceId: string; model: EmbeddingModel; embedded: readonly { hash: string; vector: Float32Array }[] },
): Promise<void> {
  for await (const searches of alertingSearches(trx)) {
    const near = searches
      .filter((search) => search.model === model.id && search.vector !== null && !asksForWords(search.text))
      .map((search) => ({ search, hashes: hashesNear(search.vector!, embedded) }))
      .filter(({ hashes }) => hashes.size > 0);
    if (near.length === 0) continue;
    const items = await listItemsOfTexts(trx, [...new Set(near.flatMap(({ hashes }) => [...hashes]))]);
    for (const { search, hashes } of near) {
      for (const { hash, collectionId, itemId, facets, documentId, since } of items) {
        if (!hashes.has(hash) || since <= search.created_at) continue;
        if (!isSearched(search, { collectionId, item: { facets } })) continue;
        const subject = documentId ? `document:${documentId}` : itemSubject(collectionId, itemId);
        const found = { collectionId, item: { id: itemId }, subject };
        await tellOnce(trx, deps, { workspaceId, search, found, way: 'meaning' });
      }
    }
  }
}

export const itemSubject = (collectionId: string, itemId: string): string => `item:${collectionId}:${itemId}`;

/** Whoever names a phrase, or what must not be there, means these words. */
function asksForWords(text: string): boolean {
  const { phrases, excluded, words } = parseQuery(text);
  return phrases.length > 0 || excluded.length > 0 || words.some((word) => word.begun);
}

function hashesNear(
  vector: readonly number[],
  embedded: readonly { hash: string; vector: Float32Array }[],
): Set<string> {
  return new Set(embedded.filter((one) => dotProduct(vector, one.vector) >= ALERT_SIMILARITY).map(({ hash }) => hash));
}

async function dropOld({ db }: Pick<Deps, 'db'>, workspaceId: string): Promise<void> {
  for (const drop of [dropVectorsOfOtherModels, dropUnusedVectors]) {
    while ((await inWorkspace(db, workspaceId, (trx) => drop(trx, { workspaceId, limit: DROP }))) === DROP);
  }
}
