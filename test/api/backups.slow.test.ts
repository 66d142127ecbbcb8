import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBackupFile } from '../../src/store/transfer/backup-file.ts';
import { verifyBackup } from '../../src/store/transfer/verify-backup.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import {
  type Answer,
  finishedRun,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';

const folder = makeTemporaryFolder();
const passphrase = 'correct horse battery staple';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { BACKUP_DIR: folder, BACKUP_PASSPHRASE: passphrase } });
});
afterAll(() => server.stop());

const ask = () => apiFetch(`${server.url}/api/v1/admin/backups`, { method: 'POST' });
const list = async (): Promise<Answer[]> => (await getJson(`${server.url}/api/v1/admin/backups`)).items;

async function finished(id: string): Promise<Answer> {
  for (;;) {
    const found = (await list()).find((backup) => backup.id === id);
    if (found.state === 'done' || found.state === 'failed') return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a back-up asked for is made, restored for a test, and told of; the server answers meanwhile', {
  timeout: 120_000,
}, async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: A-1' });
  await finishedRun(server.url, document!.run);
  const answer = await ask();
  expect(answer.status).toBe(202);
  const asked = await readJson(answer);
  expect(asked).toMatchObject({ trigger: 'person', state: 'queued' });
  // While one is under way there is no second.
  expect((await readJson(await ask())).id).toBe(asked.id);

  let over = false;
  const done = finished(asked.id).finally(() => {
    over = true;
  });
  let uploads = 0;
  while (!over) {
    const [more] = await upload(server.url, { [`${uploads}.txt`]: `number: B-${uploads}` });
    expect((await finishedRun(server.url, more!.run)).status).toBe('succeeded');
    uploads++;
  }
  expect(uploads).toBeGreaterThan(1);
  const backup = await done;
  expect(backup).toMatchObject({ state: 'done', verification: 'passed', error: null });
  expect(readdirSync(folder)).toEqual([backup.file]);
  const file = path.join(folder, backup.file);
  expect(statSync(file).size).toBe(backup.size);
  const { manifest } = await verifyBackup({ content: await openBackupFile(file), keys: { passphrase } });
  expect(manifest.tables.documents!.rows).toBeGreaterThanOrEqual(1);
  expect(manifest.blobs.count).toBe(manifest.tables.files!.rows);

  const { components } = await getJson(`${server.url}/readyz`);
  expect(components.backup).toMatchObject({ ok: true, details: { sizeBytes: backup.size, verification: 'passed' } });
  expect(readdirSync(path.join(server.dataDir, 'scratch'))).toEqual([]);
  expect(JSON.stringify(server.logs)).not.toContain(passphrase);
});

test('without a folder for them there are none', async () => {
  const without = await startTestServer();
  onTestFinished(() => without.stop());
  const headers = { authorization: `Bearer ${without.token}` };
  const answer = await apiFetch(`${without.url}/api/v1/admin/backups`, { method: 'POST', headers });
  expect(answer.status).toBe(409);
  expect(await readJson(answer)).toMatchObject({ code: 'backup.not-configured' });
  const { components } = await readJson(await apiFetch(`${without.url}/readyz`, { headers }));
  expect(components).not.toHaveProperty('backup');
});
