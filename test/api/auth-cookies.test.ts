// Behind HTTPS: cookies that only this host can set, and passkeys bound to its name.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { admin } from '../support/api-fetch.ts';
import { call } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
const origin = 'https://sheaf.example.com';
beforeAll(async () => {
  server = await startTestServer({ env: { PUBLIC_URL: origin } });
});
afterAll(() => server.stop());

const signIn = () => call(server, '/auth/login', { body: { ...admin, cookies: true }, headers: { origin } });

test('tokens go into cookies that no script reads, no other site sends and plain HTTP never carries', async () => {
  const answer = await signIn();
  expect(Object.keys(answer.body).sort()).toEqual(['expires_in', 'session', 'status', 'token_type']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const cookies = answer.headers.getSetCookie();
  expect(cookies.map((line) => line.split('=')[0]).sort()).toEqual(['__Secure-sheaf-access', '__Secure-sheaf-refresh']);
  for (const line of cookies) {
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(line).toContain(attribute);
    expect(line).not.toMatch(/domain=/i);
  }
});

test('a cookie signs requests of our own page; those of another site change nothing', async () => {
  const access = (await signIn()).headers.getSetCookie().find((line) => line.startsWith('__Secure-sheaf-access'))!;
  const cookie = access.split(';')[0]!;
  const patch = (headers: Record<string, string>) =>
    call(server, '/me', { method: 'PATCH', body: { name: 'Boss' }, headers: { cookie, ...headers } });
  expect((await patch({ origin })).status).toBe(200);
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://sheaf.example.com.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[]) {
    expect((await patch(headers)).body.code, JSON.stringify(headers)).toBe('request.origin');
  }
});

test('signing out clears both', async () => {
  const cookies = (await signIn()).headers.getSetCookie().map((line) => line.split(';')[0]);
  const headers = { cookie: cookies.join('; '), origin };
  const answer = await call(server, '/auth/logout', { method: 'POST', headers });
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie().filter((line) => /Max-Age=0|1970/.test(line))).toHaveLength(2);
});

test('passkeys are bound to the public name', async () => {
  const { body } = await call(server, '/auth/login/passkey/options', { method: 'POST' });
  expect(body.options.rpId).toBe('sheaf.example.com');
});
