// The language model as a server shows it: use, budgets, calls, readiness, metrics; and its key in none of them.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { apiFetch } from '../support/api-fetch.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { makePerson, makeTeam, type Person } from '../support/people.ts';
import { askMetrics } from '../support/scrape.ts';
import { testKey } from '../support/test-gateway.ts';
import { getJson, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

let model: ModelServer;
let server: TestServer;
let owner: Person;
let viewer: Person;
let workspaceId: string;

beforeAll(async () => {
  model = await startModelServer({ json: { word: 'ready' } });
  server = await startTestServer({
    env: {
      MODEL_PROVIDER: 'compatible',
      MODEL_NAME: 'test-model',
      MODEL_BASE_URL: model.url,
      MODEL_API_KEY: testKey,
      MODEL_INPUT_PRICE: '1',
      MODEL_OUTPUT_PRICE: '4',
      MODEL_BUDGET_TOKENS: '50000',
      MODEL_OUTPUT_TOKENS: '500',
      MODEL_TRACE: 'full',
    },
  });
  const suffix = crypto.randomUUID().slice(-12);
  owner = await makePerson(server.inside.services, `owner-${suffix}`);
  viewer = await makePerson(server.inside.services, `viewer-${suffix}`);
  workspaceId = await makeTeam(server.inside.services, { [owner.userId]: 'owner', [viewer.userId]: 'viewer' });
});
afterAll(async () => {
  await server.stop();
  await model.close();
});

const generate = () =>
  server.inside.services.gateway.generate({
    workspaceId,
    userId: owner.userId,
    prompt: 'connection-test',
    variables: { word: `ready ${crypto.randomUUID()}` },
    schema: z.object({ word: z.string() }),
  });

async function ask({ token }: { token: string }, call: string, body?: unknown) {
  const [method, address] = call.split(' ') as [string, string];
  const response = await fetch(`${server.url}/api/v1${address}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await readJson(response) };
}

test('a call is counted, listed, and shown with its texts to administrators of the workspace', async () => {
  const result = await generate();
  expect(result).toMatchObject({ status: 'model', value: { word: 'ready' } });
  const { body: usage } = await ask(viewer, 'GET /model-usage');
  expect(usage).toMatchObject({
    configured: true,
    currency: 'USD',
    used: { calls: 1 },
    held: { tokens: 0, money: 0 },
    limits: { tokens: 50_000, money: null },
  });
  expect(usage.used.money).toBeGreaterThan(0);
  const { items } = (await ask(owner, 'GET /model-calls')).body;
  expect(items).toMatchObject([{ prompt: 'connection-test', outcome: 'answered', userId: owner.userId, rounds: 1 }]);
  const detail = (await ask(owner, `GET /model-calls/${items[0].id}`)).body;
  expect(detail.request).toContain('answer with the word ready');
  expect(JSON.parse(detail.response)).toEqual(['{"word":"ready"}']);
  expect((await ask(owner, 'GET /model-calls?outcome=refused')).body.items).toEqual([]);
});

test('viewers see no calls, others of another workspace do not exist', async () => {
  expect((await ask(viewer, 'GET /model-calls')).status).toBe(403);
  const [{ id }] = (await ask(owner, 'GET /model-calls')).body.items;
  expect((await ask({ token: server.token }, `GET /model-calls/${id}`)).status).toBe(404);
});

test('who administers the installation sees figures of all, and no texts', async () => {
  const { items } = await getJson(`${server.url}/api/v1/admin/model-calls?workspace=${workspaceId}`);
  expect(items).toMatchObject([{ workspace: workspaceId, outcome: 'answered' }]);
  expect(JSON.stringify(items)).not.toContain('answer with the word');
});

test('the owner’s budget and the operator’s both hold', async () => {
  expect((await ask(viewer, 'PUT /model-budget', { tokens: 1, money: null })).status).toBe(403);
  const own = await ask(owner, 'PUT /model-budget', { tokens: 1, money: null });
  expect(own.body).toMatchObject({ limits: { tokens: 1 }, ownBudget: { tokens: 1, money: null } });
  expect(await generate()).toMatchObject({ status: 'none', reason: 'over-budget' });
  await ask(owner, 'PUT /model-budget', { tokens: null, money: null });
  const told = async () => (await ask(owner, 'GET /notifications')).body.items;
  await expect
    .poll(told, { timeout: 60_000 })
    .toMatchObject([{ kind: 'budget.exhausted', subject: { id: workspaceId } }]);

  const given = (tokens: number | null) =>
    apiFetch(`${server.url}/api/v1/admin/workspaces/${workspaceId}/model-budget`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tokens, money: 0.5 }),
    });
  expect(await readJson(await given(2))).toMatchObject({ limits: { tokens: 2, money: 0.5 } });
  expect(await generate()).toMatchObject({ status: 'none', reason: 'over-budget' });
  await given(null);
  expect(await generate()).toMatchObject({ status: 'model' });
  expect(await told()).toHaveLength(1);
  const missing = `${server.url}/api/v1/admin/workspaces/${crypto.randomUUID()}/model-budget`;
  const body = JSON.stringify({ tokens: 1, money: null });
  const headers = { 'content-type': 'application/json' };
  expect((await apiFetch(missing, { method: 'PUT', headers, body })).status).toBe(404);
  const { items } = (await ask(owner, 'GET /audit')).body;
  expect(items.filter(({ action }: { action: string }) => action === 'quota.changed')).toHaveLength(4);
});

test('readiness and metrics tell how it goes', async () => {
  model.next({ misbehave: 'unauthorized' });
  expect(await generate()).toMatchObject({ status: 'none', reason: 'unavailable' });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const ready = await getJson(`${server.url}/readyz`);
  expect(ready.status).toBe('ready');
  expect(ready.components.language_model).toMatchObject({
    ok: false,
    required: false,
    details: { provider: 'compatible', model: 'test-model', circuit: 'closed', key: 'refused' },
  });
  expect(await generate()).toMatchObject({ status: 'model' });
  const metrics = (await askMetrics(server.url)).text;
  expect(metrics).toMatch(/sheaf_language_model_calls_total\{outcome="answered"\} 3/);
  expect(metrics).toMatch(/sheaf_language_model_calls_total\{outcome="over-budget"\} 2/);
  expect(metrics).toMatch(/sheaf_language_model_tokens_total\{direction="input"\} [1-9]/);
  expect(metrics).toMatch(/sheaf_outside_circuit\{service="language-model",state="closed"\} 1/);
});

test('the key of the provider stands in no log line, metric, trace or answer', async () => {
  model.next({ misbehave: 'server-error' }, { misbehave: 'server-error' }, { misbehave: 'server-error' });
  await generate();
  const details = await Promise.all(
    (await ask(owner, 'GET /model-calls')).body.items.map(({ id }: { id: string }) =>
      ask(owner, `GET /model-calls/${id}`),
    ),
  );
  const seen = JSON.stringify([
    server.logs,
    (await askMetrics(server.url)).text,
    await getJson(`${server.url}/readyz`),
    details,
  ]);
  expect(seen).not.toContain(testKey);
  expect(seen).not.toContain('sk-repeated-by-the-server');
  expect(seen).toContain('model-call');
});

test('without a model nothing is loaded, and readiness says so', async () => {
  const plain = await startTestServer();
  try {
    expect(plain.inside.services.gateway.configured).toBe(false);
    const { components } = await getJson(`${plain.url}/readyz`);
    expect(components.language_model).toMatchObject({ ok: true, details: { state: 'not configured' } });
    expect(await getJson(`${plain.url}/api/v1/model-usage`)).toMatchObject({ configured: false, used: { calls: 0 } });
  } finally {
    await plain.stop();
  }
});
