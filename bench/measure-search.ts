// Search on the embedded database: how fast passages are put in, and how long queries take among many.

import { mkdtempSync, rmSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import type { SearchItem } from '../src/search/search-types.ts';
import { inWorkspace, openDatabase } from '../src/store/database.ts';
import { migrateDatabase } from '../src/store/migrate.ts';
import { newId } from '../src/store/new-id.ts';
import { ensureCollection } from '../src/store/search/collections.ts';
import { passageHash, putItems } from '../src/store/search/items.ts';
import { mergePostings } from '../src/store/search/merge-postings.ts';
import { searchPassages } from '../src/store/search/search-passages.ts';
import { passagesWithoutVectors, putVectors } from '../src/store/search/vectors.ts';
import { insertWorkspace } from '../src/store/workspaces.ts';
import { type Measurement, measured, median } from './measurement.ts';
import { type BenchPassage, makeSearchTexts } from './search-texts.ts';

const model = { id: 'bench', dimension: 384 };
const BATCH = 100;
const QUERIES = 200;
const AFTER_LOAD = 60;

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
    const ask = async ({ text, vector }: BenchPassage): Promise<{ ms: number; cpuMs: number }> => {
      const from = performance.now();
      const cpu = process.cpuUsage();
      await inside((trx) => searchPassages(trx, { workspaceId, text, vector, model: model.id, limit: 10 }));
      return { ms: performance.now() - from, cpuMs: msOf(process.cpuUsage(cpu)) };
    };
    let ms = 0;
    let cpuMs = 0;
    for (let at = 0; at < count; at += BATCH) {
      const made = Array.from({ length: BATCH }, () => texts.passage());
      const items = made.map(({ text }, place) => anItem(at + place, text));
      const vectors = made.map(({ text, vector }) => ({ hash: passageHash(text), vector }));
      const from = performance.now();
      const cpu = process.cpuUsage();
      await inside((trx) => putItems(trx, { workspaceId, collectionId, items }));
      await inside((trx) => putVectors(trx, { workspaceId, model, vectors }));
      ms += performance.now() - from;
      cpuMs += msOf(process.cpuUsage(cpu));
    }
    const askMany = async (queries: number): Promise<Times> => {
      const times: { ms: number; cpuMs: number }[] = [];
      for (let at = 0; at < queries; at += 1) times.push(await ask(texts.query()));
      return {
        ms: times.map((one) => one.ms).sort((a, b) => a - b),
        cpuMs: times.map((one) => one.cpuMs).sort((a, b) => a - b),
      };
    };
    const first = await ask(texts.query());
    const raw = await askMany(AFTER_LOAD);
    const cpu = process.cpuUsage();
    // As the job does that gives passages their vectors.
    await mergePostings(database, workspaceId);
    const mergeMs = msOf(process.cpuUsage(cpu));
    const merged = await askMany(AFTER_LOAD);
    // As the embedded database does by itself within half an hour (store/embedded-upkeep.ts).
    await database.pglite!.query('vacuum (analyze)');
    const { ms: times, cpuMs: cpuTimes } = await askMany(QUERIES);
    const load = `load of the machine ${os.loadavg()[0]!.toFixed(1)}`;
    const among = `search among ${count} passages`;
    return [
      measured(`${among}: putting in, vectors given`, (1000 * count) / ms, 'passages/s', undefined, load),
      measured(`${among}: putting in, processor`, cpuMs / count, 'ms a passage'),
      measured(`${among}: putting blocks together afterwards, processor`, mergeMs / count, 'ms a passage'),
      measured(`${among}: the first query, which reads the codes`, first.ms, 'ms', undefined, processor(first.cpuMs)),
      measured(`${among}: query right after all came, median`, median(raw.ms), 'ms', undefined, processorOf(raw)),
      measured(
        `${among}: the same, blocks put together, median`,
        median(merged.ms),
        'ms',
        undefined,
        processorOf(merged),
      ),
      measured(`${among}: query, median`, median(times), 'ms', undefined, processor(median(cpuTimes))),
      measured(
        `${among}: query, p95`,
        times[Math.floor(0.95 * QUERIES)]!,
        'ms',
        { bound: 'at most', limit: 30 },
        `${processor(cpuTimes[Math.floor(0.95 * QUERIES)]!)}; ${load}`,
      ),
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

/** Both growing. */
interface Times {
  ms: number[];
  cpuMs: number[];
}

const processorOf = ({ cpuMs }: Times): string => processor(median(cpuMs));
const msOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
const processor = (ms: number): string => `${ms.toFixed(1)} ms of processor`;

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
