// Objects as files under one folder. A file is written beside its place, synced, and renamed: no reader sees half of it,
// and what has been answered survives a power failure.

import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { SheafError } from '../../errors.ts';
import {
  ensureKey,
  ensurePrefix,
  INCOMING,
  type ObjectBytes,
  type ObjectStore,
  pastTheEnd,
  type StoredObject,
} from './object-store.ts';

/** Of files that are still being written. */
const PART = '.part';
const READ_BYTES = 256 * 1024;

export interface FsObjects extends ObjectStore {
  pathOf(key: string): string;
}

export function openFsObjects(root: string): FsObjects {
  const pathOf = (key: string): string => path.join(root, ensureKey(key));
  return {
    name: `folder ${root}`,
    pathOf,
    async put(key, content) {
      const file = pathOf(key);
      const temporary = `${file}.${randomUUID()}${PART}`;
      const made = await makeFolder(path.dirname(file));
      try {
        await writeSynced(temporary, content);
        await moveDurably(temporary, file, made);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(key, range) {
      const handle = await open(pathOf(key), 'r').catch(orMissing);
      if (!handle) return undefined;
      try {
        const { size } = await handle.stat();
        if (range && range.start >= size) throw pastTheEnd();
        const part = range ? { start: range.start, end: Math.min(range.end, size - 1) } : undefined;
        const content = handle.createReadStream({ ...part, highWaterMark: READ_BYTES });
        return { size: part ? part.end - part.start + 1 : size, content };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    async stat(key) {
      return describeFile(pathOf(key), key);
    },
    async *list(prefix) {
      for await (const file of walk(root, ensurePrefix(prefix))) {
        const found = file.endsWith(PART) ? undefined : await describeFile(path.join(root, file), file);
        if (found) yield found;
      }
    },
    async move(from, to) {
      const target = pathOf(to);
      await moveDurably(pathOf(from), target, await makeFolder(path.dirname(target)));
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async clearHalfDone(prefix, ageMs) {
      for await (const file of walk(root, ensurePrefix(prefix))) {
        const found = file.endsWith(PART) ? await describeFile(path.join(root, file), file) : undefined;
        if (found && Date.now() - found.modifiedAt.getTime() >= ageMs) await rm(path.join(root, file), { force: true });
      }
    },
    async check() {
      const folder = path.join(root, INCOMING);
      await makeFolder(folder);
      const probe = path.join(folder, `check-${randomUUID()}${PART}`);
      await (await open(probe, 'w', 0o600)).close();
      await rm(probe);
    },
  };
}

/** Only of this user: what people upload is nobody else's on this machine. Tells the topmost folder that it made. */
const makeFolder = (folder: string): Promise<string | undefined> => mkdir(folder, { recursive: true, mode: 0o700 });

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

/** undefined for a file that is gone meanwhile. */
async function describeFile(file: string, key: string): Promise<StoredObject | undefined> {
  const found = await stat(file).catch(orMissing);
  return found?.isFile() ? { key, size: found.size, modifiedAt: found.mtime } : undefined;
}

/** Keys of the files that begin with the prefix, half-done ones too. */
async function* walk(root: string, prefix: string): AsyncGenerator<string> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/'));
  const entries = await opendir(path.join(root, folder)).catch(orMissing);
  if (!entries) return;
  for await (const entry of entries) {
    const key = `${folder}/${entry.name}`;
    if (!key.startsWith(prefix)) continue;
    if (entry.isDirectory()) yield* walk(root, `${key}/`);
    else if (entry.isFile()) yield key;
  }
}

async function writeSynced(file: string, content: ObjectBytes): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of content) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** After this the file is at `to` even if the power fails: content was synced before, the folder entries are now. */
async function moveDurably(from: string, to: string, made: string | undefined): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // A file that was to be moved and is gone cannot be mended by a second try.
    throw (
      orMissing(error as NodeJS.ErrnoException) ?? new SheafError('store.blob-damaged', undefined, { cause: error })
    );
  }
  const folder = path.dirname(to);
  await syncFolder(folder);
  for (let at = folder; made && at !== path.dirname(made); at = path.dirname(at)) await syncFolder(path.dirname(at));
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
