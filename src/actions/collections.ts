// Collections that people make and fill themselves, beside those of documents and records.

import { SheafError } from '../errors.ts';
import { passagesOfText } from '../search/passages/passages-of-text.ts';
import type { Facets, SearchItem } from '../search/search-types.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { embedPassagesQueue } from '../store/queues.ts';
import {
  type CollectionRow,
  ensureCollection,
  listCollections,
  lockCollection,
  removeCollection,
  renameCollection,
} from '../store/search/collections.ts';
import { findItem, type ItemRow, listItems, putItems, removeItem } from '../store/search/items.ts';
import { listModelStates } from '../store/search/models.ts';
import { findSameItem } from '../store/search/same-item.ts';
import { recordActs } from './audit.ts';
import { itemSubject } from './embed-passages.ts';
import { queueEmbedding } from './index-document.ts';
import { ensureBuiltIn } from './search.ts';
import type { Actor, Services } from './services.ts';
import { tellOfNewItems } from './tell-of-new-items.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'raiseNotice'>;

/** Of one workspace, besides the built-in ones. */
export const MOST_COLLECTIONS = 100;
/** Of one collection. */
export const MOST_ITEMS = 200_000;

export interface CollectionView extends CollectionRow {
  /** Whose vectors answer, and whose are being made to answer instead. */
  serving: string | null;
  building: string | null;
}

export async function getCollections({ db }: Pick<Deps, 'db'>, { workspaceId }: Actor): Promise<CollectionView[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const rows = await ensureBuiltIn(trx, workspaceId);
    return withModels(trx, workspaceId, rows);
  });
}

/** Throws `search.collection-unknown`. */
export async function getCollection(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  id: string,
): Promise<CollectionView> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const rows = await ensureBuiltIn(trx, workspaceId);
    const row = rows.find((one) => one.id === id);
    if (!row) throw new SheafError('search.collection-unknown');
    return (await withModels(trx, workspaceId, [row]))[0]!;
  });
}

async function withModels(trx: Trx, workspaceId: string, rows: readonly CollectionRow[]): Promise<CollectionView[]> {
  const states = new Map((await listModelStates(trx, workspaceId)).map((state) => [state.collectionId, state]));
  return rows.map((row) => ({
    ...row,
    serving: states.get(row.id)?.serving ?? null,
    building: states.get(row.id)?.building ?? null,
  }));
}

/** Throws `search.name-taken`, `search.too-many`. */
export async function createCollection(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { name, requestId }: { name: string; requestId: string },
): Promise<CollectionView> {
  const { workspaceId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    const known = await ensureBuiltIn(trx, workspaceId);
    if (known.some((row) => row.name === name)) throw new SheafError('search.name-taken');
    if (known.filter((row) => row.kind === 'custom').length >= MOST_COLLECTIONS)
      throw new SheafError('search.too-many');
    const row = await ensureCollection(trx, { workspaceId, kind: 'custom', name });
    await recordActs(trx, actor, [
      { action: 'collection.created', target: { type: 'collection', id: row.id }, requestId },
    ]);
    return (await withModels(trx, workspaceId, [row]))[0]!;
  });
}

/** Throws `search.collection-unknown`, `search.built-in`, `search.changed`, `search.name-taken`. */
export async function changeCollection(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  { id, seen, name }: { id: string; seen: (version: number) => boolean; name: string },
): Promise<CollectionView> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const row = await lockCustom(trx, workspaceId, id);
    if (!seen(row.version)) throw new SheafError('search.changed');
    const renamed = await renameCollection(trx, row, name);
    return (await withModels(trx, workspaceId, [renamed]))[0]!;
  });
}

/** With all that is in it. Throws `search.collection-unknown`, `search.built-in`. */
export async function deleteCollection(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { id, requestId }: { id: string; requestId: string },
): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    await lockCustom(trx, actor.workspaceId, id);
    await removeCollection(trx, actor.workspaceId, id);
    await recordActs(trx, actor, [{ action: 'collection.deleted', target: { type: 'collection', id }, requestId }]);
  });
}

