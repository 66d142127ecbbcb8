// A real OpenID provider on loopback, in which whoever comes is the person that the test named.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

export interface IssuerPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export const client = { id: 'sheaf', secret: 'a secret of/this+client: only' };

/** An address first, what answers there later: both sides must know of each other. */
export async function listenOnLoopback(): Promise<{
  url: string;
  serve(listener: RequestListener): void;
  server: Server;
}> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, server, serve: (listener) => void server.on('request', listener) };
}

export async function createIssuer(issuer: string, redirectUri: string) {
  const people = new Map<string, IssuerPerson>();
  const state: { who: IssuerPerson } = { who: { sub: 'nobody' } };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['only for tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ ...people.get(id)!, sub: id }) }),
    async loadExistingGrant(context) {
      const { oidc } = context;
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const listener: RequestListener = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    people.set(state.who.sub, state.who);
    void provider.interactionFinished(request, response, { login: { accountId: state.who.sub } });
  };
  return { listener, state };
}
