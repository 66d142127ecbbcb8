// One killable child: its start under a memory limit, a look at its memory, and its end with all it started.

import { type ChildProcess, type Serializable, spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ChildOptions {
  /** Path of the file to run; it calls `serveChildTasks`. */
  entry: string;
  /** Memory in bytes beyond what an idle child reserves (RLIMIT_DATA where `prlimit` exists). */
  memoryBytes: number;
  /** Upper bound of the child's own JavaScript heap in MiB. */
  heapMb: number;
  /** Upper bound of each half of the heap's young part in MiB; the engine's own choice when undefined. */
  semiSpaceMb: number | undefined;
  env: NodeJS.ProcessEnv;
}

export interface Child {
  readonly process: ChildProcess;
  /** Last part of what it wrote to standard error; never shown to users. */
  stderrTail(): string;
  send(message: Serializable): void;
  /** Ends it and every process it started. */
  kill(): void;
}

const STDERR_KEPT = 4_000;
// The last optimizing compiler costs more than it saves until some two thousand pages are read: 290 functions, 19 ms each,
// on cores that other children could use. WebAssembly and the loops over pixels are as fast without it.
const OPTIMIZE_LITTLE = ['--max-opt=2'];
const PAGE_BYTES = 4096;
// RLIMIT_DATA counts what is reserved, not what is used: an idle Node reserves 0.6 GB, and OCR in WebAssembly 1.9 GB more.
// The limit stops a sudden bomb; the watchdog on resident memory enforces `memoryBytes` itself.
const RESERVED_BYTES = 3_000_000_000;
// Children see no secrets: a document that takes one over must find none in its environment.
const ENVIRONMENT_KEPT = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'TZ',
  'LANG',
  'LC_ALL',
  'SystemRoot',
  'NODE_COMPILE_CACHE',
  'NODE_V8_COVERAGE',
  'TESSDATA_PREFIX',
];

export function startChild(options: ChildOptions): Child {
  const command = [process.execPath, ...OPTIMIZE_LITTLE, `--max-old-space-size=${options.heapMb}`];
  if (options.semiSpaceMb) command.push(`--max-semi-space-size=${options.semiSpaceMb}`);
  command.push('--no-warnings', options.entry);
  const prlimit = findPrlimit();
  if (prlimit) command.unshift(prlimit, `--data=${options.memoryBytes + RESERVED_BYTES}`, '--core=0', '--');
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    // A process group of its own, so that kill() reaches what the child itself started.
    detached: process.platform !== 'win32',
    env: childEnvironment(options.env),
  });
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-STDERR_KEPT);
  });
  // An idle child must not keep the parent's event loop alive; the pool holds a reference while it works.
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  return {
    process: child,
    stderrTail: () => tail,
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    kill: () => killGroup(child),
  };
}

function childEnvironment(extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { OMP_THREAD_LIMIT: '1', MALLOC_ARENA_MAX: '2' };
  for (const name of ENVIRONMENT_KEPT) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return { ...env, ...extra };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Resident bytes; undefined where /proc does not exist or the child is gone. */
export function readResidentBytes(child: Child): number | undefined {
  if (process.platform !== 'linux' || child.process.pid === undefined) return undefined;
  try {
    return Number(readFileSync(`/proc/${child.process.pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return undefined;
  }
}

let prlimitPath: string | null | undefined;

function findPrlimit(): string | null {
  if (prlimitPath !== undefined) return prlimitPath;
  prlimitPath = null;
  if (process.platform !== 'linux') return prlimitPath;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'prlimit');
    try {
      accessSync(path, constants.X_OK);
      prlimitPath = path;
      break;
    } catch {
      // Not in this folder.
    }
  }
  return prlimitPath;
}
