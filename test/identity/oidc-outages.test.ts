// An issuer that is away for a moment: what may be asked again is, and a code is never redeemed twice.

import { expect, test } from 'vitest';
import { createOidcClient, OidcRefusal } from '../../src/identity/oidc-client.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import { listenOnLoopback } from '../support/oidc-issuer.ts';

const response = { code: 'c', iss: undefined, redirectUri: 'https://sheaf.test/back', nonce: 'n', codeVerifier: 'v' };
const request = { redirectUri: 'https://sheaf.test/back', state: 's', nonce: 'n', codeVerifier: 'v' };

async function openIssuer(answer: (path: string, count: number) => number) {
  const place = await listenOnLoopback();
  const asked: Record<string, number> = {};
  place.serve((message, reply) => {
    const path = message.url!.split('/').at(-1)!;
    asked[path] = (asked[path] ?? 0) + 1;
    const body = {
      issuer: place.url,
      authorization_endpoint: `${place.url}/authorize`,
      token_endpoint: `${place.url}/token`,
      jwks_uri: `${place.url}/keys`,
    };
    reply.writeHead(answer(path, asked[path])).end(JSON.stringify(body));
  });
  const service = createOutsideServices({ firstPauseMs: 10 }).add('oidc', { circuits: 20 });
  const provider = { id: 'oidc', name: 'O', issuer: place.url, clientId: 'a', clientSecret: 'b', trustEmail: false };
  const close = (): void => {
    place.server.closeAllConnections();
    place.server.close();
  };
  return { client: createOidcClient(provider, service), asked, service, close };
}

test('discovery is asked again, redeeming is not', async () => {
  const { client, asked, close } = await openIssuer((path, count) => (path === 'token' || count < 3 ? 503 : 200));
  expect((await client.authorizationUrl(request)).pathname).toBe('/authorize');
  expect(asked).toEqual({ 'openid-configuration': 3 });
  await expect(client.redeem(response)).rejects.toThrow(new OidcRefusal('/token answered 503'));
  expect(asked).toEqual({ 'openid-configuration': 3, token: 1 });
  close();
});

test('an issuer that failed five times in a row is left alone, and whoever signs in learns it at once', async () => {
  const { client, asked, service, close } = await openIssuer(() => 500);
  for (let i = 0; i < 3; i++) await expect(client.authorizationUrl(request)).rejects.toThrow(OidcRefusal);
  expect(asked).toEqual({ 'openid-configuration': 5 });
  expect(service.state()).toMatchObject({ circuit: 'open', circuitsOpen: 1 });
  close();
});
