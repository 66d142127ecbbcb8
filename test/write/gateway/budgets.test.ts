// Budgets: however many calls run at once, together they never pass one; a call whose process died sets free what it held.

import { sql } from 'kysely';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { monthOf } from '../../../src/identity/tiers.ts';
import type { NewNotice } from '../../../src/notify/notice.ts';
import { inWorkspace } from '../../../src/store/database.ts';
import { readModelUse, writeModelBudget } from '../../../src/store/model-budgets.ts';
import { listModelCalls, tidyModelCalls } from '../../../src/store/model-calls.ts';
import { newId } from '../../../src/store/new-id.ts';
import { makeWorkspace } from '../../support/make-workspace.ts';
import { startModelServer } from '../../support/model-server.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { createTestGateway, openTiers, type TestGatewayOptions } from '../../support/test-gateway.ts';

const opened = await openTestDatabase();
const { db } = opened.database;
afterAll(() => opened.remove());

const schema = z.object({ title: z.string() });
const periodStart = monthOf(new Date()).start;
const useOf = (workspaceId: string) =>
  inWorkspace(db, workspaceId, (trx) => readModelUse(trx, { workspaceId, periodStart }));

async function newWorkspace(): Promise<string> {
  const workspaceId = newId();
  await makeWorkspace(db, { workspaceId, userId: newId() });
  return workspaceId;
}

async function prepare(options: Partial<TestGatewayOptions> = {}) {
  const server = await startModelServer({ json: { title: 'Chairs' }, usage: { input: 100, output: 50 } });
  onTestFinished(() => server.close());
  const made = createTestGateway({ db, server, policy: { atOnce: 50 }, ...options });
  const ask = (workspaceId: string, more: object = {}) =>
    made.gateway.generate({
      workspaceId,
      prompt: 'test-summary',
      variables: { language: 'English' },
      schema,
      maxOutputTokens: 100,
      ...more,
    });
  return { server, ask, ...made };
}

test('a call counts what it cost: tokens, and money by the prices', async () => {
  const { ask } = await prepare();
  const workspaceId = await newWorkspace();
  const result = await ask(workspaceId);
  const { used, held } = await useOf(workspaceId);
  // 100 tokens at 1 and 50 at 4 for a million, in millionths.
  expect(used).toEqual({ calls: 1, tokens: 150, costMicros: 300 });
  expect(held).toEqual({ tokens: 0, costMicros: 0 });
  const [row] = await inWorkspace(db, workspaceId, (trx) => listModelCalls(trx, { limit: 10 }));
  expect(row).toMatchObject({ id: result.status === 'model' && result.callId, outcome: 'answered', tries: 1 });
});

test('twenty calls at once never pass the budget, whatever the provider charges', async () => {
  const { ask, server } = await prepare({ budgets: { each: { tokens: 12_000 } } });
  // More than can be true: taken as the most that was reserved.
  server.answer = { json: { title: 'Chairs' }, usage: { input: 9_000_000, output: 9_000_000 }, delayMs: 20 };
  const workspaceId = await newWorkspace();
  const results = await Promise.all(Array.from({ length: 20 }, () => ask(workspaceId)));
  const answered = results.filter(({ status }) => status === 'model').length;
  expect(answered).toBeGreaterThan(0);
  expect(answered).toBeLessThan(20);
  expect(results.filter((result) => result.status === 'none').map(({ reason }) => reason)).toEqual(
    Array.from({ length: 20 - answered }, () => 'over-budget'),
  );
  expect(server.received).toHaveLength(answered);
  expect((await useOf(workspaceId)).used.tokens).toBeLessThanOrEqual(12_000);
});

