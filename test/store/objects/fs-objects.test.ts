import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openFsObjects } from '../../../src/store/objects/fs-objects.ts';
import { makeTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { describeObjectStore } from './object-store-contract.ts';

describeObjectStore('file system', async () => openFsObjects(makeTemporaryFolder()));

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('what a dead process left half written goes when it is old enough, and nothing else does', async () => {
  const folder = temporaryFolder();
  const objects = openFsObjects(folder);
  await objects.put('exports/whole', [Buffer.from('x')]);
  const [young, old] = ['young', 'old'].map((name) => path.join(folder, 'exports', `${name}.part`)) as [string, string];
  for (const file of [young, old]) writeFileSync(file, 'half');
  const before = new Date(Date.now() - 60_000);
  utimesSync(old, before, before);
  await objects.clearHalfDone('exports/', 50_000);
  expect(filesIn(folder).sort()).toEqual(['whole', 'young.part']);
  await objects.clearHalfDone('exports/y', 0);
  expect(filesIn(folder)).toEqual(['whole']);
});

test('only this user can read what is kept', async () => {
  const folder = temporaryFolder();
  const objects = openFsObjects(folder);
  await objects.put('exports/private/a', [Buffer.from('x')]);
  for (const part of ['exports', 'exports/private', 'exports/private/a']) {
    expect(statSync(path.join(folder, part)).mode & 0o077, part).toBe(0);
  }
});

test('a folder that cannot be written to is told by the check', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'blobs'), 'a file where a folder should be');
  await expect(openFsObjects(folder).check()).rejects.toThrow();
});
