import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openFileBlobs } from '../../src/store/file-blobs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const alone = { exclusive: true };
const bytes = (text: string) => Readable.from([Buffer.from(text.slice(0, 2)), Buffer.from(text.slice(2))]);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('content is kept under its hash and read back as it was', async () => {
  const folder = temporaryFolder();
  const blobs = await openFileBlobs(folder, alone);
  const staged = await blobs.stage(bytes('hello'), 100);
  const sha256 = createHash('sha256').update('hello').digest('hex');
  expect(staged).toMatchObject({ sha256, size: 5, head: Buffer.from('hello') });
  await staged.keep();
  expect(filesIn(folder)).toEqual([sha256]);
  expect(readFileSync(await blobs.verifiedPath(sha256), 'utf8')).toBe('hello');
});

test('the same content twice is one file', async () => {
  const folder = temporaryFolder();
  const blobs = await openFileBlobs(folder, alone);
  const staged = await Promise.all([blobs.stage(bytes('same'), 100), blobs.stage(bytes('same'), 100)]);
  await Promise.all(staged.map((blob) => blob.keep()));
  expect(filesIn(folder)).toHaveLength(1);
});

test('what is too large is refused and leaves nothing', async () => {
  const folder = temporaryFolder();
  const blobs = await openFileBlobs(folder, alone);
  await expect(blobs.stage(bytes('0123456789'), 9)).rejects.toMatchObject({ code: 'file.too-large' });
  expect(filesIn(folder)).toEqual([]);
});

test('exactly the limit is taken', async () => {
  const blobs = await openFileBlobs(temporaryFolder(), alone);
  expect((await blobs.stage(bytes('0123456789'), 10)).size).toBe(10);
});

test('a discarded upload leaves nothing', async () => {
  const folder = temporaryFolder();
  const staged = await (await openFileBlobs(folder, alone)).stage(bytes('gone'), 100);
  await staged.discard();
  expect(filesIn(folder)).toEqual([]);
});

test('uploads that a killed process left are cleared at the next start, kept ones are not', async () => {
  const folder = temporaryFolder();
  const blobs = await openFileBlobs(folder, alone);
  await (await blobs.stage(bytes('kept'), 100)).keep();
  await blobs.stage(bytes('half done'), 100);
  expect(filesIn(folder)).toHaveLength(2);
  await openFileBlobs(folder, alone);
  expect(filesIn(folder)).toHaveLength(1);
});

test('uploads of another process in the same folder are left alone until they are a day old', async () => {
  const folder = temporaryFolder();
  const blobs = await openFileBlobs(folder, { exclusive: false });
  await blobs.stage(bytes('under way'), 100);
  await blobs.stage(bytes('abandoned'), 100);
  const [first] = readdirSync(path.join(folder, 'incoming')).sort();
  const before = new Date(Date.now() - 25 * 60 * 60_000);
  utimesSync(path.join(folder, 'incoming', first!), before, before);
  await openFileBlobs(folder, { exclusive: false });
  expect(filesIn(folder)).toHaveLength(1);
  expect(filesIn(folder)).not.toContain(first);
});

test.each([
  ['altered', (file: string) => writeFileSync(file, 'other')],
  ['truncated', (file: string) => writeFileSync(file, '')],
])('a blob that was %s is not handed out', async (_how, damage) => {
  const blobs = await openFileBlobs(temporaryFolder(), alone);
  const staged = await blobs.stage(bytes('precious'), 100);
  await staged.keep();
  damage(await blobs.verifiedPath(staged.sha256));
  await expect(blobs.verifiedPath(staged.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
});

test.each(['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(64)}/x`])(
  '%j is no address of a blob',
  async (address) => {
    const blobs = await openFileBlobs(temporaryFolder(), alone);
    await expect(blobs.verifiedPath(address)).rejects.toMatchObject({ code: 'store.blob-damaged' });
  },
);

test('only this user can read blobs', async () => {
  const folder = temporaryFolder();
  const blobs = await openFileBlobs(folder, alone);
  const staged = await blobs.stage(bytes('private'), 100);
  await staged.keep();
  const file = await blobs.verifiedPath(staged.sha256);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
});
