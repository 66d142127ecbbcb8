// Two server processes on one PostgreSQL count together; needs TEST_DATABASE_URL (npm run test:all brings one).

import { expect, onTestFinished, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { form } from '../support/test-server.ts';

/** Of one hour, so that no window ends in the middle. Signing in counts, too. */
const LIMIT = 60;

test.runIf(serverUrl)('what both let through stays under the bound, and then both refuse', async () => {
  const { env, drop } = await prepareTestDatabase('server');
  const limited = { ...env, RATE_LIMIT_PER_MINUTE: '0', RATE_LIMIT_PER_HOUR: String(LIMIT) };
  const one = await startServerProcess(limited);
  const two = await startServerProcess(limited);
  onTestFinished(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await drop();
  });
  const ask = async (url: string) => (await apiFetch(`${url}/api/v1/types`)).status;
  const exchange = () => new Promise((resolve) => setTimeout(resolve, 1500));

  // An even pace: each process hears of the other's requests well before the limit.
  let allowed = 0;
  for (let round = 0; round < 5; round++) {
    for (const { url } of [one, two]) {
      const statuses = await Promise.all(Array.from({ length: 5 }, () => ask(url)));
      allowed += statuses.filter((status) => status === 200).length;
    }
  }
  expect(allowed).toBe(50);
  await exchange();
  // One more each: it brings both up to date.
  expect([await ask(one.url), await ask(two.url)]).toEqual([200, 200]);
  await exchange();
  const burst = await Promise.all(
    [one, two].map(async ({ url }) => Promise.all(Array.from({ length: LIMIT }, () => ask(url)))),
  );
  const through = burst.map((statuses) => statuses.filter((status) => status === 200).length);
  // Each knows of at least 51: at worst both let the rest through before they hear of each other.
  for (const count of through) expect(count).toBeLessThanOrEqual(LIMIT - 51);
  expect(through[0]! + through[1]!).toBeGreaterThanOrEqual(LIMIT - 52);
  await exchange();
  expect([await ask(one.url), await ask(two.url)]).toEqual([429, 429]);
});

test.runIf(serverUrl)('uploads through two processes end exactly at the quota', async () => {
  const { env, drop } = await prepareTestDatabase('server');
  const limited = { ...env, DEFAULT_TIER: 'free', TIER_FREE: '15/0/unlimited' };
  const one = await startServerProcess(limited);
  const two = await startServerProcess(limited);
  onTestFinished(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await drop();
  });
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      const { url } = i % 2 ? one : two;
      const body = form({ [`${i}.txt`]: `number: Q-${i}` });
      return (await apiFetch(`${url}/api/v1/documents`, { method: 'POST', body })).status;
    }),
  );
  expect(statuses.filter((status) => status === 202)).toHaveLength(15);
  expect(statuses.filter((status) => status === 402)).toHaveLength(25);
});

test.runIf(serverUrl)(
  'when no connection to the database comes free, the answer is 503 with the time to wait',
  async () => {
    const { env, drop } = await prepareTestDatabase('server');
    const server = await startServerProcess({ ...env, DATABASE_CONNECTIONS: '1', DATABASE_WAIT_SECONDS: '1' });
    const pg = (await import('pg')).default;
    const blocker = new pg.Client({ connectionString: env.DATABASE_URL });
    await blocker.connect();
    onTestFinished(async () => {
      await blocker.end();
      await server.stop();
      await drop();
    });
    await blocker.query('begin; lock table documents in access exclusive mode');
    const list = () => apiFetch(`${server.url}/api/v1/documents`);
    const held = list();
    const answers = await Promise.all([list(), list(), list()]);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await answer.json()).toMatchObject({ code: 'store.busy' });
    }
    await blocker.query('rollback');
    expect((await held).status).toBe(200);
    expect((await list()).status).toBe(200);
  },
);
