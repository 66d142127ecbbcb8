// Signing in, refreshing, locking out, proving addresses: what the flows promise, and what an attacker would try.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin } from '../support/api-fetch.ts';
import { call, mailTo, makePerson, PASSWORD, type Person, signIn, tokenIn } from '../support/person.ts';
import { createAuthenticator } from '../support/software-authenticator.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const refresh = (token: string) => call(server, '/auth/refresh', { body: { refresh_token: token } });
const me = (token: string) => call(server, '/me', { token });

describe('refresh tokens', () => {
  test('are exchanged for the next pair of the same session', async () => {
    const person = await makePerson(server);
    const next = await refresh(person.refresh);
    expect(next.status).toBe(200);
    expect(next.headers.get('cache-control')).toBe('no-store');
    expect(next.body).toMatchObject({ session: person.session, token_type: 'Bearer', expires_in: 600 });
    expect(next.body.refresh_token).not.toBe(person.refresh);
    expect((await me(next.body.access_token)).status).toBe(200);
  });

  test('that come a second time end the session for thief and owner', async () => {
    const person = await makePerson(server);
    const next = await refresh(person.refresh);
    expect((await refresh(person.refresh)).status).toBe(401);
    expect((await refresh(next.body.refresh_token)).status).toBe(401);
    expect((await me(next.body.access_token)).status).toBe(401);
    expect((await me(person.token)).status).toBe(401);
  });

  test('two at once: exactly one gets the next pair, and then the session ends', async () => {
    const person = await makePerson(server);
    const both = await Promise.all([refresh(person.refresh), refresh(person.refresh)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 401]);
    const winner = both.find((answer) => answer.status === 200)!;
    expect((await me(winner.body.access_token)).status).toBe(401);
    expect((await refresh(winner.body.refresh_token)).status).toBe(401);
  });

  test('of other sessions are not touched by that', async () => {
    const person = await makePerson(server);
    const other = (await signIn(server, person.email)).body;
    await refresh(person.refresh);
    await refresh(person.refresh);
    expect((await refresh(other.refresh_token)).status).toBe(200);
  });

  test.each(['', 'shr_', `shr_${'A'.repeat(43)}`, 'null', "' or 1=1 --"])('%j is refused', async (token) => {
    expect([400, 401]).toContain((await refresh(token)).status);
  });

  test('from a cookie need a request of our own page', async () => {
    const person = await makePerson(server);
    const headers = { cookie: `sheaf-refresh=${person.refresh}`, origin: 'https://evil.example' };
    const foreign = await call(server, '/auth/refresh', { method: 'POST', headers });
    expect(foreign.body.code).toBe('request.origin');
    const own = { cookie: `sheaf-refresh=${person.refresh}`, origin: server.url };
    const answer = await call(server, '/auth/refresh', { method: 'POST', headers: own });
    expect(answer.status).toBe(200);
    expect(answer.body.refresh_token).toBeUndefined();
    const cookies = answer.headers.getSetCookie();
    expect(cookies.find((line) => line.startsWith('sheaf-refresh='))).toMatch(
      /Path=\/api\/v1\/auth;.*HttpOnly.*Strict/,
    );
    expect(cookies.find((line) => line.startsWith('sheaf-access='))).toMatch(/Path=\/;.*HttpOnly.*Strict/);
  });
});

describe('sessions', () => {
  test('are five at most: the oldest ends', async () => {
    const person = await makePerson(server);
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await signIn(server, person.email)).body);
    expect((await me(person.token)).status).toBe(401);
    for (const { access_token } of made) expect((await me(access_token)).status).toBe(200);
    expect((await call(server, '/auth/sessions', { token: made[4].access_token })).body.items).toHaveLength(5);
  });

  test('end at once when one signs out', async () => {
    const person = await makePerson(server);
    expect((await call(server, '/auth/logout', { method: 'POST', token: person.token })).status).toBe(204);
    expect((await me(person.token)).status).toBe(401);
    expect((await refresh(person.refresh)).status).toBe(401);
  });

  test('a session that was there before signing in is not taken over (fixation)', async () => {
    const [person, thief] = [await makePerson(server), await makePerson(server)];
    const headers = { cookie: `sheaf-access=${thief.token}; sheaf-refresh=${thief.refresh}`, origin: server.url };
    const body = { email: person.email, password: PASSWORD, cookies: true };
    const answer = await call(server, '/auth/login', { body, headers });
    expect(answer.body.session).not.toBe(thief.session);
    expect((await me(thief.token)).body.id).toBe(thief.id);
  });

  test('the tokens of the library open nothing and never leave', async () => {
    const person = await makePerson(server);
    const answer = await signIn(server, person.email);
    expect(Object.keys(answer.body).sort()).toEqual(
      ['access_token', 'expires_in', 'refresh_token', 'session', 'status', 'token_type'].sort(),
    );
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('set-auth-token')).toBeNull();
    expect((await call(server, '/auth/flow/get-session')).status).toBe(404);
    expect((await call(server, '/auth/flow/sign-in/email', { body: {} })).status).toBe(404);
  });
});

