// OpenID Connect as a relying party: authorization code with PKCE, nothing else. The issuer's answers are as hostile as
// any: every one of them is checked before it counts (OpenID Connect Core 3.1.3.7, RFC 7636, RFC 9207).

import { createHash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { inSpan } from '../observe/tracing.ts';
import { judgeError, judgeStatus } from '../outside/judge-http.ts';
import type { OutsideService } from '../outside/outside-service.ts';

export interface OidcProvider {
  /** In addresses: `google`, `oidc`. */
  id: string;
  /** On the button. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Every address that this issuer names is proven, even where it does not say so. */
  trustEmail: boolean;
}

export interface OidcPerson {
  issuer: string;
  subject: string;
  email: string | undefined;
  emailVerified: boolean;
  name: string | undefined;
}

export interface AuthorizationRequest {
  redirectUri: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface AuthorizationResponse {
  code: string;
  /** RFC 9207: who answered. */
  iss: string | undefined;
  redirectUri: string;
  nonce: string;
  codeVerifier: string;
}

export interface OidcClient {
  provider: OidcProvider;
  /** Where to send the browser. */
  authorizationUrl(request: AuthorizationRequest): Promise<URL>;
  /** Who came back. Throws `OidcRefusal`. */
  redeem(response: AuthorizationResponse): Promise<OidcPerson>;
}

/** The issuer did not answer, or said something that does not count. The message is for the log. */
export class OidcRefusal extends Error {}

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
type Metadata = z.output<typeof metadataSchema>;

const tokenSchema = z.object({ id_token: z.string().max(50_000), access_token: z.string().max(50_000).optional() });
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(254).optional(),
  // Some issuers write booleans as text.
  email_verified: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).optional(),
  name: z.string().max(1000).optional(),
});

const METADATA_KEPT_MS = 3600_000;
/** jose's own; ours ends before it. */
const KEYS_TIMEOUT_MS = 60_000;
const MOST_BYTES = 200_000;
const CLOCK_TOLERANCE_SECONDS = 30;
/** Only signatures by a key that the issuer keeps to itself: a shared secret or `none` proves nothing. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

export function createOidcClient(provider: OidcProvider, service: OutsideService): OidcClient {
  let known: { metadata: Metadata; keys: JWTVerifyGetKey; at: number } | undefined;

  const discover = async () => {
    if (known && Date.now() - known.at < METADATA_KEPT_MS) return known;
    const url = `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const metadata = await fetchJson({ service, url, schema: metadataSchema });
    if (metadata.issuer !== provider.issuer) throw new OidcRefusal(`the issuer calls itself ${metadata.issuer}`);
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'] as const) {
      const endpoint = metadata[name];
      if (endpoint && new URL(provider.issuer).protocol === 'https:' && new URL(endpoint).protocol !== 'https:') {
        throw new OidcRefusal(`${name} is not https`);
      }
    }
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
      timeoutDuration: KEYS_TIMEOUT_MS,
      [customFetch]: async (address, init) => {
        const { status, text } = await ask(service, address, init);
        return new Response(text, { status });
      },
    });
    known = { metadata, keys, at: Date.now() };
    return known;
  };

  return {
    provider,
    async authorizationUrl({ redirectUri, state, nonce, codeVerifier }) {
      const { metadata } = await discover();
      const url = new URL(metadata.authorization_endpoint);
      const parameters = {
        response_type: 'code',
        client_id: provider.clientId,
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url;
    },
    async redeem({ code, iss, redirectUri, nonce, codeVerifier }) {
      const { metadata, keys } = await discover();
      if (iss === undefined ? metadata.authorization_response_iss_parameter_supported : iss !== metadata.issuer) {
        throw new OidcRefusal('the answer came from another issuer');
      }
      const form = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      });
      const headers = authenticate(provider, metadata, form);
      const tokens = await fetchJson({
        service,
        url: metadata.token_endpoint,
        init: { method: 'POST', headers, body: form },
        schema: tokenSchema,
      });
      const claims = await verifyIdToken({ provider, keys, idToken: tokens.id_token, nonce });
      const more =
        claims.email === undefined
          ? await userInfo({ service, metadata, accessToken: tokens.access_token, subject: claims.sub })
          : undefined;
      const { email, email_verified, name } = { ...more, ...dropUndefined(claims) };
      return {
        issuer: metadata.issuer,
        subject: claims.sub,
        email: email?.trim().toLowerCase(),
        emailVerified: email !== undefined && (email_verified === true || provider.trustEmail),
        name,
      };
    },
  };
}

interface IdTokenCheck {
  provider: OidcProvider;
  keys: JWTVerifyGetKey;
  idToken: string;
  nonce: string;
}

async function verifyIdToken({ provider, keys, idToken, nonce }: IdTokenCheck): Promise<z.output<typeof claimsSchema>> {
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      algorithms,
      issuer: provider.issuer,
      audience: provider.clientId,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'iat', 'exp', 'nonce'],
    });
    if (payload.nonce !== nonce) throw new OidcRefusal('the nonce is of another sign-in');
    const azp = payload.azp;
    if (azp !== undefined ? azp !== provider.clientId : Array.isArray(payload.aud) && payload.aud.length > 1) {
      throw new OidcRefusal('the token is for another client');
    }
    return claimsSchema.parse(payload);
  } catch (error) {
    if (error instanceof OidcRefusal) throw error;
    throw new OidcRefusal(`the id_token does not count: ${(error as Error).name}`);
  }
}

interface UserInfoRequest {
  service: OutsideService;
  metadata: Metadata;
  accessToken: string | undefined;
  subject: string;
}

/** Issuers may keep e-mail addresses out of the token; what they say here counts for the same subject only. */
async function userInfo({ service, metadata, accessToken, subject }: UserInfoRequest) {
  const url = metadata.userinfo_endpoint;
  if (url === undefined || accessToken === undefined) return undefined;
  const init = { headers: { authorization: `Bearer ${accessToken}` } };
  const claims = await fetchJson({ service, url, init, schema: claimsSchema });
  if (claims.sub !== subject) throw new OidcRefusal('the user info is of another person');
  return claims;
}

