// Items of a collection: put in, replaced, hidden and taken out, index and all, within the caller's transaction.

import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import { hiddenField, type ItemIndex, indexItem } from '../../search/index-item.ts';
import { isIn, type NewPostings, type Posting } from '../../search/postings.ts';
import type { Facets, ItemSource, Passage, SearchItem } from '../../search/search-types.ts';
import { splitWords } from '../../search/split-words.ts';
import { languageKey } from '../../search/stemmers.ts';
import type { Trx } from '../database.ts';
import { cleanText, toJsonb } from '../jsonb.ts';
import type { SearchItemTable } from '../schema-search.ts';
import { type CollectionRow, lockCollection } from './collections.ts';
import { forgetWords } from './forget-words.ts';
import { appendPostings, removePostings } from './postings.ts';
import { stemWords } from './stem-words.ts';
import { addWords } from './words.ts';

export type ItemRow = Selectable<SearchItemTable>;

export interface InCollection {
  workspaceId: string;
  collectionId: string;
}

/** Puts an item in, in place of the one with its id. Passages whose text was there before keep their vectors. */
export async function putItem(trx: Trx, { item, ...place }: InCollection & { item: SearchItem }): Promise<void> {
  await putItems(trx, { ...place, items: [item] });
}

/** As putItem, for many at once: several times faster. Of two with one id the last stays. */
export async function putItems(
  trx: Trx,
  { workspaceId, collectionId, items: given }: InCollection & { items: readonly SearchItem[] },
): Promise<void> {
  const collection = await lockCollection(trx, workspaceId, collectionId);
  if (!collection) throw new SheafError('search.collection-unknown');
  const items = [...new Map(given.map((item) => [item.id, cleanItem(item)])).values()];
  const before = await listItemRows(trx, collection, (query) =>
    query.where(
      'id',
      'in',
      items.map(({ id }) => id),
    ),
  );
  const { collection: after, words } = await takeOut(trx, collection, before);
  const hidden = new Set(before.filter((row) => row.hidden).map((row) => row.id));
  await forgetWords(trx, await putIn(trx, after, { items, hidden }), words);
}

/** False when there was no such item. */
export async function removeItem(
  trx: Trx,
  { workspaceId, collectionId, itemId }: InCollection & { itemId: string },
): Promise<boolean> {
  const collection = await lockCollection(trx, workspaceId, collectionId);
  if (!collection) throw new SheafError('search.collection-unknown');
  const rows = await listItemRows(trx, collection, (query) => query.where('id', '=', itemId));
  const { words } = await takeOut(trx, collection, rows);
  await forgetWords(trx, collection, words);
  return rows.length > 0;
}

/** Takes out all items of a source, from whichever collections; says how many there were. */
export async function removeItemsOfSource(trx: Trx, source: ItemSource & { workspaceId: string }): Promise<number> {
  let count = 0;
  for (const { collectionId, itemIds } of await findItemsOfSource(trx, source)) {
    const collection = await lockCollection(trx, source.workspaceId, collectionId);
    if (!collection) continue;
    const rows = await listItemRows(trx, collection, (query) => query.where('id', 'in', itemIds));
    const { words } = await takeOut(trx, collection, rows);
    await forgetWords(trx, collection, words);
    count += rows.length;
  }
  return count;
}

/** Items that are hidden stay in the index, and are not found: their source is in the trash. */
export async function hideItemsOfSource(
  trx: Trx,
  { hidden, ...source }: ItemSource & { workspaceId: string; hidden: boolean },
): Promise<number> {
  let count = 0;
  for (const { collectionId, itemIds } of await findItemsOfSource(trx, source)) {
    const collection = await lockCollection(trx, source.workspaceId, collectionId);
    if (!collection) continue;
    const rows = await listItemRows(trx, collection, (query) =>
      query.where('id', 'in', itemIds).where('hidden', '=', !hidden),
    );
    if (rows.length === 0) continue;
    const place = { workspaceId: source.workspaceId, collection: collection.number };
    const postings: NewPostings = new Map([[hiddenField, new Map([['', rows.map((row) => isIn(row.number))]])]]);
    if (hidden) await appendPostings(trx, place, postings);
    else await removePostings(trx, place, postings);
    await ofCollection(trx, collection)
      .set({ hidden_count: collection.hidden_count + (hidden ? rows.length : -rows.length) })
      .execute();
    await trx
      .updateTable('search_items')
      .set({ hidden })
      .where('workspace_id', '=', source.workspaceId)
      .where('collection', '=', collection.number)
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute();
    count += rows.length;
  }
  return count;
}

const selectItems = (trx: Trx, { workspaceId, collectionId }: InCollection) =>
  trx
    .selectFrom('search_items as i')
    .innerJoin('search_collections as c', (join) =>
      join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.number', '=', 'i.collection'),
    )
    .selectAll('i')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.id', '=', collectionId);

