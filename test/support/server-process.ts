// The real server as a process of its own, as `sheaf serve` starts it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { adminEnv, signInAsOwner } from './api-fetch.ts';

const main = path.resolve(import.meta.dirname, '../../src/main.ts');

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
}

/** `keep`: the caller ends it, not the running test. `onLine` gets each line of its log once it is ready. */
export async function startServerProcess(
  env: Record<string, string>,
  { keep = false, script = main, onLine }: { keep?: boolean; script?: string; onLine?: (line: string) => void } = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--no-warnings', script, 'serve'], {
    env: { PATH: process.env.PATH, PORT: '0', NODE_ENV: 'test', ...adminEnv, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!keep) onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) {
    const { event, address } = JSON.parse(line);
    if (event !== 'ready') continue;
    child.stdout!.resume();
    if (onLine) createInterface({ input: child.stdout! }).on('line', onLine);
    await signInAsOwner(address);
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      return (await ended)[0];
    };
    return { child, url: address, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
  }
  throw new Error('the server ended before it was ready');
}
