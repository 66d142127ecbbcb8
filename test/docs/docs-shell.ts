// A place where the commands of one page run: a folder with sample files, this project's own commands, and a server when asked.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSampleFiles } from '../../src/actions/sample-files.ts';
import { freePort } from '../e2e/free-port.ts';
import { admin, adminEnv, postJson } from '../support/api-fetch.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { type CommandBlock, withPlaces } from './command-blocks.ts';
import { standIns } from './stand-ins.ts';

const root = path.resolve(import.meta.dirname, '../..');
const BLOCK_TIMEOUT_MS = 240_000;

export interface DocsShell {
  /** Runs a block; what it printed, and how it ended. */
  run(block: CommandBlock): Promise<{ code: number | null; output: string }>;
  close(): Promise<void>;
}

export async function openDocsShell(): Promise<DocsShell> {
  const home = mkdtempSync(path.join(tmpdir(), 'sheaf-docs-'));
  const bin = path.join(home, '.bin');
  const work = path.join(home, 'work');
  for (const folder of [bin, work, 'etc', 'lib', 'backups', 'secrets']) mkdirSync(path.resolve(home, folder));
  writeWrappers(bin);
  await writeSamples(work);
  const port = await freePort();
  const workerPort = await freePort();
  const places: Record<string, string> = {
    'localhost:8000': `localhost:${port}`,
    '127.0.0.1:8000': `127.0.0.1:${port}`,
    'localhost:8001': `localhost:${workerPort}`,
    '127.0.0.1:8001': `127.0.0.1:${workerPort}`,
    'https://sheaf.example.com': `http://localhost:${port}`,
    '/var/lib/sheaf': path.join(home, 'lib'),
    '/var/backups/sheaf': path.join(home, 'backups'),
    '/etc/sheaf': path.join(home, 'etc'),
    '/run/secrets': path.join(home, 'secrets'),
  };
  const env: Record<string, string> = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    NODE_ENV: 'test',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    DATA_DIR: path.join(home, 'lib'),
    ...adminEnv,
  };
  let server: ChildProcess | undefined;
  let database: Awaited<ReturnType<typeof prepareTestDatabase>> | undefined;

  async function startServer(): Promise<void> {
    server = spawn(process.execPath, ['--no-warnings', path.join(root, 'src/main.ts'), 'serve'], {
      env,
      stdio: 'ignore',
    });
    const address = `http://127.0.0.1:${port}`;
    for (let i = 0; i < 240 && !(await isReady(address)); i++) await sleep(250);
    const { access_token } = await postJson(`${address}/api/v1/auth/login`, admin);
    env.TOKEN = access_token;
  }

  async function stopServer(): Promise<void> {
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    server = undefined;
  }

  return {
    async run(block) {
      if (block.needs.has('postgres') && !database) {
        database = await prepareTestDatabase('server');
        env.DATABASE_URL = database.env.DATABASE_URL!;
      }
      if (block.needs.has('server') && !server) await startServer();
      if (block.needs.has('stopped')) await stopServer();
      return runScript(withPlaces(block.script, places), { cwd: work, env });
    },
    async close() {
      await stopServer();
      await database?.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What is exported in one block stands in the next one, as in somebody's terminal. */
async function runScript(script: string, { cwd, env }: { cwd: string; env: Record<string, string> }) {
  const kept = path.join(cwd, '..', 'exported');
  const restore = existsSync(kept) ? `. ${kept}\n` : '';
  const whole = `set -euo pipefail\n${restore}trap 'status=$?; export -p > ${kept}; exit $status' EXIT\n${script}\n`;
  const child = spawn('bash', ['-c', whole], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), BLOCK_TIMEOUT_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return { code, output };
}

function writeWrappers(bin: string): void {
  const node = `exec ${process.execPath} --no-warnings`;
  const sheaf = `${node} ${path.join(root, 'src/main.ts')}`;
  const write = (name: string, text: string) =>
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  write('sheaf', `${sheaf} "$@"`);
  write('npx', `[ "$1" = sheaf ] || { echo "npx: the docs run sheaf alone" >&2; exit 64; }\nshift\n${sheaf} "$@"`);
  write('sudo', '[ "$1" = -u ] && shift 2\nexec "$@"');
  for (const name of Object.keys(standIns)) {
    write(name, `${node} ${path.join(import.meta.dirname, 'stand-ins.ts')} ${name} ${root} "$@"`);
  }
}

/** The names that the docs use. */
async function writeSamples(folder: string): Promise<void> {
  const names = ['invoice.pdf', 'rechnung.pdf', 'order.pdf', 'quotation.pdf', 'contract.pdf', 'receipt.pdf'];
  const files = await makeSampleFiles();
  if (files.length !== names.length) throw new Error('there are other samples than the docs have names for');
  for (const [i, { content }] of files.entries()) writeFileSync(path.join(folder, names[i]!), content);
}

async function isReady(address: string): Promise<boolean> {
  return fetch(`${address}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
