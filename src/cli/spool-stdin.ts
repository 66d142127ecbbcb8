// Standard input as a file: parsing needs a path that a child process can open.

import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SheafError } from '../errors.ts';

/** More than the reader takes anyway, so that a stream without end does not fill the disk. */
const MAX_BYTES = 1_000_000_000;

export interface SpooledFile {
  path: string;
  remove(): Promise<void>;
}

/**
 * Writes the stream to a temporary file. Throws SheafError: `file.too-large` past a gigabyte, `file.not-kept` when the
 * temporary folder does not take it (a full disk), `file.unreadable` when the stream itself breaks.
 */
export async function spoolStdin(stdin: NodeJS.ReadableStream): Promise<SpooledFile> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-stdin-')).catch(notKept);
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'input');
    const handle = await open(file, 'wx', 0o600).catch(notKept);
    try {
      await copy(stdin, handle);
    } finally {
      await handle.close().catch(notKept);
    }
    return { path: file, remove };
  } catch (error) {
    await remove();
    throw error instanceof SheafError ? error : new SheafError('file.unreadable', undefined, { cause: error });
  }
}

async function copy(stdin: NodeJS.ReadableStream, handle: FileHandle): Promise<void> {
  let bytes = 0;
  for await (const chunk of stdin) {
    bytes += Buffer.byteLength(chunk);
    if (bytes > MAX_BYTES) throw new SheafError('file.too-large');
    await handle.writeFile(chunk).catch(notKept);
  }
}

function notKept(cause: NodeJS.ErrnoException): never {
  throw new SheafError('file.not-kept', undefined, { cause, details: { reason: cause.code ?? 'unknown' } });
}
