// Archives as nobody of ours writes them, for the tests of what reads them.

import { Readable } from 'node:stream';
import { constants, createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';

export interface MadeEntry {
  name: string;
  content: string | Buffer;
  type?: 'file' | 'symlink' | 'directory' | 'link';
  linkname?: string;
}

/** A compressed tar of these entries. */
export function archiveOf(entries: Iterable<MadeEntry>): Readable {
  const tar = pack();
  for (const { name, content, type = 'file', linkname } of entries) {
    tar.entry({ name, type, ...(linkname ? { linkname } : {}) }, type === 'file' ? content : Buffer.alloc(0));
  }
  tar.finalize();
  return Readable.from(tar as AsyncIterable<Buffer>, { objectMode: false }).pipe(
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  );
}
