// Programs that the docs name and that a test machine may not run for real: engines, service managers, package managers.
// Each checks what it was asked for against this project (files, services, units, scripts), and fails when it could not work.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** What is wrong with the command; undefined when it would work. */
type Check = (args: readonly string[], root: string) => string | undefined;

const units = ['sheaf', 'sheaf-api', 'sheaf-worker'];
const isUnit = (name: string): boolean => units.includes(name.replace(/\.service$/, '').replace(/@.*$/, ''));

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
  const services = new Set(
    files.flatMap((file) => Object.keys(parse(readFileSync(path.resolve(root, file), 'utf8')).services ?? {})),
  );
  // What follows a service in exec and run is the command inside.
  const named = verb === 'exec' || verb === 'run' ? words.slice(0, 1) : words;
  const strange = named.find((name) => !services.has(name));
  return strange === undefined ? undefined : `${files.join(', ')} has no service "${strange}"`;
}

const checkDocker: Check = (args, root) => {
  const [verb, ...rest] = args;
  if (verb === 'compose') return checkCompose(rest, root);
  if (verb === 'build') {
    const at = rest.findIndex((arg) => arg === '-f' || arg === '--file');
    const file = at === -1 ? 'Dockerfile' : rest[at + 1]!;
    return existsSync(path.resolve(root, file)) ? undefined : `there is no ${file}`;
  }
  return one(
    args,
    ['run', 'image', 'images', 'inspect', 'logs', 'ps', 'pull', 'push', 'stop', 'tag', 'volume'],
    'verb',
  );
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
  git: (args) => one(args, ['checkout', 'clone', 'fetch', 'log', 'pull', 'status', 'switch', 'tag'], 'verb'),
  'apt-get': (args) => one(args, ['install', 'update'], 'verb'),
  useradd: () => undefined,
  systemctl: (args) => {
    const verbs = ['daemon-reload', 'disable', 'enable', 'reload', 'restart', 'start', 'status', 'stop'];
    const words = args.filter((arg) => !arg.startsWith('-'));
    const wrong = one(words, verbs, 'verb');
    const strange = words.slice(1).find((name) => !isUnit(name));
    return wrong ?? (strange === undefined ? undefined : `no unit "${strange}" is described`);
  },
  journalctl: (args) => {
    const at = args.indexOf('-u');
    return at === -1 || isUnit(args[at + 1] ?? '') ? undefined : `no unit "${args[at + 1]}" is described`;
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
