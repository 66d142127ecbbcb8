import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { appendAudit, serverChain } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { openTestDatabase, serverUrl, type TestDatabase } from '../support/test-database.ts';
import { sheaf } from './fake-world.ts';

/** An installation with two chains, which no process has open. */
async function installation(change: (opened: TestDatabase, workspaceId: string) => Promise<unknown> = async () => {}) {
  const opened = await openTestDatabase();
  const workspaceId = newId();
  for (const id of [workspaceId, serverChain]) {
    const event = {
      workspaceId: id,
      actor: { kind: 'system' as const, id: null },
      action: 'workspace.created' as const,
    };
    await inWorkspace(opened.database.db, id, (trx) => appendAudit(trx, event, event));
  }
  await change(opened, workspaceId);
  await opened.database.close();
  onTestFinished(() => opened.drop());
  return { env: opened.env, workspaceId };
}

test('whole chains are printed with their heads, which can be expected later', async () => {
  const { env, workspaceId } = await installation();
  const first = await sheaf(['audit', 'verify'], { env });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^whole {3}server {2}2 events; head 2:[0-9a-f]{64}$/m);
  const head = first.stdout
    .split('\n')
    .find((line) => line.includes(workspaceId))!
    .split('head ')[1]!;
  expect((await sheaf(['audit', 'verify', '--chain', workspaceId, '--expect', head], { env })).code).toBe(0);
  const other = `2:${'0'.repeat(64)}`;
  const unexpected = await sheaf(['audit', 'verify', '--chain', 'server', '--expect', other], { env });
  expect(unexpected).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^BROKEN {2}server {2}not-expected at event 2/),
  });
});

test('a broken chain ends with 1 and names the event, also as JSON', async () => {
  const { env, workspaceId } = await installation(async ({ database }, workspace) => {
    await sql`alter table audit_events disable trigger all`.execute(database.db);
    await sql`update audit_events set action = 'x' where seq = 2 and workspace_id = ${workspace}`.execute(database.db);
  });
  const { code, stdout } = await sheaf(['audit', 'verify', '--json'], { env });
  expect(code).toBe(1);
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(reports).toMatchObject([
    { chain: serverChain, events: 2 },
    { chain: workspaceId, fault: { kind: 'altered', seq: 2, message: 'event 2 does not match its hash' } },
  ]);
});

test.skipIf(serverUrl)('nothing is made where there is no log, and nothing was checked', async () => {
  const dataDir = makeTemporaryFolder();
  const { code, stderr } = await sheaf(['audit', 'verify'], { env: { DATA_DIR: dataDir } });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('no audit log') });
});

test.skipIf(serverUrl)('a database in use is not checked', async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.remove());
  const { code, stderr } = await sheaf(['audit', 'verify'], { env: opened.env });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('in use') });
});

test.each([
  [[]],
  [['show']],
  [['verify', 'more']],
  [['verify', '--chain', 'x']],
  [['verify', '--expect', '1:ab']],
  [['verify', '--expect', `1:${'a'.repeat(64)}`]],
])('wrong usage: sheaf audit %j', async (args) => {
  expect((await sheaf(['audit', ...args])).code).toBe(2);
});
