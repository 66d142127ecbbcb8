// nDCG@10 of our own search on the test collections: by words alone, by meaning alone, and both, through the real index.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import { type Database, inWorkspace, openDatabase } from '../../src/store/database.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { newId } from '../../src/store/new-id.ts';
import { ensureCollection } from '../../src/store/search/collections.ts';
import { putItems } from '../../src/store/search/items.ts';
import { searchPassages } from '../../src/store/search/search-passages.ts';
import { passagesWithoutVectors, putVectors } from '../../src/store/search/vectors.ts';
import { insertWorkspace } from '../../src/store/workspaces.ts';
import { loadAdi, loadCranfield, ndcgAt10, type SearchCollection } from './load-search.ts';
import type { Measure, Row } from './measure.ts';

interface SearchFigures {
  name: string;
  documents: number;
  queries: number;
  words: number;
  meaning: number;
  both: number;
}

const BATCH = 100;

/** nDCG@10 of words and meaning together, and how far above words alone. */
const targets: Record<string, { both: number | null; gain: number }> = {
  cranfield: { both: 0.44, gain: 1.22 },
  adi: { both: null, gain: 1 },
};

export const searchMeasure: Measure = {
  name: 'search',
  async run({ data }) {
    const figures = await measureSearch([loadCranfield(data), loadAdi(data)]);
    return { rows: figures.flatMap(rowsOf), details: figures };
  },
};

function rowsOf({ name, documents, words, meaning, both }: SearchFigures): Row[] {
  const target = targets[name]!;
  const row = (what: string, limit: number | null, measured: number): Row => ({
    set: name,
    what,
    target: limit,
    measured,
    documents,
  });
  return [
    row('nDCG@10, words', null, words),
    row('nDCG@10, meaning', null, meaning),
    row('nDCG@10, both', target.both, both),
    row('both / words', target.gain, both / words),
  ];
}

async function measureSearch(collections: readonly SearchCollection[]): Promise<SearchFigures[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheaf-eval-'));
  const database = await openDatabase({ dataDir: folder, onError: console.error });
  const nlp = createLocalNlp();
  try {
    await migrateDatabase(database.db);
    const figures: SearchFigures[] = [];
    for (const collection of collections) {
      figures.push(await measureCollection(database, collection, nlp));
    }
    return figures;
  } finally {
    await nlp.close();
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureCollection(
  { db }: Database,
  collection: SearchCollection,
  nlp: ReturnType<typeof createLocalNlp>,
): Promise<SearchFigures> {
  const workspaceId = newId();
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]): Promise<T> => inWorkspace(db, workspaceId, work);
  const model = nlp.embeddingModel();
  const { id: collectionId } = await inside(async (trx) => {
    await insertWorkspace(trx, { id: workspaceId, name: collection.name, createdBy: undefined });
    return ensureCollection(trx, { workspaceId, kind: 'custom', name: collection.name });
  });
  const items = collection.documents.map(({ id, title, text }) => ({
    id,
    source: { type: 'item' as const, id },
    title,
    language: 'en',
    facets: {},
    passages: [{ text: text || title, start: 0, end: (text || title).length }],
  }));
  for (let at = 0; at < items.length; at += BATCH) {
    await inside((trx) => putItems(trx, { workspaceId, collectionId, items: items.slice(at, at + BATCH) }));
  }
  for (;;) {
    const missing = await inside((trx) => passagesWithoutVectors(trx, { workspaceId, model, limit: 16 }));
    if (missing.length === 0) break;
    const { vectors, status } = await nlp.embed(missing.map(({ text }) => text));
    if (status !== 'model') throw new Error('The sentence encoder does not run here.');
    const made = missing.map(({ hash }, at) => ({ hash, vector: vectors[at]! }));
    await inside((trx) => putVectors(trx, { workspaceId, model, vectors: made }));
  }
  const sums = { words: 0, meaning: 0, both: 0 };
  for (const { text, relevant } of collection.queries) {
    const [vector] = (await nlp.embed([text])).vectors;
    const asked = { workspaceId, limit: 10 };
    const meant = { vector: vector!, model: model.id };
    for (const [way, query] of [
      ['words', { ...asked, text }],
      ['meaning', { ...asked, text: '', ...meant }],
      ['both', { ...asked, text, ...meant }],
    ] as const) {
      const { hits } = await inside((trx) => searchPassages(trx, query));
      sums[way] += ndcgAt10(
        hits.map((hit) => hit.itemId),
        relevant,
      );
    }
  }
  const count = collection.queries.length;
  return {
    name: collection.name,
    documents: collection.documents.length,
    queries: count,
    words: sums.words / count,
    meaning: sums.meaning / count,
    both: sums.both / count,
  };
}
