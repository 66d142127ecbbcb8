// Leaving with a way back: closed at once, taken back by a mailed link, erased when its time is over.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepingRound } from '../../src/jobs/keeping-round.ts';
import { postJson } from '../support/api-fetch.ts';
import { call, mailTo, makePerson, PASSWORD, signIn, tokenIn } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const DAY_MS = 24 * 60 * 60_000;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { TRASH_DAYS: '30' } });
});
afterAll(() => server.stop());

const close = (token: string, body: unknown = { password: PASSWORD }) => call(server, '/me/close', { token, body });
const rounds = (days: number) => keepingRound(server.inside.services, new Date(Date.now() + days * DAY_MS));
const closed = async (search: string) =>
  (await call(server, `/admin/users?closed=true&search=${encodeURIComponent(search)}`, { token: server.token })).body
    .items;

test('closing ends the sessions and keys, and answers as for a wrong password', async () => {
  const person = await makePerson(server);
  const key = (await postJson(`${server.url}/api/v1/keys`, { name: 'k', scopes: ['documents.read'] }, person.token))
    .key;
  expect((await call(server, '/documents', { token: key })).status).toBe(200);
  const { status, body } = await close(person.token, { password: PASSWORD, reason: 'moving on' });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(Date.parse(body.erasedAt) / DAY_MS - Date.now() / DAY_MS).toBeCloseTo(30, 1);
  expect((await call(server, '/me', { token: person.token })).status).toBe(401);
  expect((await call(server, '/documents', { token: key })).status).toBe(401);
  expect((await signIn(server, person.email)).body.code).toBe('auth.invalid-credentials');
  expect(await closed(person.email)).toMatchObject([
    { id: person.id, disabledBy: person.id, disabledReason: 'moving on', disabledAt: expect.any(String) },
  ]);
});

test('the mailed link takes it back, once', async () => {
  const person = await makePerson(server);
  await close(person.token);
  const token = tokenIn(await mailTo(server, person.email, 'account-deleted'));
  expect((await call(server, '/auth/restore', { body: { token } })).status).toBe(204);
  expect((await signIn(server, person.email)).status).toBe(200);
  expect((await call(server, '/auth/restore', { body: { token } })).body.code).toBe('auth.link-invalid');
  expect(await closed(person.email)).toEqual([]);
});

test('what an administrator closed is not taken back by the link', async () => {
  const person = await makePerson(server);
  await close(person.token);
  const token = tokenIn(await mailTo(server, person.email, 'account-deleted'));
  await call(server, `/admin/users/${person.id}/enable`, { method: 'POST', token: server.token });
  const disable = { method: 'POST', token: server.token, body: { reason: 'abuse' } };
  expect((await call(server, `/admin/users/${person.id}/disable`, disable)).status).toBe(204);
  expect((await call(server, '/auth/restore', { body: { token } })).body.code).toBe('auth.link-invalid');
  expect(await closed(person.email)).toMatchObject([{ disabledReason: 'abuse' }]);
  await rounds(31);
  expect(await closed(person.email)).toHaveLength(1);
});

test('it is erased when its time is over, and not before', async () => {
  const person = await makePerson(server);
  await close(person.token);
  await rounds(29);
  expect(await closed(person.email)).toHaveLength(1);
  expect((await rounds(31)).erasedAccounts).toBeGreaterThan(0);
  expect(await closed(person.email)).toEqual([]);
});

test.each([
  ['without the password', {}, 403, 'account.proof-needed'],
  ['with a wrong one', { password: 'not it' }, 403, 'account.wrong-password'],
])('%s nothing is closed', async (_how, body, status, code) => {
  const person = await makePerson(server);
  expect(await close(person.token, body)).toMatchObject({ status, body: { code } });
  expect((await call(server, '/me', { token: person.token })).status).toBe(200);
});

test('the only one who administers the installation stays', async () => {
  const password = 'canary correct horse battery';
  expect(await close(server.token, { password })).toMatchObject({
    status: 409,
    body: { code: 'account.last-administrator' },
  });
});
