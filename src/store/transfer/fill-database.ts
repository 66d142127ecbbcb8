// Rows, jobs and blobs of an archive into an empty database, in one transaction: all of them, checked, or none.

import { Readable } from 'node:stream';
import { SheafError } from '../../errors.ts';
import type { BlobStore } from '../blob-store.ts';
import type { Db, Trx } from '../database.ts';
import type { JobQueueOptions } from '../job-queue.ts';
import { migrateDatabase } from '../migrate.ts';
import { migrations as known } from '../migrations/list.ts';
import type { DecryptionKeys } from './archive-crypto.ts';
import type { ArchiveHeader, ArchiveManifest, KeyFile } from './archive-format.ts';
import { readArchive } from './read-archive.ts';
import { digestTable, insertRows } from './rows.ts';
import { inTransfer } from './transfer-session.ts';
import { listTransferTables, type TransferTable } from './transfer-tables.ts';
import { type JobPutter, openJobPutter } from './waiting-jobs.ts';
import { type NamedBlob, type Progress, readNamedBlobs } from './write-archive.ts';

export interface FillOptions {
  content: Readable;
  keys: DecryptionKeys;
  /** The empty database, when the archive's first entry was found good: whoever opens it may look at that and refuse. */
  open: (header: ArchiveHeader) => Promise<{ db: Db; jobSource: JobQueueOptions['source'] }>;
  /** Where contents go; undefined: they are only checked. */
  blobs?: Pick<BlobStore, 'stage'> | undefined;
  onKey?: (file: KeyFile, bytes: Buffer) => Promise<void>;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Looks at what was filled in, before it counts. */
  check?: (trx: Trx) => Promise<void>;
}

export interface Filled {
  header: ArchiveHeader;
  manifest: ArchiveManifest;
  /** Jobs of queues that this version does not have. */
  jobsDropped: number;
}

/**
 * Makes the schema that the archive was written with; the caller migrates on. Throws what reading an archive throws, and
 * `backup.newer`.
 */
export async function fillDatabase(options: FillOptions): Promise<Filled> {
  let jobs: JobPutter | undefined;
  // The schema comes before the transaction, and the archive's first entry says which: it is read up to there first.
  const opening = Promise.withResolvers<void>();
  opening.promise.catch(() => {});
  try {
    const headerRead = Promise.withResolvers<ArchiveHeader>();
    const filler = new Filler(options, { opened: opening.promise, headerRead: headerRead.resolve });
    const reading = readArchive(options.content, options.keys, filler);
    reading.catch((error: unknown) => headerRead.reject(error));
    const header = await headerRead.promise;
    ensureKnown(header);
    const { db, jobSource } = await options.open(header);
    await migrateDatabase(db, pick(header.migrations));
    await ensureSameTables(db, header.tables);
    jobs = await openJobPutter(jobSource);
    const putter = jobs;
    return await inTransfer(db, async (trx) => {
      filler.begin(trx, putter);
      opening.resolve();
      const { manifest } = await reading;
      await filler.ensureBlobs(manifest);
      await ensureRowsArrived(trx, { header, manifest, options });
      await options.check?.(trx);
      return { header, manifest, jobsDropped: filler.jobsDropped };
    });
  } finally {
    opening.reject(new Error('given up'));
    options.content.destroy();
    await jobs?.close();
  }
}

class Filler {
  jobsDropped = 0;
  readonly #options: FillOptions;
  readonly #steps: { opened: Promise<void>; headerRead: (header: ArchiveHeader) => void };
  #trx: Trx | undefined;
  #jobs: JobPutter | undefined;
  #named: AsyncGenerator<NamedBlob> | undefined;
  readonly #missing: string[] = [];
  #rows = 0;
  #blobs = 0;

  constructor(options: FillOptions, steps: { opened: Promise<void>; headerRead: (header: ArchiveHeader) => void }) {
    this.#options = options;
    this.#steps = steps;
  }

  begin(trx: Trx, jobs: JobPutter): void {
    this.#trx = trx;
    this.#jobs = jobs;
    this.#named = readNamedBlobs(trx);
  }

  async header(header: ArchiveHeader): Promise<void> {
    this.#steps.headerRead(header);
    await this.#steps.opened;
  }

