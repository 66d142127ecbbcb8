// Which act of and on an account writes which event, over HTTP; and that no event holds what could not be erased.

import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { mailTo, PASSWORD, type Person, tokenIn } from '../support/person.ts';
import { createAuthenticator } from '../support/software-authenticator.ts';
import { startTestServer } from '../support/test-server.ts';
import { type Case, uuid, watchAudit } from '../support/watch-audit.ts';

const server = await startTestServer();
afterAll(() => server.stop());
const watch = watchAudit(server);
const { call, newPerson, signIn, eventsAfter, headOf, checked, boss, canaries } = watch;

const codeOf = (secret: string, steps = 0): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(secret))).hotp(Math.floor(Date.now() / 30_000) + steps);

async function withSecondFactor(): Promise<{ person: Person; secret: string }> {
  const person = await newPerson();
  const { body } = await call('/auth/second-factor', { token: person.token, body: { password: PASSWORD } });
  const code = await codeOf(body.secret, -1);
  await call('/auth/second-factor/confirm', { token: person.token, body: { code } });
  return { person, secret: body.secret };
}

async function withPasskey() {
  const person = await newPerson();
  const begun = await call('/auth/passkeys/options', { token: person.token, body: { password: PASSWORD } });
  const device = createAuthenticator(server.origin);
  const body = { challenge: begun.body.challenge, credential: device.create(begun.body.options, {}), name: 'Laptop' };
  return { person, device, keep: () => call('/auth/passkeys', { token: person.token, body }) };
}

