// PostgreSQL inside this process (PGlite), on a directory that must be locked before (data-dir-lock.ts).

import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';
import { DurableNodeFS } from './durable-node-fs.ts';

/**
 * Settings beyond PGlite's own. `-F` (no fsync) is taken out; `fdatasync` would be a no-op in WebAssembly, `fsync` is
 * the real one. 16 MB of shared buffers instead of 128 save ~90 MB: the operating system caches the files anyway.
 * Log files that were used up are deleted: recycled ones would keep what was erased.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB', '-c', 'max_wal_size=256MB', '-c', 'wal_recycle=off'],
];

export interface EmbeddedDatabase {
  pglite: PGlite;
  /** Times a write was confirmed by the disk. */
  syncCount(): number;
}

/** True before the first start, which takes seconds: a whole PostgreSQL is made. */
export function isNewDatabase(directory: string): boolean {
  return !existsSync(path.join(directory, 'PG_VERSION'));
}

/** Opens (or first makes) the database in `directory`. One that is thrown away need not be `durable`. */
export async function openEmbeddedDatabase(directory: string, { durable = true } = {}): Promise<EmbeddedDatabase> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const fs = new DurableNodeFS(directory);
  const pglite = await PGlite.create({
    fs,
    startParams: durable ? startParams : [...startParams, '-F'],
    extensions: { vector, pg_trgm },
    parsers: { [types.INT8]: Number, [types.BYTEA]: readBytes },
  });
  return { pglite, syncCount: () => fs.syncCount };
}

/** PGlite's own goes from digit to digit, and takes longer than the query that gave them. */
function readBytes(text: string): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(text.slice(2), 'hex');
  return new Uint8Array(buffer, byteOffset, length);
}