  async rows(table: TransferTable, rows: (string | null)[][]): Promise<void> {
    this.#options.signal?.throwIfAborted();
    try {
      await insertRows(this.#trx!, table, { rows });
    } catch (cause) {
      // Rows that the tables refuse: a hostile or broken archive. A database that is gone says so itself.
      if (!isRefusal(cause)) throw cause;
      throw new SheafError('backup.invalid', `The database does not take the rows of ${table.name}.`, { cause });
    }
    this.#rows += rows.length;
    this.#options.onProgress?.({ stage: 'rows', table: table.name, done: this.#rows });
  }

  async jobs(jobs: Parameters<JobPutter['put']>[1]): Promise<void> {
    this.jobsDropped += await this.#jobs!.put(this.#trx!, jobs);
  }

  /** Names in the rows and contents in the archive come in the same order: one walk over both finds what is not in both. */
  async blob(blob: NamedBlob, content: AsyncIterable<Buffer>): Promise<void> {
    this.#options.signal?.throwIfAborted();
    for (;;) {
      const next = await this.#named!.next();
      if (next.done || next.value.sha256 > blob.sha256) {
        throw new SheafError(
          'backup.invalid',
          `The archive holds a content that none of its rows names: ${blob.sha256}.`,
        );
      }
      if (next.value.sha256 === blob.sha256) {
        if (next.value.size === blob.size) break;
        throw new SheafError('backup.invalid', `The content ${blob.sha256} has not the size that the rows tell.`);
      }
      this.#missing.push(next.value.sha256);
    }
    await this.#keep(blob, content);
    this.#options.onProgress?.({ stage: 'blobs', done: ++this.#blobs });
  }

  async #keep({ sha256, size }: NamedBlob, content: AsyncIterable<Buffer>): Promise<void> {
    if (!this.#options.blobs) {
      for await (const _ of content);
      return;
    }
    const staged = await this.#options.blobs.stage(Readable.from(content, { objectMode: false }), size);
    if (staged.sha256 === sha256) await staged.keep();
    else await staged.discard();
  }

  async key(file: KeyFile, bytes: Buffer): Promise<void> {
    await this.#options.onKey?.(file, bytes);
  }

  /** What rows name and the archive does not hold must be what the manifest calls damaged. */
  async ensureBlobs({ damaged }: ArchiveManifest): Promise<void> {
    for await (const { sha256 } of this.#named!) this.#missing.push(sha256);
    const lost = this.#missing.find((sha256) => !damaged.some((blob) => blob.sha256 === sha256));
    if (lost)
      throw new SheafError('backup.invalid', `The archive does not hold the content ${lost}, which its rows name.`);
  }
}

function ensureKnown({ migrations }: ArchiveHeader): void {
  const names = Object.keys(known);
  const unknown = migrations.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new SheafError(
      'backup.newer',
      `The archive was made by a newer Sheaf (its schema has ${unknown.join(', ')}).`,
    );
  }
  // Each schema is the one before and a step more: there are no others.
  if (migrations.length === 0 || migrations.some((name, i) => name !== names[i])) {
    throw new SheafError('backup.invalid', 'The archive names a schema that there never was.');
  }
}

const pick = (names: readonly string[]): typeof known => Object.fromEntries(names.map((name) => [name, known[name]!]));

async function ensureSameTables(db: Db, told: readonly TransferTable[]): Promise<void> {
  const here = new Map((await listTransferTables(db)).map((table) => [table.name, table]));
  for (const { name, columns } of told) {
    const table = here.get(name);
    const same = (a: TransferTable['columns']) => JSON.stringify(a.map((c) => [c.name, c.typeSchema, c.type]));
    if (!table || same(table.columns) !== same(columns)) {
      throw new SheafError('backup.invalid', `The archive's table ${name} is not the one of its schema.`);
    }
  }
}

/** The manifest against what the database now says that it holds. */
async function ensureRowsArrived(
  trx: Trx,
  { header, manifest, options }: { header: ArchiveHeader; manifest: ArchiveManifest; options: FillOptions },
): Promise<void> {
  let done = 0;
  for (const table of header.tables) {
    options.signal?.throwIfAborted();
    const told = manifest.tables[table.name]!;
    const found = await digestTable(trx, table);
    if (found.rows !== told.rows || found.digest !== told.digest) {
      throw new SheafError('backup.invalid', `The rows of ${table.name} did not arrive as they were.`);
    }
    done += found.rows;
    options.onProgress?.({ stage: 'verify', table: table.name, done });
  }
}

/** SQLSTATE classes of data that does not fit: 22 wrong values, 23 broken constraints. */
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]/.test(code);
}
