// A command inside the file system of an image, as a container engine would run it: mounts, processes and rights of its own.
// Needs root and Linux; the network is the machine's.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface RootMount {
  /** A file or folder of this machine. */
  from: string;
  /** Its place inside; made when it is missing. */
  to: string;
  kind: 'file' | 'folder';
}

export interface RootCommand {
  /** Folder that becomes `/`. */
  root: string;
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  workdir: string;
  /** `10001:10001`; undefined = root, as builds run. */
  user?: string | undefined;
  /** The image cannot be written to; what is mounted can. */
  readOnly?: boolean;
  mounts?: readonly RootMount[];
}

/** Runs with process number 1 in a process space of its own; killing what is returned ends everything inside. */
export function spawnInRoot(options: RootCommand, spawnOptions: SpawnOptions): ChildProcess {
  const args = ['--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child', 'sh', '-c', scriptOf(options)];
  return spawn('unshare', args, { ...spawnOptions, env: { PATH: process.env.PATH } });
}

/** The process with number 1 inside, as this machine numbers it: what an engine sends its signals to. */
export function firstProcessOf(child: ChildProcess): number {
  const [first] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
  if (!first) throw new Error('nothing runs inside');
  return Number(first);
}

function scriptOf({ root, command, env, workdir, user, readOnly = false, mounts = [] }: RootCommand): string {
  const inside = (place: string): string => quote(`${root}${place}`);
  const lines = [
    `mount --bind ${inside('')} ${inside('')}`,
    `mount -t proc proc ${inside('/proc')}`,
    `mount -t tmpfs -o mode=1777 tmpfs ${inside('/tmp')}`,
    ...mounts.flatMap(({ from, to, kind }) => [
      kind === 'folder' ? `mkdir -p ${inside(to)}` : `[ -e ${inside(to)} ] || touch ${inside(to)}`,
      `mount --bind ${quote(from)} ${inside(to)}`,
    ]),
    ...(readOnly ? [`mount -o remount,bind,ro ${inside('')}`] : []),
  ];
  const [uid, gid = uid] = (user ?? '').split(':');
  // What `cap_drop: [ALL]` and `no-new-privileges` of deploy/compose.yaml come to.
  const rights = uid
    ? [...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'], ...NO_CAPABILITIES]
    : [];
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const run = ['exec', 'chroot', root, ...rights, 'env', '-i', `--chdir=${workdir}`, ...variables, ...command];
  return ['set -e', ...lines, run.map(quote).join(' ').replace("'exec'", 'exec')].join('\n');
}

const NO_CAPABILITIES = ['--bounding-set=-all', '--inh-caps=-all'];

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
