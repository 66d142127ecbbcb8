// The keys that an installation made for itself (DATA_DIR/secrets): without them, what was sealed stays sealed.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SheafError } from '../../errors.ts';
import { type ArchiveManifest, type KeyFile, keyFiles } from './archive-format.ts';
import type { ArchiveKey } from './write-archive.ts';

const folderOf = (dataDir: string): string => path.join(dataDir, 'secrets');

/** Tells keys apart and says nothing of them: they are random. */
function fingerprintOf(file: KeyFile, bytes: Buffer): string {
  return createHash('sha256').update(`sheaf key ${file}\n`).update(bytes).digest('hex').slice(0, 16);
}

export function readKeys(dataDir: string, { carry }: { carry: boolean }): ArchiveKey[] {
  return keyFiles.flatMap((file) => {
    const place = path.join(folderOf(dataDir), file);
    if (!existsSync(place)) return [];
    const bytes = readFileSync(place);
    return [{ file, fingerprint: fingerprintOf(file, bytes), ...(carry ? { bytes } : {}) }];
  });
}

export interface KeyState {
  file: KeyFile;
  /** written: came with the archive. same: is there already. missing, other: must be put there before the server starts. */
  state: 'written' | 'same' | 'missing' | 'other';
}

/** Throws `backup.other-keys` when another key stands where one of these would go, unless it may be put aside. */
export function ensureKeysFit(dataDir: string, keys: ReadonlyMap<KeyFile, Buffer>): void {
  for (const [file, bytes] of keys) {
    const place = path.join(folderOf(dataDir), file);
    if (existsSync(place) && !readFileSync(place).equals(bytes)) {
      throw new SheafError('backup.other-keys', `${place} holds another key than the archive.`);
    }
  }
}

/** Writes what the archive carried; another key that stands there is put aside. */
export function writeKeys(
  dataDir: string,
  { keys, manifest, stamp }: { keys: ReadonlyMap<KeyFile, Buffer>; manifest: ArchiveManifest; stamp: string },
): KeyState[] {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  return manifest.keys.map(({ file, fingerprint }): KeyState => {
    const place = path.join(folderOf(dataDir), file);
    const here = existsSync(place) ? fingerprintOf(file, readFileSync(place)) : undefined;
    if (here === fingerprint) return { file, state: 'same' };
    const bytes = keys.get(file);
    if (!bytes) return { file, state: here === undefined ? 'missing' : 'other' };
    if (here !== undefined) renameSync(place, `${place}.before-${stamp}`);
    writeFileSync(place, bytes, { mode: 0o600, flush: true });
    return { file, state: 'written' };
  });
}
