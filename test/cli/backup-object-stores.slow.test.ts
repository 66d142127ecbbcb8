// Back-up, restore and move of an installation whose files lie in an object store (npm run test:all).

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openBlobs } from '../../src/store/open-blobs.ts';
import { contentsOf, fillInstallation, type Installation } from '../support/filled-installation.ts';
import { remoteStores, type StoreForServers } from '../support/object-servers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepareEmptyPlace, serverUrl } from '../support/test-database.ts';
import { sheaf } from './fake-world.ts';

const look = async ({ store }: StoreForServers) => {
  const options = { dataDir: temporaryFolder(), cacheBytes: 1, exclusive: true, onError: () => {} };
  const { blobs } = await openBlobs({ ...options, store });
  onTestFinished(() => blobs.close());
  return blobs;
};
type Blobs = Awaited<ReturnType<typeof look>>;

/** A closed installation with files in its folder; `before`: everything that its database holds. */
async function closedInstallation(kind?: 'embedded') {
  const from = await fillInstallation({ documents: 3, ...(kind ? { kind } : {}) });
  onTestFinished(() => from.opened.drop());
  const before = await contentsOf(from.db);
  await from.queue.stop(1000);
  await from.opened.database.close();
  return { from, before };
}

async function contentsAt(env: Record<string, string>) {
  const options = { dataDir: env.DATA_DIR!, databaseUrl: env.DATABASE_URL, onError: () => {} };
  const database = await openDatabase(options);
  try {
    return await contentsOf(database.db);
  } finally {
    await database.close();
  }
}

async function ensureSameFiles(from: Installation, blobs: Blobs) {
  const found: string[] = [];
  for await (const { sha256 } of blobs.list()) found.push(sha256);
  expect(found.sort()).toEqual(from.kept.map(({ sha256 }) => sha256).sort());
  // Read whole, each is checked against its hash.
  for (const sha256 of found) await buffer(await blobs.read(sha256));
}

describe.each(remoteStores)('$kind', ({ open }) => {
  test('backed up from there and restored into another room, every file is there again and none on the disk', {
    timeout: 180_000,
  }, async () => {
    const { from, before } = await closedInstallation();
    const [old, fresh] = [await open(), await open()];
    const there = await look(old);
    // Moved to the store by hand: the folder is not read any more.
    for (const { sha256 } of from.kept) {
      const staged = await there.stage(Readable.from(await buffer(await from.blobs.read(sha256))), 1e9);
      await staged.keep();
      await from.blobs.remove(sha256);
    }
    const archives = temporaryFolder();
    const file = path.join(archives, 'a');
    const made = await sheaf(['backup', file, '--json'], { env: { ...from.opened.env, ...old.env } });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(made.stdout)).toMatchObject({ blobs: from.kept.length, damaged: [] });
    // Where the settings say that files lie in the folder, they are missing.
    const without = await sheaf(['backup', path.join(archives, 'b')], { env: from.opened.env });
    expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('is missing or damaged') });

    const place = await prepareEmptyPlace();
    onTestFinished(() => place.drop());
    const env = { ...place.env, ...fresh.env };
    expect(await sheaf(['restore', file], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(await contentsAt(place.env)).toEqual(before);
    await ensureSameFiles(from, await look(fresh));
    expect(readdirSync(place.dataDir)).not.toContain('blobs');
    // What the commands kept on this machine meanwhile is gone.
    for (const dataDir of [place.dataDir, from.opened.dataDir])
      expect(readdirSync(path.join(dataDir, 'blob-cache'))).toEqual([]);

    // A room with files in it is not an empty place.
    const other = await prepareEmptyPlace();
    onTestFinished(() => other.drop());
    const refused = await sheaf(['restore', file], { env: { ...other.env, ...fresh.env } });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('stored files') });
  });

  test.skipIf(!serverUrl)('moved, files are copied there, and stay where they were', { timeout: 180_000 }, async () => {
    const { from, before } = await closedInstallation('embedded');
    const room = await open();
    const target = await prepareEmptyPlace('server');
    onTestFinished(() => target.drop());
    const env = { ...from.opened.env, ...room.env, DATABASE_URL: target.env.DATABASE_URL! };
    const moved = await sheaf(['move', '--json'], { env });
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(moved.stdout)).toMatchObject({ already: false, blobs: from.kept.length, damaged: [] });
    expect(await contentsAt(env)).toEqual(before);
    await ensureSameFiles(from, await look(room));
    await ensureSameFiles(from, from.blobs);
  });
});
