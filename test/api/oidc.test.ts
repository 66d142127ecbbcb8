// Signing in elsewhere, end to end against a real OpenID provider.

import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser } from '../support/cookie-browser.ts';
import { client, createIssuer, listenOnLoopback } from '../support/oidc-issuer.ts';
import { call, makePerson, PASSWORD, signIn } from '../support/person.ts';
import { type Answer, startTestServer, type TestServer } from '../support/test-server.ts';

type Issuer = Awaited<ReturnType<typeof createIssuer>>;
let server: TestServer;
let issuer: Issuer;
let place: Awaited<ReturnType<typeof listenOnLoopback>>;

beforeAll(async () => {
  place = await listenOnLoopback();
  server = await startTestServer({
    env: { OIDC_ISSUER: place.url, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: 'Works' },
  });
  issuer = await createIssuer(place.url, `${server.origin}/api/v1/auth/oidc/oidc/callback`);
  place.serve(issuer.listener);
});
afterAll(async () => {
  await server.stop();
  place.server.closeAllConnections();
  place.server.close();
});

const start = (returnTo = '/') =>
  `${server.origin}/api/v1/auth/oidc/oidc/start?returnTo=${encodeURIComponent(returnTo)}`;
const isCallback = (url: URL): boolean => url.pathname.endsWith('/callback');
const failure = (url: URL): string => decodeURIComponent(url.hash.replace('#sign-in-failed=', ''));
const host = (): string => new URL(server.origin).host;

let count = 0;
function somebody(more: Record<string, unknown> = {}) {
  const sub = `subject-${++count}`;
  issuer.state.who = { sub, email: `${sub}@works.example`, email_verified: true, name: 'Grace', ...more };
  return issuer.state.who;
}

/** Who the browser is signed in as, by its cookies. */
async function accountOf(browser: ReturnType<typeof createBrowser>) {
  const token = browser.cookie(host(), 'sheaf-access');
  return (await fetch(`${server.origin}/api/v1/me`, { headers: { cookie: `sheaf-access=${token}` } })).json();
}

test('is offered by name', async () => {
  const { body } = await call(server, '/auth/oidc');
  expect(body.items).toEqual([{ id: 'oidc', name: 'Works', start: '/api/v1/auth/oidc/oidc/start' }]);
});

test('the first time makes an account with a workspace; the second finds it; the browser ends where it began', async () => {
  const person = somebody();
  const browser = createBrowser();
  const end = await browser.go(start('/?document=7'));
  expect(end.url.href).toBe(`${server.origin}/?document=7`);
  const account = (await accountOf(browser)) as { id: string };
  expect(account).toMatchObject({ email: person.email, emailVerified: true, name: 'Grace', hasPassword: false });
  expect(account).toMatchObject({ workspaces: [{ role: 'owner' }] });

  const other = createBrowser();
  await other.go(start());
  expect(await accountOf(other)).toMatchObject({ id: account.id });
});

test('asks with code, PKCE S256, state and nonce', async () => {
  const { url } = await createBrowser().go(start(), (next) => next.origin === place.url);
  const asked = Object.fromEntries(url.searchParams);
  expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email profile' });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name], name).toMatch(/^[\w-]{43}$/);
});

