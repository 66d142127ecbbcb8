// Like survive-kill.test.ts, with the real reader: files in flight, children at work, SIGKILL. On the embedded database,
// and on a server when there is one.

import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { synthesize } from '../../synth/synthesize.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { childrenOf, isAlive } from '../support/process-tree.ts';
import { startServerProcess } from '../support/server-process.ts';
import { listAll } from '../support/settled-records.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { type Answer, finishedRun, form, type Uploaded } from '../support/test-server.ts';

const ROUNDS = 3;
const FILES = 12;
let files: Buffer[];

beforeAll(async () => {
  files = [];
  for await (const { bytes } of synthesize({ type: 'invoice', count: FILES, seed: 'kill' })) files.push(bytes!);
});

/** All of a round in one request: acknowledged together or not at all. */
async function uploadRound(url: string, round: number): Promise<Uploaded[]> {
  const named = files.map((bytes, i) => [`r${round}-${i}.pdf`, Buffer.concat([bytes, Buffer.from(`\n% ${round}\n`)])]);
  const response = await apiFetch(`${url}/api/v1/documents`, { method: 'POST', body: form(Object.fromEntries(named)) });
  expect(response.status).toBe(202);
  return ((await response.json()) as { documents: Uploaded[] }).documents;
}

const kinds = serverUrl ? (['embedded', 'server'] as const) : (['embedded'] as const);

test.each(kinds)(
  '%s: every acknowledged document becomes exactly one record, however often the process dies',
  async (kind) => {
    const { env, drop } = await prepareTestDatabase(kind);
    onTestFinished(drop);
    const acknowledged: Uploaded[] = [];
    const children: number[] = [];

    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServerProcess(env);
      acknowledged.push(...(await uploadRound(server.url, round)));
      // While the first are read; a request that is under way is not acknowledged, and may or may not have happened.
      await sleep(150 + round * 400);
      const cut = uploadRound(server.url, 100 + round).catch(() => []);
      await sleep(20);
      children.push(...childrenOf(server.child.pid!));
      await server.kill();
      acknowledged.push(...(await cut));
    }

    const server = await startServerProcess(env);
    for (const { run } of acknowledged) {
      expect((await finishedRun(server.url, run, 180_000)).status).toBe('succeeded');
    }
    const documents = await listAll(server.url, 'documents');
    const records = await listAll(server.url, 'records');
    const ofDocument = Map.groupBy(records, (record: Answer) => record.document);
    for (const { id } of acknowledged) expect(ofDocument.get(id), id).toHaveLength(1);
    for (const { id } of documents)
      await finishedRun(server.url, documents.find((d: Answer) => d.id === id).run.id, 180_000);
    for (const pid of children) expect(isAlive(pid), 'a reading process outlived its server').toBe(false);
    expect(await server.stop()).toBe(0);
  },
  600_000,
);
