// The account of whoever is signed in: profile, address, password, sessions.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, mailTo, makePerson, PASSWORD, signIn, tokenIn } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const safari = {
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1',
};

describe('profile', () => {
  test('shows the account, and nothing of password hashes or library tokens', async () => {
    const person = await makePerson(server, { name: 'Ada' });
    const { status, body } = await call(server, '/me', { token: person.token });
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: person.email, name: 'Ada', hasPassword: true, secondFactor: false });
    expect(JSON.stringify(body)).not.toMatch(/argon2|token|hash/i);
  });

  test('changes what is given and keeps the rest', async () => {
    const person = await makePerson(server, { name: 'Ada' });
    const change = { locale: 'de-CH', timeZone: 'Europe/Zurich' };
    const { body } = await call(server, '/me', { method: 'PATCH', token: person.token, body: change });
    expect(body).toMatchObject({ ...change, name: 'Ada' });
  });

  test.each([
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 400],
    ['an offset instead of a time zone', { timeZone: '+02:00' }, 400],
    ['a locale that is none', { locale: 'not a tag' }, 400],
    ['a locale not in its usual form', { locale: 'DE_ch' }, 400],
    ['an empty name', { name: '  ' }, 400],
    ['a workspace of others', { workspaceId: '00000000-0000-7000-8000-000000000001' }, 404],
  ])('refuses %s', async (_what, body, status) => {
    const person = await makePerson(server);
    expect((await call(server, '/me', { method: 'PATCH', token: person.token, body })).status).toBe(status);
  });

  test('cannot make itself an administrator', async () => {
    const person = await makePerson(server);
    const body = { name: 'x', systemAdministrator: true, emailVerified: true };
    const { body: account } = await call(server, '/me', { method: 'PATCH', token: person.token, body });
    expect(account).toMatchObject({ systemAdministrator: false, emailVerified: false });
  });
});

describe('another e-mail address', () => {
  test('is proved by a link to it, once; the old one gets a notice and signs nobody in any more', async () => {
    const person = await makePerson(server);
    const email = `New.${person.email}`;
    const body = { email: email.toUpperCase(), password: PASSWORD };
    expect((await call(server, '/me/email', { token: person.token, body })).status).toBe(202);
    const token = tokenIn(await mailTo(server, email.toLowerCase(), 'verify-email'));
    expect((await call(server, '/me', { token: person.token })).body.email).toBe(person.email);

    expect((await call(server, '/auth/email/confirm', { body: { token } })).status).toBe(204);
    expect((await call(server, '/auth/email/confirm', { body: { token } })).body.code).toBe('auth.link-invalid');
    expect((await mailTo(server, person.email, 'email-changed')).data.newEmail).toBe(email.toLowerCase());
    expect((await signIn(server, person.email)).status).toBe(401);
    expect((await signIn(server, email)).status).toBe(200);
  });

  test('needs the password', async () => {
    const person = await makePerson(server);
    const email = 'thief@example.com';
    expect((await call(server, '/me/email', { token: person.token, body: { email } })).body.code).toBe(
      'account.proof-needed',
    );
    const wrong = { email, password: 'not the password' };
    expect((await call(server, '/me/email', { token: person.token, body: wrong })).body.code).toBe(
      'account.wrong-password',
    );
  });

  test('of somebody else is answered alike, and sends nothing', async () => {
    const [person, other] = [await makePerson(server), await makePerson(server)];
    const before = server.mails.length;
    const answer = await call(server, '/me/email', {
      token: person.token,
      body: { email: other.email, password: PASSWORD },
    });
    expect([answer.status, answer.body]).toEqual([202, { status: 'accepted' }]);
    await call(server, '/me', { token: person.token });
    expect(server.mails.slice(before).filter((mail) => mail.to === other.email)).toEqual([]);
  });

  test('that was taken meanwhile stays with whoever took it', async () => {
    const person = await makePerson(server);
    const email = `wanted-${person.email}`;
    await call(server, '/me/email', { token: person.token, body: { email, password: PASSWORD } });
    const token = tokenIn(await mailTo(server, email, 'verify-email'));
    await call(server, '/auth/register', { body: { email, password: PASSWORD } });
    expect((await call(server, '/auth/email/confirm', { body: { token } })).body.code).toBe('auth.link-invalid');
  });

  test.each([
    ['changes the password', 'change'],
    ['sets a new one by a mailed link', 'reset'],
  ])('that a thief asked for is not taken once the owner %s', async (_what, how) => {
    const person = await makePerson(server);
    const email = `thief-${person.email}`;
    await call(server, '/me/email', { token: person.token, body: { email, password: PASSWORD } });
    const token = tokenIn(await mailTo(server, email, 'verify-email'));
    if (how === 'change') {
      const body = { currentPassword: PASSWORD, newPassword: 'only mine again' };
      expect((await call(server, '/me/password', { method: 'PUT', token: person.token, body })).status).toBe(204);
    } else {
      await call(server, '/auth/password/forgot', { body: { email: person.email } });
      const link = tokenIn(await mailTo(server, person.email, 'reset-password'));
      const body = { token: link, password: 'only mine again' };
      expect((await call(server, '/auth/password/reset', { body })).status).toBe(204);
    }
    expect((await call(server, '/auth/email/confirm', { body: { token } })).body.code).toBe('auth.link-invalid');
  });

  test('makes password links to the old address worthless', async () => {
    const person = await makePerson(server);
    await call(server, '/auth/password/forgot', { body: { email: person.email } });
    const reset = tokenIn(await mailTo(server, person.email, 'reset-password'));
    const email = `moved-${person.email}`;
    await call(server, '/me/email', { token: person.token, body: { email, password: PASSWORD } });
    await call(server, '/auth/email/confirm', {
      body: { token: tokenIn(await mailTo(server, email, 'verify-email')) },
    });
    const answer = await call(server, '/auth/password/reset', { body: { token: reset, password: 'taken over now' } });
    expect(answer.body.code).toBe('auth.link-invalid');
  });
});

