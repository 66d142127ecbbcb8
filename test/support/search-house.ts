// A workspace with a collection to search in, and items that tests write in one line.

import type { SearchAnswer, SearchItem, SearchQuery } from '../../src/search/search-types.ts';
import { inWorkspace, type Trx } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { ensureCollection } from '../../src/store/search/collections.ts';
import { putItems } from '../../src/store/search/items.ts';
import { searchPassages } from '../../src/store/search/search-passages.ts';
import { makeWorkspace } from './make-workspace.ts';
import type { TestDatabase } from './test-database.ts';

export interface SearchHouse {
  workspaceId: string;
  collectionId: string;
  inside<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  put(...items: SearchItem[]): Promise<void>;
  ask(text: string, more?: Partial<SearchQuery>): Promise<SearchAnswer>;
  /** Ids of the hits, best first. */
  find(text: string, more?: Partial<SearchQuery>): Promise<string[]>;
}

export async function openSearchHouse({ database: { db } }: TestDatabase): Promise<SearchHouse> {
  const workspaceId = newId();
  await makeWorkspace(db, { workspaceId, userId: newId() });
  const inside: SearchHouse['inside'] = (work) => inWorkspace(db, workspaceId, work);
  const { id: collectionId } = await inside((trx) =>
    ensureCollection(trx, { workspaceId, kind: 'documents', name: 'documents' }),
  );
  const ask: SearchHouse['ask'] = (text, more) =>
    inside((trx) => searchPassages(trx, { workspaceId, text, limit: 20, ...more }));
  return {
    workspaceId,
    collectionId,
    inside,
    put: (...items) => inside((trx) => putItems(trx, { workspaceId, collectionId, items })),
    ask,
    find: async (text, more) => (await ask(text, more)).hits.map((hit) => hit.itemId),
  };
}

/** An item with one passage a text. */
export function anItem(id: string, texts: string | string[], more: Partial<SearchItem> = {}): SearchItem {
  let start = 0;
  const passages = [texts].flat().map((text) => {
    const passage = { text, start, end: start + text.length, page: 1 };
    start = passage.end + 1;
    return passage;
  });
  return { id, source: { type: 'item', id }, title: '', language: 'en', facets: {}, passages, ...more };
}
