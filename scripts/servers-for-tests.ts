// Throwaway object stores for `npm run test:all`: s3rver and azurite, installed once from the lock file in test/servers. They are
// no dependencies of Sheaf: together they are larger than all that it needs.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../test/e2e/free-port.ts';

export interface TestServers {
  /** For the tests: where each server answers. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

const home = path.join(import.meta.dirname, '../test/servers');
/** Written when an installation is whole: the lock file that it was made from. */
const installedMark = path.join(home, 'node_modules', '.sheaf-installed');
const START_MS = 60_000;

/** Tests whose server is not there are left out; a line says so. */
export async function startServersForTests(): Promise<TestServers> {
  const given = Object.fromEntries(
    ['TEST_S3_URL', 'TEST_AZURE_URL'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  ) as Record<string, string>;
  if (Object.keys(given).length === 2) return { env: given, stop: async () => {} };
  if (!install()) {
    console.log('No s3rver and azurite: tests on object stores are left out. `npm ci` in test/servers installs them.');
    return { env: given, stop: async () => {} };
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'sheaf-servers-'));
  const stops: (() => void)[] = [() => rmSync(scratch, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) end();
  };
  try {
    const env = { TEST_S3_URL: await startS3(scratch, stops), TEST_AZURE_URL: await startAzure(scratch, stops) };
    return { env: { ...env, ...given }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** About half a minute, once; needs a package registry. */
function install(): boolean {
  const lock = readFileSync(path.join(home, 'package-lock.json'), 'utf8');
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === lock) return true;
  console.log('Installing s3rver and azurite into test/servers (once) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, stdio: 'ignore' });
  if (status !== 0) return false;
  writeFileSync(installedMark, lock);
  return true;
}

async function startS3(scratch: string, stops: (() => void)[]): Promise<string> {
  const port = await freePort();
  const buckets = ['--configure-bucket', 'sheaf'];
  const place = ['--directory', path.join(scratch, 's3'), '--address', '127.0.0.1', '--port', String(port)];
  startServer('s3rver/bin/s3rver.js', [...place, '--silent', '--no-vhost-buckets', ...buckets], stops);
  // The keys that s3rver knows.
  const url = `http://S3RVER:S3RVER@127.0.0.1:${port}/sheaf`;
  await answers(port);
  return url;
}

async function startAzure(scratch: string, stops: (() => void)[]): Promise<string> {
  const port = await freePort();
  const place = ['--location', path.join(scratch, 'azure'), '--blobHost', '127.0.0.1', '--blobPort', String(port)];
  const manners = ['--silent', '--skipApiVersionCheck', '--disableTelemetry'];
  startServer('azurite/dist/src/blob/main.js', [...place, ...manners], stops);
  await answers(port);
  return `http://127.0.0.1:${port}/devstoreaccount1`;
}

/** s3rver needs an old cipher for the tokens of its lists. */
function startServer(script: string, args: string[], stops: (() => void)[]): void {
  const file = path.join(home, 'node_modules', script);
  const child = spawn(process.execPath, ['--no-deprecation', '--openssl-legacy-provider', file, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  stops.push(() => void child.kill('SIGKILL'));
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no server on port ${port} within ${START_MS / 1000} s`);
}
