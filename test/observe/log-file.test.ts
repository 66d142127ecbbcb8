import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLogFile } from '../../src/observe/log-file.ts';
import { openLogs } from '../../src/observe/logs.ts';
import { captureLines } from '../support/capture-lines.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { startTestServer } from '../support/test-server.ts';

function place(name = 'sheaf.log'): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, name);
}

const parse = (lines: string[]) => lines.map((line) => JSON.parse(line));

test('each line stands on standard output and in the file, which is for its owner and group', async () => {
  const file = place('logs/deep/sheaf.log');
  const { lines, destination } = captureLines();
  const logs = openLogs({
    level: 'info',
    forPeople: false,
    destination,
    file: { path: file, maxBytes: 1e6, keep: 1 },
  });
  for (let i = 0; i < 100; i++) logs.log.info({ module: 'test', i }, 'line');
  await logs.close();
  expect(readFileSync(file, 'utf8')).toBe(lines.join(''));
  expect(statSync(file).mode & 0o007).toBe(0);
});

test('for people on the terminal, JSON in the file', async () => {
  const file = place();
  const { lines, destination } = captureLines();
  const logs = openLogs({ level: 'info', forPeople: true, destination, file: { path: file, maxBytes: 1e6, keep: 1 } });
  logs.log.info({ module: 'test' }, 'started');
  await logs.close();
  expect(lines.join('')).toContain('started');
  expect(() => JSON.parse(lines.join(''))).toThrow();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ message: 'started' });
});

test('of a server it holds every line, the last one included', async () => {
  const file = place();
  const server = await startTestServer({ env: { LOG_FILE: file } });
  await server.stop();
  const logged = parse(readFileSync(file, 'utf8').split('\n').filter(Boolean));
  expect(logged).toEqual(server.logs);
  expect(logged.at(-1)).toMatchObject({ event: 'stopped' });
});

test('it is put aside by size, whole lines each, and the oldest goes', async () => {
  const file = place();
  const log = openLogFile({ path: file, maxBytes: 1000, keep: 2, onTrouble: () => expect.unreachable() });
  for (let i = 0; i < 100; i++) {
    log.write(`${JSON.stringify({ i, text: 'x'.repeat(80) })}\n`);
    if (i % 5 === 0) await log.flush(5000);
  }
  await log.close(5000);
  expect(readdirSync(path.dirname(file)).sort()).toEqual(['sheaf.log', 'sheaf.log.1', 'sheaf.log.2']);
  const all = ['.2', '.1', ''].flatMap((end) =>
    readFileSync(file + end, 'utf8')
      .split('\n')
      .filter(Boolean),
  );
  const numbers = parse(all).map(({ i }) => i);
  expect(numbers.at(-1)).toBe(99);
  expect(numbers).toEqual(numbers.map((_, at) => numbers[0] + at));
  expect(log.lost()).toBe(0);
});

test('what stood in it stays', async () => {
  const file = place();
  writeFileSync(file, 'before\n');
  const log = openLogFile({ path: file, maxBytes: 1000, keep: 1, onTrouble: () => expect.unreachable() });
  log.write('after\n');
  await log.close(5000);
  expect(readFileSync(file, 'utf8')).toBe('before\nafter\n');
});

/** A disk of 64 kB, where this user may make one. */
function tinyDisk(): string | undefined {
  const folder = makeTemporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  onTestFinished(() => {
    if (mounted.status === 0) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return mounted.status === 0 ? folder : undefined;
}

test('a full disk costs lines of the file and one warning, and nothing else', async ({ skip }) => {
  const disk = tinyDisk();
  if (disk === undefined) return skip('no disk can be mounted here');
  const { lines, destination } = captureLines();
  const file = { path: path.join(disk, 'sheaf.log'), maxBytes: 1e9, keep: 1 };
  const logs = openLogs({ level: 'info', forPeople: false, destination, file });
  for (let i = 0; i < 300; i++) {
    logs.log.info({ module: 'test', text: 'x'.repeat(1000) }, 'line');
    if (i % 50 === 0) await logs.flush();
  }
  await logs.close();
  const warnings = parse(lines).filter(({ event }) => event === 'log-file-trouble');
  expect(warnings).toEqual([expect.objectContaining({ level: 'warn', code: 'ENOSPC' })]);
  expect(parse(lines).filter(({ message }) => message === 'line')).toHaveLength(300);
});

test('a folder in its place is no end either, and it is written again when the trouble is over', async () => {
  const file = place();
  mkdirSync(file);
  const troubles: unknown[] = [];
  const log = openLogFile({ path: file, maxBytes: 1e6, keep: 1, onTrouble: (e) => troubles.push(e), pauseMs: 20 });
  const writeFor = async (ms: number) => {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      log.write('line\n');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await writeFor(200);
  expect(troubles).toHaveLength(1);
  expect(log.lost()).toBeGreaterThan(0);
  rmSync(file, { recursive: true });
  await expect
    .poll(async () => {
      await writeFor(50);
      return existsSync(file) && statSync(file).isFile() && statSync(file).size > 0;
    })
    .toBe(true);
  await log.close(5000);
});

test.skipIf(process.getuid?.() === 0)('no permission is told once', async () => {
  const file = place();
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  const codes: (string | undefined)[] = [];
  const log = openLogFile({ path: file, maxBytes: 1e6, keep: 1, onTrouble: ({ code }) => codes.push(code) });
  log.write('line\n');
  await expect.poll(() => codes).toEqual(['EACCES']);
  await log.close(100);
});
