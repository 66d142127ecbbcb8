// An installation as a whole, for the commands that carry it: back-up, restore, move.

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { MadeBackup as BackupOutcome } from '../cli/installation-services.ts';
import { packageVersion } from '../config/package-version.ts';
import type { Config } from '../config.ts';
import { SheafError } from '../errors.ts';
import { holdForBackup } from '../store/backup-hold.ts';
import { openDatabase } from '../store/database.ts';
import { isNewDatabase } from '../store/embedded-database.ts';
import { type DecryptionKeys, isEncrypting } from '../store/transfer/archive-crypto.ts';
import { backupName, openBackupFile } from '../store/transfer/backup-file.ts';
import { countBackup, type MadeBackup, makeBackupFile, makeBackupStream } from '../store/transfer/make-backup.ts';
import { ensureStartable } from '../store/transfer/marks.ts';
import { type Moved, type MoveOptions, moveInstallation } from '../store/transfer/move-installation.ts';
import { type Restored, restoreBackup } from '../store/transfer/restore-backup.ts';
import { type Verified, verifyBackup } from '../store/transfer/verify-backup.ts';
import type { Progress } from '../store/transfer/write-archive.ts';
import { withPlaceBlobs } from './with-place-blobs.ts';

interface Watch {
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

interface BackupRequest extends Watch {
  config: Config;
  /** A file, a folder, or a stream. */
  target: string | NodeJS.WritableStream;
  withKeys: boolean;
  skipDamaged: boolean;
  /** Restores it into a scratch database afterwards. */
  verify: boolean;
}

/** Of an installation that no server of the embedded database runs on. */
async function backUpInstallation(request: BackupRequest): Promise<BackupOutcome> {
  const { config, target, withKeys, skipDamaged, verify, onProgress, signal } = request;
  const { dataDir, databaseUrl } = config;
  const { encryption } = config.backup;
  if (!databaseUrl && isNewDatabase(path.join(dataDir, 'database'))) throw new SheafError('backup.no-installation');
  const database = await openDatabase({ dataDir, databaseUrl, onError: () => {}, sessionName: 'sheaf-backup' });
  let made: MadeBackup & { size?: number };
  let file: string | undefined;
  try {
    await ensureStartable(database.db);
    const hold = await holdForBackup(database);
    try {
      if (typeof target === 'string')
        file = (await isFolder(target)) ? path.join(target, backupName(new Date(), isEncrypting(encryption))) : target;
      made = await withPlaceBlobs({ dataDir, ...config.blobs }, (blobs) => {
        const version = packageVersion();
        const options = {
          db: database.db,
          blobs,
          dataDir,
          version,
          encryption,
          withKeys,
          skipDamaged,
          onProgress,
          signal,
        };
        return typeof target === 'string' ? makeBackupFile(file!, options) : makeBackupStream(target, options);
      });
    } finally {
      await hold.release();
    }
  } finally {
    await database.close();
  }
  if (verify && file !== undefined) {
    await verifyBackup({ content: await openBackupFile(file), keys: made.verifyWith, onProgress, signal });
  }
  return {
    ...outcomeOf(made),
    ...(file === undefined ? {} : { file }),
    encrypted: isEncrypting(encryption),
    verified: verify,
  };
}

function outcomeOf(made: MadeBackup & { size?: number }) {
  return {
    ...countBackup(made),
    ...(made.size === undefined ? {} : { size: made.size }),
    tables: made.header.tables.length,
    jobs: made.manifest.jobs.rows,
    damaged: made.manifest.damaged,
    keysApart: made.manifest.keys.filter((key) => !key.carried).map((key) => key.file),
  };
}

interface ArchiveRequest extends Watch {
  config: Config;
  /** A file, or a stream. */
  source: string | NodeJS.ReadableStream;
}

async function verifyArchive({ config, source, onProgress, signal }: ArchiveRequest): Promise<Verified> {
  const content = await openSource(source);
  return verifyBackup({ content, keys: await decryptionKeys(config), onProgress, signal });
}

/** With `replace` the archive is verified before anything is given up. */
async function restoreInstallation(request: ArchiveRequest & { replace: boolean }): Promise<Restored> {
  const { config, source, replace, onProgress, signal } = request;
  const { dataDir, databaseUrl } = config;
  if (replace) await verifyArchive(request);
  const keys = await decryptionKeys(config);
  const content = await openSource(source);
  const name = typeof source === 'string' ? path.basename(source) : 'standard input';
  return withPlaceBlobs({ dataDir, ...config.blobs }, (blobs) =>
    restoreBackup({ place: { dataDir, databaseUrl }, blobs, content, name, keys, replace, onProgress, signal }),
  );
}

/** From the embedded database of DATA_DIR. Contents stay in their folder, which both places read, unless an object store is set. */
async function moveToServer({
  config,
  databaseUrl,
  onProgress,
  signal,
}: Watch & { config: Config; databaseUrl: string }): Promise<Moved> {
  const { dataDir } = config;
  if (isNewDatabase(path.join(dataDir, 'database'))) throw new SheafError('backup.no-installation');
  const { store, cacheBytes } = config.blobs;
  return withPlaceBlobs({ dataDir, store: { kind: 'file' }, cacheBytes }, (from) => {
    const move = (blobs: MoveOptions['blobs']) => moveInstallation({ dataDir, databaseUrl, blobs, onProgress, signal });
    return store.kind === 'file'
      ? move({ from })
      : withPlaceBlobs({ dataDir, store, cacheBytes }, (to) => move({ from, to }));
  });
}

function openSource(source: ArchiveRequest['source']): Promise<Readable> | Readable {
  return typeof source === 'string' ? openBackupFile(source) : Readable.from(source, { objectMode: false });
}

async function isFolder(place: string): Promise<boolean> {
  return place.endsWith(path.sep) || (await stat(place).catch(() => undefined))?.isDirectory() === true;
}

async function decryptionKeys({ backup: { encryption, identityFile } }: Config): Promise<DecryptionKeys> {
  if (identityFile === undefined) return { passphrase: encryption.passphrase };
  const text = await readFile(identityFile, 'utf8').catch((cause: unknown) => {
    throw new SheafError('config.invalid', 'BACKUP_IDENTITY_FILE: cannot be read', { cause });
  });
  const identities = text.split(/\s+/).filter((word) => word.startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0) throw new SheafError('config.invalid', 'BACKUP_IDENTITY_FILE: holds no age identity');
  return { passphrase: encryption.passphrase, identities };
}

/** As the commands get it. */
export const installation = {
  backUp: backUpInstallation,
  verify: verifyArchive,
  restore: restoreInstallation,
  move: moveToServer,
};
