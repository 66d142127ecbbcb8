// Collections: what is searched together. Each workspace has `documents` and `records`, and makes others.

import { type Selectable, sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import { newId } from '../new-id.ts';
import type { SearchCollectionTable } from '../schema-search.ts';

export type CollectionRow = Selectable<SearchCollectionTable>;
export type CollectionKind = SearchCollectionTable['kind'];

export interface NamedCollection {
  workspaceId: string;
  /** Built-in ones are named after their kind. */
  kind: CollectionKind;
  name: string;
}

/** The collection of that name, made when there is none yet. */
export async function ensureCollection(trx: Trx, { workspaceId, kind, name }: NamedCollection): Promise<CollectionRow> {
  const cleaned = cleanText(name);
  const found = await findCollectionByName(trx, workspaceId, cleaned);
  if (found) return found;
  // Two that make one at once: the second waits here and finds what the first made.
  await sql`select pg_advisory_xact_lock(hashtext(${`search-collections ${workspaceId}`}))`.execute(trx);
  await sql`insert into search_collections (id, workspace_id, number, kind, name)
    select ${newId()}, ${workspaceId}, 1 + coalesce(max(number), 0), ${kind}, ${cleaned}
    from search_collections where workspace_id = ${workspaceId}
    on conflict on constraint search_collections_name_key do nothing`.execute(trx);
  return (await findCollectionByName(trx, workspaceId, cleaned))!;
}

async function findCollectionByName(trx: Trx, workspaceId: string, name: string): Promise<CollectionRow | undefined> {
  return trx
    .selectFrom('search_collections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Built-in ones first, then by name. */
export async function listCollections(trx: Trx, workspaceId: string): Promise<CollectionRow[]> {
  return trx
    .selectFrom('search_collections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy(sql`kind = 'custom'`)
    .orderBy('name')
    .execute();
}

export interface SearchedCollection extends CollectionRow {
  /** This transaction has written, and may yet be undone: what it reads must not be kept in mind for others. */
  changing: boolean;
}

/** All of the workspace, for a search. */
export async function listSearched(trx: Trx, workspaceId: string): Promise<SearchedCollection[]> {
  return trx
    .selectFrom('search_collections')
    .selectAll()
    .select(sql<boolean>`pg_current_xact_id_if_assigned() is not null`.as('changing'))
    .where('workspace_id', '=', workspaceId)
    .orderBy('number')
    .execute();
}

/** No other transaction changes it or what is in it before this one ends. */
export async function lockCollection(trx: Trx, workspaceId: string, id: string): Promise<CollectionRow | undefined> {
  return trx
    .selectFrom('search_collections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Throws `search.name-taken`; the caller holds the lock and has seen that it is a custom one. */
export async function renameCollection(trx: Trx, row: CollectionRow, name: string): Promise<CollectionRow> {
  const cleaned = cleanText(name);
  const taken = await findCollectionByName(trx, row.workspace_id, cleaned);
  if (taken && taken.id !== row.id) throw new SheafError('search.name-taken');
  return trx
    .updateTable('search_collections')
    .set({ name: cleaned, version: row.version + 1, updated_at: new Date() })
    .where('workspace_id', '=', row.workspace_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** With all that is in it. Vectors of its texts go with `dropUnusedVectors`. */
export async function removeCollection(trx: Trx, workspaceId: string, id: string): Promise<boolean> {
  const row = await lockCollection(trx, workspaceId, id);
  if (!row) return false;
  for (const table of ['search_postings', 'search_words', 'search_passages', 'search_items'] as const) {
    await trx.deleteFrom(table).where('workspace_id', '=', workspaceId).where('collection', '=', row.number).execute();
  }
  await trx.deleteFrom('search_collections').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
  return true;
}
