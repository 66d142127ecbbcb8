// The command as a process of its own, with the real reader.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPagePdf } from '../../src/cli/test-page.ts';
import { changed, validUbl } from '../support/valid-invoices.ts';

const main = path.resolve(import.meta.dirname, '../../src/main.ts');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
  await writeFile(path.join(folder, 'a.pdf'), testPagePdf());
  await writeFile(path.join(folder, 'b.bin'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 0]));
  await writeFile(path.join(folder, 'c.pdf'), '');
  await writeFile(path.join(folder, 'd.txt'), testPagePdf());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (args: string[], input?: Buffer) =>
  spawnSync(process.execPath, ['--no-warnings', main, ...args], { encoding: 'utf8', ...(input ? { input } : {}) });

test('a folder of good and bad files: one line each, in order, exit code 1', () => {
  const { status, stdout, stderr } = run(['read', '--json', '--jobs', '2', folder]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => [path.basename(line.file), line.status, line.error?.code ?? null])).toEqual([
    ['a.pdf', 'succeeded', null],
    ['b.bin', 'failed', 'file.unsupported'],
    ['c.pdf', 'failed', 'file.empty'],
    // A wrong extension is no obstacle: the content says what a file is.
    ['d.txt', 'succeeded', null],
  ]);
  expect(lines[0].sha256).toBe(lines[3].sha256);
  expect(lines[0].documents[0].fields).toEqual(lines[3].documents[0].fields);
  expect(status).toBe(1);
  expect(stderr).toBe('');
});

test('the same bytes from standard input give the same answer', () => {
  const [fromFile] = run(['read', '--json', path.join(folder, 'a.pdf')]).stdout.split('\n');
  const [fromPipe] = run(['read', '--json', '-'], testPagePdf()).stdout.split('\n');
  const plain = ({ file: _file, timings: _timings, ...rest }: Record<string, unknown>) => rest;
  expect(plain(JSON.parse(fromPipe!))).toEqual(plain(JSON.parse(fromFile!)));
});

test('a pipe that closes early ends the command without a word', () => {
  const many = Array.from({ length: 40 }, () => `'${path.join(folder, 'a.pdf')}'`).join(' ');
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `'${process.execPath}' --no-warnings '${main}' read --json ${many} | head -n 1`],
    { encoding: 'utf8' },
  );
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toBe('');
});

test('an interrupt ends the command and its reading processes', async () => {
  const many = Array.from({ length: 2000 }, () => path.join(folder, 'a.pdf'));
  const child = spawn(process.execPath, ['--no-warnings', main, 'read', '--json', ...many], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await once(child.stdout, 'data');
  child.stdout.resume();
  const readers = spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map(Number);
  expect(readers.length).toBeGreaterThan(0);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(130);
  await expect.poll(() => readers.filter(isAlive)).toEqual([]);
});

test('wrong usage is told before anything is read', () => {
  expect(run(['read'])).toMatchObject({ status: 2, stdout: '' });
  expect(run(['read', '--type', 'nonsense', folder])).toMatchObject({ status: 2, stdout: '' });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('--max-mb says how large a file may be', async () => {
  const file = path.join(folder, 'long.txt');
  await writeFile(file, `${'A plain line of text. '.repeat(20)}\n`.repeat(3_000));
  const codeWith = (most: string) =>
    JSON.parse(run(['read', '--json', '--max-mb', most, file]).stdout).error?.code ?? null;
  expect(codeWith('1')).toBe('file.too-large');
  expect(codeWith('2')).toBe(null);
  await rm(file);
});

test('validate: verdicts of the real children', () => {
  const invoices = mkdtempSync(path.join(folder, 'xml-'));
  const sound = path.join(invoices, 'a.xml');
  writeFileSync(sound, validUbl());
  writeFileSync(path.join(invoices, 'b.xml'), changed(validUbl(), '<cbc:IssueDate>2026-03-02</cbc:IssueDate>', ''));
  writeFileSync(path.join(invoices, 'c.xml'), '<!DOCTYPE Invoice SYSTEM "file:///etc/passwd"><Invoice/>');
  const { status, stdout, stderr } = run(['validate', '--json', invoices]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(
    lines.map(({ valid, error, fired }) => [valid, error?.code ?? null, fired.map(({ id }: { id: string }) => id)]),
  ).toEqual([
    [true, null, []],
    [false, null, ['BR-03']],
    [false, 'file.xml-doctype', []],
  ]);
  expect([status, stderr]).toEqual([1, '']);
  expect(run(['validate', sound]).status).toBe(0);
});
