// Programs that the docs name and that a test machine may not run for real: engines, service managers, package managers.
// Each checks what it was asked for against this project (files, services, units, scripts), and fails when it could not work.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.ts';
import { settings } from '../../src/config/settings.ts';

/** What is wrong with the command; undefined when it would work. */
type Check = (args: readonly string[], root: string) => string | undefined;

const isUnit = (name: string, root: string): boolean =>
  existsSync(path.join(root, 'deploy/systemd', `${name.replace(/\.service$/, '')}.service`));
const isCommand = (name: string | undefined): boolean => commands.some((command) => command.name === name);

const composeVerbs = ['build', 'config', 'down', 'exec', 'logs', 'ps', 'pull', 'restart', 'run', 'stop', 'up'];
const composeFlagsWithValue = ['--profile', '--scale', '--tail', '--since', '-n', '--env-file', '--project-name', '-p'];

const one = (args: readonly string[], known: readonly string[], what: string): string | undefined =>
  args[0] !== undefined && known.includes(args[0]) ? undefined : `no ${what} "${args[0] ?? ''}"`;

function checkCompose(given: readonly string[], root: string): string | undefined {
  const args = [...given];
  const files: string[] = [];
  const words: string[] = [];
  while (args.length > 0) {
    const arg = args.shift()!;
    if (arg === '-f' || arg === '--file') files.push(args.shift() ?? '');
    else if (composeFlagsWithValue.includes(arg)) args.shift();
    else if (!arg.startsWith('-')) words.push(arg);
  }
  if (files.length === 0) files.push('compose.yaml');
  const missing = files.find((file) => !existsSync(path.resolve(root, file)));
  if (missing !== undefined) return `there is no ${missing}`;
  const verb = words.shift();
  if (verb === undefined || !composeVerbs.includes(verb)) return `compose has no "${verb ?? ''}"`;
  const described = files.map((file) => ({ file, ...readCompose(path.resolve(root, file)) }));
  const services = new Set(described.flatMap((each) => Object.keys(each.services ?? {})));
  // What follows a service in exec and run is the command inside.
  const named = verb === 'exec' || verb === 'run' ? words.slice(0, 1) : words;
  const strange = named.find((name) => !services.has(name));
  if (strange !== undefined) return `${files.join(', ')} has no service "${strange}"`;
  if (verb === 'exec' || verb === 'run') {
    const inside = verb === 'exec' && words[1] === 'sheaf' ? words[2] : words[1];
    const runsSheaf = verb === 'run' || words[1] === 'sheaf';
    if (runsSheaf && sheafServices.includes(words[0]!) && !isCommand(inside)) return `sheaf has no "${inside ?? ''}"`;
  }
  if (verb !== 'up') return undefined;
  for (const { file, secrets } of described) {
    const absent = Object.values(secrets ?? {}).find(
      (secret) => !existsSync(path.resolve(root, path.dirname(file), secret.file)),
    );
    if (absent) return `secret ${absent.file} was not made`;
  }
  return undefined;
}

const sheafServices = ['api', 'worker'];
interface ComposeFile {
  services?: Record<string, unknown>;
  secrets?: Record<string, { file: string }>;
}
const readCompose = (file: string): ComposeFile => parse(readFileSync(file, 'utf8'));

/** `docker run` of the image: known flags, real settings, a command of sheaf. */
function checkRun(given: readonly string[]): string | undefined {
  const args = [...given];
  while (args[0]?.startsWith('-')) {
    const flag = args.shift()!;
    if (['--rm', '--init', '-d', '--detach', '-i', '-t', '-it', '--read-only'].includes(flag)) continue;
    if (!['-e', '--env', '-p', '--publish', '-v', '--volume', '--name', '--tmpfs', '--env-file'].includes(flag))
      return `run has no ${flag} here`;
    const value = args.shift() ?? '';
    const name = value.split('=')[0]!;
    if ((flag === '-e' || flag === '--env') && !(name in settings)) return `there is no setting ${name}`;
    const [outside, inside] = value.split(':');
    if ((flag === '-v' || flag === '--volume') && !(outside && inside?.startsWith('/'))) return `volume "${value}"`;
  }
  const [image, command] = args;
  if (image !== 'sheaf:local') return `no image "${image ?? ''}" was built`;
  return command === undefined || isCommand(command) ? undefined : `sheaf has no "${command}"`;
}

const checkDocker: Check = (args, root) => {
  const [verb, ...rest] = args;
  if (verb === 'compose') return checkCompose(rest, root);
  if (verb === 'build') {
    const at = rest.findIndex((arg) => arg === '-f' || arg === '--file');
    const file = at === -1 ? 'Dockerfile' : rest[at + 1]!;
    return existsSync(path.resolve(root, file)) ? undefined : `there is no ${file}`;
  }
  if (verb === 'run') return checkRun(rest);
  return one(args, ['image', 'images', 'inspect', 'logs', 'ps', 'pull', 'push', 'stop', 'tag', 'volume'], 'verb');
};

const checkNpm: Check = (args, root) => {
  const [verb, name] = args;
  if (verb === 'ci' || verb === 'audit' || verb === 'install') return undefined;
  const script = verb === 'run' ? name : verb;
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
  return script !== undefined && Object.hasOwn(scripts, script) ? undefined : `package.json has no script "${script}"`;
};

export const standIns: Readonly<Record<string, Check>> = {
  docker: checkDocker,
  npm: checkNpm,
  git: (args) =>
    one(args, ['checkout', 'clone', 'describe', 'fetch', 'log', 'pull', 'status', 'switch', 'tag'], 'verb'),
  'apt-get': (args) => one(args, ['install', 'update'], 'verb'),
  useradd: (args) => (args.at(-1) === 'sheaf' ? undefined : `nothing runs as "${args.at(-1)}"`),
  systemctl: (args, root) => {
    const verbs = ['daemon-reload', 'disable', 'enable', 'reload', 'restart', 'start', 'status', 'stop'];
    const words = args.filter((arg) => !arg.startsWith('-'));
    const wrong = one(words, verbs, 'verb');
    const strange = words.slice(1).find((name) => !isUnit(name, root));
    return wrong ?? (strange === undefined ? undefined : `no unit "${strange}" is described`);
  },
  journalctl: (args, root) => {
    const at = args.indexOf('-u');
    return at === -1 || isUnit(args[at + 1] ?? '', root) ? undefined : `no unit "${args[at + 1]}" is described`;
  },
};

const [name, root, ...args] = process.argv.slice(2);
// Run as a program by the wrappers that the test writes; imported by the test for its names.
if (import.meta.main && name !== undefined && root !== undefined) {
  const wrong = standIns[name]?.(args, root);
  if (wrong !== undefined) {
    process.stderr.write(`${name}: ${wrong}\n`);
    process.exitCode = 64;
  }
}
