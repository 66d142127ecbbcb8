import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { type Contents, contentsOf, fillInstallation, type Installation } from '../support/filled-installation.ts';
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { prepareEmptyPlace, serverUrl } from '../support/test-database.ts';
import { sheaf } from './fake-world.ts';

const passphrase = 'correct horse battery staple';
let from: Installation;
let before: Contents;
/** One encrypted archive for all. */
let file: string;
let env: Record<string, string>;

beforeAll(async () => {
  from = await fillInstallation();
  before = await contentsOf(from.db);
  env = { ...from.opened.env, BACKUP_PASSPHRASE: passphrase };
  await from.queue.stop(1000);
  await from.opened.database.close();
  const folder = makeTemporaryFolder();
  const made = await sheaf(['backup', folder, '--json'], { env });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  file = JSON.parse(made.stdout).file;
}, 120_000);
afterAll(() => from.opened.drop());

async function emptyPlace() {
  const place = await prepareEmptyPlace();
  onTestFinished(() => place.drop());
  return place;
}

test('a folder gets a file named by the time, which only this user reads, and says what is in it', () => {
  expect(path.basename(file)).toMatch(/^sheaf-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar\.zst\.age$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  expect(readFileSync(file).subarray(0, 18).toString()).toBe('age-encryption.org');
});

test('restored, everything is there again, and the archive is told to be whole', { timeout: 120_000 }, async () => {
  const whole = await sheaf(['backup', 'verify', file], { env });
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  expect(whole.stdout).toMatch(/^whole: made at .*, 2 waiting jobs, 6 files .*, 3 chains of the audit log\n$/);

  const place = await emptyPlace();
  const restored = await sheaf(['restore', file], { env: { ...place.env, BACKUP_PASSPHRASE: passphrase } });
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toMatch(/^restored: as of .*\ncompared: every row, count and content/);
  const database = await openDatabase({
    dataDir: place.dataDir,
    databaseUrl: place.env.DATABASE_URL,
    onError: () => {},
  });
  expect(await contentsOf(database.db)).toEqual(before);
  await database.close();

  // Now there is an installation, which is not given up unasked.
  const again = await sheaf(['restore', file], { env: { ...place.env, BACKUP_PASSPHRASE: passphrase } });
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('There is an installation in this place') });
  const replaced = await sheaf(['restore', file, '--replace', '--yes', '--json'], {
    env: { ...place.env, BACKUP_PASSPHRASE: passphrase },
  });
  expect(replaced).toMatchObject({ code: 0, stderr: '' });
  if (!serverUrl) expect(statSync(JSON.parse(replaced.stdout).putAside).isDirectory()).toBe(true);
});

describe('what does not open', () => {
  test('an encrypted archive without its passphrase, or with another', async () => {
    const place = await emptyPlace();
    const without = await sheaf(['restore', file], { env: place.env });
    expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('Set BACKUP_PASSPHRASE') });
    const other = 'another passphrase';
    const wrong = await sheaf(['restore', file], { env: { ...place.env, BACKUP_PASSPHRASE: other } });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('opens with another key') });
    expect(wrong.stderr).not.toContain(other);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5000)],
    [
      'with a byte changed',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 20_000), Buffer.from([bytes[20_000]! ^ 1]), bytes.subarray(20_001)]),
    ],
    ['that is something else', () => Buffer.from('PK\u0003\u0004 no archive of ours')],
    ['that is empty', () => Buffer.alloc(0)],
  ])('an archive %s', { timeout: 60_000 }, async (_what, change) => {
    const broken = path.join(temporaryFolder(), 'broken');
    writeFileSync(broken, change(readFileSync(file)));
    const { code, stdout, stderr } = await sheaf(['backup', 'verify', broken], { env });
    expect({ code, stdout, stderr }).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/no back-up|damaged or cut off/),
    });
  });

  test('a file that is not there, and an installation that is not there', async () => {
    expect(await sheaf(['restore', '/nowhere/x'], { env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no file'),
    });
    const nothing = { DATA_DIR: temporaryFolder() };
    expect(await sheaf(['backup', temporaryFolder()], { env: nothing })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nothing to back up'),
    });
    expect(readdirSync(nothing.DATA_DIR)).toEqual([]);
  });
});

test('a file that is there is not written over', async () => {
  const { code, stderr } = await sheaf(['backup', file], { env });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('exists already') });
});

test.skipIf(serverUrl)('a database in use is not touched, and says who makes back-ups then', async () => {
  const database = await openDatabase({ dataDir: from.opened.dataDir, onError: () => {} });
  onTestFinished(() => database.close());
  const { code, stderr } = await sheaf(['backup', temporaryFolder()], { env });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/in use by.*BACKUP_SCHEDULE/s) });
});
