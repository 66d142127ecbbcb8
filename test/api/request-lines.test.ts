import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { call, makePerson } from '../support/person.ts';
import { type Answer, finishedRun, form, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Lines of one request, when its last has come. */
async function linesOf(requestId: string, last = 'request'): Promise<Record<string, unknown>[]> {
  const find = () => server.logs.filter((line) => line.request_id === requestId);
  await expect.poll(() => find().some(({ message }) => message === last), { timeout: 15_000 }).toBe(true);
  return find();
}

test('a request is one line: who by ids, which route, what came of it, how long', async () => {
  const person = await makePerson(server);
  const id = 'line-of-a-request';
  await call(server, '/documents?limit=3&cursor=', { token: person.token, headers: { 'x-request-id': id } });
  expect(await linesOf(id)).toEqual([
    {
      timestamp: expect.any(String),
      level: 'info',
      module: 'api',
      message: 'request',
      request_id: id,
      user_id: person.id,
      workspace_id: person.workspace,
      method: 'GET',
      route: '/api/v1/documents',
      path: '/api/v1/documents',
      status: expect.any(Number),
      duration_ms: expect.any(Number),
    },
  ]);
});

test('ids in the address are told; whatever else stands in their place is not', async () => {
  const document = '01a1f7bc-7a47-7000-b5d4-4df02a6516cc';
  await apiFetch(`${server.url}/api/v1/documents/${document}`, { headers: { 'x-request-id': 'an-id' } });
  await apiFetch(`${server.url}/api/v1/documents/canary`, { headers: { 'x-request-id': 'no-id' } });
  await apiFetch(`${server.url}/canary/canary?canary=1`, { headers: { 'x-request-id': 'no-route' } });
  expect((await linesOf('an-id'))[0]).toMatchObject({ path: `/api/v1/documents/${document}`, status: 404 });
  expect((await linesOf('no-id'))[0]).toMatchObject({ path: '/api/v1/documents/:id', status: 404 });
  expect((await linesOf('no-route'))[0]).not.toHaveProperty('path');
});

test('who may not is told by id, too; who is not known by none', async () => {
  const person = await makePerson(server);
  await call(server, '/admin/users', { token: person.token, headers: { 'x-request-id': 'refused' } });
  await call(server, '/admin/users', { headers: { 'x-request-id': 'unknown' } });
  expect((await linesOf('refused'))[0]).toMatchObject({ status: 403, user_id: person.id });
  expect((await linesOf('unknown'))[0]).not.toHaveProperty('user_id');
});

test('what an action logs on the way carries the id of its request', async () => {
  const person = await makePerson(server);
  const refresh = (id: string) =>
    call(server, '/auth/refresh', { body: { refresh_token: person.refresh }, headers: { 'x-request-id': id } });
  await refresh('first');
  await refresh('twice');
  const lines = await linesOf('twice');
  expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
    'warn a refresh token came twice: session ended',
    'info request',
  ]);
  expect(lines[0]).toMatchObject({ user_id: person.id });
});

test('the id goes on into the job, and into every line of it', async () => {
  const response = await apiFetch(`${server.url}/api/v1/documents`, {
    method: 'POST',
    body: form({ 'a.txt': 'number: A-1' }),
    headers: { 'x-request-id': 'goes-on' },
  });
  const { documents } = (await response.json()) as Answer;
  await finishedRun(server.url, documents[0].run);
  const lines = await linesOf('goes-on', 'job done');
  const done = lines.find(({ message }) => message === 'job done');
  const asked = lines.find(({ message }) => message === 'request');
  expect(done).toMatchObject({ module: 'jobs', job: 'read-document', workspace_id: asked!.workspace_id });
});

test('requests at the same time keep their ids apart', async () => {
  const people = await Promise.all([1, 2, 3].map(() => makePerson(server)));
  const asked = Array.from({ length: 60 }, (_, i) => ({ id: `apart-${i}`, person: people[i % 3]! }));
  await Promise.all(
    asked.map(({ id, person }) =>
      call(server, '/me', { method: 'PATCH', token: person.token, body: {}, headers: { 'x-request-id': id } }),
    ),
  );
  for (const { id, person } of asked) expect((await linesOf(id))[0]).toMatchObject({ user_id: person.id });
});

test('a mail that a request made due carries its id into the job that sends it', async () => {
  const id = 'mail-due';
  const person = await makePerson(server);
  await call(server, '/auth/password/forgot', { body: { email: person.email }, headers: { 'x-request-id': id } });
  const lines = await linesOf(id, 'job done');
  expect(lines.some(({ job }) => job === 'send-email')).toBe(true);
});

test('probes that go well are not told at level info', async () => {
  await apiFetch(`${server.url}/readyz`, { headers: { 'x-request-id': 'a-probe' } });
  await apiFetch(`${server.url}/api/v1/usage`, { headers: { 'x-request-id': 'after-the-probe' } });
  await linesOf('after-the-probe');
  expect(server.logs.filter((line) => line.request_id === 'a-probe')).toEqual([]);
});
