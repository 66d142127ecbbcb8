// Account exports in the object store: one ZIP each, written as it comes and named by the id of its export.

import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import { hashContent } from './hash-content.ts';
import type { ObjectBytes, ObjectContent, ObjectStore } from './objects/object-store.ts';

export interface ExportEntry {
  name: string;
  size: number;
  sha256: string;
}

export interface ExportWriter {
  /** One entry after the other; resolves when it is in the archive. Names come from us, never from a user. */
  add(name: string, content: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<ExportEntry>;
}

export interface ExportFiles {
  /** Writes the archive of an export; it is there whole when this resolves, or not at all. */
  write(id: string, fill: (archive: ExportWriter) => Promise<void>): Promise<{ size: number; sha256: string }>;
  /** The archive; undefined when it is gone. */
  open(id: string): Promise<ObjectContent | undefined>;
  remove(ids: readonly string[]): Promise<void>;
  /** Deletes those that were written longer ago: nothing names them, or they have had their time. */
  removeOlderThan(ageMs: number): Promise<void>;
}

const safeName = /^[\w-]+(\/[\w-]+)*(\.[a-z]+)?$/;
/** The same content gives the same bytes. */
const EPOCH = new Date(Date.UTC(1980, 0, 1));

export function createExportFiles(objects: ObjectStore): ExportFiles {
  const keyOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('the name of an export is its id');
    return `exports/${id}.zip`;
  };
  return {
    write: (id, fill) => writeArchive((content) => objects.put(keyOf(id), content), fill),
    open: (id) => objects.get(keyOf(id)),
    async remove(ids) {
      for (const id of ids) {
        await objects.remove(keyOf(id));
        // Also what a process left that died while it wrote.
        await objects.clearHalfDone(keyOf(id), 0);
      }
    },
    async removeOlderThan(ageMs) {
      for await (const { key, modifiedAt } of objects.list('exports/')) {
        if (Date.now() - modifiedAt.getTime() > ageMs) await objects.remove(key);
      }
    },
  };
}

async function writeArchive(
  put: (content: ObjectBytes) => Promise<void>,
  fill: (archive: ExportWriter) => Promise<void>,
): Promise<{ size: number; sha256: string }> {
  const zip = new ZipFile();
  const archive = hashContent(zip.outputStream as Readable);
  const writing = put(archive.chunks);
  // Whatever fails first is told; the other would be an unhandled rejection.
  const failed = writing.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  try {
    await fill({
      add(name, content) {
        if (!safeName.test(name)) throw new Error(`${name} is no name for an entry`);
        const source =
          content instanceof Readable ? content : Readable.from(content, { objectMode: true }).map(toBuffer);
        return Promise.race([addEntry(zip, name, source), failed]);
      },
    });
    zip.end();
  } catch (error) {
    (zip.outputStream as Readable).destroy(error as Error);
    await writing.catch(() => {});
    throw error;
  }
  await writing;
  return archive.found();
}

const toBuffer = (chunk: string | Uint8Array): Buffer => Buffer.from(chunk as string);

function addEntry(zip: ZipFile, name: string, content: Readable): Promise<ExportEntry> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return new Promise((resolve, reject) => {
    content.once('error', (error) => {
      counted.destroy();
      reject(error);
    });
    counted.once('error', reject);
    counted.once('end', () => resolve({ name, size, sha256: hash.digest('hex') }));
    zip.addReadStream(content.pipe(counted), name, { mtime: EPOCH, mode: 0o100600 });
  });
}
