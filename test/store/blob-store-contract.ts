// What holds for blobs on every object store.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BlobStore } from '../../src/store/blob-store.ts';
import type { ObjectStore } from '../../src/store/objects/object-store.ts';

const LARGE = 6 * 1024 * 1024 + 7;
const sha256Of = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const bytes = (content: string) => Readable.from([Buffer.from(content.slice(0, 2)), Buffer.from(content.slice(2))]);

export interface OpenedBlobs {
  objects: ObjectStore;
  blobs: BlobStore;
}

export function describeBlobStore(name: string, open: () => Promise<OpenedBlobs>): void {
  describe(name, () => {
    let objects: ObjectStore;
    let blobs: BlobStore;
    beforeAll(async () => {
      ({ objects, blobs } = await open());
    });

    const keyOf = (sha256: string) => `blobs/${sha256.slice(0, 2)}/${sha256}`;
    async function keep(content: string | Buffer): Promise<string> {
      const staged = await blobs.stage(Readable.from([Buffer.from(content as string)]), 1e9);
      await staged.keep();
      return staged.sha256;
    }
    async function keysUnder(prefix: string): Promise<string[]> {
      const keys: string[] = [];
      for await (const { key } of objects.list(prefix)) keys.push(key);
      return keys;
    }
    const readText = async (sha256: string) => text(await blobs.read(sha256));

    test('content is kept under its hash and read back as it was', async () => {
      const staged = await blobs.stage(bytes('hello'), 100);
      const sha256 = sha256Of('hello');
      expect(staged).toMatchObject({ sha256, size: 5, head: Buffer.from('hello') });
      await expect(blobs.read(sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
      await staged.keep();
      expect(await readText(sha256)).toBe('hello');
      expect(await blobs.withFile(sha256, async (file) => readFileSync(file, 'utf8'))).toBe('hello');
      expect(await keysUnder('blobs/incoming/')).toEqual([]);
    });

    test('the same content twice is one blob', async () => {
      const staged = await Promise.all([blobs.stage(bytes('same'), 100), blobs.stage(bytes('same'), 100)]);
      await Promise.all(staged.map((blob) => blob.keep()));
      expect(await keysUnder(keyOf(sha256Of('same')))).toHaveLength(1);
      expect(await keysUnder('blobs/incoming/')).toEqual([]);
    });

    test('what is too large is refused and leaves nothing', async () => {
      await expect(blobs.stage(bytes('0123456789'), 9)).rejects.toMatchObject({ code: 'file.too-large' });
      const large = Readable.from([Buffer.alloc(LARGE), Buffer.alloc(10)]);
      await expect(blobs.stage(large, LARGE + 9)).rejects.toMatchObject({ code: 'file.too-large' });
      expect(await keysUnder('blobs/incoming/')).toEqual([]);
    });

    test('exactly the limit is taken', async () => {
      const staged = await blobs.stage(bytes('0123456789'), 10);
      expect(staged.size).toBe(10);
      await staged.discard();
    });

    test('a discarded upload leaves nothing', async () => {
      const staged = await blobs.stage(bytes('gone'), 100);
      expect(await keysUnder('blobs/incoming/')).toHaveLength(1);
      await staged.discard();
      expect(await keysUnder('blobs/incoming/')).toEqual([]);
      await expect(blobs.read(staged.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
    });

    test('an upload whose sender goes away leaves nothing', async () => {
      const sender = new Readable({ read() {} });
      const staging = blobs.stage(sender, 1e9);
      sender.push(Buffer.alloc(LARGE));
      setTimeout(() => sender.destroy(new Error('went away')), 50);
      await expect(staging).rejects.toThrow('went away');
      expect(await keysUnder('blobs/incoming/')).toEqual([]);
    });

    test('uploads that nobody ended are cleared when they are old enough', async () => {
      const staged = await blobs.stage(bytes('abandoned'), 100);
      await blobs.clearAbandoned(60_000);
      expect(await keysUnder('blobs/incoming/')).toHaveLength(1);
      await blobs.clearAbandoned(-60_000);
      expect(await keysUnder('blobs/incoming/')).toEqual([]);
      await expect(staged.keep()).rejects.toThrow();
      expect(await keysUnder(keyOf(staged.sha256))).toEqual([]);
    });

    test('a large blob streams, whole and in part', async () => {
      const content = randomBytes(LARGE);
      const sha256 = await keep(content);
      expect((await buffer(await blobs.read(sha256))).equals(content)).toBe(true);
      const part = await buffer(await blobs.read(sha256, { start: 5_000_000, end: 5_999_999 }));
      expect(part.equals(content.subarray(5_000_000, 6_000_000))).toBe(true);
    });

    test('an empty blob is one', async () => {
      const sha256 = await keep('');
      expect(await readText(sha256)).toBe('');
      expect(await blobs.withFile(sha256, async (file) => readFileSync(file).length)).toBe(0);
    });

    test.each([
      ['altered', 'other'],
      ['cut off', 'preci'],
      ['emptied', ''],
    ])('a blob that was %s is not handed out', async (how, damage) => {
      const sha256 = await keep(`precious ${how}`);
      await objects.put(keyOf(sha256), [Buffer.from(damage)]);
      await expect(blobs.read(sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
      await expect(blobs.withFile(sha256, async () => 'used')).rejects.toMatchObject({ code: 'store.blob-damaged' });
    });

    test('a large blob that was altered breaks off before its end, and is not given out as a file', async () => {
      const content = randomBytes(LARGE);
      const sha256 = await keep(content);
      content[3_000_000]! ^= 1;
      await objects.put(keyOf(sha256), [content]);
      let read = 0;
      const reading = (async () => {
        for await (const chunk of await blobs.read(sha256)) read += (chunk as Buffer).length;
      })();
      await expect(reading).rejects.toMatchObject({ code: 'store.blob-damaged' });
      expect(read).toBeLessThan(LARGE);
      await expect(blobs.withFile(sha256, async () => 'used')).rejects.toMatchObject({ code: 'store.blob-damaged' });
    });

    test.each(['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(64)}/x`])(
      '%j is no address of a blob',
      async (address) => {
        await expect(blobs.read(address)).rejects.toMatchObject({ code: 'store.blob-damaged' });
        await expect(blobs.withFile(address, async () => 'used')).rejects.toMatchObject({ code: 'store.blob-damaged' });
      },
    );

    test('the list has every kept blob with its size, and no upload under way', async () => {
      const sha256 = await keep('in the list');
      const staged = await blobs.stage(bytes('not yet'), 100);
      const listed = new Map<string, number>();
      for await (const blob of blobs.list()) listed.set(blob.sha256, blob.size);
      expect(listed.get(sha256)).toBe(11);
      expect([...listed.keys()].every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
      expect(listed.has(staged.sha256)).toBe(false);
      await staged.discard();
    });

    test('old ones are told from young ones, and a removed one is gone', async () => {
      const sha256 = await keep('to be removed');
      const olderThan = async (ageMs: number): Promise<string[]> => {
        const found: string[] = [];
        for await (const old of blobs.listOlderThan(ageMs)) found.push(old);
        return found;
      };
      expect(await olderThan(60 * 60_000)).toEqual([]);
      expect(await olderThan(-60_000)).toContain(sha256);
      await blobs.remove(sha256);
      expect(await olderThan(-60_000)).not.toContain(sha256);
      await expect(blobs.read(sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
    });

    test('a file serves several readers at once, and what they throw is thrown', async () => {
      const sha256 = await keep('for many');
      const contents = await Promise.all(
        Array.from({ length: 8 }, () => blobs.withFile(sha256, (file) => readFile(file, 'utf8'))),
      );
      expect(new Set(contents)).toEqual(new Set(['for many']));
      const failing = blobs.withFile(sha256, async () => {
        throw new Error('cannot read this');
      });
      await expect(failing).rejects.toThrow('cannot read this');
    });
  });
}