async function lockCustom(trx: Trx, workspaceId: string, id: string): Promise<CollectionRow> {
  const row = await lockCollection(trx, workspaceId, id);
  if (!row) throw new SheafError('search.collection-unknown');
  if (row.kind !== 'custom') throw new SheafError('search.built-in');
  return row;
}

export interface NewItem {
  id: string;
  title: string;
  text: string;
  language: string | null;
  facets: Facets;
}

/**
 * Puts items in, in place of those with their ids. What is there already as it is stays untouched. Returns how many were
 * put. Throws `search.collection-unknown`, `search.built-in`, `search.too-many`.
 */
export async function putCollectionItems(
  deps: Deps,
  { workspaceId }: Actor,
  { collectionId, items, requestId }: { collectionId: string; items: readonly NewItem[]; requestId: string },
): Promise<{ put: number; unchanged: number }> {
  // Cutting is work of its own: not inside of a transaction.
  const wanted = [...new Map(items.map((item) => [item.id, toItem(item)])).values()];
  const result = await inWorkspace(deps.db, workspaceId, async (trx) => {
    const collection = await lockCustom(trx, workspaceId, collectionId);
    const changed: SearchItem[] = [];
    for (const item of wanted) {
      if (!(await findSameItem(trx, { workspaceId, collectionId, item }))) changed.push(item);
    }
    // Those in place of others are counted too: what matters is that it stays bounded.
    if (collection.item_count + changed.length > MOST_ITEMS) throw new SheafError('search.too-many');
    if (changed.length > 0) {
      await putItems(trx, { workspaceId, collectionId, items: changed });
      const found = changed.map((item) => ({ collectionId, item, subject: itemSubject(collectionId, item.id) }));
      await tellOfNewItems(trx, deps, { workspaceId, since: new Date(), items: found });
      await queueEmbedding(trx, deps, { workspaceId, requestId });
    }
    return { put: changed.length, unchanged: wanted.length - changed.length };
  });
  if (result.put > 0) deps.queue.wake(embedPassagesQueue.name);
  return result;
}

function toItem({ id, title, text, language, facets }: NewItem): SearchItem {
  const passages = passagesOfText(text, language).map(({ text: own, start, end }) => ({ text: own, start, end }));
  return { id, source: { type: 'item', id }, title, language, facets, passages };
}

/** By id. Throws `search.collection-unknown`. */
export async function getCollectionItems(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  { collectionId, after, limit }: { collectionId: string; after?: string | undefined; limit: number },
): Promise<ItemRow[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    await ensureKnown(trx, workspaceId, collectionId);
    return listItems(trx, { workspaceId, collectionId, after, limit });
  });
}

/** Throws `search.collection-unknown`, `search.item-unknown`. */
export async function getCollectionItem(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  { collectionId, itemId }: { collectionId: string; itemId: string },
): Promise<ItemRow> {
  return inWorkspace(db, workspaceId, async (trx) => {
    await ensureKnown(trx, workspaceId, collectionId);
    const row = await findItem(trx, { workspaceId, collectionId, itemId });
    if (!row || row.hidden) throw new SheafError('search.item-unknown');
    return row;
  });
}

async function ensureKnown(trx: Trx, workspaceId: string, id: string): Promise<void> {
  const rows = await listCollections(trx, workspaceId);
  if (!rows.some((row) => row.id === id)) throw new SheafError('search.collection-unknown');
}

/** Throws `search.collection-unknown`, `search.built-in`, `search.item-unknown`. */
export async function deleteCollectionItem(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  { collectionId, itemId }: { collectionId: string; itemId: string },
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    await lockCustom(trx, workspaceId, collectionId);
    if (!(await removeItem(trx, { workspaceId, collectionId, itemId }))) throw new SheafError('search.item-unknown');
  });
}
