// Real server processes, killed with SIGKILL in the middle of a batch.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { type Answer, finishedRun, getJson, upload } from '../support/test-server.ts';

const script = new URL('../support/serve-toy.ts', import.meta.url).pathname;

const startProcess = (env: Record<string, string>) => startServerProcess({ ...env, READ_JOBS: '2' }, { script });

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const batch = (round: number) =>
  Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`r${round}-${i}.txt`, `number: R${round}-${i}\nslow: 120`]));

test('kill -9 in the middle of batches loses no acknowledged document and doubles none', async () => {
  const { env, drop } = await prepareTestDatabase();
  onTestFinished(drop);
  const acknowledged: { id: string; run: string }[] = [];

  for (let round = 0; round < 2; round++) {
    const { child, url } = await startProcess(env);
    acknowledged.push(...(await upload(url, batch(round))));
    // Some are read, two are being read, the rest wait.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await kill(child);
  }

  const { child, url } = await startProcess(env);
  for (const { run } of acknowledged) expect((await finishedRun(url, run, 60_000)).status).toBe('succeeded');
  const { items } = await getJson(`${url}/api/v1/records?limit=200`);
  expect(items.map((record: Answer) => record.document).sort()).toEqual(acknowledged.map(({ id }) => id).sort());
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}, 120_000);

test('a second server on the same data directory is refused', async () => {
  const { env, dataDir, drop } = await prepareTestDatabase();
  onTestFinished(drop);
  if (env.DATABASE_URL) return;
  const { child } = await startProcess(env);
  const second = spawn(process.execPath, [script], {
    env: { DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  second.stderr!.on('data', (chunk) => (complaint += chunk));
  const [code] = await once(second, 'exit');
  expect(code).not.toBe(0);
  expect(complaint).toContain(`process ${child.pid}`);
}, 60_000);