/** RFC 6749 section 2.3.1: both parts are form-encoded before they are put together. */
function authenticate(provider: OidcProvider, metadata: Metadata, form: URLSearchParams): Record<string, string> {
  if (metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic')) {
    const encode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
    const pair = `${encode(provider.clientId)}:${encode(provider.clientSecret)}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  }
  form.set('client_id', provider.clientId);
  form.set('client_secret', provider.clientSecret);
  return {};
}

interface JsonRequest<T> {
  service: OutsideService;
  url: string;
  init?: RequestInit;
  schema: z.ZodType<T>;
}

async function fetchJson<T>({ service, url, init = {}, schema }: JsonRequest<T>): Promise<T> {
  const method = init.method ?? 'GET';
  const attributes = { 'http.request.method': method, 'server.address': new URL(url).hostname };
  return inSpan(method, { kind: 'CLIENT', attributes }, () => fetchChecked({ service, url, init, schema }));
}

async function fetchChecked<T>({ service, url, init = {}, schema }: JsonRequest<T>): Promise<T> {
  const { pathname } = new URL(url);
  try {
    const { status, text } = await ask(service, url, init);
    if (status < 200 || status > 299) throw new OidcRefusal(`${pathname} answered ${status}`);
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof OidcRefusal) throw error;
    throw new OidcRefusal(`${pathname} gave no usable answer: ${(error as Error).name}`);
  }
}

interface Answer {
  status: number;
  retryAfter: string | null;
  text: string;
}

function ask(service: OutsideService, url: string, init: RequestInit): Promise<Answer> {
  return service.call<Answer>({
    key: new URL(url).origin,
    signal: init.signal ?? undefined,
    // A code counts once.
    repeatable: (init.method ?? 'GET') === 'GET',
    async run(signal) {
      const response = await fetch(url, { ...init, redirect: 'error', signal });
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, retryAfter, text: await limitedText(response) };
    },
    judge: (result) =>
      'value' in result ? judgeStatus(result.value.status, result.value.retryAfter) : judgeError(result.error),
    unavailable: (reason) => new OidcRefusal(`the issuer is not asked or does not answer (${reason})`),
  });
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new OidcRefusal('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const dropUndefined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
