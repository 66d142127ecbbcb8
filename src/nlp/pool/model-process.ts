// One child that runs models: started with a low priority on the processor and no secrets, and killed.

import { type ChildProcess, type Serializable, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface ModelProcess {
  readonly process: ChildProcess;
  /** Last part of what it wrote to standard error; for the log only. */
  stderrTail(): string;
  send(message: Serializable): void;
  kill(): void;
  /** Whether it keeps this process running. */
  hold(held: boolean): void;
  /** Undefined where /proc does not exist or the child is gone. */
  residentBytes(): number | undefined;
}

const entry = fileURLToPath(new URL('../child/model-child.ts', import.meta.url));
const STDERR_KEPT = 4_000;
const PAGE_BYTES = 4096;
/** Requests of people go before it: it gets what they leave of the processor. */
const NICE = 10;
/** Its JavaScript handles texts only; weights lie outside the heap. */
const HEAP = ['--max-old-space-size=256', '--max-semi-space-size=4'];
/** Texts are hostile: a child that one of them took over must find no secret in its environment. */
const ENVIRONMENT_KEPT = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'TZ',
  'LANG',
  'SystemRoot',
  'NODE_COMPILE_CACHE',
  'NODE_V8_COVERAGE',
];

export function startModelProcess(): ModelProcess {
  const child = spawn(process.execPath, [...HEAP, '--no-warnings', entry], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: childEnvironment(),
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICE);
  } catch {
    // It ended at once, which its exit tells; or the system has no priorities.
  }
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-STDERR_KEPT);
  });
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  return {
    process: child,
    stderrTail: () => tail,
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    kill: () => void child.kill('SIGKILL'),
    hold(held) {
      if (held) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
    residentBytes: () => residentBytes(child.pid),
  };
}

function childEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { OMP_NUM_THREADS: '1', MALLOC_ARENA_MAX: '2' };
  for (const name of ENVIRONMENT_KEPT) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

function residentBytes(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return undefined;
  }
}
