import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spoolStdin } from '../../src/cli/spool-stdin.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => vi.unstubAllEnvs());

test('every byte is kept, for this user only, until it is removed', async () => {
  const chunks = Array.from({ length: 50 }, (_, i) => Buffer.alloc(1000 + i, i));
  const spooled = await spoolStdin(Readable.from(chunks));
  expect(readFileSync(spooled.path)).toEqual(Buffer.concat(chunks));
  expect(statSync(spooled.path).mode & 0o077).toBe(0);
  await spooled.remove();
  expect(existsSync(spooled.path)).toBe(false);
});

test('a stream that breaks leaves nothing behind', async () => {
  const broken = new Readable({
    read() {
      this.push('some');
      this.destroy(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));
    },
  });
  await expect(spoolStdin(broken)).rejects.toMatchObject({ code: 'file.unreadable' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a temporary folder that takes nothing is named by a code of its own', async () => {
  vi.stubEnv('TMPDIR', path.join(folder, 'gone'));
  await expect(spoolStdin(Readable.from(['x']))).rejects.toMatchObject({ code: 'file.not-kept' });
});

test('a stream without end is given up, and its file removed', async () => {
  const chunk = Buffer.alloc(1);
  // The disk is spared: chunks only claim to be large.
  vi.spyOn(Buffer, 'byteLength').mockReturnValue(600_000_000);
  await expect(spoolStdin(Readable.from([chunk, chunk]))).rejects.toMatchObject({ code: 'file.too-large' });
  vi.restoreAllMocks();
  expect(readdirSync(folder)).toEqual([]);
});
