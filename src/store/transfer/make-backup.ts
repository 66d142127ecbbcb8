// One back-up: the installation, packed, into a file or down a stream.

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '../blob-store.ts';
import type { Database } from '../database.ts';
import { type DecryptionKeys, type Encryption, isEncrypting, pack } from './archive-crypto.ts';
import type { ArchiveHeader, ArchiveManifest } from './archive-format.ts';
import { type WrittenFile, writeBackupFile } from './backup-file.ts';
import { readKeys } from './installation-keys.ts';
import { type Progress, writeArchive } from './write-archive.ts';

export interface BackupOptions {
  db: Database['db'];
  blobs: Pick<BlobStore, 'read'>;
  dataDir: string;
  /** Of Sheaf. */
  version: string;
  encryption: Encryption;
  /** Carries the keys of the installation also when nothing is encrypted. */
  withKeys?: boolean;
  skipDamaged?: boolean;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface MadeBackup {
  header: ArchiveHeader;
  manifest: ArchiveManifest;
  /** Reads it again, to verify it: also where only recipients elsewhere could. */
  verifyWith: DecryptionKeys;
}

/** What one archive holds, in numbers. */
export function countBackup({ manifest }: Pick<MadeBackup, 'manifest'>): {
  rows: number;
  blobs: number;
  blobBytes: number;
} {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  return { rows, blobs: manifest.blobs.count, blobBytes: manifest.blobs.bytes };
}

/** Hold the blobs before (backup-hold.ts). Throws `backup.exists`, and what writing an archive throws. */
export async function makeBackupFile(file: string, options: BackupOptions): Promise<MadeBackup & WrittenFile> {
  const { result: written, ...made } = await make(options, (packed) => writeBackupFile(file, packed));
  return { ...made, ...written };
}

/** The same down a stream, which is ended. */
export async function makeBackupStream(target: NodeJS.WritableStream, options: BackupOptions): Promise<MadeBackup> {
  const { result: _, ...made } = await make(options, (packed) => pipeline(packed, target));
  return made;
}

async function make<T>(
  options: BackupOptions,
  write: (packed: Readable) => Promise<T>,
): Promise<MadeBackup & { result: T }> {
  const { db, blobs, dataDir, version, encryption, skipDamaged = false, onProgress, signal } = options;
  const keys = readKeys(dataDir, { carry: isEncrypting(encryption) || options.withKeys === true });
  const { content, done } = writeArchive({ db, blobs, keys, version, skipDamaged, onProgress, signal });
  // Whatever fails first is told; the other fails with it, and says less.
  let unread: unknown;
  done.catch((error: unknown) => {
    unread = error;
  });
  try {
    const { packed, verifyWith } = await pack(content, encryption);
    const result = await write(packed);
    return { ...(await done), verifyWith, result };
  } catch (error) {
    const first = unread ?? error;
    content.destroy();
    await done.catch(() => {});
    throw first;
  }
}
