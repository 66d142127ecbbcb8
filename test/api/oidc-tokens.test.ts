// What a broken or hostile issuer could say: nobody is signed in by it.

import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createBrowser } from '../support/cookie-browser.ts';
import { createHostileIssuer, type Lies } from '../support/hostile-issuer.ts';
import { client, listenOnLoopback } from '../support/oidc-issuer.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let issuer: Awaited<ReturnType<typeof createHostileIssuer>>;
let place: Awaited<ReturnType<typeof listenOnLoopback>>;

beforeAll(async () => {
  place = await listenOnLoopback();
  issuer = await createHostileIssuer(place.url);
  place.serve(issuer.listener);
  server = await startTestServer({
    env: { OIDC_ISSUER: place.url, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
  });
});
beforeEach(() => {
  issuer.state.lies = {};
});
afterAll(async () => {
  await server.stop();
  place.server.closeAllConnections();
  place.server.close();
});

/** Goes there and comes back with any code; where the browser ends, and whether it is signed in. */
async function comeBack(lies: Lies): Promise<{ failed: string; signedIn: boolean }> {
  const browser = createBrowser();
  const { url } = await browser.go(`${server.url}/api/v1/auth/oidc/oidc/start`, (next) => next.origin === place.url);
  issuer.state.nonce = url.searchParams.get('nonce')!;
  issuer.state.lies = lies;
  const back = `${server.url}/api/v1/auth/oidc/oidc/callback?code=any&state=${url.searchParams.get('state')}`;
  const end = await browser.go(back);
  const signedIn = browser.cookie(new URL(server.url).host, 'sheaf-access') !== undefined;
  return { failed: end.url.hash.replace('#sign-in-failed=', ''), signedIn };
}

const refused = { failed: 'oidc.refused', signedIn: false };
const now = (): number => Math.floor(Date.now() / 1000);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('the good token signs in, so that the rest is refused for what it says', async () => {
  expect(await comeBack({})).toEqual({ failed: '', signedIn: true });
  const form = issuer.state.forms.at(-1)!;
  expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  expect(form.has('client_secret')).toBe(false);
});

test('readiness shows the issuers as a service, by a name of ours', async () => {
  const { components } = (await (await fetch(`${server.url}/readyz`)).json()) as { components: object };
  expect(components).toMatchObject({ oidc: { ok: true }, outgoing: { ok: true } });
  expect(JSON.stringify(components)).not.toContain(new URL(place.url).host);
});

test.each<[string, Lies]>([
  ['alg none', { idToken: (claims) => `${part({ alg: 'none' })}.${part(claims)}.` }],
  ['alg None', { idToken: (claims) => `${part({ alg: 'None' })}.${part(claims)}.` }],
  [
    'HS256 with the public key as secret',
    {
      idToken: async (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(new TextEncoder().encode(await exportSPKI(issuer.publicKey))),
    },
  ],
  [
    'HS256 with the client secret',
    {
      idToken: (claims) =>
        new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(client.secret)),
    },
  ],
  [
    'a signature by another key',
    {
      idToken: async (claims) => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey);
      },
    },
  ],
  ['an unknown key', { header: { kid: 'two' } }],
  ['no token but text', { idToken: () => 'not.a.token' }],
  ['the nonce of another sign-in', { claims: { nonce: 'replayed' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['another issuer', { claims: { iss: 'https://evil.example' } }],
  ['another audience', { claims: { aud: 'somebody-else' } }],
  ['several audiences and no authorized party', { claims: { aud: [client.id, 'somebody-else'] } }],
  ['another authorized party', { claims: { azp: 'somebody-else' } }],
  ['a time that is over', { claims: { exp: now() - 120 } }],
  ['a time that has not begun', { claims: { nbf: now() + 600 } }],
  ['no expiry', { claims: { exp: undefined } }],
  ['no subject', { claims: { sub: undefined } }],
  ['an empty subject', { claims: { sub: '' } }],
  ['a subject that is no text', { claims: { sub: { $ne: null } } }],
  ['an address that is no text', { claims: { email: ['a@example.com'] } }],
  ['an error status', { status: 400 }],
  ['user info of another person', { claims: { email: undefined }, userInfo: { sub: 'other', email: 'a@example.com' } }],
])('%s', async (_what, lies) => {
  expect(await comeBack(lies)).toEqual(refused);
});

test('an address that is none makes no account', async () => {
  const answer = await comeBack({ claims: { sub: 'new', email: 'not an address' } });
  expect(answer).toEqual({ failed: 'oidc.email-unproven', signedIn: false });
});

test('why it was refused stands in the log, without token or secret', async () => {
  await comeBack({ claims: { nonce: 'replayed' } });
  const line = server.logs.findLast((entry) => entry.reason !== undefined);
  expect(line).toMatchObject({ provider: 'oidc', reason: 'the nonce is of another sign-in' });
  expect(JSON.stringify(server.logs)).not.toContain(client.secret);
});
