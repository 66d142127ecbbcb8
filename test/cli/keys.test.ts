import { expect, onTestFinished, test } from 'vitest';
import { ensureSameKeys } from '../../src/store/installation-keys.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { openTestDatabase, serverUrl } from '../support/test-database.ts';
import { sheaf } from './fake-world.ts';

const held = (auth: string) => ({
  auth: { current: auth, old: [] },
  encryption: { current: Buffer.alloc(32, 1), old: [] },
});

/** An installation whose processes hold the key `a`, none of which runs. */
async function installation() {
  const opened = await openTestDatabase();
  await ensureSameKeys(opened.database.db, held('a'));
  await opened.database.close();
  onTestFinished(() => opened.drop());
  return opened.env;
}

test('without --yes it says what would be lost, and does nothing', async () => {
  const env = await installation();
  for (const name of ['auth', 'encryption']) {
    const { code, stdout, stderr } = await sheaf(['keys', 'forget', name], { env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/(deleted|never be opened).*\nSay --yes/);
  }
});

test('a forgotten key may be another one at the next start', async () => {
  const env = await installation();
  const { code, stdout } = await sheaf(['keys', 'forget', 'auth', '--yes'], { env });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^forgotten: .*0 second factors/)]);
  const { openDatabase } = await import('../../src/store/database.ts');
  const { db, close } = await openDatabase({
    dataDir: env.DATA_DIR!,
    databaseUrl: env.DATABASE_URL,
    onError: () => {},
  });
  await ensureSameKeys(db, held('b'));
  await expect(ensureSameKeys(db, held('a'))).rejects.toMatchObject({ code: 'keys.differ' });
  await close();
});

test.skipIf(serverUrl)('where there is no installation, none is made', async () => {
  const env = { DATA_DIR: makeTemporaryFolder() };
  const { code, stderr } = await sheaf(['keys', 'forget', 'auth', '--yes'], { env });
  expect([code, stderr]).toEqual([2, expect.stringContaining('no installation')]);
});

test.each([[[]], [['forget']], [['forget', 'all']], [['forget', 'auth', 'more']], [['show']]])(
  '%j is wrong usage',
  async (args) => {
    const { code, stderr } = await sheaf(['keys', ...args, '--yes']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('usage: sheaf keys')]);
  },
);

test('bad settings are told before anything is opened', async () => {
  const { code, stderr } = await sheaf(['keys', 'forget', 'auth', '--yes'], { env: { PORT: 'eighty' } });
  expect([code, stderr]).toEqual([2, expect.stringContaining('PORT: must be a whole number')]);
});
