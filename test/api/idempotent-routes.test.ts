// Idempotency-Key on routes that declare it, on an app with routes of its own: what counts is the declaration.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '../../src/api/api-context.ts';
import { type IdempotencyTimes, useIdempotencyKeys } from '../../src/api/idempotent-routes.ts';
import { SheafError } from '../../src/errors.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { claimKeyForAnswer, deleteOldAnswers } from '../../src/store/idempotency-keys.ts';
import { newId } from '../../src/store/new-id.ts';
import { openSecretBox } from '../../src/store/sealed-secrets.ts';
import { insertWorkspace } from '../../src/store/workspaces.ts';
import { bareApp } from '../support/bare-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

let opened: TestDatabase;
const workspaceId = newId();
const someone = newId();
beforeAll(async () => {
  opened = await openTestDatabase();
  await inWorkspace(opened.database.db, workspaceId, (trx) => insertWorkspace(trx, { id: workspaceId, name: 'Test' }));
});
afterAll(() => opened.remove());

let made: string[];
/** What the slow route waits for. */
let gate: Promise<void>;
beforeEach(() => {
  made = [];
  gate = Promise.resolve();
});

function appWithRoutes(times?: IdempotencyTimes): App {
  const app = bareApp();
  app.addHook('onRequest', async (request) => {
    const userId = String(request.headers['x-user'] ?? someone);
    Object.assign(request, { caller: { userId, workspaceId, via: 'bearer' } });
  });
  const secrets = openSecretBox(`${opened.dataDir}/secrets/test.key`);
  useIdempotencyKeys(app, { db: opened.database.db, secrets }, times);
  const make = (path: string, config: object) =>
    app.post(
      path,
      {
        config,
        schema: {
          body: z.object({ name: z.string() }),
          response: { 201: z.object({ id: z.string(), name: z.string() }) },
        },
      },
      async (request, reply) => {
        await gate;
        const { name } = request.body;
        made.push(name);
        if (name === 'refused') throw new SheafError('quota.exceeded');
        if (name === 'broken') throw new Error('out of luck');
        return reply
          .code(201)
          .header('location', `/things/${made.length}`)
          .send({ id: `id-${made.length}`, name });
      },
    );
  make('/things', { idempotent: true });
  make('/others', { idempotent: true });
  make('/keys', { idempotent: true, secret: true });
  make('/plain', {});
  return app;
}

/** Async, so that the request is under way before anybody waits for it. */
const post = async (app: App, key: string | undefined, body: object = { name: 'a' }, path = '/things', user?: string) =>
  app.inject({
    method: 'POST',
    url: path,
    payload: body,
    headers: { ...(key ? { 'idempotency-key': key } : {}), ...(user ? { 'x-user': user } : {}) },
  });

test('a repeat gets the same status, body and headers, and makes nothing', async () => {
  const app = appWithRoutes();
  const first = await post(app, 'k1');
  const again = await post(app, 'k1');
  expect(made).toEqual(['a']);
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect([again.statusCode, again.body, again.headers.location, again.headers['content-type']]).toEqual([
    first.statusCode,
    first.body,
    first.headers.location,
    first.headers['content-type'],
  ]);
});

test('without a key, or on a route that does not declare it, each request is a new one', async () => {
  const app = appWithRoutes();
  await post(app, undefined);
  await post(app, undefined);
  await post(app, 'k2', { name: 'p' }, '/plain');
  await post(app, 'k2', { name: 'p' }, '/plain');
  expect(made).toEqual(['a', 'a', 'p', 'p']);
});

test('another body under the key: 422, nothing done', async () => {
  const app = appWithRoutes();
  await post(app, 'k3');
  const answer = await post(app, 'k3', { name: 'b' });
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'idempotency.mismatch']);
  expect(made).toEqual(['a']);
});

