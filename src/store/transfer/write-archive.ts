// An installation as the content of an archive: one moment of the database, and every blob that its rows name.

import type { Readable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { BlobStore } from '../blob-store.ts';
import type { Db, Trx } from '../database.ts';
import { newId } from '../new-id.ts';
import {
  type ArchiveHeader,
  type ArchiveManifest,
  FORMAT_VERSION,
  HEADER_ENTRY,
  type KeyFile,
  MANIFEST_ENTRY,
} from './archive-format.ts';
import { BATCH_BYTES, createDigester, lineOf, readRows } from './rows.ts';
import { createTarWriter, type TarWriter } from './tar-writer.ts';
import { ensureSeesAllRows, inSnapshot } from './transfer-session.ts';
import { listMigrations, listTransferTables, type TransferTable } from './transfer-tables.ts';
import { lineOfJob, readWaitingJobs } from './waiting-jobs.ts';

export interface Progress {
  stage: 'rows' | 'blobs' | 'verify';
  /** Table, when rows are carried. */
  table?: string;
  done: number;
  /** When it is known. */
  total?: number;
}

export interface ArchiveKey {
  file: KeyFile;
  fingerprint: string;
  /** Only when it is carried. */
  bytes?: Buffer;
}

export interface ArchiveSource {
  db: Db;
  blobs: Pick<BlobStore, 'read'>;
  keys: readonly ArchiveKey[];
  /** Version of Sheaf. */
  version: string;
  /** Goes on without contents that are missing or damaged, and lists them. */
  skipDamaged?: boolean;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Rows of this installation's own back-ups are about archives that lie elsewhere. */
const NOT_IN_BACKUPS = ['backups'];
const MOST_DOCUMENTS_NAMED = 20;

/** The tar, and what it will have held. Throws (through both) `store.blob-damaged`, `backup.not-owner`, `backup.no-installation`. */
export function writeArchive(source: ArchiveSource): {
  content: Readable;
  done: Promise<{ header: ArchiveHeader; manifest: ArchiveManifest }>;
} {
  const tar = createTarWriter();
  const done = inSnapshot(source.db, (trx) => fill(trx, tar, source)).then(
    (written) => {
      tar.end();
      return written;
    },
    (error: Error) => {
      tar.fail(error);
      throw error;
    },
  );
  return { content: tar.output, done };
}

async function fill(trx: Trx, tar: TarWriter, source: ArchiveSource) {
  const tables = (await listTransferTables(trx)).filter(({ name }) => !NOT_IN_BACKUPS.includes(name));
  if (tables.length === 0) throw new SheafError('backup.no-installation');
  await ensureSeesAllRows(trx, tables);
  const header: ArchiveHeader = {
    format: 'sheaf-backup',
    formatVersion: FORMAT_VERSION,
    id: newId(),
    createdAt: new Date().toISOString(),
    sheaf: source.version,
    migrations: await listMigrations(trx),
    tables,
  };
  await addJson(tar, HEADER_ENTRY, header);
  const manifest: ArchiveManifest = {
    tables: {},
    jobs: { rows: 0, digest: '' },
    blobs: { count: 0, bytes: 0, digest: '' },
    damaged: [],
    keys: source.keys.map(({ file, fingerprint, bytes }) => ({ file, fingerprint, carried: bytes !== undefined })),
  };
  let done = 0;
  for (const table of tables) {
    const lines = linesOf(trx, table, (rows) => {
      done += rows;
      source.onProgress?.({ stage: 'rows', table: table.name, done });
    });
    manifest.tables[table.name] = await addLines(tar, { folder: `tables/${table.name}`, lines, source });
  }
  manifest.jobs = await addJobs(tar, trx);
  await addBlobs(tar, trx, { source, manifest });
  for (const { file, bytes } of source.keys) if (bytes) await tar.add(`keys/${file}`, bytes.length, [bytes]);
  await addJson(tar, MANIFEST_ENTRY, manifest);
  return { header, manifest };
}

async function addJson(tar: TarWriter, name: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
  await tar.add(name, bytes.length, [bytes]);
}

async function* linesOf(trx: Trx, table: TransferTable, onRows: (rows: number) => void): AsyncGenerator<string[]> {
  for await (const rows of readRows(trx, table)) {
    yield rows.map(lineOf);
    onRows(rows.length);
  }
}

/** Lines in parts of about a batch: a tar wants to know the size of an entry before it comes. */
async function addLines(
  tar: TarWriter,
  { folder, lines, source }: { folder: string; lines: AsyncIterable<string[]>; source: Pick<ArchiveSource, 'signal'> },
) {
  const digester = createDigester();
  let part: string[] = [];
  let size = 0;
  let number = 0;
  const flush = async (): Promise<void> => {
    if (part.length === 0) return;
    const bytes = Buffer.from(`${part.join('\n')}\n`);
    part = [];
    size = 0;
    await tar.add(`${folder}/${String(++number).padStart(6, '0')}.ndjson`, bytes.length, [bytes]);
  };
  for await (const batch of lines) {
    source.signal?.throwIfAborted();
    for (const line of batch) {
      digester.add(line);
      part.push(line);
      size += line.length;
      if (size >= BATCH_BYTES) await flush();
    }
  }
  await flush();
  return digester.result();
}

async function addJobs(tar: TarWriter, trx: Trx) {
  const digester = createDigester();
  let number = 0;
  for await (const jobs of readWaitingJobs(trx)) {
    for (const job of jobs) digester.add(lineOfJob(job));
    const bytes = Buffer.from(`${jobs.map((job) => JSON.stringify(job)).join('\n')}\n`);
    await tar.add(`jobs/${String(++number).padStart(6, '0')}.ndjson`, bytes.length, [bytes]);
  }
  return digester.result();
}

export interface NamedBlob {
  sha256: string;
  size: number;
}

const fetchNamed = sql<NamedBlob>`fetch 500 from named_blobs`;

/** The blobs that rows name, each once, by their hashes. Needs a transaction (transfer-session.ts). */
export async function* readNamedBlobs(trx: Trx): AsyncGenerator<NamedBlob> {
  const query: RawBuilder<unknown> = sql`select sha256, max(size)::float8 as size from public.files
    group by sha256 order by sha256 collate "C"`;
  await sql`declare named_blobs no scroll cursor for ${query}`.execute(trx);
  for (;;) {
    const { rows } = await fetchNamed.execute(trx);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close named_blobs`.execute(trx);
}

async function addBlobs(
  tar: TarWriter,
  trx: Trx,
  { source, manifest }: { source: ArchiveSource; manifest: ArchiveManifest },
): Promise<void> {
  const digester = createDigester();
  let bytes = 0;
  for await (const blob of readNamedBlobs(trx)) {
    source.signal?.throwIfAborted();
    if (await addBlob(tar, source.blobs, blob)) {
      digester.add(`${blob.sha256} ${blob.size}`);
      bytes += blob.size;
      source.onProgress?.({ stage: 'blobs', done: digester.result().rows });
      continue;
    }
    const documents = await documentsOf(trx, blob.sha256);
    if (!source.skipDamaged) {
      const shown = documents.slice(0, MOST_DOCUMENTS_NAMED).join(', ');
      throw new SheafError(
        'store.blob-damaged',
        `The stored file ${blob.sha256} is missing or damaged. It belongs to these documents: ${shown || 'none'}.`,
      );
    }
    manifest.damaged.push({ sha256: blob.sha256, documents });
  }
  const { rows, digest } = digester.result();
  manifest.blobs = { count: rows, bytes, digest };
}

/** False when it is missing or not what its hash says. What was begun is filled up then: its size is written already. */
async function addBlob(tar: TarWriter, blobs: ArchiveSource['blobs'], { sha256, size }: NamedBlob): Promise<boolean> {
  let content: Readable;
  try {
    content = await blobs.read(sha256);
  } catch (error) {
    if (error instanceof SheafError && error.code === 'store.blob-damaged') return false;
    throw error;
  }
  let whole = true;
  await tar.add(`blobs/${sha256}`, size, exactly());
  return whole;

  async function* exactly(): AsyncGenerator<Uint8Array> {
    let left = size;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        if (chunk.length > left) whole = false;
        const fitting = chunk.subarray(0, left);
        left -= fitting.length;
        if (fitting.length > 0) yield fitting;
      }
    } catch (error) {
      if (!(error instanceof SheafError) || error.code !== 'store.blob-damaged') throw error;
      whole = false;
    }
    if (left > 0) whole = false;
    while (left > 0) {
      const filling = Buffer.alloc(Math.min(left, 65_536));
      left -= filling.length;
      yield filling;
    }
  }
}

async function documentsOf(trx: Trx, sha256: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id::text as id from public.documents where sha256 = ${sha256}
    order by id limit 1000`.execute(trx);
  return rows.map((row) => row.id);
}
