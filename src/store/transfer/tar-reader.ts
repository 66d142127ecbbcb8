// A tar as it is read: entries one by one, each to be read to its end before the next.

import { extract, type Header } from 'tar-stream';
import { SheafError } from '../../errors.ts';

export interface TarEntry {
  header: Header;
  content: AsyncIterable<Buffer>;
}

/** Throws `backup.invalid` for what is no tar, or one that is cut off. */
export async function* readTar(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const tar = extract();
  let fault: unknown;
  const feeding = feed(bytes, tar).catch((error: unknown) => {
    fault = error;
    tar.destroy(error as Error);
  });
  try {
    for await (const entry of tar) {
      yield { header: entry.header, content: entry as unknown as AsyncIterable<Buffer> };
      entry.resume();
    }
    await feeding;
    if (fault) throw fault;
  } catch (cause) {
    const reason = fault ?? cause;
    if (reason instanceof SheafError) throw reason;
    // A disk that cannot be read is no fault of the archive.
    if (reason instanceof Error && 'syscall' in reason) throw reason;
    throw new SheafError('backup.invalid', 'The archive is damaged or cut off.', { cause: reason });
  } finally {
    tar.destroy();
  }
}

async function feed(bytes: AsyncIterable<Buffer>, tar: ReturnType<typeof extract>): Promise<void> {
  let closed = false;
  let wake = (): void => {};
  tar.on('drain', () => wake());
  tar.on('close', () => {
    closed = true;
    wake();
  });
  for await (const chunk of bytes) {
    if (closed) return;
    if (tar.write(chunk)) continue;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (closed) resolve();
    });
  }
  tar.end(null);
}
