import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getUsage } from '../../src/actions/get-usage.ts';
import { takeQuota } from '../../src/identity/take-quota.ts';
import { parseTierLimits, periodOf, type TierPolicy } from '../../src/identity/tiers.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { addApiCalls } from '../../src/store/usage-counts.ts';
import { insertWorkspace } from '../../src/store/workspaces.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.remove());

const policy: TierPolicy = {
  defaultTier: 'free',
  tiers: {
    free: parseTierLimits('10/20/100')!,
    pro: parseTierLimits('0/unlimited/10000')!,
    enterprise: parseTierLimits('unlimited')!,
  },
};
const at = new Date('2026-11-20T10:00:00Z');
const db = () => opened.database.db;

async function newWorkspace(): Promise<string> {
  const workspaceId = newId();
  await inWorkspace(db(), workspaceId, (trx) => insertWorkspace(trx, { id: workspaceId, name: 'Test' }));
  return workspaceId;
}

const take = (workspaceId: string, count: number, when = at) =>
  inWorkspace(db(), workspaceId, (trx) => takeQuota(trx, policy, { workspaceId, kind: 'documents', count, at: when }));
const usage = async (workspaceId: string, when = at) =>
  (await getUsage({ db: db(), tierPolicy: policy }, { workspaceId }, when)).usage;
const used = async (workspaceId: string, when = at) => (await usage(workspaceId, when))[0]!.used;

test('past the limit it says what, how many and until when, and counts nothing', async () => {
  const workspaceId = await newWorkspace();
  await take(workspaceId, 8);
  await expect(take(workspaceId, 3)).rejects.toMatchObject({
    code: 'quota.exceeded',
    message: expect.stringMatching(/free allows 10 documents a month: 8 are used.*3 more.*2026-12-01T00:00:00/),
    details: { quota: { kind: 'documents', limit: 10, used: 8, resetsAt: '2026-12-01T00:00:00.000Z' } },
  });
  await take(workspaceId, 2);
  expect(await used(workspaceId)).toBe(10);
});

test('many at once never pass the limit together', async () => {
  const workspaceId = await newWorkspace();
  const results = await Promise.allSettled(Array.from({ length: 40 }, () => take(workspaceId, 1)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect(await used(workspaceId)).toBe(10);
});

test('work that is undone was never counted', async () => {
  const workspaceId = await newWorkspace();
  const failing = inWorkspace(db(), workspaceId, async (trx) => {
    await takeQuota(trx, policy, { workspaceId, kind: 'documents', count: 7, at });
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await used(workspaceId)).toBe(0);
});

test('a month begins at midnight UTC, and each workspace counts for itself', async () => {
  const [one, other] = [await newWorkspace(), await newWorkspace()];
  await take(one, 10, new Date('2026-11-30T23:59:59.999Z'));
  await expect(take(one, 1, new Date('2026-11-30T23:59:59.999Z'))).rejects.toThrow();
  await take(one, 10, new Date('2026-12-01T00:00:00Z'));
  await take(other, 10);
});

describe('tiers', () => {
  const put = (workspaceId: string, tier: 'pro' | 'enterprise') =>
    inWorkspace(db(), workspaceId, (trx) => trx.updateTable('workspaces').set({ tier }).execute());

  test('0 is none, unlimited is unlimited', async () => {
    const workspaceId = await newWorkspace();
    await put(workspaceId, 'pro');
    await expect(take(workspaceId, 1)).rejects.toThrow(/0 documents a month/);
    await put(workspaceId, 'enterprise');
    await take(workspaceId, 1_000_000);
    expect(await used(workspaceId)).toBe(1_000_000);
  });

  test.each(['', '10', '10/20', '10/20/100/5', '-1/2/3', '1.5/2/3', 'many/2/3'])('%j is not read as limits', (text) => {
    expect(parseTierLimits(text)).toBeUndefined();
  });
});

test('API calls of many workspaces are added up in one statement; those of a deleted one are left out', async () => {
  const [one, other] = [await newWorkspace(), await newWorkspace()];
  const { start } = periodOf('apiCalls', at);
  const add = (counts: [string, number][]) =>
    addApiCalls(
      db(),
      counts.map(([workspaceId, count]) => ({ workspaceId, periodStart: start, count })),
    );
  await add([
    [one, 3],
    [other, 4],
  ]);
  const totals = await add([
    [one, 2],
    [newId(), 9],
    [other, 1],
  ]);
  expect(totals.find(({ workspaceId }) => workspaceId === one)?.count).toBe(5);
  expect((await usage(other)).find(({ kind }) => kind === 'apiCalls')).toMatchObject({ used: 5, limit: 100 });
  expect((await usage(other, new Date('2026-11-21T00:00:00Z'))).find(({ kind }) => kind === 'apiCalls')?.used).toBe(0);
});