describe('password', () => {
  test('is changed with the current one; other sessions end at once, this one stays', async () => {
    const person = await makePerson(server);
    const other = (await signIn(server, person.email)).body;
    const body = { currentPassword: PASSWORD, newPassword: 'eight green bottles' };
    expect((await call(server, '/me/password', { method: 'PUT', token: person.token, body })).status).toBe(204);
    expect((await call(server, '/me', { token: other.access_token })).status).toBe(401);
    expect((await call(server, '/me', { token: person.token })).status).toBe(200);
    expect((await signIn(server, person.email)).status).toBe(401);
    expect((await signIn(server, person.email, body.newPassword)).status).toBe(200);
    await mailTo(server, person.email, 'password-changed');
  });

  test('is not changed to a weak one', async () => {
    const person = await makePerson(server);
    const body = { currentPassword: PASSWORD, newPassword: 'password1' };
    const answer = await call(server, '/me/password', { method: 'PUT', token: person.token, body });
    expect([answer.status, answer.body.code]).toEqual([422, 'account.weak-password']);
  });

  test('cannot be guessed by whoever stole a session: wrong ones count as at sign-in', async () => {
    const person = await makePerson(server);
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) {
      const body = { currentPassword: `wrong guess ${i}`, newPassword: 'mine from now on' };
      codes.push((await call(server, '/me/password', { method: 'PUT', token: person.token, body })).body.code);
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('account.wrong-password'));
    expect(codes[5]).toBe('auth.locked');
  });

  test('cannot be set where there is one', async () => {
    const person = await makePerson(server);
    const answer = await call(server, '/me/password', {
      token: person.token,
      body: { newPassword: 'another one here' },
    });
    expect(answer.body.code).toBe('account.has-password');
  });
});

describe('sessions', () => {
  test('are listed with device, address and which one asks', async () => {
    const person = await makePerson(server);
    await signIn(server, person.email, PASSWORD, firefox);
    const { body } = await call(server, '/auth/sessions', { token: person.token });
    expect(body.items).toMatchObject([
      { device: 'Firefox on Windows', address: '127.0.0.1', current: false },
      { id: person.session, current: true },
    ]);
    expect(JSON.stringify(body)).not.toContain('token');
  });

  test('one is ended: its token and its refresh token count no more, at once', async () => {
    const person = await makePerson(server);
    const other = (await signIn(server, person.email)).body;
    expect((await call(server, '/me', { token: other.access_token })).status).toBe(200);
    const path = `/auth/sessions/${other.session}`;
    expect((await call(server, path, { method: 'DELETE', token: person.token })).status).toBe(204);
    expect((await call(server, '/me', { token: other.access_token })).status).toBe(401);
    expect((await call(server, '/auth/refresh', { body: { refresh_token: other.refresh_token } })).status).toBe(401);
    expect((await call(server, path, { method: 'DELETE', token: person.token })).body.code).toBe('session.not-found');
  });

  test('of somebody else are like none', async () => {
    const [person, other] = [await makePerson(server), await makePerson(server)];
    const path = `/auth/sessions/${other.session}`;
    expect((await call(server, path, { method: 'DELETE', token: person.token })).body.code).toBe('session.not-found');
    expect((await call(server, '/me', { token: other.token })).status).toBe(200);
  });

  test('all others are ended', async () => {
    const person = await makePerson(server);
    await signIn(server, person.email);
    await signIn(server, person.email);
    const { body } = await call(server, '/auth/sessions', { method: 'DELETE', token: person.token });
    expect(body).toEqual({ ended: 2 });
    expect((await call(server, '/auth/sessions', { token: person.token })).body.items).toHaveLength(1);
  });

  test('from a device not seen before are told by mail; from a known one, and the first, are not', async () => {
    const person = await makePerson(server);
    await signIn(server, person.email, PASSWORD, safari);
    const mail = await mailTo(server, person.email, 'new-sign-in');
    expect(mail.data).toMatchObject({ device: 'Safari on iPhone', ip: '127.0.0.1' });
    await signIn(server, person.email, PASSWORD, safari);
    await call(server, '/me', { token: person.token });
    const told = server.mails.filter((each) => each.to === person.email && each.template === 'new-sign-in');
    expect(told).toHaveLength(1);
  });
});
