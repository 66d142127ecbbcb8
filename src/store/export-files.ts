// Account exports on disk: one ZIP each, written as it comes and named by the id of its export.

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ExportEntry {
  name: string;
  size: number;
  sha256: string;
}

export interface ExportWriter {
  /** One entry after the other; resolves when it is in the archive. Names come from us, never from a user. */
  add(name: string, content: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<ExportEntry>;
  /** The same, of a file on this machine. */
  addFile(name: string, file: string): Promise<ExportEntry>;
}

export interface ExportFiles {
  /** Writes the archive of an export; it is there whole when this resolves, or not at all. */
  write(id: string, fill: (archive: ExportWriter) => Promise<void>): Promise<{ size: number; sha256: string }>;
  /** Path of an archive; undefined when it is gone. */
  pathOf(id: string): Promise<string | undefined>;
  remove(ids: readonly string[]): Promise<void>;
}

const safeName = /^[\w-]+(\/[\w-]+)*(\.[a-z]+)?$/;
const isId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);
/** The same content gives the same bytes. */
const EPOCH = new Date(Date.UTC(1980, 0, 1));

export function openExportFiles(directory: string): ExportFiles {
  const fileOf = (id: string): string => {
    if (!isId(id)) throw new Error('the name of an export is its id');
    return path.join(directory, `${id}.zip`);
  };
  return {
    async write(id, fill) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const file = fileOf(id);
      const temporary = `${file}.${randomUUID()}`;
      try {
        const written = await writeArchive(temporary, fill);
        await rename(temporary, file);
        return written;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async pathOf(id) {
      const file = fileOf(id);
      return (await stat(file).catch(() => undefined)) && file;
    },
    async remove(ids) {
      const names = await readdir(directory).catch(() => []);
      for (const name of names) {
        if (ids.some((id) => isId(id) && name.startsWith(`${id}.zip`)))
          await rm(path.join(directory, name), { force: true });
      }
    },
  };
}

async function writeArchive(
  file: string,
  fill: (archive: ExportWriter) => Promise<void>,
): Promise<{ size: number; sha256: string }> {
  const zip = new ZipFile();
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const writing = pipeline(zip.outputStream as Readable, count, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  // Whatever fails first is told; the other would be an unhandled rejection.
  const failed = writing.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  const add = (name: string, content: Readable): Promise<ExportEntry> => {
    if (!safeName.test(name)) throw new Error(`${name} is no name for an entry`);
    return Promise.race([addEntry(zip, name, content), failed]);
  };
  try {
    await fill({
      add: (name, content) => add(name, Readable.from(content, { objectMode: true }).map(toBuffer)),
      addFile: (name, source) => add(name, createReadStream(source)),
    });
    zip.end();
  } catch (error) {
    (zip.outputStream as Readable).destroy(error as Error);
    await writing.catch(() => {});
    throw error;
  }
  await writing;
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
  return { size, sha256: hash.digest('hex') };
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
