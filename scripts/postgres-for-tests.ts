// A throwaway PostgreSQL for `npm run test:all`: the one in TEST_DATABASE_URL, an installed one, or a Debian package
// unpacked into a folder of its own. It must have pgvector.

import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../test/e2e/free-port.ts';

export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL tree: `root` is `/`, or the folder that a Debian system was unpacked into. */
interface Installation {
  root: string;
  /** Seen from inside `root`. */
  bin: string;
  hasVector: boolean;
}

/** undefined, with a line that says why, when none can be had here. */
export async function startPostgresForTests(): Promise<TestPostgres | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const installation = findBest();
  if (!installation) {
    console.log('No PostgreSQL: tests on a server are left out. Set TEST_DATABASE_URL, or install postgresql.');
    return undefined;
  }
  return startCluster(installation);
}

function findBest(): Installation | undefined {
  const installed = findIn('/');
  if (installed?.hasVector) return installed;
  const unpacked = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'sheaf', 'postgres-trixie');
  return findIn(unpacked) ?? unpackDebian(unpacked);
}

function findIn(root: string): Installation | undefined {
  const versions = path.join(root, 'usr/lib/postgresql');
  if (!existsSync(versions)) return undefined;
  const newest = readdirSync(versions)
    .filter((version) => existsSync(path.join(versions, version, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a))[0];
  if (!newest) return undefined;
  const vector = path.join(root, 'usr/share/postgresql', newest, 'extension/vector.control');
  return { root, bin: `/usr/lib/postgresql/${newest}/bin`, hasVector: existsSync(vector) };
}

/** About 40 seconds, once; needs root, debootstrap and a Debian mirror. */
function unpackDebian(target: string): Installation | undefined {
  if (process.getuid?.() !== 0 || !has('debootstrap')) return undefined;
  console.log(`Unpacking PostgreSQL 17 with pgvector into ${target} (once) …`);
  const parts = `${target}.part`;
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  const packages = '--include=postgresql-17,postgresql-17-pgvector';
  const { status } = spawnSync('debootstrap', ['--variant=minbase', packages, 'trixie', parts], { stdio: 'ignore' });
  if (status !== 0) return undefined;
  run('mv', [parts, target]);
  return findIn(target);
}

async function startCluster({ root, bin }: Installation): Promise<TestPostgres> {
  const port = await freePort();
  const scratch = path.join(root, tmpdir());
  mkdirSync(scratch, { recursive: true });
  const home = mkdtempSync(path.join(scratch, 'sheaf-postgres-'));
  const inside = root === '/' ? home : path.join('/', path.relative(root, home));
  const asServer = userOf(root);
  if (asServer.uid !== undefined) chownSync(home, asServer.uid, asServer.uid);
  chmodSync(home, 0o700);

  const data = path.join(inside, 'data');
  const inRoot = (command: string, args: string[]): void => run(...asServer.wrap(path.join(bin, command), args));
  inRoot('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`;
  inRoot('pg_ctl', ['-D', data, '-w', '-l', path.join(inside, 'log'), '-o', options, 'start']);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      inRoot('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then its own user runs it, in its own tree when it was unpacked. */
function userOf(root: string): { uid?: number; wrap: (command: string, args: string[]) => [string, string[]] } {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args] };
  const passwd = spawnSync('grep', ['^postgres:', path.join(root, 'etc/passwd')], { encoding: 'utf8' }).stdout;
  const uid = Number(passwd.split(':')[2]);
  const asPostgres = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  const wrapped: [string, string[]] =
    root === '/' ? ['setpriv', asPostgres] : ['chroot', [root, 'setpriv', ...asPostgres]];
  const [first, rest] = wrapped;
  return { uid, wrap: (command, args) => [first, [...rest, command, ...args]] };
}

function run(command: string, args: string[]): void {
  // Output goes nowhere: a server that inherits a pipe would keep it open for ever.
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

function has(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}
