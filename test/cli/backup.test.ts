import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sheaf } from './fake-world.ts';

test.each([
  [['backup', 'a', 'b']],
  [['backup', '-', '--verify']],
  [['backup', 'verify']],
  [['backup']],
  [['restore']],
  [['restore', 'a', '--replace']],
  [['restore', '-', '--replace', '--yes']],
  [['move', '--to', 'mysql://x/y']],
  [['move', '--to', 'postgres://u:secret@h/d']],
  [['move']],
])('wrong usage: sheaf %j', async (args) => {
  const { code, stderr } = await sheaf(args, { env: { DATA_DIR: temporaryFolder() } });
  expect(code).toBe(2);
  expect(stderr).not.toContain('secret');
});

test.each([[['backup', 'out']], [['move', '--to', 'postgres://u@127.0.0.1:1/d']]])(
  'nothing is made where no installation is: sheaf %j',
  async (args) => {
    const dataDir = temporaryFolder();
    const { code, stderr } = await sheaf(args, { env: { DATA_DIR: dataDir } });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing to back up') });
    expect(readdirSync(dataDir)).toEqual([]);
  },
);

test('settings that do not fit are named, and their values are not', async () => {
  const env = {
    DATA_DIR: temporaryFolder(),
    BACKUP_PASSPHRASE: 'short',
    BACKUP_KEEP: '0/0/0',
    BACKUP_SCHEDULE: 'daily',
    BACKUP_RECIPIENTS: 'age1me',
  };
  const { code, stderr } = await sheaf(['backup', 'out'], { env });
  expect(code).toBe(2);
  for (const name of ['BACKUP_PASSPHRASE', 'BACKUP_KEEP', 'BACKUP_SCHEDULE', 'BACKUP_RECIPIENTS'])
    expect(stderr).toContain(name);
  expect(stderr).not.toMatch(/short|age1me/);
});
