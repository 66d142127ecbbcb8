// The whole ceremony with a device in software, and what an attacker would do to each part of it.

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, makePerson, PASSWORD, type Person } from '../support/person.ts';
import { type AuthenticatorTricks, createAuthenticator } from '../support/software-authenticator.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function begin(person: Person) {
  const { status, body } = await call(server, '/auth/passkeys/options', {
    token: person.token,
    body: { password: PASSWORD },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

async function register(person: Person, device = createAuthenticator(server.origin), tricks: AuthenticatorTricks = {}) {
  const { options, challenge } = await begin(person);
  const body = { challenge, credential: device.create(options, tricks), name: 'Laptop' };
  return { device, answer: await call(server, '/auth/passkeys', { token: person.token, body }) };
}

const beginSignIn = async () => (await call(server, '/auth/login/passkey/options', { method: 'POST' })).body;
const finish = (challenge: string, credential: unknown) =>
  call(server, '/auth/login/passkey', { body: { challenge, credential } });

test('is made, listed, renamed, signs in, and is removed', async () => {
  const person = await makePerson(server);
  const { device, answer } = await register(person);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect(answer.body).toMatchObject({ name: 'Laptop', backedUp: false });
  expect(Object.keys(answer.body).sort()).toEqual(['backedUp', 'createdAt', 'id', 'name']);

  const { options, challenge } = await beginSignIn();
  expect(options).toMatchObject({ userVerification: 'required', rpId: 'localhost' });
  const done = await finish(challenge, device.get(options));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  expect(done.headers.get('cache-control')).toBe('no-store');
  expect(done.headers.get('set-cookie')).toBeNull();
  expect((await call(server, '/me', { token: done.body.access_token })).body.id).toBe(person.id);

  const path = `/auth/passkeys/${answer.body.id}`;
  const renamed = await call(server, path, { method: 'PATCH', token: person.token, body: { name: 'Old laptop' } });
  expect(renamed.body.name).toBe('Old laptop');
  expect((await call(server, path, { method: 'DELETE', token: person.token })).status).toBe(204);
  expect((await call(server, '/auth/passkeys', { token: person.token })).body.items).toEqual([]);
  const again = await beginSignIn();
  expect((await finish(again.challenge, device.get(again.options))).body.code).toBe('auth.passkey-refused');
});

test('making one needs the password', async () => {
  const person = await makePerson(server);
  const answer = await call(server, '/auth/passkeys/options', { token: person.token, body: {} });
  expect(answer.body.code).toBe('account.proof-needed');
});

test.each<[string, AuthenticatorTricks]>([
  ['of another origin', { origin: 'https://evil.example' }],
  ['for another relying party', { rpId: 'evil.example' }],
  ['of a device that did not ask for PIN or finger', { unverified: true }],
  ['of the other ceremony', { type: 'webauthn.get' }],
])('registration %s is refused', async (_what, tricks) => {
  const person = await makePerson(server);
  const { answer } = await register(person, undefined, tricks);
  expect([answer.status, answer.body.code]).toEqual([401, 'auth.passkey-refused']);
  expect((await call(server, '/auth/passkeys', { token: person.token })).body.items).toEqual([]);
});

test.each<[string, AuthenticatorTricks]>([
  ['of another origin', { origin: 'https://evil.example' }],
  ['for another relying party', { rpId: 'evil.example' }],
  ['of a device that did not ask for PIN or finger', { unverified: true }],
  ['of the other ceremony', { type: 'webauthn.create' }],
])('sign-in %s is refused', async (_what, tricks) => {
  const { device } = await register(await makePerson(server));
  const { options, challenge } = await beginSignIn();
  const answer = await finish(challenge, device.get(options, tricks));
  expect([answer.status, answer.body.code]).toEqual([401, 'auth.passkey-refused']);
});

test('an answer counts once, and no answer fits the challenge of another', async () => {
  const { device } = await register(await makePerson(server));
  const { options, challenge } = await beginSignIn();
  const credential = device.get(options);
  expect((await finish(challenge, credential)).status).toBe(200);
  expect((await finish(challenge, credential)).body.code).toBe('auth.challenge-invalid');
  const next = await beginSignIn();
  expect((await finish(next.challenge, credential)).body.code).toBe('auth.passkey-refused');
});

test('a counter that goes back tells of a copy', async () => {
  const { device } = await register(await makePerson(server));
  for (const counter of [10, 9, 9]) {
    device.device.counter = counter;
    const { options, challenge } = await beginSignIn();
    const answer = await finish(challenge, device.get(options));
    expect(answer.status).toBe(counter === 10 ? 200 : 401);
  }
});

test('a signature by another key is refused', async () => {
  const { device } = await register(await makePerson(server));
  const { options, challenge } = await beginSignIn();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect((await finish(challenge, device.get(options, {}, privateKey))).body.code).toBe('auth.passkey-refused');
});

test('the challenge of making one does not sign in, nor the other way round', async () => {
  const person = await makePerson(server);
  const { device } = await register(person);
  const made = await begin(person);
  const answer = await finish(made.challenge, device.get({ challenge: made.options.challenge, rpId: 'localhost' }));
  expect(answer.body.code).toBe('auth.challenge-invalid');

  const signing = await beginSignIn();
  const other = createAuthenticator(server.origin);
  const credential = other.create({ challenge: signing.options.challenge, rp: { id: 'localhost' } });
  const body = { challenge: signing.challenge, credential };
  expect((await call(server, '/auth/passkeys', { token: person.token, body })).body.code).toBe(
    'auth.challenge-invalid',
  );
});

test('a challenge of one person makes no passkey for another', async () => {
  const [person, thief] = [await makePerson(server), await makePerson(server)];
  const { options, challenge } = await begin(person);
  const body = { challenge, credential: createAuthenticator(server.origin).create(options) };
  const answer = await call(server, '/auth/passkeys', { token: thief.token, body });
  expect(answer.status).toBe(401);
  for (const { token } of [person, thief]) {
    expect((await call(server, '/auth/passkeys', { token })).body.items).toEqual([]);
  }
});

test('passkeys of others are like none', async () => {
  const [person, other] = [await makePerson(server), await makePerson(server)];
  const { answer } = await register(person);
  const path = `/auth/passkeys/${answer.body.id}`;
  const renamed = await call(server, path, { method: 'PATCH', token: other.token, body: { name: 'Mine' } });
  expect(renamed.body.code).toBe('passkey.not-found');
  expect((await call(server, path, { method: 'DELETE', token: other.token })).body.code).toBe('passkey.not-found');
});

test.each([
  [{ id: 'x' }],
  [{ id: 'x', response: null }],
  [{ id: 'x', response: { clientDataJSON: '!', signature: 1 } }],
])('a credential that is none (%j) is refused without an error of ours', async (credential) => {
  const person = await makePerson(server);
  const { challenge } = await begin(person);
  const made = await call(server, '/auth/passkeys', { token: person.token, body: { challenge, credential } });
  expect(made.status).toBe(401);
  const signing = await beginSignIn();
  expect((await finish(signing.challenge, credential)).status).toBe(401);
});

test('a broken credential of a known passkey is refused without an error of ours', async () => {
  const { device } = await register(await makePerson(server));
  const { options, challenge } = await beginSignIn();
  const credential = {
    ...device.get(options),
    response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
  };
  expect((await finish(challenge, credential)).status).toBe(401);
});