const cases: Record<string, () => Promise<Case>> = {
  'signing in': async () => {
    const person = await newPerson();
    return {
      act: () => signIn(person.email),
      status: 200,
      server: [['auth.signed-in', person.id, uuid, { method: 'password' }]],
    };
  },
  'a wrong password': async () => {
    const person = await newPerson();
    const details = { method: 'password', reason: 'auth.invalid-credentials' };
    return {
      act: () => signIn(person.email, 'guess guess'),
      status: 401,
      server: [['auth.sign-in-failed', null, person.id, details]],
    };
  },
  'a name that nobody has': async () => ({
    act: () => signIn('nobody-at-all@example.com', 'guess guess'),
    status: 401,
    server: [['auth.sign-in-failed', null, undefined, { method: 'password', reason: 'auth.invalid-credentials' }]],
  }),
  'a name that no database takes': async () => ({
    act: () => signIn('nobody\0@example.com', 'guess guess'),
    status: 401,
    server: [['auth.sign-in-failed', null, undefined, { method: 'password', reason: 'auth.invalid-credentials' }]],
  }),
  'the failure that locks': async () => {
    const person = await newPerson();
    for (let i = 0; i < 4; i++) await signIn(person.email, 'guess guess');
    return {
      act: () => signIn(person.email, 'guess guess'),
      status: 401,
      server: [
        ['auth.sign-in-failed', null, person.id, { method: 'password', reason: 'auth.invalid-credentials' }],
        ['auth.locked-out', null, person.id, { locks: ['account'] }],
      ],
    };
  },
  'knocking at a locked name': async () => {
    const person = await newPerson();
    for (let i = 0; i < 5; i++) await signIn(person.email, 'guess guess');
    return { act: () => signIn(person.email), status: 429, server: [] };
  },
  'a refresh token that comes twice': async () => {
    const person = await newPerson();
    const body = { refresh_token: person.refresh };
    await call('/auth/refresh', { body });
    return {
      act: () => call('/auth/refresh', { body }),
      status: 401,
      server: [['auth.token-reused', null, person.id, { session: person.session }]],
    };
  },
  'signing out': async () => {
    const person = await newPerson();
    return {
      act: () => call('/auth/logout', { method: 'POST', token: person.token }),
      status: 204,
      server: [['auth.signed-out', person.id, person.session]],
    };
  },
  'ending one session': async () => {
    const person = await newPerson();
    const { session } = (await signIn(person.email)).body;
    return {
      act: () => call(`/auth/sessions/${session}`, { method: 'DELETE', token: person.token }),
      status: 204,
      server: [['auth.session-revoked', person.id, session]],
    };
  },
  'ending all other sessions': async () => {
    const person = await newPerson();
    const { session } = (await signIn(person.email)).body;
    return {
      act: () => call('/auth/sessions', { method: 'DELETE', token: person.token }),
      status: 200,
      server: [['auth.session-revoked', person.id, session]],
    };
  },
  'another password': async () => {
    const person = await newPerson();
    await signIn(person.email);
    const body = { currentPassword: PASSWORD, newPassword: 'another green bottle' };
    return {
      act: () => call('/me/password', { method: 'PUT', token: person.token, body }),
      status: 204,
      server: [['auth.password-changed', person.id, undefined, { sessionsEnded: 1 }]],
    };
  },
  'a wrong password while signed in': async () => {
    const person = await newPerson();
    const body = { currentPassword: 'guess guess', newPassword: 'another green bottle' };
    return {
      act: () => call('/me/password', { method: 'PUT', token: person.token, body }),
      status: 403,
      server: [['auth.sign-in-failed', null, person.id, { method: 'password', reason: 'account.wrong-password' }]],
    };
  },
  'a password by a mailed link, which proves the address': async () => {
    const person = await newPerson();
    await call('/auth/password/forgot', { body: { email: person.email } });
    const token = tokenIn(await mailTo(server, person.email, 'reset-password'));
    canaries.add(token);
    return {
      act: () => call('/auth/password/reset', { body: { token, password: 'another green bottle' } }),
      status: 204,
      server: [
        ['auth.password-changed', person.id, undefined, { by: 'mailed-link' }],
        ['auth.email-verified', person.id],
      ],
    };
  },
  'proving the address': async () => {
    const person = await newPerson();
    await call('/auth/verify/resend', { body: { email: person.email } });
    const token = tokenIn(await mailTo(server, person.email, 'verify-email'));
    canaries.add(token);
    return {
      act: () => call('/auth/verify', { body: { token } }),
      status: 204,
      server: [['auth.email-verified', person.id]],
    };
  },
  'another address': async () => {
    const person = await newPerson();
    const email = `moved-${person.email}`;
    await call('/me/email', { token: person.token, body: { email, password: PASSWORD } });
    const token = tokenIn(await mailTo(server, email, 'verify-email'));
    canaries.add(token);
    return {
      act: () => call('/auth/email/confirm', { body: { token } }),
      status: 204,
      server: [['auth.email-changed', person.id]],
    };
  },
  'a second factor, on': async () => {
    const person = await newPerson();
    const { body } = await call('/auth/second-factor', { token: person.token, body: { password: PASSWORD } });
    const code = await codeOf(body.secret);
    return {
      act: () => call('/auth/second-factor/confirm', { token: person.token, body: { code } }),
      status: 204,
      server: [['auth.second-factor-changed', person.id, undefined, { factor: 'codes', change: 'added' }]],
    };
  },
  'a second factor, off': async () => {
    const { person } = await withSecondFactor();
    return {
      act: () => call('/auth/second-factor/disable', { token: person.token, body: { password: PASSWORD } }),
      status: 204,
      server: [['auth.second-factor-changed', person.id, undefined, { factor: 'codes', change: 'removed' }]],
    };
  },
  'new recovery codes': async () => {
    const { person } = await withSecondFactor();
    const details = { factor: 'codes', change: 'recovery-codes-renewed' };
    return {
      act: () => call('/auth/second-factor/recovery-codes', { token: person.token, body: { password: PASSWORD } }),
      status: 200,
      server: [['auth.second-factor-changed', person.id, undefined, details]],
    };
  },
  'signing in with a code': async () => {
    const { person, secret } = await withSecondFactor();
    const { challenge } = (await signIn(person.email)).body;
    const code = await codeOf(secret);
    return {
      act: () => call('/auth/login/second-factor', { body: { challenge, code } }),
      status: 200,
      server: [['auth.signed-in', person.id, uuid, { method: 'second-factor' }]],
    };
  },
  'a wrong code': async () => {
    const { person } = await withSecondFactor();
    const { challenge } = (await signIn(person.email)).body;
    return {
      act: () => call('/auth/login/second-factor', { body: { challenge, code: '000000' } }),
      status: 401,
      server: [['auth.sign-in-failed', null, person.id, { method: 'second-factor', reason: 'auth.code-invalid' }]],
    };
  },
  'a passkey, added': async () => {
    const { person, keep } = await withPasskey();
    return {
      act: keep,
      status: 201,
      server: [['auth.second-factor-changed', person.id, uuid, { factor: 'passkey', change: 'added' }]],
    };
  },
  'a passkey, removed': async () => {
    const { person, keep } = await withPasskey();
    const { id } = (await keep()).body;
    return {
      act: () => call(`/auth/passkeys/${id}`, { method: 'DELETE', token: person.token }),
      status: 204,
      server: [['auth.second-factor-changed', person.id, id, { factor: 'passkey', change: 'removed' }]],
    };
  },
  'signing in with a passkey': async () => {
    const { person, device, keep } = await withPasskey();
    await keep();
    const { options, challenge } = (await call('/auth/login/passkey/options', { method: 'POST' })).body;
    return {
      act: () => call('/auth/login/passkey', { body: { challenge, credential: device.get(options) } }),
      status: 200,
      server: [['auth.signed-in', person.id, uuid, { method: 'passkey' }]],
    };
  },
  'a sign-in link that leads nowhere': async () => ({
    act: () => call('/auth/login/link', { body: { token: 'x' } }),
    status: 400,
    server: [['auth.sign-in-failed', null, undefined, { method: 'link', reason: 'auth.link-invalid' }]],
  }),
  'closing, opening and unlocking an account': async () => {
    const person = await newPerson();
    const administrator = await boss();
    const act = (what: string) => call(`/admin/users/${person.id}/${what}`, { method: 'POST', token: server.token });
    return {
      act: async () => {
        await act('disable');
        await signIn(person.email);
        await act('enable');
        return act('unlock');
      },
      status: 204,
      server: [
        ['account.closed', administrator, person.id],
        ['auth.sign-in-failed', null, person.id, { method: 'password', reason: 'auth.invalid-credentials' }],
        ['account.opened', administrator, person.id],
        ['account.unlocked', administrator, person.id],
      ],
    };
  },
  'new signing keys': async () => {
    const administrator = await boss();
    return {
      act: () => call('/system/signing-keys/rotate', { token: server.token, body: {} }),
      status: 200,
      server: [['system.signing-keys-rotated', administrator, undefined, { count: 1, compromised: false }]],
    };
  },
};

