// One process per data directory. Two would lose rows silently in the embedded database.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SheafError } from '../errors.ts';

export interface DataDirLock {
  release(): void;
}

/** Keeps the connections from the garbage collector, which would close them and so give the locks away. */
const held = new Set<DatabaseSync>();

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/**
 * Takes the lock of `dataDir` (made when absent) or throws `store.locked`, naming the holder.
 *
 * The lock is an exclusive transaction on an otherwise empty SQLite file. SQLite holds an operating system lock on it
 * (fcntl, or LockFileEx on Windows), which the kernel drops when the process dies, kill -9 included, and which also
 * keeps out a process in another container that shares the directory. A file with a process id can do neither.
 * Nothing else in this process may open and close lock.db: POSIX would drop the lock with the other handle.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const holderPath = path.join(dataDir, 'lock.json');
  const database = new DatabaseSync(path.join(dataDir, 'lock.db'), { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new SheafError('store.locked', describeHolder(dataDir, readHolder(holderPath)), { cause });
  }
  held.add(database);
  writeHolder(holderPath, { pid: process.pid, host: hostname(), since: new Date().toISOString() });
  return {
    release() {
      if (!held.delete(database)) return;
      database.close();
    },
  };
}

function describeHolder(dataDir: string, holder: Holder | undefined): string {
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  return `The data directory ${dataDir} is in use by ${who}. Stop it, or set another DATA_DIR.`;
}

function readHolder(file: string): Holder | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    // Half written by a holder that is just starting: the lock itself is what counts.
    return undefined;
  }
}

function writeHolder(file: string, holder: Holder): void {
  const handle = openSync(file, 'w', 0o600);
  writeSync(handle, `${JSON.stringify(holder)}\n`);
  fsyncSync(handle);
  closeSync(handle);
}
