import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openInput } from '../../src/parse/open-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-'));
const at = (name: string) => join(folder, name);
const limits = { maxBytes: 1000 };
const code = (path: string) =>
  openInput(path, limits).then(
    () => 'opened',
    (error) => error.code,
  );

afterEach(() => vi.restoreAllMocks());

describe('openInput', () => {
  it('brings bytes and their hash', async () => {
    writeFileSync(at('a.txt'), 'hello');
    const { bytes, sha256 } = await openInput(at('a.txt'), limits);
    expect(Buffer.from(bytes).toString()).toBe('hello');
    expect(sha256).toBe(createHash('sha256').update('hello').digest('hex'));
  });

  it('follows a link to a regular file', async () => {
    writeFileSync(at('target.txt'), 'hello');
    symlinkSync(at('target.txt'), at('link.txt'));
    expect(await code(at('link.txt'))).toBe('opened');
  });

  it('tells a missing file from one it may not open', async () => {
    expect(await code(at('missing.pdf'))).toBe('file.not-found');
    mkdirSync(at('folder'));
    expect(await code(at('folder'))).toBe('file.unreadable');
    symlinkSync(at('loop'), at('loop'));
    expect(await code(at('loop'))).toBe('file.unreadable');
    expect(await code('/dev/zero')).toBe('file.unreadable');
  });

  it.runIf(process.platform === 'linux')('does not wait at a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await code(at('pipe'))).toBe('file.unreadable');
  });

  it('refuses empty and oversized files before it reads them', async () => {
    writeFileSync(at('empty.pdf'), '');
    expect(await code(at('empty.pdf'))).toBe('file.empty');
    writeFileSync(at('huge.txt'), 'x');
    truncateSync(at('huge.txt'), 500 * 1024 * 1024);
    expect(await code(at('huge.txt'))).toBe('file.too-large');
  });

  it('notices a file that grows while it is read', async () => {
    writeFileSync(at('growing.txt'), 'x'.repeat(500));
    const probe = await open(at('growing.txt'));
    const prototype = Object.getPrototypeOf(probe);
    await probe.close();
    const read = prototype.read;
    vi.spyOn(prototype, 'read').mockImplementation(function (this: unknown, ...args: unknown[]) {
      appendFileSync(at('growing.txt'), 'more');
      return read.apply(this, args);
    });
    expect(await code(at('growing.txt'))).toBe('file.changed');
  });
});
