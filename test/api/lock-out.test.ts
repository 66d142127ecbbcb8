// Guessing passwords: few guesses get through, and neither answer nor time tells whether the account exists.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, mailTo, makePerson, signIn } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const unknown = (): string => `nobody-${Math.random()}@example.com`;

test('five guesses are free; then even the right password waits, and the owner is told once', async () => {
  const person = await makePerson(server);
  for (let i = 0; i < 5; i++) expect((await signIn(server, person.email, `guess ${i}!`)).status).toBe(401);
  const locked = await signIn(server, person.email);
  expect(locked.body.code).toBe('auth.locked');
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(15);
  const mail = await mailTo(server, person.email, 'account-locked');
  expect(mail.data).toMatchObject({ ip: '127.0.0.1' });
  expect(server.mails.filter(({ to, template }) => to === person.email && template === 'account-locked')).toHaveLength(
    1,
  );
});

test('a lock does not end what is signed in already', async () => {
  const person = await makePerson(server);
  for (let i = 0; i < 6; i++) await signIn(server, person.email, `guess ${i}!`);
  expect((await call(server, '/me', { token: person.token })).status).toBe(200);
});

test('of many guesses at once no more get through than are free', async () => {
  const own = await startTestServer();
  const person = await makePerson(own);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(own, person.email, `guess ${i}!`)));
  const codes = answers.map(({ body }) => body.code);
  expect(codes.filter((code) => code === 'auth.invalid-credentials')).toHaveLength(5);
  expect(codes.filter((code) => code === 'auth.locked')).toHaveLength(15);
  await own.stop();
});

test.each([
  ['a password longer than any', 'x'.repeat(500)],
  ['an empty guess after trimming', ' '],
])('%s does not free a name that others tried', async (_what, password) => {
  const own = await startTestServer();
  const person = await makePerson(own);
  for (let i = 0; i < 4; i++) await signIn(own, person.email, `guess ${i}!`);
  const answer = await signIn(own, person.email, password);
  expect([answer.status, answer.body.code]).toEqual([401, 'auth.invalid-credentials']);
  expect((await signIn(own, person.email, 'one guess more')).body.code).toBe('auth.locked');
  await own.stop();
});

test('the right password before the lock sets the count back', async () => {
  const own = await startTestServer();
  const person = await makePerson(own);
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) await signIn(own, person.email, `guess ${i}!`);
    expect((await signIn(own, person.email)).status).toBe(200);
  }
  await own.stop();
});

test('thirty guesses from one address are free, over however many names', async () => {
  const own = await startTestServer();
  const codes: string[] = [];
  for (let i = 0; i < 32; i++) codes.push((await signIn(own, unknown(), 'guess guess')).body.code);
  expect(codes.slice(0, 30)).toEqual(Array(30).fill('auth.invalid-credentials'));
  expect(codes.slice(30)).toEqual(['auth.locked', 'auth.locked']);
  await own.stop();
});

test('a name that exists and one that does not are answered alike, before and after the lock', async () => {
  const own = await startTestServer();
  const person = await makePerson(own);
  const nobody = unknown();
  const shape = async (email: string) => {
    const { status, headers, body } = await signIn(own, email, 'wrong guess');
    const { requestId, detail, ...problem } = body;
    return { status, names: [...headers.keys()].sort(), problem, detail: detail?.replace(/\d+/, 'n'), id: !!requestId };
  };
  for (let i = 0; i < 7; i++) expect(await shape(person.email), `try ${i}`).toEqual(await shape(nobody));
  await own.stop();
});
