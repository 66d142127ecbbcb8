// The real Reader: files go to sandboxed children; whatever happens there comes back as a result.

import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, errorCatalogue, SheafError } from './errors.ts';
import type { ComponentReport } from './observe/readiness.ts';
import { addSteps, inSpan, isTracing, type TimedStep } from './observe/tracing.ts';
import { LISTS_VARIABLE } from './operator-lists.ts';
import { createChildPool, type PoolStats } from './parse/child-pool.ts';
import type { ChildTrouble } from './parse/child-trouble.ts';
import { makeHoldFolder } from './parse/hold-files.ts';
import { defaultLimits } from './parse/limits.ts';
import { failedRead, type Reader, type ReadInput, type ReadResult, type ReadTask } from './pipeline/read-result.ts';

/** How long reading may take, in milliseconds. */
export interface ReadTimeLimits {
  /** A file that needs no OCR; drawing a page, too. */
  fileMs: number;
  /** What each page that goes through OCR adds. */
  pageMs: number;
}

export interface ReaderOptions {
  /** Files read at the same time; never more children than cores. */
  jobs: number;
  maxBytes?: number;
  memoryBytes?: number;
  limits?: Partial<ReadTimeLimits>;
  /** Children kept when idle. */
  keepIdle?: number;
  /** Others end after this long without work. */
  idleMs?: number;
  /** For a server, where memory at rest counts and files come one by one: small heaps, children that warm up. */
  lasting?: boolean;
  /** Where lists that the operator imported lie. */
  listsFolder?: string | undefined;
  /** Is told what went wrong in a child, for the log. */
  onTrouble?: (trouble: ChildTrouble) => void;
}

const usualLimits: ReadTimeLimits = { fileMs: 20_000, pageMs: 25_000 };
/** However many pages go through OCR, no file takes longer than so many of them. */
const MOST_PAGES = 24;
const TRY_AGAIN_MS = 10_000;

/** A reader that can start a child ahead of the first file, which then does not wait for it. */
export interface PooledReader extends Reader {
  warm(children: number): Promise<void>;
  /** Not ok when the last child could not be started. Being asked starts none, but after a failure, now and then. */
  check(): Promise<ComponentReport>;
  /** A file is on its way: starts a child unless there is one. */
  prepare(): void;
  /** Of its children. */
  stats(): PoolStats;
}

/** An invoice that `sheaf synth` made: reading it loads and compiles most of what other files need. */
const warmUpFile = fileURLToPath(new URL('./warm-up.pdf', import.meta.url));
const entry = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
const lastingHeap = { semiSpaceMb: 2, keepBytes: 250_000_000 };

/** Starts no process before the first read or `warm`. */
export function createReader(options: ReaderOptions): PooledReader {
  const maxBytes = options.maxBytes ?? defaultLimits.maxBytes;
  const { fileMs, pageMs } = { ...usualLimits, ...options.limits };
  const pool = createChildPool({
    entry,
    size: Math.max(1, Math.min(options.jobs, availableParallelism())),
    ...(options.lasting ? { ...lastingHeap, warmUp: warmUpTask(maxBytes, usualLimits) } : {}),
    ...(options.memoryBytes === undefined ? {} : { memoryBytes: options.memoryBytes }),
    ...(options.keepIdle === undefined ? {} : { keepIdle: options.keepIdle }),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    ...(options.onTrouble ? { onTrouble: options.onTrouble } : {}),
    ...(options.listsFolder ? { env: { [LISTS_VARIABLE]: options.listsFolder } } : {}),
  });
  let triedAt = Number.NEGATIVE_INFINITY;
  return {
    read: (input, readOptions = {}, onProgress, signal) =>
      inSpan('read file', {}, async (span) => {
        const task: ReadTask = { input, options: readOptions, maxBytes, ocrPageMs: pageMs, timed: isTracing() };
        const how = {
          timeoutMs: fileMs,
          maxTimeoutMs: pageMs * MOST_PAGES,
          ...(signal ? { signal } : {}),
          ...(onProgress ? { onProgress: (stage: unknown) => onProgress(String(stage)) } : {}),
        };
        const read = await pool.run<ReadResult>('read', task, how).catch((error) => failure(input, error));
        const { steps = [], ...result } = read;
        addSteps(steps.filter(isStep));
        span.set({ 'sheaf.status': result.status, 'sheaf.pages': result.pages, 'error.type': result.error?.code });
        return result;
      }),
    makeHoldFolder,
    renderPage: (input, view) =>
      inSpan('render page', {}, () => pool.run<Uint8Array>('render', { input, view, maxBytes }, { timeoutMs: fileMs })),
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
    stats: () => pool.stats(),
    close: () => pool.close(),
  };
}

/** What a child says is bounded like everything that a document may have had a hand in. */
const isStep = ({ name, startedAt, ms }: TimedStep): boolean =>
  /^[a-z]{1,20}$/.test(name) && Number.isFinite(startedAt) && Number.isFinite(ms);

function warmUpTask(maxBytes: number, { fileMs, pageMs }: ReadTimeLimits) {
  const input = { path: warmUpFile, name: 'warm-up.pdf' };
  const payload: ReadTask = { input, options: {}, maxBytes, ocrPageMs: pageMs };
  return { task: 'read', payload, timeoutMs: fileMs };
}

function failure(input: ReadInput, error: unknown): ReadResult {
  const code: ErrorCode = error instanceof SheafError ? error.code : 'internal';
  const message = error instanceof SheafError && error.message ? error.message : errorCatalogue[code].title;
  return failedRead(input.name, { code, message });
}
