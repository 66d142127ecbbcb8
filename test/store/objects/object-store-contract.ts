// What holds for every object store, wherever it is.

import { randomBytes } from 'node:crypto';
import { buffer, text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ObjectStore } from '../../../src/store/objects/object-store.ts';

/** More than two parts of those that keep objects in parts. */
const LARGE = 12 * 1024 * 1024 + 12_345;

export function describeObjectStore(name: string, open: () => Promise<ObjectStore>): void {
  describe(name, () => {
    let objects: ObjectStore;
    beforeAll(async () => {
      objects = await open();
    });

    let count = 0;
    const fresh = (room = 'exports'): string => `${room}/object-${++count}`;
    const put = async (key: string, content: string | Uint8Array): Promise<string> => {
      await objects.put(key, [Buffer.from(content as string)]);
      return key;
    };
    const read = async (key: string): Promise<string | undefined> => {
      const found = await objects.get(key);
      return found && text(found.content);
    };
    const keysUnder = async (prefix: string): Promise<string[]> => {
      const keys: string[] = [];
      for await (const { key } of objects.list(prefix)) keys.push(key);
      return keys.sort();
    };

    test('it answers', async () => {
      await objects.check();
    });

    test('what is put is read back, with its size', async () => {
      const key = await put(fresh(), 'hello');
      const found = await objects.get(key);
      expect(found?.size).toBe(5);
      expect(await text(found!.content)).toBe('hello');
      expect(await objects.stat(key)).toMatchObject({ key, size: 5 });
    });

    test('nothing at all can be put, too', async () => {
      const key = fresh();
      await objects.put(key, []);
      expect(await objects.stat(key)).toMatchObject({ size: 0 });
      expect(await read(key)).toBe('');
    });

    test('the time of the last change is told', async () => {
      const key = await put(fresh(), 'now');
      const { modifiedAt } = (await objects.stat(key))!;
      // Servers tell whole seconds.
      expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000);
    });

    test('what is not there is undefined', async () => {
      expect(await objects.get('exports/nothing')).toBeUndefined();
      expect(await objects.stat('exports/nothing')).toBeUndefined();
    });

    test('a second put replaces the first', async () => {
      const key = await put(fresh(), 'first');
      await put(key, '2nd');
      expect(await read(key)).toBe('2nd');
    });

    test('content of unknown size that fits into no single request comes back byte for byte', async () => {
      const key = fresh();
      const content = randomBytes(LARGE);
      await objects.put(key, piecesOf(content));
      const found = await objects.get(key);
      expect(found?.size).toBe(LARGE);
      expect((await buffer(found!.content)).equals(content)).toBe(true);
      const range = { start: LARGE - 7_000_000, end: LARGE - 3 };
      const part = await objects.get(key, range);
      expect(part?.size).toBe(6_999_998);
      expect((await buffer(part!.content)).equals(content.subarray(range.start, range.end + 1))).toBe(true);
    });

    test.each([5 * 1024 * 1024 - 1, 5 * 1024 * 1024, 5 * 1024 * 1024 + 1, 10 * 1024 * 1024])(
      '%d bytes, around the size of a part',
      async (size) => {
        const key = fresh();
        const content = Buffer.alloc(size, 'abc');
        await objects.put(key, piecesOf(content));
        expect((await buffer((await objects.get(key))!.content)).equals(content)).toBe(true);
      },
    );

    test.each([
      [{ start: 0, end: 0 }, '0'],
      [{ start: 2, end: 4 }, '234'],
      [{ start: 9, end: 9 }, '9'],
      [{ start: 7, end: 1000 }, '789'],
    ])('range %j', async (range, expected) => {
      const key = await put(fresh(), '0123456789');
      const found = (await objects.get(key, range))!;
      expect(found.size).toBe(expected.length);
      expect(await text(found.content)).toBe(expected);
    });

    test('a range past the end is refused', async () => {
      const key = await put(fresh(), '0123456789');
      await expect(objects.get(key, { start: 10, end: 20 })).rejects.toThrow(RangeError);
    });

    test('a put whose content fails leaves nothing, and what was there stays', async () => {
      const [small, large, old] = [fresh(), fresh(), await put(fresh(), 'old')];
      const failing = async function* (size: number) {
        yield Buffer.alloc(size);
        throw new Error('cut off');
      };
      await expect(objects.put(small, failing(10))).rejects.toThrow('cut off');
      await expect(objects.put(large, failing(LARGE))).rejects.toThrow('cut off');
      await expect(objects.put(old, failing(LARGE))).rejects.toThrow('cut off');
      expect([await objects.stat(small), await objects.stat(large)]).toEqual([undefined, undefined]);
      expect(await read(old)).toBe('old');
    });

    test('an object that is being put is not there until it is whole', async () => {
      const key = fresh('half');
      const gate = Promise.withResolvers<void>();
      const content = async function* () {
        yield Buffer.alloc(LARGE);
        await gate.promise;
        yield Buffer.from('end');
      };
      const putting = objects.put(key, content());
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await objects.stat(key)).toBeUndefined();
      expect(await keysUnder('half/')).toEqual([]);
      gate.resolve();
      await putting;
      expect((await objects.stat(key))?.size).toBe(LARGE + 3);
    });

    test('two puts of one key at once leave one of them whole', async () => {
      const key = fresh();
      const contents = [Buffer.alloc(6_000_000, 'a'), Buffer.alloc(7_000_000, 'b')];
      await Promise.all(contents.map((content) => objects.put(key, piecesOf(content))));
      const kept = await buffer((await objects.get(key))!.content);
      expect(contents.some((content) => content.equals(kept))).toBe(true);
    });

    test('a moved object is at its new place alone, with its content', async () => {
      const [from, to] = [await put(fresh('blobs'), 'moved'), fresh('blobs')];
      await objects.move(from, to);
      expect(await read(to)).toBe('moved');
      expect(await objects.stat(from)).toBeUndefined();
      await objects.move(await put(from, 'again'), to);
      expect(await read(to)).toBe('again');
    });

    test('what does not exist cannot be moved', async () => {
      await expect(objects.move('blobs/nothing', fresh())).rejects.toThrow();
    });

    test('a removed object is gone; removing it twice does nothing', async () => {
      const key = await put(fresh(), 'gone');
      await objects.remove(key);
      await objects.remove(key);
      expect(await objects.stat(key)).toBeUndefined();
    });

    test('a list has what begins with the prefix, in folders too', async () => {
      for (const key of ['listed/a/1', 'listed/a/2', 'listed/ab/3', 'listed/b/4']) await put(key, key);
      expect(await keysUnder('listed/')).toEqual(['listed/a/1', 'listed/a/2', 'listed/ab/3', 'listed/b/4']);
      expect(await keysUnder('listed/a/')).toEqual(['listed/a/1', 'listed/a/2']);
      expect(await keysUnder('listed/ab/3')).toEqual(['listed/ab/3']);
      expect(await keysUnder('nowhere/')).toEqual([]);
      for await (const { key, size } of objects.list('listed/')) expect(size).toBe(key.length);
    });

    test('a list of more objects than one answer of a server holds', async () => {
      const keys = Array.from({ length: 1010 }, (_, i) => `many/object-${i}`).sort();
      for (let i = 0; i < keys.length; i += 10) await Promise.all(keys.slice(i, i + 10).map((key) => put(key, 'x')));
      expect(await keysUnder('many/')).toEqual(keys);
    });

    test('a reader that stops early does no harm', async () => {
      const key = fresh();
      await objects.put(key, piecesOf(Buffer.alloc(LARGE)));
      const { content } = (await objects.get(key))!;
      for await (const _ of content) break;
      expect(content.destroyed).toBe(true);
      expect((await objects.stat(key))?.size).toBe(LARGE);
    });

    test.each(['', 'a', '/a/b', '../a', 'a/../b', 'a//b', 'a/b/', 'a/.b', 'a/b\0', 'ä/b', 'a/b c'])(
      '%j is no key',
      async (key) => {
        await expect((async () => objects.put(key, []))()).rejects.toThrow('not a key');
        await expect((async () => objects.get(key))()).rejects.toThrow('not a key');
        await expect((async () => objects.remove(key))()).rejects.toThrow('not a key');
      },
    );
  });
}

/** As a network delivers it. */
export async function* piecesOf(content: Buffer, size = 65_521): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
