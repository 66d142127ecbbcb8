// Stands before anything that opens a ZIP (DOCX, XLSX and ODF are such): nothing an archive says of itself is believed. Every
// entry is really inflated, within limits, before any of it is handed on.

import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { SheafError } from '../errors.ts';
import { entryNameOf } from './archive-names.ts';

export interface ArchiveLimits {
  /** Entries of the archive and of the archives in it. */
  maxEntries: number;
  /** Bytes of everything, inflated, nested archives counted with what they hold. */
  maxInflatedBytes: number;
  /** Inflated to packed; small archives may pass it. */
  maxRatio: number;
  /** 1 = no archive within the archive. */
  maxDepth: number;
  maxMs: number;
  /** Whether archives in the archive are gone through as well. */
  nested: boolean;
}

export const archiveLimits: ArchiveLimits = {
  maxEntries: 2000,
  maxInflatedBytes: 150 * 1024 * 1024,
  maxRatio: 250,
  maxDepth: 3,
  maxMs: 10_000,
  nested: true,
};

/** An entry that was inflated once and found to be what it says. */
export interface GuardedEntry {
  /** Relative, without `..`, safe to show. */
  name: string;
  isFolder: boolean;
  /** Bytes, inflated. */
  size: number;
  read(): Buffer;
}

/** Below this much, a high ratio is a blank sheet and not a bomb. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
const CHUNK = 64 * 1024;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const ZIP_MAGIC = Buffer.from('504b0304', 'hex');

/** What all levels of one archive have used up together. */
interface Spent {
  entries: number;
  bytes: number;
  packedBytes: number;
  deadline: number;
}

export const looksLikeZip = (bytes: Uint8Array): boolean => bytes.length >= 4 && ZIP_MAGIC.equals(bytes.subarray(0, 4));

/**
 * Goes through the whole archive. Throws SheafError: `archive.too-large`, `archive.too-deep`, `archive.unsafe-name`,
 * `archive.encrypted`, `archive.inconsistent`.
 */
export async function guardArchive(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<GuardedEntry[]> {
  const all = { ...archiveLimits, ...limits };
  const spent: Spent = {
    entries: 0,
    bytes: 0,
    packedBytes: bytes.length,
    deadline: performance.now() + all.maxMs,
  };
  return guardLevel(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { limits: all, spent, depth: 1 });
}

interface Level {
  limits: ArchiveLimits;
  spent: Spent;
  depth: number;
}

async function guardLevel(bytes: Buffer, level: Level): Promise<GuardedEntry[]> {
  const { limits, spent, depth } = level;
  if (depth > limits.maxDepth) throw new SheafError('archive.too-deep');
  const listed = await listEntries(bytes, level);
  const guarded: GuardedEntry[] = [];
  for (const { entry, name, packed } of listed) {
    if (performance.now() > spent.deadline) throw tooLarge('It takes too long to unpack.');
    const isFolder = name.endsWith('/');
    const inflated = await measure(entry, packed, level);
    if (isFolder && inflated.size > 0) throw inconsistent('A folder holds data.');
    guarded.push({ name, isFolder, size: inflated.size, read: () => unpack(entry, packed) });
    if (inflated.isZip && limits.nested) await guardLevel(unpack(entry, packed), { ...level, depth: depth + 1 });
  }
  return guarded;
}

interface Listed {
  entry: Entry;
  name: string;
  packed: Buffer;
}

/** The central directory, checked against the headers that stand before the data. */
async function listEntries(bytes: Buffer, { limits, spent }: Level): Promise<Listed[]> {
  const zip = await open(bytes);
  if (spent.entries + zip.entryCount > limits.maxEntries) {
    throw tooLarge(`It has ${zip.entryCount} entries; the limit is ${limits.maxEntries}.`);
  }
  const listed: Listed[] = [];
  const names = new Set<string>();
  const taken: [from: number, to: number][] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (++spent.entries > limits.maxEntries) throw tooLarge(`It has more than ${limits.maxEntries} entries.`);
      const name = entryNameOf(entry);
      const key = name.normalize('NFC').toLowerCase().replace(/\/$/, '');
      if (names.has(key)) throw new SheafError('archive.unsafe-name', 'Two entries have the same name.');
      names.add(key);
      ensurePlain(entry);
      const place = locate(bytes, entry);
      taken.push([entry.relativeOffsetOfLocalHeader, place.end]);
      listed.push({ entry, name, packed: bytes.subarray(place.start, place.end) });
    }
  } catch (error) {
    throw error instanceof SheafError ? error : inconsistent('Its directory cannot be read.', error);
  }
  ensureNoMore(bytes, zip);
  ensureApart(taken);
  return listed;
}

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true, lazyEntries: true });
  } catch (error) {
    throw inconsistent('It is cut off or damaged.', error);
  }
}

