// Search with our own encoder, from texts to what is found by words and meaning: what a passage costs, all in all.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalNlp } from '../src/nlp/local-nlp.ts';
import type { SearchItem } from '../src/search/search-types.ts';
import { inWorkspace, openDatabase } from '../src/store/database.ts';
import { migrateDatabase } from '../src/store/migrate.ts';
import { newId } from '../src/store/new-id.ts';
import { ensureCollection } from '../src/store/search/collections.ts';
import { putItems } from '../src/store/search/items.ts';
import { passagesWithoutVectors, putVectors } from '../src/store/search/vectors.ts';
import { insertWorkspace } from '../src/store/workspaces.ts';
import { childCpuSeconds, MIN_PASSAGES_PER_SECOND } from './measure-models.ts';
import { type Measurement, measured } from './measurement.ts';

const PASSAGES = 2000;
/** A document of ten passages at a time, as they come. */
const OF_ONE_ITEM = 10;
/** As in the job that embeds (actions/embed-passages.ts). */
const BATCH = 32;

/** Thirty words, no two texts alike. */
const passageOf = (i: number): string =>
  `The supplier ${i} shall deliver item ${i * 7} to the warehouse in Leeds within ${i % 30} days of the order, bear the costs of ` +
  `transport and insurance, and replace whatever was damaged on the way.`;

export async function measureSearchIngestion(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheaf-bench-'));
  const database = await openDatabase({ dataDir: folder, onError: console.error });
  const nlp = createLocalNlp();
  const workspaceId = newId();
  const model = nlp.embeddingModel();
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]): Promise<T> =>
    inWorkspace(database.db, workspaceId, work);
  try {
    await migrateDatabase(database.db);
    const { id: collectionId } = await inside(async (trx) => {
      await insertWorkspace(trx, { id: workspaceId, name: 'bench' });
      return ensureCollection(trx, { workspaceId, kind: 'documents', name: 'documents' });
    });
    const put = async (from: number, count: number): Promise<void> => {
      for (let at = from; at < from + count; at += OF_ONE_ITEM) {
        await inside((trx) => putItems(trx, { workspaceId, collectionId, items: [anItem(at)] }));
      }
      for (;;) {
        const missing = await inside((trx) => passagesWithoutVectors(trx, { workspaceId, model, limit: BATCH }));
        if (missing.length === 0) return;
        const { vectors, status } = await nlp.embed(
          missing.map(({ text }) => text),
          { urgency: 'background' },
        );
        if (status !== 'model') throw new Error('The sentence encoder does not run here.');
        const made = missing.map(({ hash }, i) => ({ hash, vector: vectors[i]! }));
        await inside((trx) => putVectors(trx, { workspaceId, model, vectors: made }));
      }
    };
    // Starts the process of the encoder, and lets both get warm.
    await put(0, 10 * BATCH);
    const own = process.cpuUsage();
    const ofEncoder = childCpuSeconds();
    const from = performance.now();
    await put(10 * BATCH, PASSAGES);
    const seconds = (performance.now() - from) / 1000;
    const encoderSeconds = childCpuSeconds() - ofEncoder;
    const { user, system } = process.cpuUsage(own);
    const ownSeconds = (user + system) / 1e6;
    return [
      measured(
        'search: short passages (30 words) put in and embedded by our encoder',
        PASSAGES / (ownSeconds + encoderSeconds),
        'passages/s on one core',
        { bound: 'at least', limit: MIN_PASSAGES_PER_SECOND },
        `of a passage ${((1000 * encoderSeconds) / PASSAGES).toFixed(1)} ms of processor for the encoder, ${((1000 * ownSeconds) / PASSAGES).toFixed(1)} for the index`,
      ),
      measured('search: the same by the clock', PASSAGES / seconds, 'passages/s'),
    ];
  } finally {
    await nlp.close();
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

function anItem(number: number): SearchItem {
  const id = String(number);
  let start = 0;
  const passages = Array.from({ length: OF_ONE_ITEM }, (_, place) => {
    const text = passageOf(number + place);
    const passage = { text, start, end: start + text.length };
    start = passage.end + 1;
    return passage;
  });
  return { id, source: { type: 'item', id }, title: `Terms of supplier ${id}`, language: 'en', facets: {}, passages };
}
