// The real server as a process of its own, as `sheaf serve` starts it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { adminEnv, signInAsOwner } from './api-fetch.ts';
import { keepLogLine, keepSecretsOfEnv } from './suite-logs.ts';

const main = path.resolve(import.meta.dirname, '../../src/main.ts');

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** What a server without a named owner prints: signs the local owner in, once. */
  signInLink: string | undefined;
  /** Its exit code, or 128 + the number of the signal that ended it. */
  exited: Promise<number>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
}

export interface ServerProcessOptions {
  /** The caller ends it, not the running test. */
  keep?: boolean;
  script?: string;
  /** Nobody is named who owns it, so that it prints a link. */
  localOwner?: boolean;
  /** Gets each line of its log once it is ready. */
  onLine?: (line: string) => void;
}

export async function startServerProcess(
  env: Record<string, string>,
  { keep = false, script = main, localOwner = false, onLine }: ServerProcessOptions = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--no-warnings', script, 'serve'], {
    env: { PATH: process.env.PATH, PORT: '0', NODE_ENV: 'test', ...(localOwner ? {} : adminEnv), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!keep) onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let signInLink: string | undefined;
  keepSecretsOfEnv(env);
  for await (const line of createInterface({ input: child.stdout! })) {
    keepLogLine(line);
    const { event, address, link } = JSON.parse(line);
    if (event === 'sign-in-link') signInLink = link;
    if (event !== 'ready') continue;
    createInterface({ input: child.stdout! }).on('line', (later) => {
      keepLogLine(later);
      onLine?.(later);
    });
    if (!localOwner && !['worker', 'nlp', 'vision'].includes(env.MODE ?? '')) await signInAsOwner(address);
    const end = async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      return (await ended)[0];
    };
    const kill = async () => void (await end('SIGKILL'));
    const exited = ended.then(([code, signal]) => code ?? 128 + constants.signals[signal as NodeJS.Signals]);
    return { child, url: address, exited, signInLink, kill, stop: () => end('SIGTERM') };
  }
  throw new Error('the server ended before it was ready');
}
