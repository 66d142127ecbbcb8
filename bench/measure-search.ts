// Search on the embedded database: how fast passages are put in, and how long queries take among many.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SearchItem } from '../src/search/search-types.ts';
import { inWorkspace, openDatabase } from '../src/store/database.ts';
import { migrateDatabase } from '../src/store/migrate.ts';
import { newId } from '../src/store/new-id.ts';
import { ensureCollection } from '../src/store/search/collections.ts';
import { passageHash, putItems } from '../src/store/search/items.ts';
import { searchPassages } from '../src/store/search/search-passages.ts';
import { tendVectorIndexes } from '../src/store/search/vector-index.ts';
import { passagesWithoutVectors, putVectors } from '../src/store/search/vectors.ts';
import { insertWorkspace } from '../src/store/workspaces.ts';
import { type Measurement, measured } from './measurement.ts';
import { makeSearchTexts } from './search-texts.ts';

const model = { id: 'bench', dimension: 384 };
const BATCH = 100;
const QUERIES = 200;

export async function measureSearch(count = 100_000): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheaf-bench-'));
  const database = await openDatabase({ dataDir: folder, onError: console.error });
  const workspaceId = newId();
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]): Promise<T> =>
    inWorkspace(database.db, workspaceId, work);
  try {
    await migrateDatabase(database.db);
    const { id: collectionId } = await inside(async (trx) => {
      await insertWorkspace(trx, { id: workspaceId, name: 'bench' });
      return ensureCollection(trx, { workspaceId, kind: 'documents', name: 'documents' });
    });
    await inside((trx) => passagesWithoutVectors(trx, { workspaceId, model, limit: 1 }));
    const texts = makeSearchTexts(1, model.dimension);
    let ms = 0;
    for (let at = 0; at < count; at += BATCH) {
      const made = Array.from({ length: BATCH }, () => texts.passage());
      const items = made.map(({ text }, place) => anItem(at + place, text));
      const vectors = made.map(({ text, vector }) => ({ hash: passageHash(text), vector }));
      const from = performance.now();
      await inside((trx) => putItems(trx, { workspaceId, collectionId, items }));
      await inside((trx) => putVectors(trx, { workspaceId, model, vectors }));
      ms += performance.now() - from;
    }
    const before = performance.now();
    await tendVectorIndexes(database, workspaceId);
    const indexSeconds = (performance.now() - before) / 1000;
    const times: number[] = [];
    for (let at = 0; at < QUERIES; at += 1) {
      const { text, vector } = texts.query();
      const from = performance.now();
      await inside((trx) => searchPassages(trx, { workspaceId, text, vector, model: model.id, limit: 10 }));
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const among = `search among ${count} passages`;
    return [
      measured(`${among}: putting in, vectors given`, (1000 * count) / ms, 'passages/s'),
      measured(`${among}: making the index of vectors`, indexSeconds, 's'),
      measured(`${among}: query, median`, times[QUERIES / 2]!, 'ms'),
      measured(`${among}: query, p95`, times[Math.floor(0.95 * QUERIES)]!, 'ms', { bound: 'at most', limit: 30 }),
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

function anItem(number: number, text: string): SearchItem {
  const id = String(number);
  return {
    id,
    source: { type: 'item', id },
    title: text.split(' ').slice(0, 5).join(' '),
    language: 'en',
    facets: { type: ['invoice', 'order', 'letter', 'report'][number % 4]!, total: number % 1000 },
    passages: [{ text, start: 0, end: text.length }],
  };
}
