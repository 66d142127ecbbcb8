import { afterAll, beforeAll, expect, test } from 'vitest';
import { findApiKeyAccess, insertApiKey } from '../../src/store/api-keys.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Role } from '../../src/store/roles.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.remove());

async function makeKey(expiresAt: Date | null = null) {
  const { db } = opened.database;
  const maker = await makeWorkspace(db);
  const hash = newId();
  await inWorkspace(db, maker.workspaceId, (trx) =>
    insertApiKey(trx, {
      id: newId(),
      workspace_id: maker.workspaceId,
      user_id: maker.userId,
      hash,
      hint: 'shk_test',
      name: 'Test',
      scopes: ['types.read'],
      expires_at: expiresAt,
    }),
  );
  const asMember = (change: { role: Role } | 'leave') =>
    inWorkspace(db, maker.workspaceId, async (trx) => {
      if (change === 'leave') await trx.deleteFrom('memberships').where('user_id', '=', maker.userId).execute();
      else await trx.updateTable('memberships').set(change).where('user_id', '=', maker.userId).execute();
    });
  return { ...maker, asMember, access: () => findApiKeyAccess(db, hash) };
}

test('a key has the role that its maker has now', async () => {
  const key = await makeKey();
  expect(await key.access()).toMatchObject({ role: 'owner', scopes: ['types.read'], workspaceId: key.workspaceId });
  await key.asMember({ role: 'guest' });
  expect(await key.access()).toMatchObject({ role: 'guest' });
});

test('a key dies with the membership of its maker', async () => {
  const key = await makeKey();
  await key.asMember('leave');
  expect(await key.access()).toBeUndefined();
});

test('a key dies with the account of its maker', async () => {
  const key = await makeKey();
  await opened.database.db.deleteFrom('auth_users').where('id', '=', key.userId).execute();
  expect(await key.access()).toBeUndefined();
});

test('an expired key is none', async () => {
  const key = await makeKey(new Date(Date.now() - 1000));
  expect(await key.access()).toBeUndefined();
});
