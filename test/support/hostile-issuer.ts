// An issuer whose every answer the test decides: what a broken, careless or taken-over provider could say.

import type { RequestListener } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { client } from './oidc-issuer.ts';

export interface Lies {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Makes the token instead. */
  idToken?: (good: Record<string, unknown>) => Promise<string> | string;
  userInfo?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  /** Of the token endpoint. */
  status?: number;
}

export async function createHostileIssuer(issuer: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const state = { lies: {} as Lies, nonce: '', forms: [] as URLSearchParams[] };

  async function idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const good = {
      iss: issuer,
      aud: client.id,
      sub: 'subject',
      email: 'careful@example.com',
      email_verified: true,
      nonce: state.nonce,
      iat: now,
      exp: now + 300,
    };
    const claims = Object.fromEntries(
      Object.entries({ ...good, ...state.lies.claims }).filter(([, value]) => value !== undefined),
    );
    if (state.lies.idToken) return state.lies.idToken(claims);
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one', ...state.lies.header }).sign(privateKey);
  }

  const listener: RequestListener = async (request, response) => {
    const send = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return send({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          userinfo_endpoint: `${issuer}/me`,
          ...state.lies.metadata,
        });
      case '/jwks':
        return send({ keys: [jwk] });
      case '/token': {
        let form = '';
        for await (const chunk of request) form += chunk;
        state.forms.push(new URLSearchParams(form));
        return send({ id_token: await idToken(), access_token: 'opaque', token_type: 'Bearer' }, state.lies.status);
      }
      case '/me':
        return send(state.lies.userInfo ?? {});
      default:
        return send({}, 404);
    }
  };
  return { listener, state, publicKey, jwk };
}