test('only our own cookies are set, for no script to read', async () => {
  somebody();
  const browser = createBrowser();
  const callback = await browser.go(start(), isCallback);
  const cookie = `sheaf-oidc=${browser.cookie(host(), 'sheaf-oidc')}`;
  const response = await fetch(callback.url, { redirect: 'manual', headers: { cookie } });
  const cookies = response.headers.getSetCookie();
  expect(cookies.map((line) => line.split('=')[0]).sort()).toEqual(['sheaf-access', 'sheaf-oidc', 'sheaf-refresh']);
  for (const line of cookies) expect(line).toContain('HttpOnly');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

describe('who it is here', () => {
  test('an account with the same proven address gets this way to sign in as well', async () => {
    const first = somebody();
    await createBrowser().go(start());
    // The same address, another subject: the first one left the company and came back.
    issuer.state.who = { ...first, sub: `${first.sub}-again` };
    const browser = createBrowser();
    await browser.go(start());
    expect(await accountOf(browser)).toMatchObject({ email: first.email });
  });

  test('an account whose address was never proven is not handed over', async () => {
    const person = await makePerson(server);
    somebody({ email: person.email });
    const browser = createBrowser();
    const { url } = await browser.go(start());
    expect(failure(url)).toBe('account.not-linked');
    expect(browser.cookie(host(), 'sheaf-access')).toBeUndefined();
    expect((await signIn(server, person.email)).status).toBe(200);
  });

  test.each([
    ['does not vouch for the address', { email_verified: false }],
    ['says nothing about the address', { email_verified: undefined }],
    ['names no address', { email: undefined }],
  ])('a provider that %s makes no account', async (_what, more) => {
    somebody(more);
    expect(failure((await createBrowser().go(start())).url)).toBe('oidc.email-unproven');
  });

  test('a changed address at the provider changes nothing here: the subject counts', async () => {
    const person = somebody();
    await createBrowser().go(start());
    issuer.state.who = { ...person, email: 'boss@example.com' };
    const browser = createBrowser();
    await browser.go(start());
    expect(await accountOf(browser)).toMatchObject({ email: person.email, systemAdministrator: false });
  });

  test('a second factor that is set up here is asked for here', async () => {
    const person = somebody();
    const browser = createBrowser();
    await browser.go(start());
    const token = browser.cookie(host(), 'sheaf-access')!;
    const { body: setUp } = await call(server, '/auth/second-factor', { token, body: {} });
    const code = (steps: number) =>
      createOTP(new TextDecoder().decode(base32.decode(setUp.secret))).hotp(Math.floor(Date.now() / 30_000) + steps);
    await call(server, '/auth/second-factor/confirm', { token, body: { code: await code(-1) } });

    issuer.state.who = person;
    const next = createBrowser();
    const { url } = await next.go(start());
    expect(next.cookie(host(), 'sheaf-access')).toBeUndefined();
    const challenge = url.hash.replace('#second-factor=', '');
    const body = { challenge, code: await code(0) };
    const done = await call(server, '/auth/login/second-factor', { body });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  });
});

describe('attacks on the way back', () => {
  test('an answer in another browser than the one that left is refused (login CSRF)', async () => {
    somebody();
    const { url } = await createBrowser().go(start(), isCallback);
    const victim = createBrowser();
    expect(failure((await victim.go(url)).url)).toBe('oidc.refused');
    expect(victim.cookie(host(), 'sheaf-access')).toBeUndefined();
  });

  test('a victim in the middle of a sign-in of their own does not take an answer of the attacker', async () => {
    somebody();
    const { url } = await createBrowser().go(start(), isCallback);
    const victim = createBrowser();
    await victim.go(start(), isCallback);
    expect(failure((await victim.go(url)).url)).toBe('oidc.refused');
  });

  test('a changed state is refused', async () => {
    somebody();
    const browser = createBrowser();
    const { url } = await browser.go(start(), isCallback);
    url.searchParams.set('state', `${url.searchParams.get('state')!.slice(0, -1)}_`);
    expect(failure((await browser.go(url)).url)).toBe('oidc.refused');
  });

  test('state and code count once', async () => {
    somebody();
    const browser = createBrowser();
    const { url } = await browser.go(start(), isCallback);
    const cookie = `sheaf-oidc=${browser.cookie(host(), 'sheaf-oidc')}`;
    const twice = await Promise.all([1, 2].map(() => fetch(url, { redirect: 'manual', headers: { cookie } })));
    const signedIn = twice.filter((response) => response.headers.getSetCookie().some((line) => /access=e/.test(line)));
    expect(signedIn).toHaveLength(1);
  });

  test('a code that somebody else got does not fit (PKCE)', async () => {
    somebody();
    const stolen = (await createBrowser().go(start(), isCallback)).url.searchParams.get('code')!;
    const thief = createBrowser();
    const { url } = await thief.go(start(), isCallback);
    url.searchParams.set('code', stolen);
    expect(failure((await thief.go(url)).url)).toBe('oidc.refused');
  });

  test.each([
    ['another issuer', 'https://evil.example'],
    ['an issuer with a slash more', 'slash'],
    ['no issuer, though the provider always names itself', undefined],
  ])('an answer that names %s is refused (RFC 9207)', async (_what, iss) => {
    somebody();
    const browser = createBrowser();
    const { url } = await browser.go(start(), isCallback);
    if (iss === undefined) url.searchParams.delete('iss');
    else url.searchParams.set('iss', iss === 'slash' ? `${place.url}/` : iss);
    expect(failure((await browser.go(url)).url)).toBe('oidc.refused');
  });

  test('an error of the provider ends on the page, and echoes nothing of it', async () => {
    const browser = createBrowser();
    const { url } = await browser.go(start(), (next) => next.origin === place.url);
    const back = `${server.origin}/api/v1/auth/oidc/oidc/callback?error=%3Cscript%3E&state=${url.searchParams.get('state')}`;
    const end = await browser.go(back);
    expect(end.url.href).toBe(`${server.origin}/#sign-in-failed=oidc.refused`);
  });

  test('a provider that is not set up is told to the page', async () => {
    const unknown = `${server.origin}/api/v1/auth/oidc/nobody`;
    expect(failure((await createBrowser().go(`${unknown}/callback?code=x&state=y`)).url)).toBe('oidc.unknown-provider');
    expect((await fetch(`${unknown}/start`)).status).toBe(404);
  });
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  'javascript:alert(1)',
  'evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '',
])('returnTo never leads to another site: %j', async (returnTo) => {
  const answer = await fetch(start(returnTo), { redirect: 'manual' });
  if (answer.status === 400) return;
  // Taken as a path of ours: then the browser must end there.
  expect(answer.status).toBe(303);
  somebody();
  const { url } = await createBrowser().go(start(returnTo));
  expect(url.origin).toBe(server.origin);
});

test('without password, what needs a proof wants a session of the last minutes', async () => {
  somebody();
  const browser = createBrowser();
  await browser.go(start());
  const token = browser.cookie(host(), 'sheaf-access')!;
  expect((await call(server, '/me/password', { token, body: { newPassword: PASSWORD } })).status).toBe(204);
  const account = (await accountOf(browser)) as { email: string };
  expect((await signIn(server, account.email)).status).toBe(200);
});

test('stands in the log of the installation: made, linked, signed in, and refused', async () => {
  const person = somebody();
  const browser = createBrowser();
  await browser.go(start());
  const { id } = (await accountOf(browser)) as { id: string };
  somebody({ email_verified: false });
  const refused = await createBrowser().go(start());
  expect(failure(refused.url)).toBe('oidc.email-unproven');
  const { body } = await call(server, '/admin/audit?limit=4', { token: server.token });
  const told = body.items.map((event: Answer) => [event.action, event.actor.id, event.details]);
  expect(told).toEqual([
    ['auth.sign-in-failed', null, { method: 'elsewhere', provider: 'oidc', reason: 'oidc.email-unproven' }],
    ['auth.signed-in', id, { method: 'elsewhere', provider: 'oidc' }],
    ['auth.linked-elsewhere', id, {}],
    ['auth.registered', id, {}],
  ]);
  expect(JSON.stringify(body)).not.toContain(person.email);
});
