// Uploaded files, named by the SHA-256 of their content, never by the name a user gave; on any object store.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { SheafError } from '../errors.ts';
import type { BlobCache } from './blob-cache.ts';
import { hashFile } from './hash-file.ts';
import { newId } from './new-id.ts';
import { type ByteRange, INCOMING, type ObjectStore } from './objects/object-store.ts';

/** An upload that lies in the store but has no address yet. Exactly one of keep and discard must follow. */
export interface StagedBlob {
  sha256: string;
  size: number;
  /** First bytes, to tell what it is. */
  head: Buffer;
  /** It is at its address, safe from a crash, when this resolves. */
  keep(): Promise<void>;
  /** Never throws: what cannot be removed now is cleared when it is old. */
  discard(): Promise<void>;
}

/** Everything may throw `store.files-unavailable`. */
export interface BlobStore {
  /** Streams content in without holding it in memory. Throws `file.too-large` past `maxBytes`. */
  stage(content: Readable, maxBytes: number): Promise<StagedBlob>;
  /**
   * The content of a blob. Read whole, its hash is checked: its last bytes come only when it is right, otherwise the stream
   * ends with `store.blob-damaged`, which this throws at once for a missing blob and for a small one. A range is not checked.
   */
  read(sha256: string, range?: ByteRange): Promise<Readable>;
  /** Gives `use` a file on this machine whose content was just checked. Throws `store.blob-damaged`. */
  withFile<T>(sha256: string, use: (file: string) => Promise<T>): Promise<T>;
  list(): AsyncGenerator<{ sha256: string; size: number }>;
  /** Hashes of the blobs that were written longer ago than `ageMs`. */
  listOlderThan(ageMs: number): AsyncGenerator<string>;
  /** Deletes a blob. Only for upkeep, which knows that nothing names it (blob-upkeep.ts). */
  remove(sha256: string): Promise<void>;
  /** Clears uploads, and exports, that were begun longer ago than `ageMs` and neither kept nor discarded. */
  clearAbandoned(ageMs: number): Promise<void>;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  /** Drops what was brought to this machine. */
  close(): Promise<void>;
}

const HEAD_BYTES = 4096;
/** So much is held back until the hash of all is known. */
const HELD_BYTES = 1024 * 1024;
const blobKey = /^blobs\/[0-9a-f]{2}\/([0-9a-f]{64})$/;

const damaged = (cause?: unknown): SheafError => new SheafError('store.blob-damaged', undefined, { cause });

function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw damaged();
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

/** Without a cache for stores on this machine, whose files can be given out themselves. */
export function createBlobStore(objects: ObjectStore, cache?: BlobCache): BlobStore {
  async function* listBlobs() {
    for await (const { key, size, modifiedAt } of objects.list('blobs/')) {
      const sha256 = blobKey.exec(key)?.[1];
      if (sha256) yield { sha256, size, modifiedAt };
    }
  }

  async function openChecked(sha256: string): Promise<{ size: number; content: AsyncGenerator<Buffer> }> {
    const found = await objects.get(keyOf(sha256));
    if (!found) throw damaged();
    return { size: found.size, content: checkHash(found.content, sha256) };
  }

  return {
    async stage(content, maxBytes) {
      const key = `${INCOMING}${newId()}`;
      const seen = watch(content, maxBytes);
      await objects.put(key, seen.chunks);
      const { sha256, size, head } = seen.found();
      return {
        ...{ sha256, size, head },
        keep: () => objects.move(key, keyOf(sha256)),
        discard: () => objects.remove(key).catch(() => {}),
      };
    },
    async read(sha256, range) {
      if (range) {
        const found = await objects.get(keyOf(sha256), range).catch(asDamaged);
        if (!found) throw damaged();
        return found.content;
      }
      return startedStream((await openChecked(sha256)).content);
    },
    async withFile(sha256, use) {
      if (cache) return cache.withFile(sha256, { open: () => openChecked(sha256), use });
      if (!objects.pathOf) throw new Error('a store elsewhere needs a cache');
      const file = objects.pathOf(keyOf(sha256));
      const actual = await hashFile(file).catch((error: unknown) => Promise.reject(damaged(error)));
      if (actual !== sha256) throw damaged();
      return use(file);
    },
    async *list() {
      for await (const { sha256, size } of listBlobs()) yield { sha256, size };
    },
    async *listOlderThan(ageMs) {
      for await (const { sha256, modifiedAt } of listBlobs()) {
        if (Date.now() - modifiedAt.getTime() > ageMs) yield sha256;
      }
    },
    remove: (sha256) => objects.remove(keyOf(sha256)),
    async clearAbandoned(ageMs) {
      for await (const { key, modifiedAt } of objects.list(INCOMING)) {
        if (Date.now() - modifiedAt.getTime() >= ageMs) await objects.remove(key);
      }
      for (const prefix of [INCOMING, 'exports/']) await objects.clearHalfDone(prefix, ageMs);
    },
    check: () => objects.check(),
    close: async () => cache?.close(),
  };
}

/** A blob that is shorter than its row says. */
function asDamaged(error: unknown): never {
  throw error instanceof RangeError ? damaged(error) : error;
}

/** Passes the content on, and knows its hash, size and beginning at the end. */
function watch(content: Readable, maxBytes: number) {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  let headSize = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    // Not destroyed on an early end: the caller decides what becomes of the rest.
    for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new SheafError('file.too-large');
      hash.update(chunk);
      if (headSize < HEAD_BYTES) {
        head.push(chunk.subarray(0, HEAD_BYTES - headSize));
        headSize += head.at(-1)!.length;
      }
      yield chunk;
    }
  }
  return {
    chunks: chunks(),
    found: () => ({ sha256: hash.digest('hex'), size, head: Buffer.concat(head) }),
  };
}

/** The same content; throws instead of its last bytes when it is not what the hash says. */
async function* checkHash(content: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const held: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    held.push(chunk);
    size += chunk.length;
    while (size - held[0]!.length >= HELD_BYTES) {
      size -= held[0]!.length;
      yield held.shift()!;
    }
  }
  if (hash.digest('hex') !== sha256) throw damaged();
  yield* held;
}

/** What fails before the first bytes are there is thrown here, where it can still be answered. */
async function startedStream(content: AsyncGenerator<Buffer>): Promise<Readable> {
  const first = await content.next();
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (!first.done) yield first.value;
      yield* content;
    } finally {
      await content.return(undefined);
    }
  }
  return Readable.from(all(), { objectMode: false });
}
