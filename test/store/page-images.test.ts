import { expect, test } from 'vitest';
import { openFsObjects } from '../../src/store/objects/fs-objects.ts';
import { createPageImages } from '../../src/store/page-images.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const key = { source: 'a'.repeat(64), page: 1, dpi: 72, rotation: 0 };
const png = Buffer.from('picture');
const never = async (): Promise<Uint8Array> => expect.unreachable();

test('a picture is drawn once, and again when it was removed', async () => {
  const images = createPageImages(openFsObjects(temporaryFolder()));
  expect(await images.get(key, async () => png)).toEqual(png);
  expect(await images.get(key, never)).toEqual(png);
  await images.remove(['b'.repeat(64)]);
  expect(await images.get(key, never)).toEqual(png);
  await images.remove([key.source]);
  await expect(images.get(key, never)).rejects.toThrow();
});

test('old pictures go by themselves', async () => {
  const objects = openFsObjects(temporaryFolder());
  const images = createPageImages(objects);
  await images.get(key, async () => png);
  await images.removeOlderThan(60_000);
  expect(await images.get(key, never)).toEqual(png);
  await images.removeOlderThan(-60_000);
  for await (const { key: left } of objects.list('page-images/')) expect.unreachable(left);
});

test('a store that is out of order does not keep a picture from being shown', async () => {
  const objects = openFsObjects(temporaryFolder());
  const broken = async (): Promise<never> => {
    throw new Error('out of order');
  };
  expect(await createPageImages({ ...objects, get: broken, put: broken }).get(key, async () => png)).toEqual(png);
});
