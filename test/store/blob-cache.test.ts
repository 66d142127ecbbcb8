import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBlobCache } from '../../src/store/blob-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex');

async function open(maxBytes = 1000, folder = temporaryFolder(), exclusive = false) {
  const cache = await openBlobCache({
    ...{ folder, maxBytes, exclusive },
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => cache.close());
  let downloads = 0;
  const use = <T>(content: string, work: (file: string) => Promise<T>): Promise<T> =>
    cache.withFile(sha256Of(content), {
      use: work,
      async open() {
        downloads++;
        return {
          size: content.length,
          content: (async function* () {
            yield Buffer.from(content);
          })(),
        };
      },
    });
  const read = (content: string) => use(content, async (file) => readFileSync(file, 'utf8'));
  return { cache, folder, use, read, downloads: () => downloads };
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const sizeOf = (folder: string) =>
  filesIn(folder).reduce((sum, { parentPath, name }) => sum + readFileSync(path.join(parentPath, name)).length, 0);

test('what is there is not brought again', async () => {
  const { read, downloads } = await open();
  for (let i = 0; i < 3; i++) expect(await read('once')).toBe('once');
  expect(downloads()).toBe(1);
});

test('readers that come at the same time share one download', async () => {
  const { read, downloads } = await open();
  expect(await Promise.all(['a', 'a', 'b', 'a'].map(read))).toEqual(['a', 'a', 'b', 'a']);
  expect(downloads()).toBe(2);
});

test('the longest unused goes when there is too much', async () => {
  const { read, folder, downloads } = await open(250);
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(100)) as [string, string, string];
  for (const content of [a, b, a, c]) await read(content);
  expect(sizeOf(folder)).toBe(200);
  expect(downloads()).toBe(3);
  await read(a);
  expect(downloads()).toBe(3);
  await read(b);
  expect(downloads()).toBe(4);
  expect(sizeOf(folder)).toBe(200);
});

test('what is in use stays, even when there is too much', async () => {
  const { read, use, folder } = await open(150);
  const [a, b] = ['a'.repeat(100), 'b'.repeat(100)];
  await use(a, async (file) => {
    await read(b);
    expect(readFileSync(file, 'utf8')).toBe(a);
  });
  expect(sizeOf(folder)).toBeLessThanOrEqual(150);
});

test('a file that is larger than all that may be kept serves, and goes', async () => {
  const { read, folder } = await open(50);
  expect(await read('x'.repeat(100))).toHaveLength(100);
  expect(filesIn(folder)).toEqual([]);
});

test('a file that was altered or deleted here is brought again, and others that read it keep theirs', async () => {
  const { use, read, downloads } = await open();
  await use('content', async (first) => {
    writeFileSync(first, 'altered');
    expect(await read('content')).toBe('content');
    expect(downloads()).toBe(2);
    expect(existsSync(first)).toBe(true);
  });
  expect(await read('content')).toBe('content');
  expect(downloads()).toBe(2);
});

test('a download that fails leaves nothing, and the next try can succeed', async () => {
  const { cache, read, folder } = await open();
  const failing = cache.withFile(sha256Of('late'), {
    use: async () => 'used',
    open: async () => ({
      size: 4,
      // biome-ignore lint/correctness/useYield: it breaks off before its first piece
      content: (async function* (): AsyncGenerator<Buffer> {
        throw new Error('cut off');
      })(),
    }),
  });
  await expect(failing).rejects.toThrow('cut off');
  expect(filesIn(folder)).toEqual([]);
  expect(await read('late')).toBe('late');
});

test('nothing stays when it is closed', async () => {
  const { cache, read, folder } = await open();
  await read('gone');
  await cache.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('what processes left that died is cleared at the start; those of living ones stay', async () => {
  const folder = temporaryFolder();
  const [dead, alive] = ['dead', 'alive'].map((name) => path.join(folder, name)) as [string, string];
  for (const left of [dead, alive]) {
    mkdirSync(left);
    writeFileSync(path.join(left, 'file'), 'x');
  }
  const before = new Date(Date.now() - 11 * 60_000);
  utimesSync(dead, before, before);
  await open(1000, folder);
  expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  await open(1000, folder, true);
  expect(existsSync(alive)).toBe(false);
});
