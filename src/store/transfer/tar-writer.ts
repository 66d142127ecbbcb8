// A tar as it is written: one entry after the other, never more of it in memory than is under way.

import { Readable } from 'node:stream';
import { pack } from 'tar-stream';

export interface TarWriter {
  /** The bytes of the tar. */
  output: Readable;
  /** `content` must give exactly `size` bytes. */
  add(name: string, size: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  end(): void;
  /** Ends the output with this error. */
  fail(error: Error): void;
}

/** The same content gives the same bytes. */
const EPOCH = new Date(0);

export function createTarWriter(): TarWriter {
  const tar = pack();
  const output = Readable.from(tar as AsyncIterable<Buffer>, { objectMode: false, highWaterMark: 1024 * 1024 });
  return {
    output,
    async add(name, size, content) {
      const entry = tar.entry({ name, size, mode: 0o600, mtime: EPOCH });
      let failure: Error | undefined;
      let over = false;
      let wake = (): void => {};
      entry.on('error', (error: Error) => {
        failure = error;
      });
      entry.on('drain', () => wake());
      entry.on('close', () => {
        over = true;
        wake();
      });
      const waiting = (): Promise<void> =>
        new Promise((resolve) => {
          wake = resolve;
          if (over) resolve();
        });
      for await (const chunk of content) {
        if (over) break;
        if (!entry.write(chunk)) await waiting();
      }
      entry.end(null);
      while (!over) await waiting();
      if (failure) throw failure;
    },
    end: () => tar.finalize(),
    fail: (error) => void output.destroy(error),
  };
}