export async function findItem(
  trx: Trx,
  { workspaceId, collectionId, itemId }: InCollection & { itemId: string },
): Promise<ItemRow | undefined> {
  return selectItems(trx, { workspaceId, collectionId }).where('i.id', '=', itemId).executeTakeFirst();
}

/** By id. `after`: the last id of the page before. */
export async function listItems(
  trx: Trx,
  { workspaceId, collectionId, after, limit }: InCollection & { after?: string | undefined; limit: number },
): Promise<ItemRow[]> {
  let query = selectItems(trx, { workspaceId, collectionId }).orderBy('i.id').limit(limit);
  if (after !== undefined) query = query.where('i.id', '>', after);
  return query.execute();
}

/** What is embedded, and so what a vector is kept by. */
export function passageHash(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

function cleanItem(item: SearchItem): SearchItem {
  const facets: Facets = {};
  for (const [name, value] of Object.entries(item.facets)) {
    facets[cleanText(name)] =
      typeof value === 'number' ? value : typeof value === 'string' ? cleanText(value) : value.map(cleanText);
  }
  return {
    ...item,
    id: cleanText(item.id),
    title: cleanText(item.title),
    facets,
    passages: item.passages.map((passage) => ({ ...passage, text: cleanText(passage.text) })),
  };
}

/** Answers with the collection, its languages as they are then. */
async function putIn(
  trx: Trx,
  collection: CollectionRow,
  { items, hidden }: { items: readonly SearchItem[]; hidden: ReadonlySet<string> },
): Promise<CollectionRow> {
  if (items.length === 0) return collection;
  const place = { workspaceId: collection.workspace_id, collection: collection.number };
  let next = collection.next_number;
  const numbered = items.map((item) => {
    const number = next;
    // One without passages has a title to be found by, and needs a number for it.
    next += Math.max(1, item.passages.length);
    return { item, number };
  });
  const indexed = await indexAll(
    trx,
    numbered.map(({ item, number }) => ({
      number,
      title: item.title,
      language: item.language,
      facets: item.facets,
      texts: item.passages.map((passage) => passage.text),
      hidden: hidden.has(item.id),
    })),
  );
  await insertItems(trx, place, { numbered, hidden });
  await insertPassages(trx, place, numbered);
  await addWords(trx, place, indexed.words);
  await appendPostings(trx, place, indexed.postings);
  const languages = [...new Set([...collection.languages, ...items.map((item) => languageKey(item.language))])].sort();
  await ofCollection(trx, collection)
    .set({
      languages,
      item_count: collection.item_count + items.length,
      hidden_count: collection.hidden_count + items.filter((item) => hidden.has(item.id)).length,
      passage_count: collection.passage_count + items.reduce((sum, item) => sum + item.passages.length, 0),
      word_count: collection.word_count + indexed.wordCount,
      title_word_count: collection.title_word_count + indexed.titleWordCount,
      next_number: next,
    })
    .execute();
  return { ...collection, languages };
}

interface TakenOut {
  /** As it is then. */
  collection: CollectionRow;
  /** Of the items that are gone: others may have them too. */
  words: ReadonlySet<string>;
}

/** Takes rows out with all that the index says of them, but for their words. */
async function takeOut(trx: Trx, collection: CollectionRow, rows: readonly ItemRow[]): Promise<TakenOut> {
  if (rows.length === 0) return { collection, words: new Set() };
  const place = { workspaceId: collection.workspace_id, collection: collection.number };
  const numbers = rows.map((row) => row.number);
  const passages = await trx
    .selectFrom('search_passages')
    .select(['item', 'text'])
    .where('workspace_id', '=', place.workspaceId)
    .where('collection', '=', place.collection)
    .where('item', 'in', numbers)
    .orderBy('number')
    .execute();
  const texts = Map.groupBy(passages, (passage) => passage.item);
  const indexed = await indexAll(
    trx,
    rows.map((row) => ({ ...row, texts: (texts.get(row.number) ?? []).map((passage) => passage.text) })),
  );
  await removePostings(trx, place, indexed.postings);
  await trx
    .deleteFrom('search_passages')
    .where('workspace_id', '=', place.workspaceId)
    .where('collection', '=', place.collection)
    .where('item', 'in', numbers)
    .execute();
  await trx
    .deleteFrom('search_items')
    .where('workspace_id', '=', place.workspaceId)
    .where('collection', '=', place.collection)
    .where('number', 'in', numbers)
    .execute();
  const counts = {
    item_count: collection.item_count - rows.length,
    hidden_count: collection.hidden_count - rows.filter((row) => row.hidden).length,
    passage_count: collection.passage_count - passages.length,
    word_count: collection.word_count - indexed.wordCount,
    title_word_count: collection.title_word_count - indexed.titleWordCount,
  };
  await ofCollection(trx, collection).set(counts).execute();
  return { collection: { ...collection, ...counts }, words: indexed.words };
}

type ToIndex = Parameters<typeof indexItem>[0];

async function indexAll(trx: Trx, items: readonly ToIndex[]): Promise<ItemIndex> {
  const all: ItemIndex = { postings: new Map(), wordCount: 0, titleWordCount: 0, words: new Set() };
  for (const [key, group] of Map.groupBy(items, (item) => languageKey(item.language))) {
    const words = new Set<string>();
    for (const item of group) {
      for (const text of [item.title, ...item.texts]) for (const word of splitWords(text)) words.add(word.text);
    }
    const stems = await stemWords(trx, key, words);
    for (const item of group)
      merge(
        all,
        indexItem(item, (word) => stems.get(word) ?? null),
      );
  }
  return all;
}

function merge(all: ItemIndex, one: ItemIndex): void {
  all.wordCount += one.wordCount;
  all.titleWordCount += one.titleWordCount;
  for (const word of one.words) all.words.add(word);
  for (const [field, terms] of one.postings) {
    const into = all.postings.get(field) ?? new Map<string, Posting[]>();
    all.postings.set(field, into);
    for (const [term, list] of terms) {
      const there = into.get(term);
      if (there) there.push(...list);
      else into.set(term, list);
    }
  }
}

interface NumberedItem {
  item: SearchItem;
  number: number;
}

async function insertItems(
  trx: Trx,
  { workspaceId, collection }: { workspaceId: string; collection: number },
  { numbered, hidden }: { numbered: readonly NumberedItem[]; hidden: ReadonlySet<string> },
): Promise<void> {
  const rows = numbered.map(({ item, number }) => ({
    number,
    id: item.id,
    source_type: item.source.type,
    source_id: cleanText(item.source.id),
    title: item.title,
    language: item.language,
    facets: item.facets,
    passage_count: item.passages.length,
    hidden: hidden.has(item.id),
  }));
  await sql`insert into search_items (workspace_id, collection, number, id, source_type, source_id, title, language,
      facets, passage_count, hidden)
    select ${workspaceId}::uuid, ${collection}::integer, r.* from jsonb_to_recordset(${toJsonb(rows)}::jsonb) r (number integer,
      id text, source_type text, source_id text, title text, language text, facets jsonb, passage_count integer,
      hidden boolean)`.execute(trx);
}

async function insertPassages(
  trx: Trx,
  { workspaceId, collection }: { workspaceId: string; collection: number },
  numbered: readonly NumberedItem[],
): Promise<void> {
  const rows = numbered.flatMap(({ item, number }) =>
    item.passages.map((passage: Passage, place) => ({
      number: number + place,
      item: number,
      hash: passageHash(passage.text),
      text: passage.text,
      start_at: passage.start,
      end_at: passage.end,
      page: passage.page ?? null,
      boxes: passage.boxes ?? null,
    })),
  );
  if (rows.length === 0) return;
  await sql`insert into search_passages (workspace_id, collection, number, item, hash, text, start_at, end_at, page, boxes)
    select ${workspaceId}::uuid, ${collection}::integer, r.* from jsonb_to_recordset(${toJsonb(rows)}::jsonb) r (number integer,
      item integer, hash uuid, text text, start_at integer, end_at integer, page integer, boxes jsonb)`.execute(trx);
}

const itemsOf = (trx: Trx, { workspace_id, number }: CollectionRow) =>
  trx.selectFrom('search_items').selectAll().where('workspace_id', '=', workspace_id).where('collection', '=', number);

function listItemRows(
  trx: Trx,
  collection: CollectionRow,
  which: (query: ReturnType<typeof itemsOf>) => ReturnType<typeof itemsOf>,
): Promise<ItemRow[]> {
  return which(itemsOf(trx, collection)).execute();
}

const ofCollection = (trx: Trx, { workspace_id, id }: CollectionRow) =>
  trx.updateTable('search_collections').where('workspace_id', '=', workspace_id).where('id', '=', id);

async function findItemsOfSource(
  trx: Trx,
  { workspaceId, type, id }: ItemSource & { workspaceId: string },
): Promise<{ collectionId: string; itemIds: string[] }[]> {
  const rows = await trx
    .selectFrom('search_items as i')
    .innerJoin('search_collections as c', (join) =>
      join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.number', '=', 'i.collection'),
    )
    .select(['c.id as collectionId', 'i.id as itemId'])
    .where('i.workspace_id', '=', workspaceId)
    .where('i.source_type', '=', type)
    .where('i.source_id', '=', id)
    .orderBy('c.number')
    .execute();
  return [...Map.groupBy(rows, (row) => row.collectionId)].map(([collectionId, found]) => ({
    collectionId,
    itemIds: found.map((row) => row.itemId),
  }));
}