test('the budget of all workspaces together holds, too', async () => {
  const before = await sql<{
    tokens: number;
  }>`select coalesce(sum(tokens), 0)::int as tokens from model_totals`.execute(db);
  const total = before.rows[0]!.tokens + 12_000;
  const { ask, server } = await prepare({ budgets: { total: { tokens: total } } });
  server.answer = { json: { title: 'Chairs' }, usage: { input: 9_000_000, output: 9_000_000 }, delayMs: 20 };
  const workspaces = await Promise.all(Array.from({ length: 4 }, newWorkspace));
  const results = await Promise.all(Array.from({ length: 16 }, (_, i) => ask(workspaces[i % 4]!)));
  expect(results.some(({ status }) => status === 'none')).toBe(true);
  const after = await sql<{ tokens: number }>`select sum(tokens)::int as tokens from model_totals`.execute(db);
  expect(after.rows[0]!.tokens).toBeLessThanOrEqual(total);
  expect(after.rows[0]!.tokens).toBeGreaterThan(before.rows[0]!.tokens);
});

test('a budget of money stops calls as one of tokens does', async () => {
  const { ask } = await prepare({ budgets: { each: { costMicros: 350 } } });
  const workspaceId = await newWorkspace();
  expect(await ask(workspaceId)).toMatchObject({ status: 'none', reason: 'over-budget' });
  expect((await useOf(workspaceId)).used).toEqual({ calls: 0, tokens: 0, costMicros: 0 });
});

test('the owner’s own budget counts beside the operator’s; the tightest wins', async () => {
  const { ask } = await prepare({ budgets: { each: { tokens: 100_000 } } });
  const workspaceId = await newWorkspace();
  const write = (by: 'own' | 'given', tokens: number | undefined) =>
    inWorkspace(db, workspaceId, (trx) =>
      writeModelBudget(trx, { workspaceId, by, limits: { tokens, costMicros: undefined } }),
    );
  await write('own', 10);
  expect(await ask(workspaceId)).toMatchObject({ reason: 'over-budget' });
  await write('own', undefined);
  expect(await ask(workspaceId)).toMatchObject({ status: 'model' });
  await write('given', 10);
  expect(await ask(workspaceId)).toMatchObject({ reason: 'over-budget' });
});

describe('people are told', () => {
  async function told(options: Partial<TestGatewayOptions>) {
    const notices: NewNotice[] = [];
    const raiseNotice = async (_trx: unknown, notice: NewNotice) => void notices.push(notice);
    return { ...(await prepare({ ...options, raiseNotice })), notices, workspaceId: await newWorkspace() };
  }

  test('that a budget is used up: once, by a key for the month', async () => {
    const { ask, notices, workspaceId } = await told({ budgets: { each: { tokens: 10 } } });
    await ask(workspaceId);
    await ask(workspaceId);
    expect(notices.map(({ kind, key }) => [kind, key])).toEqual([
      ['budget.exhausted', periodStart],
      ['budget.exhausted', periodStart],
    ]);
    expect(notices[0]).toMatchObject({ workspaceId, subject: { type: 'workspace', id: workspaceId } });
  });

  test('not while other calls hold what is left', async () => {
    const { ask, server, notices, workspaceId } = await told({ budgets: { each: { tokens: 12_000 } } });
    server.answer = { json: { title: 'Chairs' }, usage: { input: 1, output: 1 }, delayMs: 500 };
    const results = await Promise.all(Array.from({ length: 20 }, () => ask(workspaceId)));
    expect(results.some(({ status }) => status === 'none')).toBe(true);
    expect(notices).toEqual([]);
  });

  test.each(['tokens', 'costMicros'] as const)(
    'when four fifths of a budget (%s) are used, and not before',
    async (what) => {
      const { ask, server, notices, workspaceId } = await told({});
      server.answer = { json: { title: 'Chairs' }, usage: { input: 9_000_000, output: 9_000_000 } };
      await ask(workspaceId);
      const { used } = await useOf(workspaceId);
      const limits = { tokens: undefined, costMicros: undefined, [what]: used[what] * 5 };
      await inWorkspace(db, workspaceId, (trx) => writeModelBudget(trx, { workspaceId, by: 'own', limits }));
      await ask(workspaceId);
      await ask(workspaceId);
      expect(notices).toEqual([]);
      await ask(workspaceId);
      expect(notices).toMatchObject([
        { kind: 'budget.warning', key: periodStart, workspaceId, data: { month: periodStart, percent: 80 } },
      ]);
    },
  );
});

