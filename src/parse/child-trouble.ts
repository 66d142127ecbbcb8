// What a log may hold of a child's trouble: why, where in the program, and for whose work. Its standard error and its words may
// quote the document, so that of both only stack frames go on.

import { frameTexts } from '../observe/stack-frames.ts';
import type { Work } from '../observe/work.ts';
import type { Job, Worker } from './child-worker.ts';

export interface ChildTrouble {
  /** `error`: it told of one and goes on; `start`: it never got ready. */
  reason: 'crash' | 'timeout' | 'memory' | 'start' | 'error';
  task: string | undefined;
  /** Whose; undefined for a child that was started ahead. */
  work: Work | undefined;
  /** Class of the error, where there was one. */
  type?: string;
  exitCode?: number | null;
  signal?: NodeJS.Signals | null;
  peakMb?: number;
  /** `name file:line:column`, innermost first. */
  frames: string[];
}

/** The same as an error, for who watches from outside. What is the file's own doing is none: it took too long, or too much. */
export function errorOfTrouble({ reason, type, frames }: ChildTrouble): Error | undefined {
  if (reason === 'timeout' || reason === 'memory') return undefined;
  const error = new Error(`a reading process was in trouble (${reason})`);
  error.name = type ?? 'ReadingTrouble';
  const lines = frames.map((text) => text.replace(/^(.*) (\S+)$/, '    at $1 ($2)').replace('at (top) ', 'at top '));
  error.stack = [`${error.name}: ${error.message}`, ...lines].join('\n');
  return error;
}

const className = /^[A-Z][A-Za-z0-9_]{0,60}$/;

/** A child that told of an error. */
export function toldTrouble(job: Job, { type, stack }: { type: string; stack: string }): ChildTrouble {
  const known = className.test(type) ? type : 'Error';
  return { reason: 'error', task: job.task, work: job.work, type: known, frames: frameTexts(String(stack)) };
}

/** A child that ended; undefined when somebody meant it to. */
export function deadTrouble(worker: Worker, job: Job | undefined, diedOfMemory: boolean): ChildTrouble | undefined {
  const { verdict, child, isReady, peakBytes } = worker;
  if (verdict === 'aborted' || (verdict === 'ended' && isReady) || (isReady && !job)) return undefined;
  const killed = { 'file.timeout': 'timeout', 'file.memory': 'memory' } as const;
  const told = verdict === 'file.timeout' || verdict === 'file.memory' ? killed[verdict] : undefined;
  return {
    reason: isReady ? (told ?? (diedOfMemory ? 'memory' : 'crash')) : 'start',
    task: job?.task,
    work: job?.work,
    exitCode: child.process.exitCode,
    signal: child.process.signalCode,
    ...(peakBytes > 0 ? { peakMb: Math.round(peakBytes / 1e6) } : {}),
    frames: frameTexts(child.stderrTail()),
  };
}
