// An archive as it is read again: every name, order, count and hash is checked here, so that whoever stores what comes
// out of it gets only what its manifest says, or an error before the end.

import type { Readable } from 'node:stream';
import { z } from 'zod';
import { SheafError } from '../../errors.ts';
import { hashContent } from '../hash-content.ts';
import { type DecryptionKeys, unpack } from './archive-crypto.ts';
import {
  type ArchiveHeader,
  type ArchiveManifest,
  archiveHeader,
  archiveManifest,
  FORMAT_VERSION,
  type KeyFile,
  parseEntryName,
} from './archive-format.ts';
import { createDigester, type Digester, type Row, type RowDigest } from './rows.ts';
import { readTar, type TarEntry } from './tar-reader.ts';
import type { TransferTable } from './transfer-tables.ts';
import { lineOfJob, parseJobLine, type WaitingJob } from './waiting-jobs.ts';

/** What becomes of the parts. Each is called in the archive's order and waited for. */
export interface ArchiveVisitor {
  header(header: ArchiveHeader): Promise<void>;
  rows(table: TransferTable, rows: Row[]): Promise<void>;
  jobs(jobs: WaitingJob[]): Promise<void>;
  /** Must read the content to its end. It may turn out not to be what its hash says. */
  blob(blob: { sha256: string; size: number }, content: AsyncIterable<Buffer>): Promise<void>;
  key(file: KeyFile, bytes: Buffer): Promise<void>;
}

/** One row may be large; no part is larger than what a text of this runtime holds. */
const MOST_PART_BYTES = 480 * 1024 * 1024;
const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;
const MOST_KEY_BYTES = 4096;
const order = ['header', 'rows', 'jobs', 'blob', 'key', 'manifest'] as const;
const isRow = (value: unknown): value is Row =>
  Array.isArray(value) && value.every((item) => item === null || typeof item === 'string');

const invalid = (message: string, cause?: unknown): SheafError => new SheafError('backup.invalid', message, { cause });

/** Throws `backup.invalid`, `backup.newer`, `backup.key-needed`, `backup.key-wrong`, and what the visitor throws. */
export async function readArchive(
  content: Readable,
  keys: DecryptionKeys,
  visitor: ArchiveVisitor,
): Promise<{ header: ArchiveHeader; manifest: ArchiveManifest }> {
  const state = new ReadingState();
  for await (const entry of readTar(unpack(content, keys))) await readEntry(entry, state, visitor);
  if (!state.header || !state.manifest) throw invalid('The archive is cut off: its manifest is missing.');
  state.ensureMatches(state.manifest);
  return { header: state.header, manifest: state.manifest };
}

class ReadingState {
  header: ArchiveHeader | undefined;
  manifest: ArchiveManifest | undefined;
  readonly tables = new Map<string, Digester>();
  readonly jobs = createDigester();
  readonly blobs = createDigester();
  blobBytes = 0;
  /** Contents that are not what their hash says: right only when the manifest knows. */
  readonly mismatched = new Set<string>();
  readonly keys = new Set<KeyFile>();
  #stage = 0;
  #lastTable = -1;
  #lastBlob = '';

  /** Entries come in one order, none twice that may come once. */
  ensureOrder(kind: (typeof order)[number]): void {
    const stage = order.indexOf(kind);
    const once = kind === 'header' || kind === 'manifest';
    if (stage < this.#stage || (stage > 0 && !this.header) || this.manifest || (once && this[kind])) {
      throw invalid('The entries of the archive are not in their order.');
    }
    this.#stage = stage;
  }

