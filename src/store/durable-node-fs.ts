// Gives the embedded PostgreSQL a working fsync. PGlite's own file system has none, so that its commits would only
// reach the operating system's cache: safe from kill -9, lost when the power fails.

import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface EmscriptenStream {
  /** The real file descriptor. */
  nfd: number;
}

interface EmscriptenModule {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number } } } };
}

export class DurableNodeFS extends NodeFS {
  /** Times the database had the disk confirm a write. */
  syncCount = 0;

  override async init(pglite: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pglite, options);
    const addFsync = (module: unknown): void => {
      (module as EmscriptenModule).FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd);
        this.syncCount += 1;
        return 0;
      };
    };
    const preRun = prepared.emscriptenOpts.preRun ?? [];
    prepared.emscriptenOpts.preRun = [...(Array.isArray(preRun) ? preRun : [preRun]), addFsync];
    return prepared;
  }
}