test('administrators of the installation are told when four fifths of the budget of all together are used, and only they', async () => {
  const notices: NewNotice[] = [];
  const raiseNotice = async (_trx: unknown, notice: NewNotice) => void notices.push(notice);
  const [first, second] = [await newWorkspace(), await newWorkspace()];
  const adminPlace = newId();
  const boss = newId();
  await makeWorkspace(db, { workspaceId: adminPlace, userId: boss });
  await db.updateTable('auth_users').set({ systemAdministrator: true }).where('id', '=', boss).execute();
  const before = 1_000_000;
  await sql`insert into model_totals (period_start, tokens, cost_micros) values (${periodStart}::date, ${before}, 0)
    on conflict (period_start) do update set tokens = ${before}`.execute(db);
  // Two calls of 150 tokens each reach four fifths.
  const tokens = Math.ceil((before + 250) / 0.8);
  const { ask } = await prepare({ budgets: { total: { tokens } }, raiseNotice });
  await ask(first);
  expect(notices).toEqual([]);
  await ask(second);
  expect(notices).toMatchObject([
    { kind: 'budget.total-warning', key: periodStart, workspaceId: adminPlace, userIds: [boss] },
  ]);
  await ask(first);
  expect(notices).toHaveLength(1);
});

test('a call whose process died between reserving and settling holds its amount until its time is over', async () => {
  const workspaceId = await newWorkspace();
  const dies = await prepare({
    budgets: { each: { tokens: 6000 } },
    // The process ends: nothing is written any more.
    book: (book) => ({ ...book, settle: () => new Promise(() => {}) }),
  });
  void dies.ask(workspaceId);
  while ((await useOf(workspaceId)).held.tokens === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const { held } = await useOf(workspaceId);
  const { ask } = await prepare({ budgets: { each: { tokens: held.tokens + 100 } } });
  expect(await ask(workspaceId)).toMatchObject({ reason: 'over-budget' });

  await sql`update model_calls set expires_at = now() - interval '1 second' where workspace_id = ${workspaceId}`.execute(
    db,
  );
  expect((await useOf(workspaceId)).held.tokens).toBe(0);
  expect(await ask(workspaceId)).toMatchObject({ status: 'model' });
  expect((await tidyModelCalls(db, new Date(0))).lost).toBe(1);
  const rows = await inWorkspace(db, workspaceId, (trx) => listModelCalls(trx, { limit: 10 }));
  expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'lost']);
});

test('a try that may have to be paid although it brought nothing is counted', async () => {
  const { ask, server } = await prepare();
  server.next({ misbehave: 'reset' });
  const workspaceId = await newWorkspace();
  expect(await ask(workspaceId)).toMatchObject({ status: 'model' });
  const { used } = await useOf(workspaceId);
  expect(used.tokens).toBeGreaterThan(150 + 100);
});

test.each(['rate-limit', 'server-error', 'unauthorized'] as const)(
  'a provider that says no (%s) costs nothing',
  async (how) => {
    const { ask, server } = await prepare();
    server.answer = { misbehave: how, retryAfterSeconds: 0 };
    const workspaceId = await newWorkspace();
    expect(await ask(workspaceId)).toMatchObject({ reason: 'unavailable' });
    expect((await useOf(workspaceId)).used.tokens).toBe(0);
  },
);

test.each(['lying-usage', 'no-usage'] as const)('an answer with %s is not free', async (how) => {
  const { ask, server } = await prepare();
  server.answer = { json: { title: 'Chairs and tables and cupboards' }, misbehave: how };
  const workspaceId = await newWorkspace();
  await ask(workspaceId);
  expect((await useOf(workspaceId)).used.tokens).toBeGreaterThan(100);
});

test('a tier without models gets none, and asks nobody', async () => {
  const tierPolicy = { ...openTiers, defaultTier: 'free' as const };
  const { ask, server } = await prepare({ tierPolicy });
  expect(await ask(await newWorkspace())).toMatchObject({ status: 'none', reason: 'not-in-tier' });
  const strict = await prepare({ tierPolicy, settings: { fallBack: false } });
  await expect(strict.ask(await newWorkspace())).rejects.toMatchObject({ code: 'model.not-in-tier' });
  expect(server.received).toEqual([]);
});
