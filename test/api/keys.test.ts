// API keys: what they open, what they never open, and when they die.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isApiKey, makeApiKey } from '../../src/identity/api-key-format.ts';
import { call, makePerson, type Person } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function makeKey(person: Person, body: Record<string, unknown> = {}) {
  const answer = await call(server, '/keys', {
    token: person.token,
    body: { name: 'Import', scopes: ['types.read', 'documents.read'], ...body },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

test('is shown once, looks like a key, and works both ways', async () => {
  const person = await makePerson(server);
  const { key, ...shown } = await makeKey(person);
  expect(key).toMatch(/^shk_[0-9A-Za-z]{49}$/);
  expect(shown).toMatchObject({ hint: key.slice(0, 8), madeBy: person.id, lastUsedAt: null });
  const list = await call(server, '/keys', { token: person.token });
  expect(list.body.items).toMatchObject([shown]);
  expect(JSON.stringify(list.body)).not.toContain(key);
  expect((await call(server, '/types', { token: key })).status).toBe(200);
  expect((await call(server, '/types', { headers: { 'x-api-key': key } })).status).toBe(200);
});

test('opens what its scopes say, and nothing else', async () => {
  const person = await makePerson(server);
  const { key } = await makeKey(person, { scopes: ['types.read'] });
  for (const path of ['/documents', '/keys', '/me', '/auth/sessions']) {
    expect([path, (await call(server, path, { token: key })).status]).toEqual([path, 403]);
  }
});

test('of an administrator opens nothing of the person or the installation', async () => {
  const scopes = ['documents.read', 'types.read'];
  const { body } = await call(server, '/keys', { token: server.token, body: { name: 'Boss', scopes } });
  const rotate = await call(server, '/system/signing-keys/rotate', { method: 'POST', token: body.key });
  expect(rotate.status).toBe(403);
  expect((await call(server, '/me/email', { token: body.key, body: { email: 'a@example.com' } })).status).toBe(403);
  expect((await call(server, '/auth/logout', { method: 'POST', token: body.key })).status).toBe(403);
});

test.each([['keys.manage'], ['workspace.erase'], ['nothing.known'], ['account'], ['system']])(
  'cannot be given %s',
  async (scope) => {
    const person = await makePerson(server);
    const answer = await call(server, '/keys', { token: person.token, body: { name: 'x', scopes: [scope] } });
    expect(answer.status).toBe(400);
  },
);

test('sees only the workspace that it was made in', async () => {
  const [person, other] = [await makePerson(server), await makePerson(server)];
  const { key } = await makeKey(person);
  const headers = { 'sheaf-workspace': other.workspace };
  expect((await call(server, '/documents', { token: key, headers })).body.code).toBe('workspace.not-found');
  const mine = { 'sheaf-workspace': person.workspace };
  expect((await call(server, '/documents', { token: key, headers: mine })).status).toBe(200);
});

test('dies when it is revoked, at once', async () => {
  const person = await makePerson(server);
  const { key, id } = await makeKey(person);
  expect((await call(server, '/types', { token: key })).status).toBe(200);
  expect((await call(server, `/keys/${id}`, { method: 'DELETE', token: person.token })).status).toBe(204);
  expect((await call(server, '/types', { token: key })).body.code).toBe('auth.required');
  expect((await call(server, `/keys/${id}`, { method: 'DELETE', token: person.token })).body.code).toBe(
    'key.not-found',
  );
});

test('of somebody else cannot be seen or revoked', async () => {
  const [person, other] = [await makePerson(server), await makePerson(server)];
  const { key, id } = await makeKey(person);
  expect((await call(server, '/keys', { token: other.token })).body.items).toEqual([]);
  expect((await call(server, `/keys/${id}`, { method: 'DELETE', token: other.token })).body.code).toBe('key.not-found');
  expect((await call(server, '/types', { token: key })).status).toBe(200);
});

test('dies when its time is over, also while it is remembered', async () => {
  const person = await makePerson(server);
  const { key } = await makeKey(person, { expiresAt: new Date(Date.now() + 1500).toISOString() });
  expect((await call(server, '/types', { token: key })).status).toBe(200);
  await expect.poll(async () => (await call(server, '/types', { token: key })).status, { timeout: 4000 }).toBe(401);
  const past = { name: 'x', scopes: ['types.read'], expiresAt: '2020-01-01T00:00:00Z' };
  expect((await call(server, '/keys', { token: person.token, body: past })).status).toBe(400);
});

test('lasts 90 days unless told otherwise', async () => {
  const person = await makePerson(server);
  const days = (Date.parse((await makeKey(person)).expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(89);
  expect(days).toBeLessThan(91);
  expect((await makeKey(person, { expiresAt: null })).expiresAt).toBeNull();
});

test('tells when it was last used', async () => {
  const person = await makePerson(server);
  const { key } = await makeKey(person);
  await call(server, '/types', { token: key });
  const lastUsedAt = async () => (await call(server, '/keys', { token: person.token })).body.items[0].lastUsedAt;
  await expect.poll(lastUsedAt).not.toBeNull();
  const first = await lastUsedAt();
  await call(server, '/types', { token: key });
  await call(server, '/types', { token: key });
  expect(await lastUsedAt()).toBe(first);
});

test('of any number but fifty is enough for anybody', async () => {
  const person = await makePerson(server);
  for (let i = 0; i < 50; i++) await makeKey(person, { name: `key ${i}` });
  const answer = await call(server, '/keys', { token: person.token, body: { name: 'x', scopes: ['types.read'] } });
  expect(answer.body.code).toBe('key.too-many');
});

test.each([
  ['a key that was never made', () => makeApiKey().key],
  ['a key with a wrong checksum', () => `${makeApiKey().key.slice(0, -1)}!`],
  ['only the prefix', () => 'shk_'],
  ['a key as long as a page', () => `shk_${'a'.repeat(3000)}`],
  ['random bytes', () => `shk_${randomBytes(40).toString('base64url')}`],
])('%s is refused like any other credential', async (_what, make) => {
  const key = make();
  for (const answer of [
    await call(server, '/types', { token: key }),
    await call(server, '/types', { headers: { 'x-api-key': key } }),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([401, 'auth.required']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  }
});

test('a key and a token in one request are refused, for nobody could say which counts', async () => {
  const person = await makePerson(server);
  const { key } = await makeKey(person);
  const answer = await call(server, '/types', { token: person.token, headers: { 'x-api-key': key } });
  expect(answer.status).toBe(401);
});

describe('format', () => {
  test('every key passes its own check; a changed character does not', () => {
    for (let i = 0; i < 200; i++) {
      const { key } = makeApiKey();
      expect(isApiKey(key)).toBe(true);
      const at = 4 + (i % 49);
      const changed = key[at] === 'A' ? 'B' : 'A';
      expect(isApiKey(key.slice(0, at) + changed + key.slice(at + 1))).toBe(false);
    }
  });
});
