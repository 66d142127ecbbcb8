// Every way in which a provider goes wrong ends in a typed result, in bounded time, with nothing left reserved.

import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../../src/store/new-id.ts';
import { makeWorkspace } from '../../support/make-workspace.ts';
import { type Misbehaviour, type ModelServer, misbehaviours, startModelServer } from '../../support/model-server.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { createTestGateway, type TestGatewayOptions, testKey } from '../../support/test-gateway.ts';

const opened = await openTestDatabase();
const { db } = opened.database;
afterAll(() => opened.remove());

const schema = z.object({ title: z.string(), amount: z.number().nullable() });
const good = { title: 'Fifty chairs', amount: 12.5 };

async function prepare(options: Partial<TestGatewayOptions> = {}) {
  const server: ModelServer = await startModelServer({ json: good });
  onTestFinished(() => server.close());
  const workspaceId = newId();
  await makeWorkspace(db, { workspaceId, userId: newId() });
  const made = createTestGateway({ db, server, ...options });
  const ask = (more: object = {}) =>
    made.gateway.generate({
      workspaceId,
      prompt: 'test-summary',
      variables: { language: 'English' },
      sources: [{ id: 'a', text: 'Fifty chairs for 12.50' }],
      schema,
      ...more,
    });
  return { server, workspaceId, ask, ...made };
}

const heldRows = () =>
  db.selectFrom('model_calls').select(['reserved_tokens', 'state']).where('state', '=', 'running').execute();

/** What becomes of a call whose every answer goes wrong like that. */
const ends: Record<Misbehaviour, 'model' | 'unavailable' | 'invalid-output' | 'refused'> = {
  'truncated-json': 'invalid-output',
  'json-in-prose': 'model',
  'json-in-fence': 'model',
  'broken-json': 'model',
  'wrong-schema': 'invalid-output',
  // True or not is for the provenance gate to judge; the form is right.
  'invented-facts': 'model',
  'injected-instructions': 'model',
  'deep-json': 'invalid-output',
  'no-json': 'invalid-output',
  empty: 'invalid-output',
  'cut-short': 'invalid-output',
  refusal: 'refused',
  'lying-usage': 'model',
  'no-usage': 'model',
  'rate-limit': 'unavailable',
  'rate-limit-date': 'unavailable',
  overloaded: 'unavailable',
  'server-error': 'unavailable',
  unauthorized: 'unavailable',
  'bad-request': 'unavailable',
  drip: 'unavailable',
  hang: 'unavailable',
  reset: 'unavailable',
  endless: 'invalid-output',
  'huge-body': 'invalid-output',
  'not-http-json': 'unavailable',
  redirect: 'unavailable',
};

const isSlow = (how: Misbehaviour): boolean =>
  ['drip', 'hang', 'overloaded', 'rate-limit', 'rate-limit-date'].includes(how);

describe.each([
  ['at once', false],
  ['streamed', true],
] as const)('answers %s', (_name, streamed) => {
  test.each(misbehaviours)('%s has a typed end, and nothing stays reserved', async (how) => {
    const limits = { answerMs: isSlow(how) ? 400 : 20_000, outputTokens: 500, inputBytes: 100_000, repairs: 1 };
    const { server, ask, ended } = await prepare({ settings: { limits } });
    server.answer = { json: good, misbehave: how };
    const result = await ask(streamed ? { onPartial: () => {} } : {});
    expect(result.status === 'none' ? result.reason : result.status).toBe(ends[how]);
    if (result.status === 'model' && !['invented-facts', 'injected-instructions'].includes(how)) {
      expect(result.value).toEqual(good);
    }
    expect(ended).toHaveLength(1);
    expect(await heldRows()).toEqual([]);
  });
});

test('429 with Retry-After in seconds or as a date is waited for and tried again', async () => {
  const { server, ask } = await prepare();
  server.next(
    { misbehave: 'rate-limit', retryAfterSeconds: 1 },
    { misbehave: 'rate-limit-date', retryAfterSeconds: 2 },
  );
  const started = performance.now();
  expect(await ask()).toMatchObject({ status: 'model', value: good });
  expect(server.received).toHaveLength(3);
  expect(performance.now() - started).toBeGreaterThan(1500);
});

