import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstWorkspaceId } from '../../src/actions/ensure-first-owner.ts';
import { apiFetch, postJson } from '../support/api-fetch.ts';
import { form, getJson, readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    env: { DEFAULT_TIER: 'free', TIER_FREE: '6/0/unlimited', REGISTRATION: 'open', EMAIL_VERIFICATION: 'off' },
  });
});
afterAll(() => server.stop());

const address = () => `${server.url}/api/v1/documents`;
const documentsUsed = async () => (await getJson(`${server.url}/api/v1/usage`)).usage[0];

test('uploads at once end exactly at the quota; the rest is refused with what, how many and until when', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      apiFetch(address(), { method: 'POST', body: form({ [`${i}.txt`]: `number: Q-${i}` }) }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(6).fill(202), ...Array(4).fill(402)]);
  const refused = await readJson(answers.find(({ status }) => status === 402)!);
  expect(refused).toMatchObject({
    code: 'quota.exceeded',
    detail: expect.stringContaining('6 documents a month'),
    quota: { kind: 'documents', tier: 'free', limit: 6, used: 6, resetsAt: expect.stringMatching(/-01T00:00:00/) },
  });
  expect((await getJson(address())).items).toHaveLength(6);
  expect(await documentsUsed()).toMatchObject({ used: 6, limit: 6, remaining: 0 });
});

test('a repeated request gets its first answer although the quota is used up', async () => {
  const other = await startTestServer({ env: { DEFAULT_TIER: 'free', TIER_FREE: '1/1/unlimited' } });
  try {
    const send = () =>
      apiFetch(`${other.url}/api/v1/documents`, {
        method: 'POST',
        body: form({ 'a.txt': 'number: A-1' }),
        headers: { 'idempotency-key': 'once' },
      });
    const first = await send();
    expect(first.status).toBe(202);
    const again = await send();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
    expect((await getJson(`${other.url}/api/v1/usage`)).usage[0].used).toBe(1);
  } finally {
    await other.stop();
  }
});

test('API calls past the day’s quota: 429 with the time until midnight UTC; reading the page is none', async () => {
  const other = await startTestServer({ env: { DEFAULT_TIER: 'free', TIER_FREE: '10/10/4' } });
  try {
    const types = () => apiFetch(`${other.url}/api/v1/types`);
    const statuses = await Promise.all(Array.from({ length: 4 }, async () => (await types()).status));
    expect(statuses).toEqual([200, 200, 200, 200]);
    const refused = await types();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    expect(await readJson(refused)).toMatchObject({
      code: 'quota.calls-exceeded',
      quota: { kind: 'apiCalls', limit: 4, used: 4 },
    });
    expect((await fetch(`${other.url}/`)).status).toBe(200);
  } finally {
    await other.stop();
  }
});

describe('a tier of its own', () => {
  const put = (workspace: string, tier: unknown, token = server.token) =>
    fetch(`${server.url}/api/v1/admin/workspaces/${workspace}/tier`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ tier }),
    });

  test('is given and taken by the administrator of the installation, and counts at once for uploads', async () => {
    expect(await readJson(await put(firstWorkspaceId, 'enterprise'))).toMatchObject({ tier: 'enterprise' });
    await upload(server.url, { 'more.txt': 'number: M-1' });
    expect(await readJson(await put(firstWorkspaceId, null))).toMatchObject({ tier: 'free' });
    expect((await apiFetch(address(), { method: 'POST', body: form({ 'x.txt': 'number: X' }) })).status).toBe(402);
  });

  test('not by anybody else, not for a workspace that is not there, and no other tier', async () => {
    const registered = await postJson(`${server.url}/api/v1/auth/register`, {
      email: 'someone@example.com',
      password: 'canary correct horse battery staple 9',
    });
    const token = registered.tokens.access_token;
    expect((await put(firstWorkspaceId, 'enterprise', token)).status).toBe(403);
    expect((await put('01a1f7bc-7a47-7000-b5d4-4df02a6516cc', 'pro')).status).toBe(404);
    expect((await put(firstWorkspaceId, 'gold')).status).toBe(400);
  });
});

test('an unlimited tier says so', async () => {
  const free = await startTestServer();
  try {
    await upload(free.url, { 'a.txt': 'number: A-1' });
    const { tier, usage } = await getJson(`${free.url}/api/v1/usage`);
    expect(tier).toBe('enterprise');
    expect(usage[0]).toMatchObject({ kind: 'documents', used: 1, limit: null, remaining: null });
  } finally {
    await free.stop();
  }
});
