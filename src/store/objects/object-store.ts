// What every object store can do: key → bytes. Drivers: fs-objects.ts, s3-objects.ts, azure-objects.ts; one contract suite
// (test/store/objects/object-store-contract.ts) holds for all of them.

import type { Readable } from 'node:stream';

export interface StoredObject {
  key: string;
  size: number;
  modifiedAt: Date;
}

/** First and last byte, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface ObjectContent {
  /** Bytes that follow: of the range when one was asked for. */
  size: number;
  content: Readable;
}

export type ObjectBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * All throw `store.files-unavailable` when the store does not answer or refuses; calls that may be repeated were repeated
 * before.
 */
export interface ObjectStore {
  /** For logs: what it is and where. */
  readonly name: string;
  /** Written whole, and safe from a crash, when it resolves; otherwise not there at all. Replaces what was there. */
  put(key: string, content: ObjectBytes): Promise<void>;
  /** undefined when there is none. Throws RangeError when the range begins past the end; its end may lie past it. */
  get(key: string, range?: ByteRange): Promise<ObjectContent | undefined>;
  stat(key: string): Promise<StoredObject | undefined>;
  /** In no order. `prefix` names a folder, and may go on into a name. */
  list(prefix: string): AsyncGenerator<StoredObject>;
  /** The object is at `to`, safe from a crash, when it resolves; replaces what was there. */
  move(from: string, to: string): Promise<void>;
  /** Nothing happens when there is none. */
  remove(key: string): Promise<void>;
  /** Clears puts that were begun longer ago than `ageMs` and never ended. */
  clearHalfDone(prefix: string, ageMs: number): Promise<void>;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  /** Where the object lies on this machine, in stores that are on it. */
  pathOf?(key: string): string;
}

/** Where uploads wait until they get their address. */
export const INCOMING = 'blobs/incoming/';

export const pastTheEnd = (): RangeError => new RangeError('the range begins past the end');

const safeKey = /^[a-z-]+(\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/;
const safePrefix = /^[a-z-]+\/([A-Za-z0-9][A-Za-z0-9._-]*\/?)*$/;

/** Where others put files for us (watch-objects.ts): they choose the names, which must only lead nowhere else. */
const theirs = /^intake(?:-done|-failed)?\/[0-9a-f-]{36}\/[^\p{Cc}\\]{1,900}$/u;
const isTheirs = (key: string): boolean =>
  theirs.test(key) && key.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** Keys are made by us, but for the names of files that come in by themselves; whatever else comes here is a mistake of ours. */
export function ensureKey(key: string): string {
  if (!safeKey.test(key) && !isTheirs(key)) throw new Error('not a key of an object');
  return key;
}

export function ensurePrefix(prefix: string): string {
  if (!safePrefix.test(prefix)) throw new Error('not the beginning of a key');
  return prefix;
}
