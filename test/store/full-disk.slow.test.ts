// A disk that is full, simulated by a small file system in memory: needs root and Linux.

import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { errorCatalogue } from '../../src/errors.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { startServerProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { finishedRun, form, getJson, readJson } from '../support/test-server.ts';

const SIZE_MB = 160;

/** undefined where this process may not mount. */
function mountSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder], {
    stdio: 'ignore',
  });
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

function fill(file: string, leaveBytes: number): void {
  const { bavail, bsize } = statfsSync(path.dirname(file));
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
}

const post = (url: string, bytes: Uint8Array) =>
  apiFetch(`${url}/api/v1/documents`, { method: 'POST', body: form({ 'a.txt': bytes }) });

test('an upload to a full disk is refused by name; what was there stays, and room makes it work again', async (context) => {
  const disk = mountSmallDisk();
  if (!disk) return context.skip('only root can mount a small disk');
  const { env, dataDir, drop } = await prepareTestDatabase('embedded');
  onTestFinished(drop);
  cpSync(dataDir, path.join(disk, 'data'), { recursive: true });
  const server = await startServerProcess({ ...env, DATA_DIR: path.join(disk, 'data') });

  const text = Buffer.from('Invoice number: A-1\nDate: 2026-03-01\nTotal: 10.00 EUR\n');
  const first = await readJson(await post(server.url, text));
  await finishedRun(server.url, first.documents[0].run, 30_000);

  const ballast = path.join(disk, 'ballast');
  for (const leave of [3_000_000, 0]) {
    rmSync(ballast, { force: true });
    fill(ballast, leave);
    const refused = await post(server.url, Buffer.alloc(8_000_000, 32));
    expect(refused.status).toBe(507);
    expect(await readJson(refused)).toMatchObject({ code: 'store.full', advice: errorCatalogue['store.full'].advice });
  }
  expect((await apiFetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await getJson(`${server.url}/api/v1/documents`)).items).toHaveLength(1);

  rmSync(ballast);
  const again = await readJson(await post(server.url, Buffer.concat([text, Buffer.from('again\n')])));
  expect((await finishedRun(server.url, again.documents[0].run, 30_000)).status).not.toBe('failed');
  expect(await server.stop()).toBe(0);
});
