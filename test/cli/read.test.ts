import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SheafError } from '../../src/errors.ts';
import { recordOf, resultOf, sheaf } from './fake-world.ts';

const TYPES = `types:
  - id: ad_order
    title: TV advertising order
    hints: [broadcast order]
    fields:
      advertiser: {kind: party, labels: [advertiser, client]}
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const lines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('--json prints one line a file in the order given, whichever is ready first', async () => {
  for (const name of ['a', 'b', 'c']) await writeFile(at(name), name);
  const { code, stdout, stderr } = await sheaf(['read', '--json', '--jobs', '3', at('c'), at('a'), at('b')], {
    read: async (input) => {
      await sleep(input.name.endsWith('c') ? 60 : 5);
      return resultOf(input.name, '');
    },
  });
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(lines(stdout).map((line) => line.file)).toEqual([at('c'), at('a'), at('b')]);
});

test('--json carries the contract and leaves scores inside', async () => {
  await writeFile(at('a.pdf'), 'INV-17');
  const { stdout } = await sheaf(['read', '--json', at('a.pdf')]);
  expect(lines(stdout)).toEqual([
    {
      file: at('a.pdf'),
      sha256: 'ab'.repeat(32),
      status: 'succeeded',
      pages: 1,
      language: 'en',
      documents: [
        {
          type: 'invoice',
          confidence: 0.98,
          alternatives: [],
          pages: [1],
          fields: {
            title: {
              value: 'INV-17',
              raw: 'INV-17',
              origin: 'read',
              confidence: 0.97,
              source: 'label-right',
              evidence: [{ page: 1, box: [10, 20, 30, 40], text: 'INV-17' }],
            },
          },
          lines: [],
          issues: [],
        },
      ],
      timings: { parse: 3, total: 6 },
      error: null,
    },
  ]);
});

test('never more than --jobs files at a time', async () => {
  for (let i = 0; i < 9; i++) await writeFile(at(`f${i}`), '');
  let running = 0;
  let most = 0;
  await sheaf(['read', '--json', '--jobs', '2', folder], {
    read: async (input) => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
      return resultOf(input.name, '');
    },
  });
  expect(most).toBe(2);
});

test('a file that fails costs its own line and the exit code, not the batch', async () => {
  for (const name of ['a', 'b', 'c']) await writeFile(at(name), name);
  const { code, stdout } = await sheaf(['read', '--json', folder, at('missing.pdf')], {
    read: (input) => {
      if (input.name.endsWith('a')) throw new SheafError('file.corrupt');
      if (input.name.endsWith('b')) throw new Error('a bug');
      return resultOf(input.name, '');
    },
  });
  expect(code).toBe(1);
  expect(lines(stdout).map((line) => [path.basename(line.file), line.status, line.error?.code])).toEqual([
    ['a', 'failed', 'file.corrupt'],
    ['b', 'failed', 'internal'],
    ['c', 'succeeded', undefined],
    ['missing.pdf', 'failed', 'file.not-found'],
  ]);
});

test.each([
  ['error', 1],
  ['warning', 0],
] as const)('a fired rule of severity %s makes the exit code %i', async (severity, expected) => {
  await writeFile(at('a'), '');
  const issues = [
    { rule: 'procurement/totals-add-up', severity, path: 'grossTotal', message: 'the totals do not add up' },
  ];
  const { code } = await sheaf(['read', at('a')], {
    read: () => resultOf('a', '', { documents: [recordOf({}, { issues })] }),
  });
  expect(code).toBe(expected);
});

test('a folder is walked by name; hidden files stay out; links that loop end', async () => {
  await mkdir(at('sub', 'deep'), { recursive: true });
  for (const name of ['z.txt', 'b.txt', '.hidden', 'sub/x.txt', 'sub/deep/y.txt']) await writeFile(at(name), '');
  await mkdir(at('.git'));
  await writeFile(at('.git', 'config'), '');
  await symlink(folder, at('sub', 'loop'));
  await symlink(at('self'), at('self'));
  const { code, stdout } = await sheaf(['read', '--json', folder]);
  const read = lines(stdout).map((line) => [path.relative(folder, line.file), line.error?.code]);
  expect(read).toEqual([
    ['b.txt', undefined],
    ['self', 'file.unreadable'],
    ['sub/deep/y.txt', undefined],
    ['sub/x.txt', undefined],
    ['z.txt', undefined],
  ]);
  expect(code).toBe(1);
});

test('two links to one folder: its files are read once', async () => {
  await mkdir(at('real'));
  await writeFile(at('real', 'a.txt'), '');
  await symlink(at('real'), at('one'));
  await symlink(at('real'), at('two'));
  expect(lines((await sheaf(['read', '--json', folder])).stdout)).toHaveLength(1);
});

test('what is no regular file is named, not opened', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const { code, stdout } = await sheaf(['read', '--json', at('pipe')]);
  expect(code).toBe(1);
  expect(lines(stdout)[0].error.code).toBe('file.unreadable');
});

test.skipIf(process.getuid?.() === 0)('a folder without permission fails alone', async () => {
  await mkdir(at('closed'));
  await writeFile(at('open.txt'), '');
  await chmod(at('closed'), 0);
  const { stdout } = await sheaf(['read', '--json', folder]);
  await chmod(at('closed'), 0o700);
  expect(lines(stdout).map((line) => line.error?.code)).toEqual(['file.unreadable', undefined]);
});

test('"-" reads standard input', async () => {
  const { code, stdout } = await sheaf(['read', '--json', '-'], { stdin: 'from a pipe' });
  expect(code).toBe(0);
  expect(lines(stdout)[0]).toMatchObject({ file: '-', documents: [{ fields: { title: { value: 'from a pipe' } } }] });
});

test('options reach the reader', async () => {
  await writeFile(at('a'), '');
  await writeFile(at('types.yaml'), TYPES);
  let seen: unknown;
  await sheaf(['read', at('a'), '--type', 'receipt', '--password', 'secret', '--types', at('types.yaml')], {
    read: (input, options) => {
      seen = options;
      return resultOf(input.name, '');
    },
  });
  expect(seen).toMatchObject({ typeHint: 'receipt', password: 'secret', userTypes: parse(TYPES) });
});

test.each([
  [['read'], 'give a file'],
  [['read', '-', '-'], 'only once'],
  [['read', 'x', '--jobs', '0'], 'whole number'],
  [['read', 'x', '--jobs', 'many'], 'whole number'],
  [['read', 'x', '--max-mb', '0'], 'whole number'],
  [['read', 'x', '--types', 'nowhere.yaml'], 'cannot be read'],
  [['read', 'x', '--type'], 'argument'],
])('%j is wrong usage', async (args, message) => {
  const { code, stdout, stderr } = await sheaf(args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
});

test('a types file that is no YAML names the line', async () => {
  await writeFile(at('types.yaml'), 'types:\n  - id: [unclosed\n');
  const { code, stderr } = await sheaf(['read', 'x', '--types', at('types.yaml')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/not valid YAML at line \d/);
});

test('a types file whose content is wrong names the place', async () => {
  await writeFile(at('types.yaml'), 'types:\n  - id: ad_order\n    fields: {total: {kind: monney, labels: [total]}}\n');
  const { code, stderr } = await sheaf(['read', 'x', '--types', at('types.yaml')]);
  expect(code).toBe(2);
  expect(stderr).toContain('kind');
});

test('an unknown type is wrong usage, one of the own file is not', async () => {
  await writeFile(at('a'), '');
  await writeFile(at('types.yaml'), TYPES);
  const { code, stderr } = await sheaf(['read', at('a'), '--type', 'invoce']);
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean "invoice"?');
  expect((await sheaf(['read', at('a'), '--type', 'ad_order', '--types', at('types.yaml')])).code).toBe(0);
});

test('an empty folder says so', async () => {
  const { code, stderr } = await sheaf(['read', folder]);
  expect(code).toBe(1);
  expect(stderr).toContain('no file to read');
});

test('progress goes to standard error, and only on a terminal', async () => {
  await writeFile(at('a'), '');
  expect((await sheaf(['read', '--json', folder], { tty: true })).stderr).toContain('1 read');
  expect((await sheaf(['read', '--json', folder])).stderr).toBe('');
});

test('a reader of the output that goes away ends the command quietly', async () => {
  for (let i = 0; i < 50; i++) await writeFile(at(`f${i}`), '');
  let read = 0;
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  stdout.on('error', () => {});
  const { code, stderr } = await sheaf(['read', '--json', '--jobs', '1', folder], {
    stdout,
    read: async (input) => {
      read++;
      await sleep(2);
      return resultOf(input.name, '');
    },
  });
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(read).toBeLessThan(10);
});

test('an output that cannot be written says so, with exit code 1', async () => {
  await writeFile(at('a'), '');
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
    },
    highWaterMark: 1,
  });
  stdout.on('error', () => {});
  const { code, stderr } = await sheaf(['read', '--json', at('a')], { stdout });
  expect(code).toBe(1);
  expect(stderr).toBe('sheaf read: the output cannot be written: ENOSPC: no space left on device, write\n');
});

test('an interrupt stops the batch with exit code 130', async () => {
  for (let i = 0; i < 20; i++) await writeFile(at(`f${i}`), '');
  const interrupt = new AbortController();
  let read = 0;
  const { code } = await sheaf(['read', '--json', '--jobs', '1', folder], {
    signal: interrupt.signal,
    read: async (input) => {
      if (++read === 3) interrupt.abort();
      await sleep(1);
      return resultOf(input.name, '');
    },
  });
  expect(code).toBe(130);
  expect(read).toBeLessThan(6);
});
