// A place where the commands of one page run: a clone of this project with sample files, its own commands, and a server when asked.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSampleFiles } from '../../src/actions/sample-files.ts';
import { admin, adminEnv, postJson } from '../support/api-fetch.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { validUbl } from '../support/valid-invoices.ts';
import { type CommandBlock, withPlaces } from './command-blocks.ts';
import { writeWrappers } from './wrappers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const BLOCK_TIMEOUT_MS = 240_000;
/** What the docs call databases on a server; each name is one of its own. */
const EXAMPLE_DATABASES = /postgres:\/\/sheaf:secret@db\.example\.com\/([a-z]+)/g;

export interface DocsShell {
  /** Runs a block; what it printed, and how it ended. */
  run(block: CommandBlock): Promise<{ code: number | null; output: string }>;
  close(): Promise<void>;
}

export async function openDocsShell(): Promise<DocsShell> {
  const home = mkdtempSync(path.join(tmpdir(), 'sheaf-docs-'));
  const folder = (name: string): string => {
    mkdirSync(path.join(home, name));
    return path.join(home, name);
  };
  const bin = folder('bin');
  const work = folder('clone');
  writeWrappers(bin, work);
  makeClone(work);
  await writeSamples(work);
  const settings = path.join(folder('etc'), 'env');
  writeFileSync(settings, '');
  const port = await quietPort();
  const workerPort = await quietPort();
  const places: Record<string, string> = {
    'localhost:8000': `localhost:${port}`,
    '127.0.0.1:8000': `127.0.0.1:${port}`,
    'localhost:8001': `localhost:${workerPort}`,
    '127.0.0.1:8001': `127.0.0.1:${workerPort}`,
    'https://sheaf.example.com': `http://localhost:${port}`,
    '/opt/sheaf': work,
    '/usr/local/bin': bin,
    '/etc/systemd/system': folder('units'),
    '/etc/sheaf': path.dirname(settings),
    '/var/lib/sheaf': folder('lib'),
    '/var/backups/sheaf': folder('backups'),
    '/srv/sheaf-new': path.join(home, 'new'),
    '/run/secrets': folder('secrets'),
  };
  const env: Record<string, string> = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    NODE_ENV: 'test',
    SHEAF_NO_INSTALL: '1',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    DATA_DIR: path.join(home, 'lib'),
    ...adminEnv,
  };
  let server: { process: ChildProcess; kind: Kind } | undefined;
  const databases = new Map<string, Awaited<ReturnType<typeof prepareTestDatabase>>>();
  async function databaseUrl(name: string): Promise<string> {
    const database = databases.get(name) ?? (await prepareTestDatabase('server'));
    databases.set(name, database);
    return database.env.DATABASE_URL!;
  }

  async function startServer(kind: Kind): Promise<void> {
    if (server?.kind === kind) return;
    await stopServer();
    // With what the page exported, and the settings of the service, which the page may have written.
    const written = readFileSync(settings, 'utf8').includes('SHEAF_ADMIN_EMAIL');
    const exported = path.join(home, 'exported');
    const before = [
      existsSync(exported) ? `. ${exported}` : '',
      kind === 'postgres' ? `export DATABASE_URL='${await databaseUrl('sheaf')}'` : 'unset DATABASE_URL',
      `set -a; . ${settings}`,
    ];
    const start = `${before.filter(Boolean).join('; ')}; exec sheaf serve`;
    const child = spawn('bash', ['-c', start], { env: await envFor(kind), stdio: 'ignore' });
    server = { process: child, kind };
    const address = `http://127.0.0.1:${port}`;
    await Promise.race([readyAt(address), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(`the server of the page ended with ${child.exitCode}`);
    if (written) return;
    const { access_token } = await postJson(`${address}/api/v1/auth/login`, admin);
    env.TOKEN = access_token;
  }

  async function stopServer(): Promise<void> {
    if (server && server.process.exitCode === null) {
      const ended = once(server.process, 'exit');
      server.process.kill('SIGTERM');
      await ended;
    }
    server = undefined;
  }

  const envFor = async (kind: Kind): Promise<Record<string, string>> =>
    kind === 'postgres' ? { ...env, DATABASE_URL: await databaseUrl('sheaf') } : env;

  return {
    async run(block) {
      const kind = block.needs.has('postgres') ? 'postgres' : 'embedded';
      if (block.needs.has('server')) await startServer(kind);
      if (block.needs.has('stopped') || block.needs.has('serves')) await stopServer();
      const known = { ...places };
      if (kind === 'postgres')
        for (const [url, name] of block.script.matchAll(EXAMPLE_DATABASES)) known[url] = await databaseUrl(name!);
      const script = withPlaces(block.script, known);
      const addresses = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${workerPort}`];
      const serves = block.needs.has('serves') ? addresses : undefined;
      return runScript(script, { work, env: await envFor(kind), serves });
    },
    async close() {
      await stopServer();
      for (const database of databases.values()) await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

type Kind = 'embedded' | 'postgres';
interface Place {
  work: string;
  env: Record<string, string>;
  /** Addresses of which one is ready when the block, which does not end by itself, has done what it is for. */
  serves?: string[] | undefined;
}

/** What is exported in one block stands in the next one, as in somebody's terminal. */
async function runScript(script: string, { work, env, serves }: Place) {
  const kept = path.join(work, '..', 'exported');
  const own = ['TOKEN', 'DATABASE_URL'].map((name) => (env[name] ? `export ${name}='${env[name]}'` : `unset ${name}`));
  const restore = existsSync(kept) ? `. ${kept}\n` : '';
  const keep = `trap 'status=$?; export -p > ${kept}; exit $status' EXIT`;
  const whole = `set -euo pipefail\n${restore}${own.join('\n')}\n${keep}\n${script}\n`;
  const child = spawn('bash', ['-c', whole], { cwd: work, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), BLOCK_TIMEOUT_MS);
  if (serves) {
    const ready = Promise.any(serves.map((address) => readyAt(address))).catch(() => {});
    await Promise.race([ready, ended]);
    // The server that the shell waits for; the shell then ends as the server did.
    for (const id of childrenOf(child.pid!)) process.kill(id, 'SIGTERM');
  }
  const [code] = await ended;
  clearTimeout(timer);
  return { code, output };
}

/**
 * Free, and below the ports that systems hand out by themselves: a page has its ports for minutes, also while nothing of it
 * listens, and other tests run beside it.
 */
async function quietPort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(randomInt(20_000, 30_000), '127.0.0.1');
    const port = await new Promise<number | undefined>((resolve) => {
      server.once('listening', () => resolve((server.address() as AddressInfo).port));
      server.once('error', () => resolve(undefined));
    });
    if (port === undefined) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

function childrenOf(id: number): number[] {
  const file = `/proc/${id}/task/${id}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

/** Everything is a link to what is there, but the folder that commands write to is a copy. */
function makeClone(work: string): void {
  for (const name of readdirSync(root)) {
    if (name === 'deploy') cpSync(path.join(root, name), path.join(work, name), { recursive: true });
    else if (name !== '.git' && name !== 'data') symlinkSync(path.join(root, name), path.join(work, name));
  }
  rmSync(path.join(work, 'deploy/secrets'), { recursive: true, force: true });
}

/** The names that the docs use. */
async function writeSamples(folder: string): Promise<void> {
  const names = ['invoice.pdf', 'rechnung.pdf', 'order.pdf', 'quotation.pdf', 'contract.pdf', 'receipt.pdf'];
  const files = await makeSampleFiles();
  if (files.length !== names.length) throw new Error('there are other samples than the docs have names for');
  mkdirSync(path.join(folder, 'inbox'));
  for (const [i, { content }] of files.entries()) {
    writeFileSync(path.join(folder, names[i]!), content);
    if (i < 2) writeFileSync(path.join(folder, 'inbox', names[i]!), content);
  }
  mkdirSync(path.join(folder, 'outbox'));
  for (const name of ['invoice.xml', 'outbox/invoice.xml']) writeFileSync(path.join(folder, name), validUbl());
  const texts = {
    'jane-miller.txt':
      'Jane Miller\njane@example.org\n\nEXPERIENCE\nEngineer, Acme Ltd, London\nMar 2019 - Present\n- Ran the billing service\n\nEDUCATION\nBSc Physics, University of Leeds, 2012 - 2015\n\nSKILLS\nPython, SQL\n',
    'skills_en.csv': 'conceptUri,preferredLabel\nhttp://data.europa.eu/esco/skill/1,polish glass\n',
    'broaderRelationsSkillPillar_en.csv': 'conceptUri,broaderUri\n',
    'Technology Skills.txt': 'Example\tCommodity Code\tCommodity Title\nLedger\t1\tLedgers\n',
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
}

async function readyAt(address: string): Promise<void> {
  for (let i = 0; i < 240; i++) {
    const ok = await fetch(`${address}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(250);
  }
  throw new Error(`${address} did not become ready`);
}
