// Processes on one database hold the same keys, or do not start.

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { listAuditEvents, serverChain } from '../../src/store/audit.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { ensureSameKeys, forgetKey } from '../../src/store/installation-keys.ts';
import { openTestDatabase } from '../support/test-database.ts';

const opened = await openTestDatabase();
const { db } = opened.database;
afterAll(() => opened.remove());
beforeEach(async () => void (await db.deleteFrom('installation_keys').execute()));

const bytes = (fill: number) => Buffer.alloc(32, fill);
const held = (auth: string, encryption: number, old: { auth?: string[]; encryption?: number[] } = {}) => ({
  auth: { current: auth, old: old.auth ?? [] },
  encryption: { current: bytes(encryption), old: (old.encryption ?? []).map(bytes) },
});
const start = (...keys: Parameters<typeof held>) => ensureSameKeys(db, held(...keys));

test('the first process says which keys they are; others with the same may start', async () => {
  await start('a', 1);
  await start('a', 1);
});

test.each([
  ['AUTH_SECRET', held('b', 1), /another AUTH_SECRET than/],
  ['ENCRYPTION_KEY', held('a', 2), /another ENCRYPTION_KEY than/],
  ['both', held('b', 2), /another AUTH_SECRET and another ENCRYPTION_KEY than/],
])('a process with another %s is refused, and changes nothing', async (_what, keys, message) => {
  await start('a', 1);
  await expect(ensureSameKeys(db, keys)).rejects.toThrow(expect.objectContaining({ code: 'keys.differ' }));
  await expect(ensureSameKeys(db, keys)).rejects.toThrow(message);
  await start('a', 1);
});

test('of processes that start at once with different keys, one is let in', async () => {
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((auth) => start(auth, 1)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

describe('changing one on purpose', () => {
  test('a process that knows the key of before changes it for all; who only knows that one is refused', async () => {
    await start('a', 1);
    await start('b', 2, { auth: ['x', 'a'], encryption: [1] });
    await start('b', 2);
    await expect(start('a', 1)).rejects.toThrow(/AUTH_SECRETS_OLD and ENCRYPTION_KEYS_OLD/);
  });

  test('without a pause: while all know both, either may come first', async () => {
    await start('a', 1);
    await start('a', 1, { auth: ['b'], encryption: [2] });
    await start('b', 2, { auth: ['a'], encryption: [1] });
    await start('a', 1, { auth: ['b'], encryption: [2] });
    await start('b', 2, { auth: ['a'], encryption: [1] });
  });
});

test('fingerprints tell nothing of the keys, and not that two of them are the same text', async () => {
  const text = 'k'.repeat(32);
  await ensureSameKeys(db, {
    auth: { current: text, old: [] },
    encryption: { current: Buffer.from(text), old: [] },
  });
  const rows = await db.selectFrom('installation_keys').select('fingerprint').execute();
  expect(rows).toEqual([{ fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }, expect.anything()]);
  expect(rows[0]!.fingerprint).not.toBe(rows[1]!.fingerprint);
  expect(JSON.stringify(rows)).not.toContain('kkk');
});

test('a key that is lost is forgotten alone, and the audit log tells', async () => {
  await start('a', 1);
  expect(await forgetKey(db, 'encryption')).toEqual({ secondFactors: 0 });
  await expect(start('b', 2)).rejects.toThrow(/another AUTH_SECRET than/);
  await start('a', 2);
  await forgetKey(db, 'auth');
  await start('c', 2);
  const events = await inWorkspace(db, serverChain, (trx) =>
    listAuditEvents(trx, { action: 'system.key-forgotten', limit: 9 }),
  );
  expect(events.map(({ details }) => details)).toEqual([
    { key: 'auth', secondFactors: 0 },
    { key: 'encryption', secondFactors: 0 },
  ]);
});
