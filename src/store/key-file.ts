// Keys of this installation that nobody was asked for, each in a file of its own beside the data, readable by this user only.

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from './new-id.ts';

const KEY_BYTES = 32;

/** The key in the file, which is made at first use. Throws when the file holds something else. */
export function readOrMakeKey(keyFile: string): Buffer {
  if (!existsSync(keyFile)) {
    mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 });
    const temporary = `${keyFile}.${newId()}`;
    writeFileSync(temporary, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
    try {
      // A link fails when another process was first; then its key is the one.
      linkSync(temporary, keyFile);
    } catch (error) {
      if (!existsSync(keyFile)) throw error;
    } finally {
      rmSync(temporary, { force: true });
    }
  }
  return readWhole(keyFile);
}

/** The key in the file; undefined when there is none. Throws when the file holds something else. */
export function readKey(keyFile: string): Buffer | undefined {
  return existsSync(keyFile) ? readWhole(keyFile) : undefined;
}

function readWhole(keyFile: string): Buffer {
  const key = readFileSync(keyFile);
  if (key.length !== KEY_BYTES) throw new Error(`${path.basename(keyFile)} does not hold a key of ${KEY_BYTES} bytes`);
  return key;
}
