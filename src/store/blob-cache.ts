// Blobs of a remote store as files on this machine, for programs that read files only. Each process has a folder of its own, so
// that none deletes what another reads; the longest unused go first when there is too much.

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFile } from './hash-file.ts';

export interface BlobSource<T> {
  /** Fails at its end when the content is not right. */
  open(): Promise<{ size: number; content: AsyncIterable<Buffer> }>;
  use(file: string): Promise<T>;
}

export interface BlobCache {
  /** Brings the blob here unless it is, and gives its file, whose content was just checked, to `use`. */
  withFile<T>(sha256: string, source: BlobSource<T>): Promise<T>;
  close(): Promise<void>;
}

export interface BlobCacheOptions {
  folder: string;
  /** Held at most, besides files in use. */
  maxBytes: number;
  /** No other process has a folder here. */
  exclusive: boolean;
  onError: (error: Error) => void;
}

interface Entry {
  file: string;
  size: number;
  users: number;
  /** False for a file that must not be given out any more. */
  listed: boolean;
  ready: Promise<void>;
}

/** A living process shows itself this often. */
const SIGN_MS = 60_000;
/** A folder without a sign for so long belongs to a process that died. */
const DEAD_MS = 10 * SIGN_MS;

/** Clears what processes that died have left, and makes the folder of this one. */
export async function openBlobCache({ folder, maxBytes, exclusive, onError }: BlobCacheOptions): Promise<BlobCache> {
  const own = path.join(folder, randomUUID());
  /** The longest unused first. */
  const entries = new Map<string, Entry>();
  let total = 0;
  await clearDead(folder, exclusive ? 0 : DEAD_MS);
  await makeOwn();
  const timer = setInterval(() => void showLife().catch(onError), SIGN_MS).unref();

  async function makeOwn(): Promise<void> {
    await mkdir(own, { recursive: true, mode: 0o700 });
  }

  async function showLife(): Promise<void> {
    const now = new Date();
    // Gone when this process was stopped for so long that another took it for dead.
    await makeOwn();
    await utimes(own, now, now);
    await clearDead(folder, DEAD_MS);
  }

  function bring(sha256: string, source: BlobSource<unknown>): Entry {
    const entry: Entry = {
      file: path.join(own, randomUUID()),
      size: 0,
      users: 0,
      listed: true,
      ready: Promise.resolve(),
    };
    entry.ready = download(entry, source);
    entries.set(sha256, entry);
    return entry;
  }

  async function download(entry: Entry, source: BlobSource<unknown>): Promise<void> {
    const { size, content } = await source.open();
    entry.size = size;
    total += size;
    await makeRoom();
    await makeOwn();
    await writeFile(entry.file, content, { flag: 'wx', mode: 0o600 });
  }

  async function makeRoom(): Promise<void> {
    for (const [sha256, entry] of entries) {
      if (total <= maxBytes) return;
      if (entry.users === 0) await drop(sha256, entry);
    }
  }

  /** Whoever has it open keeps it until it lets go. */
  async function drop(sha256: string, entry: Entry): Promise<void> {
    if (entries.get(sha256) === entry) entries.delete(sha256);
    entry.listed = false;
    if (entry.users > 0) return;
    total -= entry.size;
    entry.size = 0;
    await rm(entry.file, { force: true });
  }

  /** An entry that counts this user, with a file that is whole. */
  async function take(sha256: string, source: BlobSource<unknown>): Promise<Entry> {
    const known = entries.get(sha256);
    const entry = known ?? bring(sha256, source);
    entry.users++;
    // Now the last to go.
    entries.delete(sha256);
    entries.set(sha256, entry);
    try {
      await entry.ready;
      if (!known || (await isWhole(entry.file, sha256))) return entry;
    } catch (error) {
      await release(sha256, entry, { damaged: true });
      throw error;
    }
    await release(sha256, entry, { damaged: true });
    return take(sha256, source);
  }

  async function release(sha256: string, entry: Entry, { damaged } = { damaged: false }): Promise<void> {
    entry.users--;
    if (damaged || !entry.listed) await drop(sha256, entry);
    await makeRoom();
  }

  return {
    async withFile(sha256, source) {
      const entry = await take(sha256, source);
      try {
        return await source.use(entry.file);
      } finally {
        await release(sha256, entry);
      }
    },
    async close() {
      clearInterval(timer);
      await rm(own, { recursive: true, force: true });
    },
  };
}

const isWhole = (file: string, sha256: string): Promise<boolean> =>
  hashFile(file).then(
    (actual) => actual === sha256,
    () => false,
  );

async function clearDead(folder: string, ageMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const left = path.join(folder, name);
    const sign = await stat(left).catch(() => undefined);
    if (sign && Date.now() - sign.mtimeMs >= ageMs) await rm(left, { recursive: true, force: true });
  }
}
