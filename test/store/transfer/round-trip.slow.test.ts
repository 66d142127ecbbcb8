// An installation into an archive and back: from the database that the tests run on to each kind that there is.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { openBackupFile } from '../../../src/store/transfer/backup-file.ts';
import { makeBackupFile } from '../../../src/store/transfer/make-backup.ts';
import { restoreBackup } from '../../../src/store/transfer/restore-backup.ts';
import { verifyBackup } from '../../../src/store/transfer/verify-backup.ts';
import { contentOf, contentsOf, fillInstallation } from '../../support/filled-installation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openFolderBlobs } from '../../support/test-blobs.ts';
import { prepareEmptyPlace, serverUrl } from '../../support/test-database.ts';

// A whole installation there and back: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const kinds = serverUrl ? (['embedded', 'server'] as const) : (['embedded'] as const);

test.each(kinds)(
  'everything comes back as it was, into an %s database',
  async (kind) => {
    const from = await fillInstallation();
    onTestFinished(() => from.close());
    const file = path.join(temporaryFolder(), 'a.tar.zst');
    const before = await contentsOf(from.db);
    const made = await makeBackupFile(file, {
      ...{ db: from.db, blobs: from.blobs, dataDir: from.opened.dataDir, version: 'test' },
      encryption: {},
      withKeys: true,
    });
    expect(statSync(file)).toMatchObject({ size: made.size });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const verified = await verifyBackup({ content: await openBackupFile(file), keys: {} });
    expect(verified).toMatchObject({ chains: 3, jobsDropped: 0, manifest: made.manifest });

    const place = await prepareEmptyPlace(kind);
    onTestFinished(() => place.drop());
    const blobs = await openFolderBlobs(place.dataDir, { exclusive: true });
    const restored = await restoreBackup({
      ...{ place: { dataDir: place.dataDir, databaseUrl: place.env.DATABASE_URL }, blobs, keys: {} },
      ...{ content: await openBackupFile(file), name: file, replace: false },
    });
    expect(restored.keys.map(({ state }) => state)).toEqual(['written', 'written']);
    for (const key of ['auth.key', 'file-passwords.key']) {
      const keyOf = (dataDir: string) => readFileSync(path.join(dataDir, 'secrets', key));
      expect(keyOf(place.dataDir)).toEqual(keyOf(from.opened.dataDir));
    }
    const database = await openDatabase({
      dataDir: place.dataDir,
      databaseUrl: place.env.DATABASE_URL,
      onError: () => {},
    });
    onTestFinished(() => database.close());
    expect(await contentsOf(database.db)).toEqual(before);
    for (const { sha256 } of from.kept) expect(await contentOf(await blobs.read(sha256))).toBe(sha256);
  },
  120_000,
);
