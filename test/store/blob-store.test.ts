import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { openTestBlobs } from '../support/test-blobs.ts';
import { describeBlobStore } from './blob-store-contract.ts';

describeBlobStore('on the file system', () => openTestBlobs(makeTemporaryFolder()));

const bytes = (text: string) => Readable.from([Buffer.from(text)]);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('a blob lies in DATA_DIR/blobs under the first digits of its hash, as it always did', async () => {
  const folder = temporaryFolder();
  const { blobs } = await openTestBlobs(folder);
  const { sha256, keep } = await blobs.stage(bytes('hello'), 100);
  await keep();
  expect(readFileSync(path.join(folder, 'blobs', sha256.slice(0, 2), sha256), 'utf8')).toBe('hello');
});

test('uploads that a killed process left are cleared at the next start, kept ones are not', async () => {
  const folder = temporaryFolder();
  const { blobs } = await openTestBlobs(folder);
  await (await blobs.stage(bytes('kept'), 100)).keep();
  await blobs.stage(bytes('half done'), 100);
  expect(filesIn(folder)).toHaveLength(2);
  await openTestBlobs(folder);
  expect(filesIn(folder)).toHaveLength(1);
});

test('uploads of another process in the same folder are left alone until they are a day old', async () => {
  const folder = temporaryFolder();
  const { blobs } = await openTestBlobs(folder, { exclusive: false });
  await blobs.stage(bytes('under way'), 100);
  await blobs.stage(bytes('abandoned'), 100);
  const incoming = path.join(folder, 'blobs/incoming');
  const [first] = readdirSync(incoming).sort();
  const before = new Date(Date.now() - 25 * 60 * 60_000);
  utimesSync(path.join(incoming, first!), before, before);
  await openTestBlobs(folder, { exclusive: false });
  expect(filesIn(folder)).toHaveLength(1);
  expect(filesIn(folder)).not.toContain(first);
});

test('only this user can read blobs', async () => {
  const { blobs } = await openTestBlobs(temporaryFolder());
  const staged = await blobs.stage(bytes('private'), 100);
  await staged.keep();
  await blobs.withFile(staged.sha256, async (file) => {
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  });
});