function ensurePlain(entry: Entry): void {
  if (entry.isEncrypted()) throw new SheafError('archive.encrypted');
  // The upper half holds Unix modes where a Unix program made it: links lead out of the archive.
  const mode = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (mode !== 0 && mode !== 0x8000 && mode !== 0x4000) {
    throw new SheafError('archive.unsafe-name', 'It holds a link or a device.');
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new SheafError('file.unsupported', 'It is an archive packed by a method that is not read.');
  }
}

/** Where the packed data lies, by the local header, which must agree with the directory. */
function locate(bytes: Buffer, entry: Entry): { start: number; end: number } {
  const at = entry.relativeOffsetOfLocalHeader;
  if (!(at >= 0 && at + 30 <= bytes.length) || bytes.readUInt32LE(at) !== LOCAL_HEADER) {
    throw inconsistent('An entry points to where there is none.');
  }
  const nameLength = bytes.readUInt16LE(at + 26);
  const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
  const end = start + entry.compressedSize;
  if (end > bytes.length) throw inconsistent('An entry is longer than the file.');
  if (!bytes.subarray(at + 30, at + 30 + nameLength).equals(entry.fileNameRaw)) {
    throw inconsistent('An entry has two names.');
  }
  if (bytes.readUInt16LE(at + 8) !== entry.compressionMethod) throw inconsistent('An entry is packed in two ways.');
  return { start, end };
}

/** Readers that go by signatures would find entries that the directory's count leaves out. */
function ensureNoMore(bytes: Buffer, zip: ZipFile): void {
  const next = (zip as unknown as { readEntryCursor: number }).readEntryCursor;
  if (next + 4 <= bytes.length && bytes.readUInt32LE(next) === CENTRAL_HEADER) {
    throw inconsistent('It has more entries than it counts.');
  }
}

/** Entries that share data are how a small file holds petabytes without nesting. */
function ensureApart(taken: [from: number, to: number][]): void {
  taken.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < taken.length; i++) {
    if (taken[i]![0] < taken[i - 1]![1]) throw inconsistent('Its entries overlap.');
  }
}

/** Inflates the entry without keeping it, and checks what it claims to be. */
async function measure(entry: Entry, packed: Buffer, { limits, spent }: Level) {
  let size = 0;
  let sum = 0;
  let head = Buffer.alloc(0);
  const take = (chunk: Buffer): void => {
    if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4 - head.length)]);
    size += chunk.length;
    spent.bytes += chunk.length;
    sum = crc32(chunk, sum);
    if (size > entry.uncompressedSize) throw inconsistent('An entry is larger than it says.');
    if (spent.bytes > limits.maxInflatedBytes) throw tooLarge('Unpacked it is larger than the limit.');
    if (spent.bytes > RATIO_FROM_BYTES && spent.bytes > limits.maxRatio * spent.packedBytes) {
      throw tooLarge('It unpacks to far more than any document.');
    }
    if (performance.now() > spent.deadline) throw tooLarge('It takes too long to unpack.');
  };
  if (entry.compressionMethod === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK) take(packed.subarray(at, at + CHUNK));
  } else await inflate(packed, take);
  if (size !== entry.uncompressedSize) throw inconsistent('An entry is smaller than it says.');
  if (sum !== entry.crc32) throw inconsistent('The data of an entry is damaged.');
  return { size, isZip: looksLikeZip(head) };
}

function inflate(packed: Buffer, take: (chunk: Buffer) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stream = createInflateRaw({ chunkSize: CHUNK });
  stream.on('data', (chunk: Buffer) => {
    try {
      take(chunk);
    } catch (error) {
      stream.destroy();
      reject(error);
    }
  });
  stream.on('end', resolve);
  stream.on('error', (error) => reject(inconsistent('The data of an entry is damaged.', error)));
  stream.end(packed);
  return promise;
}

/** Of an entry that was measured. */
function unpack(entry: Entry, packed: Buffer): Buffer {
  if (entry.compressionMethod === STORED) return packed;
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
}

const tooLarge = (message: string): SheafError => new SheafError('archive.too-large', message);
const inconsistent = (message: string, cause?: unknown): SheafError =>
  new SheafError('archive.inconsistent', message, cause === undefined ? {} : { cause });
