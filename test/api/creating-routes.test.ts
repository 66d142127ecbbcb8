// Every POST that makes something takes an Idempotency-Key, or says here why a repeat does no harm.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, makePerson } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const withoutKey: Readonly<Record<string, string>> = {
  '/api/v1/auth/register': 'nobody is known yet whose key it could be; the address is taken by the first',
  '/api/v1/auth/verify/resend': 'nobody is known; the answer tells nothing, and a second link does no harm',
  '/api/v1/auth/password/forgot': 'nobody is known; the answer tells nothing, and a second link does no harm',
  '/api/v1/auth/passkeys': 'ends a ceremony whose challenge counts once',
  '/api/v1/documents/{id}/release': 'makes nothing; a repeat is told that the document is not in quarantine',
  '/api/v1/jobs/{id}/cancel': 'makes nothing; a repeat is answered alike',
  '/api/v1/runs/{id}/cancel': 'makes nothing; a repeat is answered alike',
  '/api/v1/admin/jobs/{jobId}/cancel': 'makes nothing; a repeat is answered alike',
  '/api/v1/admin/jobs/{jobId}/retry': 'a repeat gets the same job, or is told that it is not dead',
  '/api/v1/mcp': 'makes nothing by itself; a program that proposes twice is seen twice, and a person decides',
  '/api/v1/cases/calendar': 'shows a secret, which is kept nowhere to be answered again; a repeat takes its place',
  '/api/v1/me/email': 'makes nothing but a link; a second one does no harm',
};

interface Operation {
  parameters?: { in: string; name: string }[];
  responses: Record<string, unknown>;
}

test('every creating POST declares it or is excused, and no excuse is left over', async () => {
  const { body } = await call(server, '/openapi.json');
  const paths = Object.entries(body.paths as Record<string, { post?: Operation }>);
  const creating = paths.flatMap(([path, { post }]) =>
    post && ('201' in post.responses || '202' in post.responses) ? [{ path, post }] : [],
  );
  expect(creating.length).toBeGreaterThan(10);
  const takesKey = ({ post }: { post: Operation }) =>
    post.parameters?.some(({ name }) => name.toLowerCase() === 'idempotency-key') === true;
  const without = creating.filter((route) => !takesKey(route)).map(({ path }) => path);
  expect(without.sort(), 'declare config.idempotent on the route, or say here why not').toEqual(
    Object.keys(withoutKey).sort(),
  );
});

test('a repeated request for an API key gets the same key, which the database does not hold in clear', async () => {
  const person = await makePerson(server);
  const body = { name: 'robot', scopes: ['documents.read'] };
  const ask = () => call(server, '/keys', { token: person.token, body, headers: { 'idempotency-key': 'once' } });
  const [first, second] = [await ask(), await ask()];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.body).toEqual(first.body);
  expect((await call(server, '/keys', { token: person.token })).body.items).toHaveLength(1);
  const rows = await server.inside.services.db.selectFrom('idempotency_keys').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(first.body.key);
});

test('two requests for a workspace under one key make one', async () => {
  const person = await makePerson(server);
  const headers = { 'idempotency-key': 'workspace' };
  const ask = () => call(server, '/workspaces', { token: person.token, body: { name: 'Another' }, headers });
  const answers = await Promise.all([ask(), ask()]);
  expect(answers.map(({ body }) => body.id)).toEqual([answers[0]!.body.id, answers[0]!.body.id]);
  expect((await call(server, '/workspaces', { token: person.token })).body.items).toHaveLength(2);
});