  table(name: string): TransferTable {
    const index = this.header!.tables.findIndex((table) => table.name === name);
    if (index < this.#lastTable || index === -1)
      throw invalid('The archive holds rows of a table that it does not name.');
    this.#lastTable = index;
    return this.header!.tables[index]!;
  }

  ensureNextBlob(sha256: string): void {
    if (sha256 <= this.#lastBlob) throw invalid('The contents in the archive are not in their order.');
    this.#lastBlob = sha256;
  }

  digesterOf(table: string): Digester {
    const known = this.tables.get(table) ?? createDigester();
    this.tables.set(table, known);
    return known;
  }

  ensureMatches(manifest: ArchiveManifest): void {
    const named = this.header!.tables.map((table) => table.name);
    const counted = Object.keys(manifest.tables);
    if (counted.length !== named.length || !named.every((name) => counted.includes(name))) {
      throw invalid('The manifest does not count the tables of the archive.');
    }
    for (const name of named) ensureSame(`rows of ${name}`, this.digesterOf(name).result(), manifest.tables[name]!);
    ensureSame('jobs', this.jobs.result(), manifest.jobs);
    const { count, bytes, digest } = manifest.blobs;
    ensureSame('contents', this.blobs.result(), { rows: count, digest });
    if (bytes !== this.blobBytes) throw invalid('The contents of the archive are not as large as its manifest says.');
    const damaged = new Set(manifest.damaged.map(({ sha256 }) => sha256));
    for (const sha256 of this.mismatched) {
      if (!damaged.has(sha256)) throw invalid(`The content ${sha256} is damaged in the archive.`);
    }
    const carried = manifest.keys.filter((key) => key.carried).map((key) => key.file);
    if (carried.length !== this.keys.size || !carried.every((file) => this.keys.has(file))) {
      throw invalid('The keys in the archive are not those of its manifest.');
    }
  }
}

function ensureSame(what: string, found: RowDigest, told: RowDigest): void {
  if (found.rows !== told.rows)
    throw invalid(`The archive holds ${found.rows} ${what}; its manifest says ${told.rows}.`);
  if (found.digest !== told.digest)
    throw invalid(`The ${what} in the archive are not those that its manifest tells of.`);
}

async function readEntry({ header, content }: TarEntry, state: ReadingState, visitor: ArchiveVisitor): Promise<void> {
  const entry = header.type === 'file' ? parseEntryName(header.name) : undefined;
  if (!entry) throw invalid('The archive holds an entry that no back-up has.');
  state.ensureOrder(entry.kind);
  const size = header.size ?? 0;
  switch (entry.kind) {
    case 'header':
      state.header = parseHeader(await readText(content, size, MOST_MANIFEST_BYTES));
      return visitor.header(state.header);
    case 'rows': {
      const table = state.table(entry.table);
      const digester = state.digesterOf(table.name);
      const lines = linesOf(await readText(content, size, MOST_PART_BYTES));
      for (const line of lines) digester.add(line);
      return visitor.rows(
        table,
        lines.map((line) => parseRow(line, table)),
      );
    }
    case 'jobs': {
      const jobs = linesOf(await readText(content, size, MOST_PART_BYTES)).map((line) =>
        parseOr(() => parseJobLine(line)),
      );
      for (const job of jobs) state.jobs.add(lineOfJob(job));
      return visitor.jobs(jobs);
    }
    case 'blob':
      return readBlob({ sha256: entry.sha256, size }, content, { state, visitor });
    case 'key': {
      if (size > MOST_KEY_BYTES || state.keys.has(entry.file)) throw invalid('The archive holds no usable key.');
      state.keys.add(entry.file);
      return visitor.key(entry.file, await readBytes(content));
    }
    case 'manifest': {
      const text = await readText(content, size, MOST_MANIFEST_BYTES);
      state.manifest = parseOr(() => archiveManifest.parse(JSON.parse(text)));
    }
  }
}

async function readBlob(
  blob: { sha256: string; size: number },
  content: AsyncIterable<Buffer>,
  { state, visitor }: { state: ReadingState; visitor: ArchiveVisitor },
): Promise<void> {
  state.ensureNextBlob(blob.sha256);
  const read = hashContent(content);
  await visitor.blob(blob, read.chunks);
  const { size, sha256 } = read.found();
  if (size !== blob.size) throw new Error('a content was not read to its end');
  if (sha256 !== blob.sha256) {
    state.mismatched.add(blob.sha256);
    return;
  }
  state.blobs.add(`${blob.sha256} ${blob.size}`);
  state.blobBytes += blob.size;
}

function parseHeader(text: string): ArchiveHeader {
  const found = parseOr(() => z.looseObject({ format: z.string(), formatVersion: z.number() }).parse(JSON.parse(text)));
  if (found.format === 'sheaf-backup' && found.formatVersion > FORMAT_VERSION) throw new SheafError('backup.newer');
  return parseOr(() => archiveHeader.parse(JSON.parse(text)));
}

function parseRow(line: string, table: TransferTable): Row {
  const values = parseOr<unknown>(() => JSON.parse(line));
  if (!isRow(values)) throw invalid('A row of the archive is not what it should be.');
  if (values.length !== table.columns.length) throw invalid(`A row of ${table.name} has not the columns of its table.`);
  return values;
}

function parseOr<T>(parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw invalid('An entry of the archive is not what it should be.', cause);
  }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

async function readText(content: AsyncIterable<Buffer>, size: number, most: number): Promise<string> {
  if (size > most) throw invalid('An entry of the archive is larger than any of a back-up.');
  return (await readBytes(content)).toString('utf8');
}

async function readBytes(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
