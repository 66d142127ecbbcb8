// One back-up as the process for it gets it: plain values in, plain values out.

import { Kysely, PGliteDialect } from 'kysely';
import { SheafError } from '../../errors.ts';
import { holdForBackup } from '../backup-hold.ts';
import type { BlobStore } from '../blob-store.ts';
import { type Database, openDatabase } from '../database.ts';
import { openEmbeddedDatabase } from '../embedded-database.ts';
import type { BlobSettings } from '../open-blobs.ts';
import type { Schema } from '../schema.ts';
import type { Encryption } from './archive-crypto.ts';
import { openBackupFile } from './backup-file.ts';
import { countBackup, makeBackupFile } from './make-backup.ts';
import { verifyBackup } from './verify-backup.ts';

export interface BackupTask {
  /** A copy of the embedded database's files that nobody else has open, or a server. */
  database: { copy: string } | { url: string };
  place: Pick<BlobSettings, 'dataDir' | 'store' | 'cacheBytes'>;
  file: string;
  version: string;
  encryption: Encryption;
  verify: boolean;
  /** Where the scratch database is made. */
  scratch: string;
}

export interface BackupTaskReport {
  size: number;
  sha256: string;
  rows: number;
  blobs: number;
  blobBytes: number;
  /** null: it was not verified. */
  verification: 'passed' | 'failed' | null;
  /** Code of why the verification failed. */
  error: string | null;
}

/** Throws what making a back-up throws. One that fails its verification is reported, and stays. */
export async function runBackupTask(
  { database: source, place, file, version, encryption, verify, scratch }: BackupTask,
  { blobs, signal }: { blobs: BlobStore; signal: AbortSignal },
): Promise<BackupTaskReport> {
  const database = 'copy' in source ? await openCopy(source.copy) : await openServer(source.url);
  let made: Awaited<ReturnType<typeof makeBackupFile>>;
  try {
    // For a copy, whoever made it holds the blobs.
    const hold = database.kind === 'server' ? await holdForBackup(database) : undefined;
    const options = { db: database.db, blobs, dataDir: place.dataDir, version, encryption, signal };
    made = await makeBackupFile(file, options).finally(() => hold?.release());
  } finally {
    await database.close();
  }
  const report = { size: made.size, sha256: made.sha256, ...countBackup(made) };
  if (!verify) return { ...report, verification: null, error: null };
  try {
    const verified = await verifyBackup({
      ...{ content: await openBackupFile(file), keys: made.verifyWith, scratch, signal },
    });
    const same = verified.header.id === made.header.id;
    return { ...report, verification: same ? 'passed' : 'failed', error: same ? null : 'backup.verification-failed' };
  } catch (error) {
    // A stop says nothing about the archive.
    signal.throwIfAborted();
    return { ...report, verification: 'failed', error: error instanceof SheafError ? error.code : 'internal' };
  }
}

async function openCopy(directory: string): Promise<Pick<Database, 'kind' | 'db' | 'close'>> {
  const { pglite } = await openEmbeddedDatabase(directory, { durable: false });
  return {
    kind: 'embedded',
    db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) }),
    close: () => pglite.close(),
  };
}

function openServer(databaseUrl: string): Promise<Database> {
  const pool = { connections: 3, waitMs: 30_000 };
  return openDatabase({ dataDir: '', databaseUrl, pool, onError: () => {}, sessionName: 'sheaf-backup' });
}
