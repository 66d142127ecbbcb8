// A path → the file's bytes, without being led to anything but a regular file, and only if nobody wrote to it meanwhile.

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { SheafError } from '../errors.ts';
import type { ParseLimits } from './limits.ts';

export interface OpenedInput {
  bytes: Uint8Array;
  sha256: string;
}

/**
 * Reads a regular file (links are followed) no larger than `limits.maxBytes`.
 * Throws SheafError: `file.not-found`, `file.unreadable`, `file.empty`, `file.too-large`, `file.changed`.
 */
export async function openInput(path: string, limits: Pick<ParseLimits, 'maxBytes'>): Promise<OpenedInput> {
  // Looked at before it is opened: opening a device or a pipe can have effects, or never return.
  ensureRegular(await stat(path).catch(rethrow));
  // Non-blocking, in case a pipe took its place in between.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(rethrow);
  try {
    return await readWhole(handle, limits.maxBytes);
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function readWhole(handle: FileHandle, maxBytes: number): Promise<OpenedInput> {
  const before = await handle.stat({ bigint: true });
  ensureRegular(before);
  if (before.size === 0n) throw new SheafError('file.empty');
  if (before.size > BigInt(maxBytes)) {
    const megabytes = (bytes: bigint | number) => (Number(bytes) / 1_048_576).toFixed(1);
    throw new SheafError(
      'file.too-large',
      `The file has ${megabytes(before.size)} MB; the limit is ${megabytes(maxBytes)} MB.`,
      {
        details: { bytes: Number(before.size), maxBytes },
      },
    );
  }
  const bytes = new Uint8Array(Number(before.size));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled).catch(rethrow);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const after = await handle.stat({ bigint: true });
  if (filled < bytes.length || after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
    throw new SheafError('file.changed');
  }
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function ensureRegular(stats: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stats.isFile()) return;
  throw new SheafError('file.unreadable', stats.isDirectory() ? 'It is a folder.' : 'It is not a regular file.');
}

function rethrow(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new SheafError('file.not-found');
  const reason = error.code === 'ELOOP' ? 'Its links lead in a circle.' : undefined;
  throw new SheafError('file.unreadable', reason, { details: { reason: error.code ?? 'unknown' } });
}
