// The real Reader: files go to sandboxed children; whatever happens there comes back as a result.

import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, errorCatalogue, SheafError } from './errors.ts';
import type { ComponentReport } from './observe/readiness.ts';
import { createChildPool } from './parse/child-pool.ts';
import { defaultLimits } from './parse/limits.ts';
import { failedRead, type Reader, type ReadInput, type ReadResult, type ReadTask } from './pipeline/read-result.ts';

export interface ReaderOptions {
  /** Files read at the same time; never more children than cores. */
  jobs: number;
  maxBytes?: number;
  memoryBytes?: number;
  /** For a file that needs no OCR. */
  timeoutMs?: number;
  /** Children kept when idle. */
  keepIdle?: number;
  /** Others end after this long without work. */
  idleMs?: number;
  /** For a server, where memory at rest counts and files come one by one: small heaps, children that warm up. */
  lasting?: boolean;
}

const TIMEOUT_MS = 20_000;
/** With OCR time granted page by page. */
const MOST_MS = 600_000;
const RENDER_TIMEOUT_MS = 20_000;
const TRY_AGAIN_MS = 10_000;

/** A reader that can start a child ahead of the first file, which then does not wait for it. */
export interface PooledReader extends Reader {
  warm(children: number): Promise<void>;
  /** Not ok when the last child could not be started. Being asked starts none, but after a failure, now and then. */
  check(): Promise<ComponentReport>;
  /** A file is on its way: starts a child unless there is one. */
  prepare(): void;
}

/** An invoice that `sheaf synth` made: reading it loads and compiles most of what other files need. */
const warmUpFile = fileURLToPath(new URL('./warm-up.pdf', import.meta.url));
const entry = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
const lastingHeap = { semiSpaceMb: 2, keepBytes: 250_000_000 };

/** Starts no process before the first read or `warm`. */
export function createReader(options: ReaderOptions): PooledReader {
  const maxBytes = options.maxBytes ?? defaultLimits.maxBytes;
  const pool = createChildPool({
    entry,
    size: Math.max(1, Math.min(options.jobs, availableParallelism())),
    ...(options.lasting ? { ...lastingHeap, warmUp: warmUpTask(maxBytes) } : {}),
    ...(options.memoryBytes === undefined ? {} : { memoryBytes: options.memoryBytes }),
    ...(options.keepIdle === undefined ? {} : { keepIdle: options.keepIdle }),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
  });
  let triedAt = Number.NEGATIVE_INFINITY;
  return {
    async read(input, readOptions = {}, onProgress) {
      try {
        return await pool.run<ReadResult>(
          'read',
          { input, options: readOptions, maxBytes },
          {
            timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
            maxTimeoutMs: MOST_MS,
            ...(onProgress ? { onProgress: (stage: unknown) => onProgress(String(stage)) } : {}),
          },
        );
      } catch (error) {
        return failure(input, error);
      }
    },
    renderPage: (input, view) =>
      pool.run<Uint8Array>('render', { input, view, maxBytes }, { timeoutMs: RENDER_TIMEOUT_MS }),
    warm: (children) => pool.warm(children),
    async check() {
      await access(entry);
      const { children, busy, waiting, lastStart } = pool.stats();
      // Nobody else may try again: a server that is not ready gets no files.
      if (lastStart === 'failed' && performance.now() - triedAt > TRY_AGAIN_MS) {
        triedAt = performance.now();
        pool.prepare();
      }
      return {
        ok: lastStart !== 'failed',
        error: 'the last reading process could not be started',
        details: { children, busy, waiting, lastStart },
      };
    },
    prepare: () => pool.prepare(),
    close: () => pool.close(),
  };
}

function warmUpTask(maxBytes: number) {
  const payload: ReadTask = { input: { path: warmUpFile, name: 'warm-up.pdf' }, options: {}, maxBytes };
  return { task: 'read', payload, timeoutMs: TIMEOUT_MS };
}

function failure(input: ReadInput, error: unknown): ReadResult {
  const code: ErrorCode = error instanceof SheafError ? error.code : 'internal';
  const message = error instanceof SheafError && error.message ? error.message : errorCatalogue[code].title;
  return failedRead(input.name, { code, message });
}
