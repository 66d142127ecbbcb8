// A child in the pool's hands, the job it works on, and what its death means for that job.

import { type ErrorCode, errorCatalogue, SheafError } from '../errors.ts';
import type { Work } from '../observe/work.ts';
import type { ChildMessage } from './child-messages.ts';
import type { Child } from './child-process.ts';

export interface RunOptions {
  /** From the moment a child takes the task. */
  timeoutMs: number;
  /** How far the child may have its time extended in all; `timeoutMs` when absent. */
  maxTimeoutMs?: number;
  onProgress?: (progress: unknown) => void;
  signal?: AbortSignal;
}

export interface Job {
  id: number;
  task: string;
  payload: unknown;
  options: RunOptions;
  crashes: number;
  /** Whose task it is. It stays with the parent: a child that a document took over could name somebody else's. */
  work?: Work | undefined;
  /** Children that did not get ready while it was first in line. */
  failedStarts?: number;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

export interface Worker {
  child: Child;
  ready: Promise<void>;
  isReady: boolean;
  tasksDone: number;
  job?: Job;
  deadline: number;
  lastDeadline: number;
  /** Highest resident size in bytes seen while it works on the job. */
  peakBytes: number;
  /** Why we killed it, when we did. */
  verdict?: 'file.timeout' | 'file.memory' | 'aborted' | 'ended';
  idleTimer?: NodeJS.Timeout;
  exited: Promise<void>;
}

const OUT_OF_MEMORY = /out of memory|memory allocation of \d+ bytes failed|bad_alloc|Cannot allocate memory/i;

/** What to reject the job with; undefined = give it a second child. */
export function reasonOfDeath(worker: Worker, job: Job, memoryBytes: number): unknown {
  if (worker.verdict === 'aborted') return job.options.signal?.reason ?? closedError();
  if (worker.verdict === 'file.timeout') return new SheafError('file.timeout');
  if (worker.verdict === 'file.memory' || diedOfMemory(worker, memoryBytes)) return new SheafError('file.memory');
  job.crashes++;
  return job.crashes > 1 ? crashError(worker) : undefined;
}

export function setReferenced(worker: Worker, referenced: boolean): void {
  const { process: child } = worker.child;
  if (referenced) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** An allocation refused by RLIMIT_DATA ends a native library by a signal, with or without a word. */
export function diedOfMemory(worker: Worker, memoryBytes: number): boolean {
  if (OUT_OF_MEMORY.test(worker.child.stderrTail())) return true;
  return worker.peakBytes > 0.6 * memoryBytes;
}

function crashError(worker: Worker): SheafError {
  return new SheafError('file.corrupt', 'Reading the file brought its process down twice.', {
    details: { signal: worker.child.process.signalCode, exitCode: worker.child.process.exitCode },
  });
}

export function startFailure(worker: Worker): SheafError {
  return new SheafError('reader.unavailable', undefined, {
    details: { exitCode: worker.child.process.exitCode, stderr: worker.child.stderrTail() },
  });
}

export function closedError(): SheafError {
  return new SheafError('internal', 'The reading processes are shutting down.');
}

export function failureFromChild(message: Extract<ChildMessage, { kind: 'failed' }>): SheafError {
  const code: ErrorCode = message.code in errorCatalogue ? (message.code as ErrorCode) : 'internal';
  return new SheafError(code, message.message || undefined, { details: message.details });
}
