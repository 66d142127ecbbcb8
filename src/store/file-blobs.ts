// Uploaded files on disk, named by the SHA-256 of their content, never by the name a user gave.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { SheafError } from '../errors.ts';
import { newId } from './new-id.ts';

/** An upload that lies in the store's own folder but has no address yet. Exactly one of keep and discard must follow. */
export interface StagedBlob {
  sha256: string;
  size: number;
  /** First bytes, to tell what it is. */
  head: Buffer;
  keep(): Promise<void>;
  discard(): Promise<void>;
}

export interface BlobStore {
  /** Streams content in without holding it in memory. Throws `file.too-large` past `maxBytes`. */
  stage(content: Readable, maxBytes: number): Promise<StagedBlob>;
  /** Path of a blob whose content was just checked against its hash. Throws `store.blob-damaged`. */
  verifiedPath(sha256: string): Promise<string>;
  /** Resolves when blobs can be written. */
  check(): Promise<void>;
  /** Hashes of the blobs that were written longer ago than `ageMs`. */
  listOlderThan(ageMs: number): AsyncGenerator<string>;
  /** Every blob there is. */
  list(): AsyncGenerator<{ sha256: string; size: number }>;
  /** The content, checked on the way: a reader that comes to its end has read what the hash says. Throws (or ends with) `store.blob-damaged`. */
  read(sha256: string): Promise<Readable>;
  /** Deletes a blob. Only for upkeep, which knows that nothing names it (blob-upkeep.ts). */
  remove(sha256: string): Promise<void>;
}

export interface BlobFolderOptions {
  /** No other process writes here: uploads that lie around were left by one that died. */
  exclusive: boolean;
}

const HEAD_BYTES = 4096;

/** No upload takes this long: what is older was left by a process that died. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Opens (or makes) the blob folder, and clears uploads that a killed process left half done. */
export async function openFileBlobs(directory: string, { exclusive }: BlobFolderOptions): Promise<BlobStore> {
  const incoming = path.join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const left of await readdir(incoming)) {
    const file = path.join(incoming, left);
    if (exclusive || (await isOlderThan(file, ABANDONED_MS))) await rm(file, { force: true });
  }

  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new SheafError('store.blob-damaged');
    return path.join(directory, sha256.slice(0, 2), sha256);
  };

  return {
    async stage(content, maxBytes) {
      const temporary = path.join(incoming, newId());
      try {
        const written = await writeStream(content, temporary, maxBytes);
        return {
          ...written,
          keep: () => moveDurably(temporary, pathOf(written.sha256)),
          discard: () => rm(temporary, { force: true }),
        };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async verifiedPath(sha256) {
      const file = pathOf(sha256);
      if ((await hashFile(file)) !== sha256) throw new SheafError('store.blob-damaged');
      return file;
    },
    async check() {
      const probe = path.join(incoming, `check-${newId()}`);
      await (await open(probe, 'w')).close();
      await rm(probe);
    },
    async *listOlderThan(ageMs) {
      for (const folder of await readdir(directory)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const name of await readdir(path.join(directory, folder))) {
          if (/^[0-9a-f]{64}$/.test(name) && (await isOlderThan(path.join(directory, folder, name), ageMs))) yield name;
        }
      }
    },
    async *list() {
      for (const folder of await readdir(directory)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const sha256 of await readdir(path.join(directory, folder))) {
          const found =
            /^[0-9a-f]{64}$/.test(sha256) && (await stat(path.join(directory, folder, sha256)).catch(() => undefined));
          if (found) yield { sha256, size: found.size };
        }
      }
    },
    async read(sha256) {
      const file = await open(pathOf(sha256), 'r').catch((cause: unknown) => {
        throw new SheafError('store.blob-damaged', undefined, { cause });
      });
      return Readable.from(checked(file.createReadStream({ highWaterMark: 256 * 1024 }), sha256), {
        objectMode: false,
      });
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** False for a file that is gone meanwhile. */
async function isOlderThan(file: string, ageMs: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > ageMs;
}

async function writeStream(content: Readable, file: string, maxBytes: number) {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  let headSize = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    // Not destroyed on an early end: the caller decides what becomes of the rest.
    for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new SheafError('file.too-large');
      hash.update(chunk);
      if (headSize < HEAD_BYTES) {
        head.push(chunk.subarray(0, HEAD_BYTES - headSize));
        headSize += head.at(-1)!.length;
      }
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
}

/** After this the file is at `to` even if the power fails: content was synced before, the folder entries are now. */
async function moveDurably(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  // The same content over itself: whatever stood there is replaced by what was just hashed.
  await rename(from, to);
  await syncFolder(folder);
  if (made) await syncFolder(path.dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and needs no such step.
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* checked(content: Readable, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of content as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new SheafError('store.blob-damaged');
}

async function hashFile(file: string): Promise<string> {
  try {
    await stat(file);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch (cause) {
    throw new SheafError('store.blob-damaged', undefined, { cause });
  }
}
