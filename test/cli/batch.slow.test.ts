// A day's folder through the command as a process of its own: everything that can be wrong with a file, and very many files.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { testPagePdf } from '../../src/cli/test-page.ts';
import { pdfOfManyPages, pdfOfNestedForms } from '../parse/make-pdf.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const main = path.resolve(import.meta.dirname, '../../src/main.ts');
const text = 'Invoice number INV-9\nDate: 3 March 2026\nTotal: EUR 17.00\n';
const hostileName = 'bad\u001b[31m\u009b1m\n\u202e😀.txt';
let good: Uint8Array;
beforeAll(() => {
  good = testPagePdf();
});

const run = (args: string[], options: { output?: 'full' } = {}) =>
  spawnSync(process.execPath, ['--no-warnings', main, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...(options.output === 'full' ? { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] } : {}),
  });

test('each file of a folder of trouble has its own outcome; the rest of the batch goes on', () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('good.pdf'), good);
  writeFileSync(at('good-again.pdf'), good);
  writeFileSync(at('wrong-extension.jpg'), good);
  writeFileSync(
    at('junk-before-header.pdf'),
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n\r\n${'z'.repeat(2000)}`), good]),
  );
  writeFileSync(at('many-pages.pdf'), pdfOfManyPages(200_000));
  writeFileSync(at('nested-forms.pdf'), pdfOfNestedForms(14));
  writeFileSync(at('empty.pdf'), '');
  writeFileSync(at('one-line.txt'), '');
  truncateSync(at('one-line.txt'), 500_000_000);
  writeFileSync(at('long-line.txt'), 'a'.repeat(20_000_000));
  writeFileSync(at('not-utf8.txt'), Buffer.concat([Buffer.from([0xff, 0x80, 0xc3, 0x28, 0x20]), Buffer.from(text)]));
  writeFileSync(at(hostileName), text);
  symlinkSync('nowhere', at('broken-link'));
  symlinkSync('link-loop', at('link-loop'));
  symlinkSync('.', at('folder-loop'));
  spawnSync('mkfifo', [at('pipe')]);

  const { status, stdout, stderr } = run(['read', '--json', folder, '/dev/zero', at('missing.pdf')]);
  expect(status).toBe(1);
  expect(stderr).toBe('');
  for (const raw of ['\u001b', '\u009b']) expect(stdout).not.toContain(raw);
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ file, status: read, error }) => [path.basename(file), error?.code ?? read]);
  expect(Object.fromEntries(outcomes)).toEqual({
    'good.pdf': 'succeeded',
    'good-again.pdf': 'succeeded',
    'wrong-extension.jpg': 'succeeded',
    'junk-before-header.pdf': 'succeeded',
    'many-pages.pdf': 'succeeded',
    'nested-forms.pdf': expect.stringMatching(/^file\.(memory|timeout)$/),
    'empty.pdf': 'file.empty',
    'one-line.txt': 'file.too-large',
    'long-line.txt': 'succeeded',
    'not-utf8.txt': 'succeeded',
    [hostileName]: 'succeeded',
    'broken-link': 'file.not-found',
    'link-loop': 'file.unreadable',
    zero: 'file.unreadable',
    'missing.pdf': 'file.not-found',
  });
});

test.skipIf(process.getuid?.() === 0)('files that this user may not open fail alone', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'closed.txt'), text);
  chmodSync(path.join(folder, 'closed.txt'), 0);
  writeFileSync(path.join(folder, 'open.txt'), text);
  const { stdout } = run(['read', '--json', folder]);
  const codes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).error?.code);
  expect(codes).toEqual(['file.unreadable', undefined]);
});

test.skipIf(process.platform !== 'linux')('an output that is full ends in one plain line', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.pdf'), good);
  const { status, stderr } = run(['read', '--json', folder], { output: 'full' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^sheaf read: the output cannot be written: ENOSPC[^\n]*\n$/);
});

test.skipIf(process.platform !== 'linux')(
  'thousands of files: memory stays flat, no more children than cores',
  async () => {
    const folder = temporaryFolder();
    const inbox = path.join(folder, 'inbox');
    mkdirSync(inbox);
    for (let i = 0; i < 1500; i++) {
      const name = path.join(inbox, `f${String(i).padStart(4, '0')}`);
      if (i % 3 === 0) writeFileSync(`${name}.pdf`, good);
      else writeFileSync(`${name}.txt`, text.replace('INV-9', `INV-${i}`));
    }
    const out = openSync(path.join(folder, 'out'), 'w');
    const child = spawn(process.execPath, ['--no-warnings', main, 'read', '--json', inbox], {
      stdio: ['ignore', out, 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    let most = 0;
    let children = 0;
    const watch = (async () => {
      while (child.exitCode === null) {
        most = Math.max(most, residentBytes(child.pid!));
        children = Math.max(children, childrenOf(child.pid!));
        await sleep(100);
      }
    })();
    const [code] = await exited;
    await watch;
    expect(code).toBe(1);
    const lines = readFileSync(path.join(folder, 'out'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(readdirSync(inbox).length);
    expect(lines.filter((line) => !line.includes('"status":"succeeded"'))).toEqual([]);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(200_000_000);
    expect(children).toBeGreaterThan(0);
    // One that is being replaced may still be on its way out.
    expect(children).toBeLessThanOrEqual(os.availableParallelism() + 1);
  },
);

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean).length;
  } catch {
    return 0;
  }
}