test('the same key means something else for another user and on another route', async () => {
  const app = appWithRoutes();
  await post(app, 'k4');
  await post(app, 'k4', { name: 'a' }, '/things', newId());
  await post(app, 'k4', { name: 'a' }, '/others');
  expect(made).toEqual(['a', 'a', 'a']);
});

test('at the same time: one does it, the others wait and get its answer', async () => {
  const app = appWithRoutes();
  let open = () => {};
  gate = new Promise((resolve) => (open = resolve));
  const all = Array.from({ length: 5 }, () => post(app, 'k5'));
  setTimeout(open, 300);
  const answers = await Promise.all(all);
  expect(made).toEqual(['a']);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers['idempotency-replayed'])).toHaveLength(4);
});

test('one that takes long: 409 with the time to come back', async () => {
  const app = appWithRoutes({ waitMs: 100, leaseMs: 60_000 });
  let open = () => {};
  gate = new Promise((resolve) => (open = resolve));
  const first = post(app, 'k6');
  await expect.poll(running, { timeout: 5000 }).toBe(1);
  const second = await post(app, 'k6');
  expect([second.statusCode, second.json().code]).toEqual([409, 'idempotency.in-progress']);
  expect(second.headers['retry-after']).toBe('1');
  open();
  expect((await first).statusCode).toBe(201);
  expect((await post(app, 'k6')).headers['idempotency-replayed']).toBe('true');
});

test.each(['refused', 'broken'])(
  'a request that had no effect (%s) is not kept: the repeat tries again',
  async (name) => {
    const app = appWithRoutes();
    const first = await post(app, `k7-${name}`, { name });
    await post(app, `k7-${name}`, { name });
    expect(first.statusCode).toBeGreaterThanOrEqual(400);
    expect(made).toEqual([name, name]);
  },
);

test('a claim that a dead process left is taken over after its lease', async () => {
  const app = appWithRoutes({ waitMs: 5000, leaseMs: 300 });
  let open = () => {};
  gate = new Promise((resolve) => (open = resolve));
  const stuck = post(app, 'k8');
  await expect.poll(running, { timeout: 5000 }).toBe(1);
  expect(made).toEqual([]);
  gate = Promise.resolve();
  expect((await post(app, 'k8')).statusCode).toBe(201);
  open();
  await stuck;
  // The first, late after all, does not replace the answer that was given.
  expect((await post(app, 'k8')).json().id).toBe('id-1');
});

/** Claims without an answer. */
const running = async () => (await rows()).filter(({ response }) => response === null).length;
const rows = () =>
  inWorkspace(opened.database.db, workspaceId, (trx) => trx.selectFrom('idempotency_keys').selectAll().execute());

test('an answer with a secret is stored so that only the server can read it', async () => {
  const app = appWithRoutes();
  const name = 'canary-7f3a';
  const first = await post(app, 'k9', { name }, '/keys');
  const again = await post(app, 'k9', { name }, '/keys');
  expect(again.body).toBe(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(JSON.stringify(await rows())).not.toContain(name);
});

test('after a day the key is new, and the answer is deleted in every workspace', async () => {
  const app = appWithRoutes();
  await post(app, 'k10');
  const { db } = opened.database;
  const age = () =>
    inWorkspace(db, workspaceId, (trx) =>
      trx
        .updateTable('idempotency_keys')
        .set({ created_at: new Date(Date.now() - 25 * 3_600_000) } as never)
        .execute(),
    );
  await age();
  expect((await post(app, 'k10')).headers['idempotency-replayed']).toBeUndefined();
  expect(made).toEqual(['a', 'a']);
  await age();
  await deleteOldAnswers(db);
  expect(await rows()).toEqual([]);
});

test('the sweep leaves what is younger', async () => {
  const { db } = opened.database;
  const claim = { workspaceId, key: 'young', fingerprint: 'f' };
  await inWorkspace(db, workspaceId, (trx) => claimKeyForAnswer(trx, claim, 1000));
  await deleteOldAnswers(db);
  expect(await rows()).toHaveLength(1);
});
