// Searches that a person keeps and is told of. They are the person's own: nobody else sees them.

import { SheafError } from '../errors.ts';
import type { FacetFilters } from '../search/search-types.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { newId } from '../store/new-id.ts';
import { embedPassagesQueue } from '../store/queues.ts';
import {
  countSavedSearches,
  deleteSavedSearch,
  findSavedSearch,
  insertSavedSearch,
  listSavedSearches,
  lockSavedSearch,
  type NewSavedSearch,
  type SavedSearchRow,
  updateSavedSearch,
} from '../store/saved-searches.ts';
import type { AlertWay } from '../store/schema-searching.ts';
import { queueEmbedding } from './index-document.ts';
import { ensureBuiltIn, idOf } from './search.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue'>;

/** Of one person in one workspace: each new document is tested against all of them. */
export const MOST_SAVED = 50;

export interface SearchToSave {
  name: string;
  text: string;
  filters: FacetFilters;
  /** Ids or names; absent: all. */
  collections?: readonly string[] | null | undefined;
  alert: AlertWay;
  requestId: string;
}

/** Throws `search.collection-unknown`, `search.too-many`. */
export async function saveSearch(deps: Deps, actor: Actor, wanted: SearchToSave): Promise<SavedSearchRow> {
  const { workspaceId, userId: madeBy } = actor;
  const { name, text, filters, collections, alert, requestId } = wanted;
  const row = await inWorkspace(deps.db, workspaceId, async (trx) => {
    if ((await countSavedSearches(trx, madeBy)) >= MOST_SAVED) throw new SheafError('search.too-many');
    const saved = await insertSavedSearch(trx, {
      id: newId(),
      workspaceId,
      madeBy,
      name,
      text,
      filters: filters as NewSavedSearch['filters'],
      collectionIds: await idsOf(trx, workspaceId, collections),
      alert,
    });
    await queueEmbedding(trx, deps, { workspaceId, requestId });
    return saved;
  });
  deps.queue.wake(embedPassagesQueue.name);
  return row;
}

export type SavedSearchPatch = Partial<Omit<SearchToSave, 'requestId'>> & {
  id: string;
  seen: (version: number) => boolean;
  requestId: string;
};

/** Throws `search.saved-unknown`, `search.changed`, `search.collection-unknown`. */
export async function changeSavedSearch(deps: Deps, actor: Actor, patch: SavedSearchPatch): Promise<SavedSearchRow> {
  const { workspaceId, userId } = actor;
  const { id, seen, name, text, filters, collections, alert, requestId } = patch;
  const row = await inWorkspace(deps.db, workspaceId, async (trx) => {
    const before = await lockSavedSearch(trx, id, userId);
    if (!before) throw new SheafError('search.saved-unknown');
    if (!seen(before.version)) throw new SheafError('search.changed');
    const after = await updateSavedSearch(trx, before, {
      ...(name === undefined ? {} : { name }),
      ...(text === undefined ? {} : { text }),
      ...(filters === undefined ? {} : { filters: filters as NewSavedSearch['filters'] }),
      ...(collections === undefined ? {} : { collectionIds: await idsOf(trx, workspaceId, collections) }),
      ...(alert === undefined ? {} : { alert }),
    });
    await queueEmbedding(trx, deps, { workspaceId, requestId });
    return after;
  });
  deps.queue.wake(embedPassagesQueue.name);
  return row;
}

async function idsOf(
  trx: Trx,
  workspaceId: string,
  wanted: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (!wanted || wanted.length === 0) return null;
  const known = await ensureBuiltIn(trx, workspaceId);
  return wanted.map((one) => idOf(known, one));
}

/** Newest first. */
export async function getSavedSearches(
  { db }: Pick<Deps, 'db'>,
  { workspaceId, userId }: Actor,
  page: { before?: string | undefined; limit: number },
): Promise<SavedSearchRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listSavedSearches(trx, { ...page, madeBy: userId }));
}

/** Throws `search.saved-unknown`. */
export async function getSavedSearch(
  { db }: Pick<Deps, 'db'>,
  { workspaceId, userId }: Actor,
  id: string,
): Promise<SavedSearchRow> {
  const row = await inWorkspace(db, workspaceId, (trx) => findSavedSearch(trx, id, userId));
  if (!row) throw new SheafError('search.saved-unknown');
  return row;
}

/** Throws `search.saved-unknown`. */
export async function removeSavedSearch(
  { db }: Pick<Deps, 'db'>,
  { workspaceId, userId }: Actor,
  id: string,
): Promise<void> {
  const found = await inWorkspace(db, workspaceId, (trx) => deleteSavedSearch(trx, id, userId));
  if (!found) throw new SheafError('search.saved-unknown');
}