test('a refused key is not tried again', async () => {
  const { server, ask } = await prepare();
  server.answer = { misbehave: 'unauthorized' };
  expect(await ask()).toMatchObject({ status: 'none', reason: 'unavailable' });
  expect(server.received).toHaveLength(1);
});

test('an answer that cannot be used is asked for again, with what is wrong with it', async () => {
  const { server, ask, ended } = await prepare();
  server.next({ json: { title: 7, amount: null } });
  expect(await ask()).toMatchObject({ status: 'model', value: good, cached: false });
  expect(server.received).toHaveLength(2);
  const { messages } = server.received[1]!.body;
  expect(messages!.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(server.received[1]!.told).toMatch(/at title: .*expected string/);
  expect(ended[0]).toMatchObject({ outcome: 'answered', rounds: 2, tries: 2 });
});

test('what is cut off is never completed by guessing', async () => {
  const { server, ask } = await prepare();
  // Mended, this would pass the schema: {"title":"Fifty chairs","amount":12}.
  server.answer = { text: '{"title":"Fifty chairs","amount":12' };
  expect(await ask()).toMatchObject({ status: 'none', reason: 'invalid-output' });
});

test('a server that refuses schemas is told the form in words, from then on', async () => {
  const { server, ask } = await prepare();
  server.answer = ({ body }) => (body.response_format ? { misbehave: 'bad-request' } : { json: good });
  expect(await ask()).toMatchObject({ status: 'model', value: good });
  expect(await ask({ variables: { language: 'German' } })).toMatchObject({ status: 'model', value: good });
  expect(server.received.map(({ body }) => body.response_format !== undefined)).toEqual([true, false, false]);
  expect(server.received[1]!.told).toContain('"amount"');
});

test('a provider that fails all the time is left alone by the circuit', async () => {
  const { server, ask, service } = await prepare({ policy: { failures: 3, openMs: 60_000 } });
  server.answer = { misbehave: 'server-error' };
  await ask();
  expect(service.state().circuit).toBe('open');
  const before = server.received.length;
  expect(await ask()).toMatchObject({ status: 'none', reason: 'unavailable' });
  expect(server.received).toHaveLength(before);
});

test('no more calls run at once than have a place', async () => {
  const { server, ask } = await prepare({ policy: { atOnce: 2 } });
  server.answer = { json: good, delayMs: 100 };
  const results = await Promise.all(Array.from({ length: 6 }, () => ask()));
  expect(results.every(({ status }) => status === 'model')).toBe(true);
  expect(server.most()).toBe(2);
});

test('whoever loses interest ends the call, and its connection', async () => {
  const { server, ask } = await prepare();
  server.answer = { misbehave: 'hang' };
  const controller = new AbortController();
  const result = ask({ signal: controller.signal });
  while (server.open() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  expect(await result).toMatchObject({ status: 'none', reason: 'cancelled' });
  while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});

test('partial answers arrive in pieces; a new beginning is told', async () => {
  const { server, ask } = await prepare();
  server.next({ json: { title: 5 } });
  let text = '';
  let restarts = 0;
  const result = await ask({
    onPartial: (piece: string) => {
      text += piece;
    },
    onRestart: () => {
      text = '';
      restarts++;
    },
  });
  expect(result).toMatchObject({ status: 'model', value: good });
  expect(restarts).toBe(1);
  expect(JSON.parse(text)).toEqual(good);
});

test('too much text is not sent', async () => {
  const { server, ask } = await prepare();
  expect(await ask({ sources: [{ id: 'a', text: 'x'.repeat(200_000) }] })).toEqual({
    status: 'none',
    reason: 'too-long',
    callId: undefined,
  });
  expect(server.received).toEqual([]);
});

test('without falling back, the caller gets an error instead', async () => {
  const { server, ask } = await prepare({ settings: { fallBack: false } });
  server.answer = { misbehave: 'no-json' };
  await expect(ask()).rejects.toMatchObject({ code: 'model.unavailable', details: { reason: 'invalid-output' } });
  expect(await heldRows()).toEqual([]);
});

test('the key stands in the header alone', async () => {
  const { server, ask } = await prepare();
  await ask();
  const { headers, body, path } = server.received[0]!;
  expect(headers.authorization).toBe(`Bearer ${testKey}`);
  expect(JSON.stringify(body) + path).not.toContain(testKey);
});
