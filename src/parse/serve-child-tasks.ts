// The child's side of the pool: answers tasks over IPC and dies with its parent.

import { flushCompileCache } from 'node:module';
import { SheafError } from '../errors.ts';
import type { ChildMessage, TaskMessage } from './child-messages.ts';

export interface TaskTools {
  /** Tells the parent how far the task is; any plain data. */
  progress(progress: unknown): void;
  /** Asks for `ms` more time, granted up to the task's `maxTimeoutMs` (a page that needs OCR, say). */
  extendTime(ms: number): void;
  /** Tells the parent's log of an error that the result is to hide. */
  report(error: unknown): void;
}

export type TaskHandler = (payload: never, tools: TaskTools) => Promise<unknown>;

/** Serves tasks by name until the parent goes away. Call once, at the end of the child's entry file. */
export function serveChildTasks(handlers: Readonly<Record<string, TaskHandler>>): void {
  if (!process.send) throw new Error('This file runs as a child of the pool only.');
  process.on('message', (message: TaskMessage) => void answer(handlers, message));
  process.on('disconnect', dieWithGroup);
  send({ kind: 'ready' });
}

async function answer(handlers: Readonly<Record<string, TaskHandler>>, { id, task, payload }: TaskMessage) {
  const tools: TaskTools = {
    progress: (progress) => send({ kind: 'progress', id, progress }),
    extendTime: (ms) => send({ kind: 'extend', id, ms }),
    report: (error) => send(describeTrouble(id, error)),
  };
  try {
    const handler = handlers[task];
    if (!handler) throw new Error(`no handler for task ${task}`);
    send({ kind: 'done', id, result: await handler(payload as never, tools) });
  } catch (error) {
    if (!(error instanceof SheafError)) tools.report(error);
    send(describeFailure(id, error));
  }
  keepCompiledCode();
}

let keptCompiledCode = false;

/** The next child starts in half the time. Children are killed, so that this is not done at their end. */
function keepCompiledCode(): void {
  if (keptCompiledCode) return;
  keptCompiledCode = true;
  setImmediate(flushCompileCache);
}

function describeFailure(id: number, error: unknown): ChildMessage {
  if (error instanceof SheafError) {
    return { kind: 'failed', id, code: error.code, message: error.message, details: plainDetails(error.details) };
  }
  return { kind: 'failed', id, code: 'internal', message: '', details: {} };
}

const LONGEST_STACK = 10_000;

/** The innermost cause: what wraps it says only that something failed. */
function describeTrouble(id: number, error: unknown): ChildMessage {
  let root = error;
  for (let depth = 0; root instanceof Error && root.cause instanceof Error && depth < 5; depth++) root = root.cause;
  if (!(root instanceof Error)) return { kind: 'trouble', id, type: typeof root, stack: '' };
  return { kind: 'trouble', id, type: root.name, stack: String(root.stack).slice(-LONGEST_STACK) };
}

/** Details must survive the wire: whatever is not plain data is dropped. */
function plainDetails(details: Record<string, unknown>): Record<string, unknown> {
  try {
    return structuredClone(details);
  } catch {
    return {};
  }
}

function send(message: ChildMessage): void {
  process.send?.(message, undefined, undefined, (error) => {
    if (error) dieWithGroup();
  });
}

/** The parent is gone: nobody waits for this process, nor for what it started (an OCR program, say). */
function dieWithGroup(): void {
  if (process.platform !== 'win32') {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      // Not a group leader: end alone.
    }
  }
  process.exit(0);
}
