// Object stores that fail in every way, in front of real ones: what is kept is whole, what is not kept is told.

import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { showError } from '../../../src/observe/show-error.ts';
import type { BlobStore } from '../../../src/store/blob-store.ts';
import type { ObjectStore } from '../../../src/store/objects/object-store.ts';
import { type ObjectStoreSettings, openBlobs } from '../../../src/store/open-blobs.ts';
import { startFailingProxy } from '../../support/failing-proxy.ts';
import { azureConnectionString, azureSettings, azureUrl, s3Settings, s3Url } from '../../support/object-servers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SMALL = Buffer.from('a small file');
const LARGE = randomBytes(11 * 1024 * 1024);
const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const unavailable = { code: 'store.files-unavailable' };

const kinds: { kind: string; url: string | undefined; settings: (origin: string) => Promise<ObjectStoreSettings> }[] = [
  { kind: 's3', url: s3Url, settings: async (origin) => ({ kind: 's3', ...s3Settings(origin) }) },
  { kind: 'azure', url: azureUrl, settings: async (origin) => ({ kind: 'azure', ...(await azureSettings(origin)) }) },
];

for (const { kind, url, settings } of kinds) {
  describe.runIf(url)(`${kind} that fails`, () => {
    let proxy: Awaited<ReturnType<typeof startFailingProxy>>;
    let store: ObjectStoreSettings;
    let objects: ObjectStore;
    let blobs: BlobStore;
    beforeEach(async () => {
      proxy = await startFailingProxy(new URL(url!).origin);
      store = await settings(proxy.url);
      const options = { dataDir: temporaryFolder(), cacheBytes: 1e6, exclusive: true };
      ({ objects, blobs } = await openBlobs({ ...options, store, onError: () => {} }));
    });

    const stage = (content: Buffer) => blobs.stage(Readable.from([content]), 1e9);
    async function keep(content: Buffer): Promise<string> {
      const staged = await stage(content);
      await staged.keep();
      return staged.sha256;
    }
    const read = async (sha256: string) => buffer(await blobs.read(sha256));
    async function kept(): Promise<string[]> {
      const found: string[] = [];
      for await (const { key } of objects.list('blobs/')) found.push(key);
      return found;
    }

    test.each([
      ['500', { answer: 500 }],
      ['503 SlowDown', { answer: 503, body: '<Error><Code>SlowDown</Code></Error>' }],
      ['429', { answer: 429 }],
      ['a connection that is cut before the answer', { cutRequestAfter: 1 }],
      ['an answer that is lost', 'lose-answer' as const],
    ])('%s, twice, is got over: nothing of it shows', async (_what, how) => {
      proxy.fail({ how, times: 2 });
      expect(await keep(SMALL)).toBe(sha256Of(SMALL));
      proxy.fail({ how, times: 2 });
      expect((await read(sha256Of(SMALL))).equals(SMALL)).toBe(true);
      expect(await kept()).toHaveLength(1);
    });

    test('a large upload whose connection is cut in the middle of a part comes through', async () => {
      proxy.fail({ when: ({ method }) => method === 'PUT', how: { cutRequestAfter: 1_000_000 }, times: 2 });
      const sha256 = await keep(LARGE);
      expect((await read(sha256)).equals(LARGE)).toBe(true);
    });

    test('a download that is cut in the middle goes on where it stood', async () => {
      const sha256 = await keep(LARGE);
      proxy.seen.length = 0;
      proxy.fail({ when: ({ method }) => method === 'GET', how: { cutAnswerAfter: 3_000_000 }, times: 3 });
      expect((await read(sha256)).equals(LARGE)).toBe(true);
      expect(proxy.seen.filter((line) => line.startsWith('GET')).length).toBeGreaterThanOrEqual(4);
    });

    test('a store that is out of order refuses the upload, and nothing stays of it', async () => {
      proxy.fail({ how: { answer: 503 } });
      await expect(stage(LARGE)).rejects.toMatchObject(unavailable);
      await expect(blobs.check()).rejects.toMatchObject(unavailable);
      proxy.heal();
      // The circuit lets a call through again after its time; another opening of the same store has its own.
      const options = { dataDir: temporaryFolder(), cacheBytes: 1e6, exclusive: true, onError: () => {} };
      const other = await openBlobs({ ...options, store });
      for await (const { key } of other.objects.list('blobs/')) expect.unreachable(key);
    });

    test('a store that is left alone is not asked again for a while', async () => {
      proxy.fail({ how: { answer: 500 } });
      for (let i = 0; i < 2; i++) await expect(blobs.check()).rejects.toMatchObject(unavailable);
      const asked = proxy.seen.length;
      for (let i = 0; i < 20; i++) await expect(blobs.check()).rejects.toMatchObject(unavailable);
      expect(proxy.seen).toHaveLength(asked);
    });

    test('a failure at the last step keeps nothing under the address', async () => {
      const staged = await stage(SMALL);
      proxy.fail({
        when: ({ headers }) => 'x-ms-copy-source' in headers || 'x-amz-copy-source' in headers,
        how: { answer: 500 },
      });
      await expect(staged.keep()).rejects.toMatchObject(unavailable);
      await expect(blobs.read(staged.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
      await staged.discard();
      expect(await kept()).toEqual([]);
    });

    test('bytes that change on the way back never come out as the file', async () => {
      const sha256 = await keep(LARGE);
      proxy.fail({ when: ({ method }) => method === 'GET', how: 'alter-answer', times: 1 });
      await expect(read(sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
      proxy.fail({ when: ({ method }) => method === 'GET', how: 'alter-answer', times: 1 });
      await expect(blobs.withFile(sha256, async () => 'used')).rejects.toMatchObject({ code: 'store.blob-damaged' });
      expect((await read(sha256)).equals(LARGE)).toBe(true);
    });

    test('an answer that is shorter than the file never comes out as the file', async () => {
      const sha256 = await keep(LARGE);
      proxy.fail({ when: ({ method }) => method === 'GET', how: 'short-length', times: 1 });
      await expect(read(sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
    });

    test('wrong keys are told as such, and no secret of theirs', async () => {
      proxy.fail({
        how: { answer: 403, body: '<Error><Code>AccessDenied</Code><StringToSign>S3RVER</StringToSign></Error>' },
      });
      const error = await blobs.check().catch((caught: unknown) => caught);
      expect(error).toMatchObject(unavailable);
      const logged = JSON.stringify(showError(error));
      expect(logged).toContain('403');
      for (const secret of ['S3RVER', 'StringToSign', azureConnectionString().match(/AccountKey=([^;]+)/)![1]!]) {
        expect(logged).not.toContain(secret);
      }
      // About the request, not the server: it was tried once.
      expect(proxy.seen).toHaveLength(1);
    });

    test('a redirect is not followed', async () => {
      const elsewhere = await startFailingProxy(new URL(url!).origin);
      proxy.fail({ how: { answer: 307, location: `${elsewhere.url}/elsewhere` } });
      await expect(blobs.check()).rejects.toMatchObject(unavailable);
      await expect(stage(SMALL)).rejects.toMatchObject(unavailable);
      expect(elsewhere.seen).toEqual([]);
    });
  });
}

describe.runIf(azureUrl)('azure', () => {
  test('bytes that change on the way there are refused by their MD5', async () => {
    const proxy = await startFailingProxy(new URL(azureUrl!).origin);
    const options = { dataDir: temporaryFolder(), cacheBytes: 1e6, exclusive: true, onError: () => {} };
    const { blobs } = await openBlobs({ ...options, store: { kind: 'azure', ...(await azureSettings(proxy.url)) } });
    proxy.fail({ when: ({ method }) => method === 'PUT', how: 'alter-request', times: 1 });
    await expect(blobs.stage(Readable.from([SMALL]), 100)).rejects.toMatchObject(unavailable);
  });
});

describe.runIf(s3Url)('s3', () => {
  async function open() {
    const proxy = await startFailingProxy(new URL(s3Url!).origin);
    const options = { dataDir: temporaryFolder(), cacheBytes: 1e6, exclusive: true, onError: () => {} };
    return { proxy, ...(await openBlobs({ ...options, store: { kind: 's3', ...s3Settings(proxy.url) } })) };
  }

  test('parts carry their MD5, and what changed on the way is found at the latest when it is read', async () => {
    const { proxy, blobs } = await open();
    proxy.fail({
      when: ({ method, headers }) => method === 'PUT' && 'content-md5' in headers,
      how: 'alter-request',
      times: 1,
    });
    const staged = await blobs.stage(Readable.from([SMALL]), 100);
    await staged.keep();
    // s3rver does not look at the MD5; Amazon does.
    await expect(blobs.read(staged.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
  });

  test('an upload in parts that fails is aborted', async () => {
    const { proxy, blobs } = await open();
    const content = async function* () {
      yield LARGE;
      throw new Error('went away');
    };
    await expect(blobs.stage(Readable.from(content()), 1e9)).rejects.toThrow('went away');
    expect(proxy.seen.some((line) => line.startsWith('POST') && line.includes('uploads'))).toBe(true);
    expect(proxy.openUploads()).toBe(0);
  });

  test('uploads in parts that nobody ended are aborted when they are old enough', async () => {
    const { proxy, objects, blobs } = await open();
    // Whoever sends DELETE is cut off: as if the process had died.
    proxy.fail({ when: ({ method }) => method === 'DELETE', how: { answer: 500 } });
    const failing = async function* () {
      yield LARGE;
      throw new Error('died');
    };
    for (const key of ['blobs/incoming/a', 'blobs/incoming/b', 'exports/c']) {
      await expect(objects.put(key, failing())).rejects.toThrow('died');
    }
    expect(proxy.openUploads()).toBe(3);
    proxy.heal();
    await blobs.clearAbandoned(60_000);
    expect(proxy.openUploads()).toBe(3);
    await expect
      .poll(
        () =>
          blobs.clearAbandoned(-60_000).then(
            () => proxy.openUploads(),
            () => 3,
          ),
        { timeout: 60_000 },
      )
      .toBe(0);
  });

  test('a completion that says 200 and then fails is no completion', async () => {
    const { proxy, objects } = await open();
    const completing = ({ method, url }: { method?: string; url?: string }) =>
      method === 'POST' && !!url?.includes('uploadId=');
    const body = '<?xml version="1.0"?><Error><Code>InternalError</Code><Message>again</Message></Error>';
    proxy.fail({ when: completing, how: { answer: 200, body }, times: 1 });
    await objects.put('exports/large', [LARGE]);
    expect((await objects.stat('exports/large'))?.size).toBe(LARGE.length);
    proxy.fail({ when: completing, how: { answer: 200, body } });
    await expect(objects.put('exports/never', [LARGE])).rejects.toMatchObject(unavailable);
    proxy.heal();
  });

  test('a completion whose answer was lost is taken for what it is', async () => {
    const { proxy, objects } = await open();
    proxy.fail({
      when: ({ method, url }) => method === 'POST' && !!url?.includes('uploadId='),
      how: 'lose-answer',
      times: 1,
    });
    await objects.put('exports/large', [LARGE]);
    expect((await objects.stat('exports/large'))?.size).toBe(LARGE.length);
  });
});
