// Saved searches and what they have found, as rows. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import type { AlertWay, SavedSearchHitTable, SavedSearchTable } from './schema-searching.ts';

export type SavedSearchRow = Selectable<SavedSearchTable>;
export type SavedSearchHitRow = Selectable<SavedSearchHitTable>;

export interface NewSavedSearch {
  id: string;
  workspaceId: string;
  madeBy: string;
  name: string;
  text: string;
  filters: { [name: string]: Json };
  collectionIds: readonly string[] | null;
  alert: AlertWay;
}

export async function insertSavedSearch(trx: Trx, search: NewSavedSearch): Promise<SavedSearchRow> {
  return trx
    .insertInto('saved_searches')
    .values({
      id: search.id,
      workspace_id: search.workspaceId,
      made_by: search.madeBy,
      name: cleanText(search.name),
      text: cleanText(search.text),
      filters: toJsonb(search.filters),
      collection_ids: search.collectionIds && [...search.collectionIds],
      alert: search.alert,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Holds the person's searches until the transaction ends, so that two new ones at once are counted one after the other. */
export async function countSavedSearches(trx: Trx, madeBy: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`saved-searches ${madeBy}`}))`.execute(trx);
  const row = await trx
    .selectFrom('saved_searches')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('made_by', '=', madeBy)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Those of one person, newest first. */
export async function listSavedSearches(
  trx: Trx,
  { madeBy, before, limit }: { madeBy: string; before?: string | undefined; limit: number },
): Promise<SavedSearchRow[]> {
  let query = trx
    .selectFrom('saved_searches')
    .selectAll()
    .where('made_by', '=', madeBy)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

export async function findSavedSearch(trx: Trx, id: string, madeBy: string): Promise<SavedSearchRow | undefined> {
  return trx
    .selectFrom('saved_searches')
    .selectAll()
    .where('id', '=', id)
    .where('made_by', '=', madeBy)
    .executeTakeFirst();
}

/** Like findSavedSearch, but nobody changes it before the transaction ends. */
export async function lockSavedSearch(trx: Trx, id: string, madeBy: string): Promise<SavedSearchRow | undefined> {
  return trx
    .selectFrom('saved_searches')
    .selectAll()
    .where('id', '=', id)
    .where('made_by', '=', madeBy)
    .forUpdate()
    .executeTakeFirst();
}

export type SavedSearchChange = Partial<Pick<NewSavedSearch, 'name' | 'text' | 'filters' | 'collectionIds' | 'alert'>>;

/** The caller holds the lock. Other words have another vector, which is made anew. */
export async function updateSavedSearch(
  trx: Trx,
  row: SavedSearchRow,
  { name, text, filters, collectionIds, alert }: SavedSearchChange,
): Promise<SavedSearchRow> {
  return trx
    .updateTable('saved_searches')
    .set({
      ...(name === undefined ? {} : { name: cleanText(name) }),
      ...(text === undefined || cleanText(text) === row.text
        ? {}
        : { text: cleanText(text), model: null, vector: null }),
      ...(filters === undefined ? {} : { filters: toJsonb(filters) }),
      ...(collectionIds === undefined ? {} : { collection_ids: collectionIds && [...collectionIds] }),
      ...(alert === undefined ? {} : { alert }),
      version: row.version + 1,
      updated_at: new Date(),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** With what it has found. False when there was none. */
export async function deleteSavedSearch(trx: Trx, id: string, madeBy: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('saved_searches')
    .where('id', '=', id)
    .where('made_by', '=', madeBy)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface AlertingSearch extends SavedSearchRow {
  /** What its maker is in the workspace now; null = nothing any more. */
  role: string | null;
}

/** All that alert, whoever made them, in the order of their ids. */
export async function listAlertingSearches(
  trx: Trx,
  { way, after, limit }: { way?: AlertWay; after?: string | undefined; limit: number },
): Promise<AlertingSearch[]> {
  let query = trx
    .selectFrom('saved_searches')
    .leftJoin('memberships', 'memberships.user_id', 'saved_searches.made_by')
    .selectAll('saved_searches')
    .select('memberships.role')
    .orderBy('saved_searches.id')
    .limit(limit);
  query = way ? query.where('alert', '=', way) : query.where('alert', '<>', 'off');
  if (after) query = query.where('saved_searches.id', '>', after);
  return query.execute();
}

/** Those that alert and whose words have no vector by this model. */
export async function listWithoutVector(trx: Trx, model: string, limit: number): Promise<SavedSearchRow[]> {
  return trx
    .selectFrom('saved_searches')
    .selectAll()
    .where('alert', '<>', 'off')
    .where('text', '<>', '')
    .where((is) => is.or([is('model', 'is', null), is('model', '<>', model)]))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Unless its words were changed meanwhile. */
export async function putSavedSearchVector(
  trx: Trx,
  { id, text }: Pick<SavedSearchRow, 'id' | 'text'>,
  { model, vector }: { model: string; vector: Float32Array },
): Promise<void> {
  await trx
    .updateTable('saved_searches')
    .set({ model, vector: sql<number[]>`${`{${[...vector].join(',')}}`}::real[]` })
    .where('id', '=', id)
    .where('text', '=', text)
    .execute();
}

export interface NewHit {
  savedSearchId: string;
  subject: string;
  collectionId: string;
  itemId: string;
  way: SavedSearchHitTable['way'];
  toldAt: Date | null;
}

/** True when it was not known: of two that find the same at once, one is told so. */
export async function rememberHit(trx: Trx, workspaceId: string, hit: NewHit): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('saved_search_hits')
    .values({
      workspace_id: workspaceId,
      saved_search_id: hit.savedSearchId,
      subject: hit.subject,
      collection_id: hit.collectionId,
      item_id: hit.itemId,
      way: hit.way,
      told_at: hit.toldAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Marks what its maker was not told yet as told, and returns of it what can still be found, in the order of its subjects. */
export async function takeUntoldHits(trx: Trx, savedSearchId: string, now: Date): Promise<SavedSearchHitRow[]> {
  const taken = await trx
    .updateTable('saved_search_hits')
    .set({ told_at: now })
    .where('saved_search_id', '=', savedSearchId)
    .where('told_at', 'is', null)
    .returningAll()
    .execute();
  const isThere = await Promise.all(taken.map((hit) => canBeFound(trx, hit)));
  return taken.filter((_, i) => isThere[i]).toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
}

async function canBeFound(trx: Trx, { collection_id, item_id }: SavedSearchHitRow): Promise<boolean> {
  const item = await trx
    .selectFrom('search_items as i')
    .innerJoin('search_collections as c', (join) =>
      join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.number', '=', 'i.collection'),
    )
    .select('i.id')
    .where('c.id', '=', collection_id)
    .where('i.id', '=', item_id)
    .where('i.hidden', '=', false)
    .executeTakeFirst();
  return item !== undefined;
}
