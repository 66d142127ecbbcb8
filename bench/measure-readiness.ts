// How soon /readyz answers while ten thousand documents wait. Every answer is asked for past the second for which one counts.
// /healthz beside it asks nobody: what it takes is the machine, not the queue.

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../src/store/database.ts';
import { openJobQueue } from '../src/store/job-queue.ts';
import { migrateDatabase } from '../src/store/migrate.ts';
import { newId } from '../src/store/new-id.ts';
import { queues, readDocumentQueue } from '../src/store/queues.ts';
import { makeWorkspace } from '../test/support/make-workspace.ts';
import { start, stop } from './measure-server.ts';
import { type Measurement, measured, median } from './measurement.ts';

const WAITING = 10_000;
const ASKED = 15;
const REMEMBERED_MS = 1000;

/** On PostgreSQL asked of a process that works on none of them; embedded, of the one that does. */
export async function measureReadiness(databaseUrl?: string): Promise<Measurement[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sheaf-bench-'));
  try {
    await fillQueue(dataDir, databaseUrl);
    const server = await start(dataDir, databaseUrl, databaseUrl ? { MODE: 'api' } : {});
    const times: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < ASKED; i++) {
      await sleep(REMEMBERED_MS + 50);
      times.push(await timeOf(`${server.address}/readyz`));
      bare.push(await timeOf(`${server.address}/healthz`));
    }
    await stop(server);
    const kind = databaseUrl ? 'PostgreSQL' : 'embedded';
    return [
      measured(
        `${kind}: readiness while ${WAITING} jobs wait, median`,
        median(times),
        'ms',
        { bound: 'at most', limit: 50 },
        `slowest of ${ASKED}: ${Math.max(...times).toFixed(0)} ms; /healthz meanwhile: median ${median(bare).toFixed(0)} ms`,
      ),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timeOf(url: string): Promise<number> {
  const asked = performance.now();
  const response = await fetch(url);
  await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - asked;
}

async function fillQueue(dataDir: string, databaseUrl: string | undefined): Promise<void> {
  const onError = (): void => {};
  const database = await openDatabase({ dataDir, databaseUrl, onError });
  await migrateDatabase(database.db);
  const source = database.pglite ? { pglite: database.pglite } : { databaseUrl: databaseUrl! };
  const queue = await openJobQueue({ queues, source, db: database.db, onError });
  const { workspaceId } = await makeWorkspace(database.db);
  const payload = () => ({ workspaceId, documentId: newId(), runId: newId(), requestId: null });
  await database.db
    .transaction()
    .execute((trx) => queue.enqueue(trx, readDocumentQueue.name, Array.from({ length: WAITING }, payload)));
  await queue.stop(0);
  await database.close();
}