describe('names and passwords', () => {
  test('addresses are the same in any case and with spaces around', async () => {
    const person = await makePerson(server);
    expect((await signIn(server, ` ${person.email.toUpperCase()} `)).status).toBe(200);
    const again = { email: person.email.toUpperCase(), password: PASSWORD };
    expect((await call(server, '/auth/register', { body: again })).body.code).toBe('account.exists');
  });

  test('passwords are the same however a keyboard composes them (NFKC)', async () => {
    const email = `unicode-${Date.now()}@example.com`;
    const body = { email, password: 'Zürich ﬁndet 北京 🔑' };
    expect((await call(server, '/auth/register', { body })).status).toBe(201);
    expect((await signIn(server, email, 'Zu\u0308rich findet 北京 🔑')).status).toBe(200);
    expect((await signIn(server, email, 'Zurich findet 北京 🔑')).status).toBe(401);
  });

  test.each(['short', '12345678', 'password123', 'aaaaaaaaaa', 'x'.repeat(129), '🔑🔑🔑🔑🔑🔑🔑'])(
    'the password %j is too weak',
    async (password) => {
      const body = { email: `weak-${Date.now()}@example.com`, password };
      const answer = await call(server, '/auth/register', { body });
      expect([answer.status, answer.body.code]).toEqual([422, 'account.weak-password']);
      expect(JSON.stringify(answer.body)).not.toContain(password);
    },
  );

  test('the address is no password', async () => {
    const email = `myself-${Date.now()}@example.com`;
    const answer = await call(server, '/auth/register', { body: { email, password: email } });
    expect(answer.body.code).toBe('account.weak-password');
  });

  test('two who register the same address at once: one account', async () => {
    const body = { email: `twins-${Date.now()}@example.com`, password: PASSWORD };
    const both = await Promise.all([1, 2, 3].map(() => call(server, '/auth/register', { body })));
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('links', () => {
  async function resetLink(person: Person): Promise<string> {
    await call(server, '/auth/password/forgot', { body: { email: person.email } });
    return tokenIn(await mailTo(server, person.email, 'reset-password'));
  }

  test('to a new password count once, end all sessions, and open a locked name', async () => {
    const person = await makePerson(server);
    for (let i = 0; i < 5; i++) await signIn(server, person.email, 'wrong wrong');
    expect((await signIn(server, person.email)).status).toBe(429);
    const body = { token: await resetLink(person), password: 'a whole new start' };
    expect((await call(server, '/auth/password/reset', { body })).status).toBe(204);
    expect((await call(server, '/auth/password/reset', { body })).body.code).toBe('auth.link-invalid');
    expect((await me(person.token)).status).toBe(401);
    expect((await refresh(person.refresh)).status).toBe(401);
    expect((await signIn(server, person.email, body.password)).status).toBe(200);
  });

  test('to a weak password are not used up', async () => {
    const person = await makePerson(server);
    const token = await resetLink(person);
    expect((await call(server, '/auth/password/reset', { body: { token, password: '12345678' } })).status).toBe(422);
    expect((await call(server, '/auth/password/reset', { body: { token, password: PASSWORD } })).status).toBe(204);
  });

  test('for an address that nobody has answer alike and send nothing', async () => {
    const person = await makePerson(server);
    for (const path of ['/auth/password/forgot', '/auth/verify/resend']) {
      const [known, unknown] = [
        await call(server, path, { body: { email: person.email } }),
        await call(server, path, { body: { email: 'nobody@example.com' } }),
      ];
      expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
      const names = (reply: typeof known) => [...reply.headers.keys()].sort();
      expect(names(known)).toEqual(names(unknown));
    }
    await mailTo(server, person.email, 'reset-password');
    expect(server.mails.filter((mail) => mail.to === 'nobody@example.com')).toEqual([]);
  });

  test('prove the mailbox: what others set up on an unproven account before does not count after a new password', async () => {
    // Somebody registers an address that is not theirs, and leaves a passkey and a key behind.
    const thief = await makePerson(server);
    const begun = await call(server, '/auth/passkeys/options', { token: thief.token, body: { password: PASSWORD } });
    const device = createAuthenticator(server.origin);
    const credential = device.create(begun.body.options);
    await call(server, '/auth/passkeys', { token: thief.token, body: { challenge: begun.body.challenge, credential } });
    const key = await call(server, '/keys', { token: thief.token, body: { name: 'x', scopes: ['types.read'] } });
    expect((await call(server, '/types', { token: key.body.key })).status).toBe(200);

    const body = { token: await resetLink(thief), password: 'now it is mine' };
    expect((await call(server, '/auth/password/reset', { body })).status).toBe(204);

    const signing = (await call(server, '/auth/login/passkey/options', { method: 'POST' })).body;
    const answer = { challenge: signing.challenge, credential: device.get(signing.options) };
    expect((await call(server, '/auth/login/passkey', { body: answer })).status).toBe(401);
    expect((await call(server, '/types', { token: key.body.key })).status).toBe(401);
    const owner = (await signIn(server, thief.email, body.password)).body;
    expect((await me(owner.access_token)).body.emailVerified).toBe(true);
  });

  test.each([
    ['/auth/login/link', { token: 'A'.repeat(32) }],
    ['/auth/verify', { token: 'x.y.z' }],
    ['/auth/verify', { token: 'A'.repeat(1000) }],
    ['/auth/password/reset', { token: 'A'.repeat(24), password: PASSWORD }],
    ['/auth/email/confirm', { token: 'A'.repeat(32) }],
  ])('%s refuses what it never sent', async (path, body) => {
    const answer = await call(server, path, { body });
    expect([answer.status, answer.body.code]).toEqual([400, 'auth.link-invalid']);
  });

  test('stand in no log', async () => {
    const person = await makePerson(server);
    const token = await resetLink(person);
    await call(server, '/auth/password/reset', { body: { token, password: 'another one now' } });
    const log = JSON.stringify(server.logs);
    for (const secret of [token, person.token, person.refresh, 'another one now']) expect(log).not.toContain(secret);
  });
});

describe('EMAIL_VERIFICATION=required', () => {
  let strict: TestServer;
  beforeAll(async () => {
    strict = await startTestServer({ env: { EMAIL_VERIFICATION: 'required' } });
  });
  afterAll(() => strict.stop());

  test('nobody signs in before the address is proven, by one mail that is sent once', async () => {
    const email = 'careful@example.com';
    const made = await call(strict, '/auth/register', { body: { email, password: PASSWORD } });
    expect([made.status, made.body.tokens]).toEqual([201, null]);
    const mail = await mailTo(strict, email, 'verify-email');
    expect(strict.mails.filter(({ to }) => to === email)).toHaveLength(1);
    expect((await signIn(strict, email)).body.code).toBe('account.not-verified');
    // Only whoever knows the password learns that.
    expect((await signIn(strict, email, 'wrong wrong')).body.code).toBe('auth.invalid-credentials');

    expect((await call(strict, '/auth/verify', { body: { token: tokenIn(mail) } })).status).toBe(204);
    const { body } = await signIn(strict, email);
    expect((await call(strict, '/me', { token: body.access_token })).body.emailVerified).toBe(true);
  });

  test('a new link is sent to whoever asks', async () => {
    const email = 'again@example.com';
    await call(strict, '/auth/register', { body: { email, password: PASSWORD } });
    await call(strict, '/auth/verify/resend', { body: { email } });
    await expect.poll(() => strict.mails.filter(({ to }) => to === email).length).toBe(2);
  });
});

describe('first owner and closed registration', () => {
  test('nobody registers where registration is closed', async () => {
    const closed = await startTestServer({ env: { REGISTRATION: 'closed' } });
    const body = { email: 'new@example.com', password: PASSWORD };
    expect((await call(closed, '/auth/register', { body })).body.code).toBe('account.registration-closed');
    expect((await signIn(closed, admin.email, admin.password)).status).toBe(200);
    await closed.stop();
  });

  test('the owner of the settings administers the installation', async () => {
    expect((await me(server.token)).body).toMatchObject({ email: admin.email, systemAdministrator: true });
  });
});
