import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, makePerson, PASSWORD, type Person, signIn } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const codeOf = (secret: string, steps = 0): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(secret))).hotp(Math.floor(Date.now() / 30_000) + steps);

/** `code` is the one that confirmed it. */
async function setUp(person: Person): Promise<{ secret: string; recoveryCodes: string[]; code: string }> {
  const start = await call(server, '/auth/second-factor', { token: person.token, body: { password: PASSWORD } });
  expect(start.status).toBe(200);
  expect(start.headers.get('cache-control')).toBe('no-store');
  // The code of the step before: the present one stays for signing in.
  const code = await codeOf(start.body.secret, -1);
  const done = await call(server, '/auth/second-factor/confirm', { token: person.token, body: { code } });
  expect(done.status, JSON.stringify(done.body)).toBe(204);
  return { ...start.body, code };
}

async function challengeOf(person: Person): Promise<string> {
  const { status, body } = await signIn(server, person.email);
  expect([status, body.status]).toEqual([200, 'second-factor']);
  expect(Object.keys(body).sort()).toEqual(['challenge', 'status']);
  return body.challenge;
}

const complete = (challenge: string, more: Record<string, string>) =>
  call(server, '/auth/login/second-factor', { body: { challenge, ...more } });

test('starting changes nothing at sign-in until a first code is right', async () => {
  const person = await makePerson(server);
  const start = await call(server, '/auth/second-factor', { token: person.token, body: { password: PASSWORD } });
  expect(start.body.uri).toMatch(/^otpauth:\/\/totp\/Sheaf:/);
  expect(start.body.recoveryCodes).toHaveLength(10);
  expect((await signIn(server, person.email)).body.status).toBe('signed-in');
  const wrong = await call(server, '/auth/second-factor/confirm', { token: person.token, body: { code: '000000' } });
  expect(wrong.body.code).toBe('auth.code-invalid');
  expect((await call(server, '/me', { token: person.token })).body.secondFactor).toBe(false);
});

test('the picture for the camera holds the address for the app, with a margin of four light modules', async () => {
  const person = await makePerson(server);
  const { body } = await call(server, '/auth/second-factor', { token: person.token, body: { password: PASSWORD } });
  const { data, size } = encode(body.uri, { border: 4 });
  expect(body.qrCode).toContain(`viewBox="0 0 ${size} ${size}"`);
  const dark = [...body.qrCode.matchAll(/M(\d+),(\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`);
  const expected = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
  expect(dark).toEqual(expected);
  expect(dark.some((place) => place.split(',').some((at) => Number(at) < 4 || Number(at) >= size - 4))).toBe(false);
});

test('starting needs the password', async () => {
  const person = await makePerson(server);
  const none = await call(server, '/auth/second-factor', { token: person.token, body: {} });
  expect(none.body.code).toBe('account.proof-needed');
  const wrong = await call(server, '/auth/second-factor', { token: person.token, body: { password: 'guess guess' } });
  expect(wrong.body.code).toBe('account.wrong-password');
});

test('the session that set it up goes on, refresh included', async () => {
  const person = await makePerson(server);
  await setUp(person);
  expect((await call(server, '/me', { token: person.token })).body.secondFactor).toBe(true);
  const next = await call(server, '/auth/refresh', { body: { refresh_token: person.refresh } });
  expect(next.body.session).toBe(person.session);
});

test('password alone gives no token; password and code do', async () => {
  const person = await makePerson(server);
  const { secret } = await setUp(person);
  const done = await complete(await challengeOf(person), { code: await codeOf(secret) });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  expect((await call(server, '/me', { token: done.body.access_token })).status).toBe(200);
});

test('a code counts once, also when two use it at the same time', async () => {
  const person = await makePerson(server);
  const { secret } = await setUp(person);
  const [one, two, three] = [await challengeOf(person), await challengeOf(person), await challengeOf(person)];
  const code = await codeOf(secret);
  const both = await Promise.all([complete(one, { code }), complete(two, { code })]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 401]);
  expect((await complete(three, { code })).body.code).toBe('auth.code-invalid');
  // The one that set it up, and the one that was faster.
  expect((await call(server, '/auth/sessions', { token: person.token })).body.items).toHaveLength(2);
});

test('the code that confirmed it does not sign in', async () => {
  const person = await makePerson(server);
  const { code } = await setUp(person);
  const answer = await complete(await challengeOf(person), { code });
  expect(answer.body.code).toBe('auth.code-invalid');
});

test('a recovery code counts once', async () => {
  const person = await makePerson(server);
  const { recoveryCodes } = await setUp(person);
  const recoveryCode = recoveryCodes[0]!;
  expect((await complete(await challengeOf(person), { recoveryCode })).status).toBe(200);
  expect((await complete(await challengeOf(person), { recoveryCode })).body.code).toBe('auth.code-invalid');
});

test('new recovery codes end the old ones', async () => {
  const person = await makePerson(server);
  const { recoveryCodes } = await setUp(person);
  const made = await call(server, '/auth/second-factor/recovery-codes', {
    token: person.token,
    body: { password: PASSWORD },
  });
  expect(made.body.recoveryCodes).toHaveLength(10);
  expect((await complete(await challengeOf(person), { recoveryCode: recoveryCodes[3]! })).status).toBe(401);
  const fresh = made.body.recoveryCodes[0];
  expect((await complete(await challengeOf(person), { recoveryCode: fresh })).status).toBe(200);
});

test('a challenge ends after five wrong codes', async () => {
  const person = await makePerson(server);
  const { secret } = await setUp(person);
  const challenge = await challengeOf(person);
  for (let i = 0; i < 5; i++) expect((await complete(challenge, { code: '000000' })).status).toBe(401);
  const answer = await complete(challenge, { code: await codeOf(secret) });
  expect(answer.body.code).toBe('auth.challenge-invalid');
});

test.each([
  ['nothing', ''],
  ['noise', 'AAAA'],
  ['a forged cookie', Buffer.from('better-auth.two_factor=2fa-x.c2ln').toString('base64url')],
  ['a session cookie', Buffer.from('better-auth.session_token=x.y').toString('base64url')],
  ['two cookies', Buffer.from('better-auth.two_factor=a; better-auth.session_token=b').toString('base64url')],
])('a challenge made of %s is refused', async (_what, challenge) => {
  const answer = await complete(challenge, { code: '123456' });
  expect([400, 401]).toContain(answer.status);
  expect(['request.invalid', 'auth.challenge-invalid']).toContain(answer.body.code);
});

test('a challenge of one person does not take the code of another', async () => {
  const [person, thief] = [await makePerson(server), await makePerson(server)];
  await setUp(person);
  const { secret } = await setUp(thief);
  const answer = await complete(await challengeOf(person), { code: await codeOf(secret) });
  expect(answer.body.code).toBe('auth.code-invalid');
});

test('is turned off with the password, and the session goes on', async () => {
  const person = await makePerson(server);
  await setUp(person);
  const path = '/auth/second-factor/disable';
  expect((await call(server, path, { token: person.token, body: {} })).body.code).toBe('account.proof-needed');
  expect((await call(server, path, { token: person.token, body: { password: PASSWORD } })).status).toBe(204);
  expect((await signIn(server, person.email)).body.status).toBe('signed-in');
  expect((await call(server, '/me', { token: person.token })).status).toBe(200);
});

test('codes of a minute ago are refused', async () => {
  const person = await makePerson(server);
  const { secret } = await setUp(person);
  const challenge = await challengeOf(person);
  const old = await codeOf(secret, -3);
  expect((await complete(challenge, { code: old })).body.code).toBe('auth.code-invalid');
});
