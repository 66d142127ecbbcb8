// An archive on disk: there whole under its name, readable by this user only, or not there at all.

import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { SheafError } from '../../errors.ts';
import { hashContent } from '../hash-content.ts';
import { newId } from '../new-id.ts';

const PARTIAL = /^\.sheaf-[0-9a-f-]{36}\.partial$/;
/** No back-up takes this long: what is older was left by a process that died. */
const ABANDONED_MS = 2 * 24 * 60 * 60 * 1000;

export interface WrittenFile {
  size: number;
  sha256: string;
}

/** `sheaf-2026-11-20T125132Z.tar.zst`, `.age` when encrypted. Names sort by time. */
export function backupName(at: Date, encrypted: boolean): string {
  const time = at.toISOString().slice(0, 19).replaceAll(':', '');
  return `sheaf-${time}Z.tar.zst${encrypted ? '.age' : ''}`;
}

export const isBackupName = (name: string): boolean => /^sheaf-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar\.zst(\.age)?$/.test(name);

/** Throws `backup.exists`; a file that is there stays as it is. */
export async function writeBackupFile(file: string, content: Readable): Promise<WrittenFile> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder);
  await ensureAbsent(file);
  const temporary = path.join(folder, `.sheaf-${newId()}.partial`);
  try {
    const written = await writeDurably(temporary, content);
    await ensureAbsent(file);
    await rename(temporary, file);
    await syncFolder(folder);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    content.destroy();
  }
}

async function ensureAbsent(file: string): Promise<void> {
  const found = await access(file).then(
    () => true,
    () => false,
  );
  if (found) throw new SheafError('backup.exists', `${file} exists already.`);
}

async function writeDurably(file: string, content: Readable): Promise<WrittenFile> {
  const archive = hashContent(content);
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of archive.chunks) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return archive.found();
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and needs no such step.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!PARTIAL.test(name)) continue;
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(file, { force: true });
  }
}

/** Throws `backup.not-found`. */
export async function openBackupFile(file: string): Promise<Readable> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new SheafError('backup.not-found', `There is no file ${file}.`);
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

/** Deletes an archive in `folder` by its name; nothing that is not named like one. */
export async function removeBackupFile(folder: string, name: string): Promise<void> {
  if (!isBackupName(name)) throw new Error('only back-ups are deleted');
  await rm(path.join(folder, name), { force: true });
}