test.each(Object.keys(cases))('%s', async (name) => checked(await cases[name]!()));

test('registering', async () => {
  const before = await headOf();
  const person = await newPerson();
  watch.compare(await eventsAfter(before), [
    ['auth.registered', person.id],
    ['auth.signed-in', person.id, person.session, { method: 'registration' }],
  ]);
});

test('the log of the installation is for who administers it', async () => {
  const person = await newPerson();
  for (const path of ['/admin/audit', '/admin/audit/head']) {
    expect((await call(path)).status).toBe(401);
    expect((await call(path, { token: person.token })).body.code).toBe('auth.forbidden');
  }
  const { body } = await call(`/admin/audit?actor=${person.id}&limit=1`, { token: server.token });
  expect(body.items).toMatchObject([{ action: 'auth.signed-in', details: { method: 'registration' } }]);
  const next = await call(`/admin/audit?actor=${person.id}&limit=1&cursor=${body.nextCursor}`, { token: server.token });
  expect(next.body.items).toMatchObject([{ action: 'auth.registered' }]);
});

test('an event that cannot be written neither undoes nor hides the sign-in: it is an error in the log', async () => {
  const person = await newPerson();
  const { db } = server.inside.services;
  const refuse = sql.raw(`create function refuse_for_test() returns trigger language plpgsql as
    $$ begin raise exception 'full'; end $$`);
  await refuse.execute(db);
  await sql`create trigger refuse_for_test before insert on audit_events for each row execute function refuse_for_test()`.execute(
    db,
  );
  try {
    expect((await signIn(person.email)).status).toBe(200);
    const told = server.logs.filter((line) => line.message === 'the audit log could not be written');
    expect(told).toMatchObject([{ level: 'error', acts: ['auth.signed-in'] }]);
    // Where change and event are one transaction, there is no change without the event.
    expect((await call('/auth/logout', { method: 'POST', token: person.token })).status).toBe(500);
    expect((await call('/me', { token: person.token })).status).toBe(200);
  } finally {
    await sql`drop trigger refuse_for_test on audit_events`.execute(db);
  }
});

test('no address of a person, password, token or name stands in the log, and all chains are whole', () =>
  watch.ensureClean());
