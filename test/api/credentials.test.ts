// The first address and password of an account that has no way to sign in: what the owner of a first start begins with.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePerson as makeBarePerson } from '../support/people.ts';
import { call, mailTo, makePerson, signIn, tokenIn } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const password = 'nine yellow bottles';
let server: TestServer;
let mailing: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  // Nothing listens there: what counts is that mail is set up.
  mailing = await startTestServer({
    env: { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'sheaf@example.com', EMAIL_VERIFICATION: 'off' },
  });
});
afterAll(async () => {
  await server.stop();
  await mailing.stop();
});

let count = 0;
/** Signed in, with no way to sign in again. */
const bare = (at: TestServer) => makeBarePerson(at.inside.services, `bare-${++count}`);
const set = (at: TestServer, token: string | undefined, body: unknown) =>
  call(at, '/me/credentials', { ...(token === undefined ? {} : { token }), body });

test('sets both at once; where no mail is sent the address counts as given; sessions stay', async () => {
  const person = await bare(server);
  const { status, body } = await set(server, person.token, { email: ' Ada@Example.com'.trim(), password });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ id: person.userId, email: 'ada@example.com', emailVerified: true, hasPassword: true });
  expect((await call(server, '/me', { token: person.token })).status).toBe(200);
  expect((await signIn(server, 'ada@example.com', password)).status).toBe(200);
});

test('where mail is sent, a link proves the address first', async () => {
  const person = await bare(mailing);
  const { status, body } = await set(mailing, person.token, { email: 'grace@example.com', password });
  expect([status, body.emailVerified]).toEqual([200, false]);
  const token = tokenIn(await mailTo(mailing, 'grace@example.com', 'verify-email'));
  expect((await call(mailing, '/auth/verify', { body: { token } })).status).toBe(204);
  expect((await call(mailing, '/me', { token: person.token })).body.emailVerified).toBe(true);
});

test('once: whoever has a way to sign in changes it in the usual way', async () => {
  const person = await bare(server);
  const answers = await Promise.all(
    ['one', 'two'].map((name) => set(server, person.token, { email: `${name}@example.com`, password })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('account.has-password');
  const other = await makePerson(server);
  expect((await set(server, other.token, { email: 'three@example.com', password })).body.code).toBe(
    'account.has-password',
  );
});

test('an address that is taken, and a weak password, change nothing', async () => {
  const [person, other] = [await bare(server), await makePerson(server)];
  const taken = await set(server, person.token, { email: other.email, password });
  expect([taken.status, taken.body.code]).toEqual([409, 'account.exists']);
  const weak = await set(server, person.token, { email: 'four@example.com', password: 'password' });
  expect([weak.status, weak.body.code]).toEqual([422, 'account.weak-password']);
  expect((await set(server, undefined, { email: 'five@example.com', password })).status).toBe(401);
  const { body } = await call(server, '/me', { token: person.token });
  expect([body.email, body.hasPassword]).toEqual([person.email, false]);
});

test('of two who want one address at once, one gets it', async () => {
  const both = [await bare(server), await bare(server)];
  const answers = await Promise.all(
    both.map(({ token }) => set(server, token, { email: 'six@example.com', password })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('account.exists');
});

test('stands in the log of the installation', async () => {
  const person = await bare(server);
  await set(server, person.token, { email: 'seven@example.com', password });
  const { body } = await call(server, `/admin/audit?actor=${person.userId}&limit=2`, { token: server.token });
  expect(body.items.map((event: { action: string }) => event.action)).toEqual([
    'auth.password-changed',
    'auth.email-changed',
  ]);
});
