// P4: everything that is no token of ours that counts now, each refused in exactly the same words.

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { symmetricDecrypt } from 'better-auth/crypto';
import {
  CompactEncrypt,
  type CryptoKey,
  decodeProtectedHeader,
  exportJWK,
  exportSPKI,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessTokens, createAccessTokens } from '../../src/identity/access-tokens.ts';
import { createBetterAuth } from '../../src/identity/better-auth.ts';
import { createIdentity, type Identity } from '../../src/identity/identity.ts';
import { newId } from '../../src/store/new-id.ts';
import { call, makePerson, type Person } from '../support/person.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const settings = {
  secret: 'a secret for tests that is long enough',
  issuer: 'https://sheaf.test',
  audience: 'urn:sheaf:api',
  accessTokenSeconds: 600,
  sessionSeconds: 3600,
  requireVerification: false,
  registration: 'open' as const,
  oidcProviders: [],
  workspacesPerPerson: 100,
};

let opened: TestDatabase;
let identity: Identity;
let tokens: AccessTokens;
let key: { kid: string; secret: CryptoKey; publicJwk: JWK; pem: string };
const userId = newId();
const sessionId = newId();

beforeAll(async () => {
  opened = await openTestDatabase();
  identity = createIdentity({
    createAuth: createBetterAuth,
    db: opened.database.db,
    settings,
    publicUrl: () => new URL('https://sheaf.test'),
    sendMail: async () => {},
    onError: () => {},
  });
  tokens = identity.tokens;
  const { kid } = decodeProtectedHeader(await tokens.issue({ userId, sessionId }));
  // Straight from the database: these tests know the key, as a thief of it would.
  const row = await opened.database.db.selectFrom('auth_signing_keys').selectAll().executeTakeFirstOrThrow();
  const { secretConfig } = await identity.auth.$context;
  const privateJwk = JSON.parse(await symmetricDecrypt({ key: secretConfig, data: JSON.parse(row.privateKey) }));
  const publicJwk: JWK = JSON.parse(row.publicKey);
  const imported = async (jwk: JWK) => (await importJWK(jwk, 'EdDSA', { extractable: true })) as CryptoKey;
  key = { kid: kid!, secret: await imported(privateJwk), publicJwk, pem: await exportSPKI(await imported(publicJwk)) };
});
afterAll(() => opened.remove());

const now = (): number => Math.floor(Date.now() / 1000);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const goodClaims = (): JWTPayload => ({
  iss: settings.issuer,
  aud: settings.audience,
  sub: userId,
  sid: sessionId,
  iat: now(),
  exp: now() + 600,
  jti: newId(),
});

/** Signed with the real key: only what is said is wrong. */
async function signed(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> {
  const payload = Object.fromEntries(
    Object.entries({ ...goodClaims(), ...claims }).filter(([, value]) => value !== undefined),
  );
  const protectedHeader = Object.fromEntries(
    Object.entries({ alg: 'EdDSA', kid: key.kid, ...header }).filter(([, value]) => value !== undefined),
  );
  // By hand: libraries refuse to write some of these headers.
  const input = `${part(protectedHeader)}.${part(payload)}`;
  const signature = await crypto.subtle.sign('Ed25519', key.secret, new TextEncoder().encode(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

const unsigned = (alg: unknown, signature = ''): string =>
  `${part({ alg, kid: key.kid })}.${part(goodClaims())}.${signature}`;

/** By a key of the attacker's, with the header and the key that goes with it. */
async function forged(alg: string, header: Record<string, unknown>, secret: KeyObject | Uint8Array): Promise<string> {
  return new SignJWT(goodClaims()).setProtectedHeader({ alg, kid: key.kid, ...header }).sign(secret);
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');

const refused: Record<string, () => Promise<string> | string> = {
  'alg none': () => unsigned('none'),
  'alg None': () => unsigned('None'),
  'alg NONE': () => unsigned('NONE'),
  'alg nOnE': () => unsigned('nOnE'),
  'alg none with the signature of a good token': async () => unsigned('none', (await signed()).split('.')[2]),
  'alg empty': () => unsigned(''),
  'alg null': () => unsigned(null),
  'alg a list': () => unsigned(['EdDSA']),
  'no alg': () => signed({}, { alg: undefined }),
  'alg eddsa in small letters': () => signed({}, { alg: 'eddsa' }),
  'alg Ed25519, which we do not sign with': () => signed({}, { alg: 'Ed25519' }),
  'HS256 with the public key as secret (JWK)': () =>
    forged('HS256', {}, new TextEncoder().encode(JSON.stringify(key.publicJwk))),
  'HS256 with the public key as secret (bytes)': () => forged('HS256', {}, Buffer.from(key.publicJwk.x!, 'base64url')),
  'HS256 with the public key as secret (PEM)': () => forged('HS256', {}, new TextEncoder().encode(key.pem)),
  'HS256 with the secret of the server': () => forged('HS256', {}, new TextEncoder().encode(settings.secret)),
  RS256: () => forged('RS256', {}, rsa.privateKey),
  PS256: () => forged('PS256', {}, rsa.privateKey),
  ES256: () => forged('ES256', {}, ec.privateKey),
  'EdDSA by another key under our kid': () => forged('EdDSA', {}, ed.privateKey),
  'ES256 with its key embedded (jwk)': async () =>
    forged('ES256', { jwk: await exportJWK(ec.publicKey), kid: undefined }, ec.privateKey),
  'EdDSA with its key embedded (jwk)': async () =>
    forged('EdDSA', { jwk: await exportJWK(ed.publicKey) }, ed.privateKey),
  'good but with a key embedded': async () => signed({}, { jwk: await exportJWK(ed.publicKey) }),
  'good but with jku': () => signed({}, { jku: 'http://127.0.0.1:1/jwks.json' }),
  'good but with x5u': () => signed({}, { x5u: 'http://127.0.0.1:1/cert.pem' }),
  'good but with x5c': () => signed({}, { x5c: ['MIIB'] }),
  'good but with crit': () => signed({}, { crit: ['exp'] }),
  'good but with b64 false': () => signed({}, { crit: ['b64'], b64: false }),
  'good but with zip': () => signed({}, { zip: 'DEF' }),
  'unknown kid': () => signed({}, { kid: newId() }),
  'no kid': () => signed({}, { kid: undefined }),
  'kid empty': () => signed({}, { kid: '' }),
  'kid a number': () => signed({}, { kid: 1 }),
  'kid a path': () => signed({}, { kid: '../../../../dev/null' }),
  'kid SQL': () => signed({}, { kid: "' or 1=1 --" }),
  'kid SQL that unions': () => signed({}, { kid: "x' union select 'secret' --" }),
  'kid __proto__': () => signed({}, { kid: '__proto__' }),
  expired: () => signed({ iat: now() - 700, exp: now() - 100 }),
  'issued longer ago than tokens live, though it says it lives': () => signed({ iat: now() - 4000, exp: now() + 9000 }),
  'not yet valid': () => signed({ nbf: now() + 100 }),
  'issued in the future': () => signed({ iat: now() + 100 }),
  'no sub': () => signed({ sub: undefined }),
  'no sid': () => signed({ sid: undefined }),
  'no exp': () => signed({ exp: undefined }),
  'no iat': () => signed({ iat: undefined }),
  'sub a number': () => signed({ sub: 1 }),
  'sub a list': () => signed({ sub: [userId] }),
  'sub an object': () => signed({ sub: { $ne: null } }),
  'sub empty': () => signed({ sub: '' }),
  'sub no id of ours': () => signed({ sub: "' or 1=1 --" }),
  'sid no id of ours': () => signed({ sid: '../x' }),
  'exp text': () => signed({ exp: '9999999999' }),
  'exp null': () => signed({ exp: null }),
  'iat text': () => signed({ iat: 'now' }),
  'another audience': () => signed({ aud: 'urn:other' }),
  'other audiences': () => signed({ aud: ['urn:other', 'urn:more'] }),
  'no audience': () => signed({ aud: undefined }),
  'another issuer': () => signed({ iss: 'https://evil.example' }),
  'issuer with a slash more': () => signed({ iss: `${settings.issuer}/` }),
  'no issuer': () => signed({ iss: undefined }),
  'without signature': async () => (await signed()).split('.').slice(0, 2).join('.'),
  'cut off': async () => (await signed()).slice(0, -10),
  'with a changed claim': async () => {
    const [header, , signature] = (await signed()).split('.');
    return `${header}.${part({ ...goodClaims(), sub: newId() })}.${signature}`;
  },
  'with a changed last letter of the payload': async () => {
    const [header, payload = '', signature] = (await signed()).split('.');
    return `${header}.${payload.slice(0, -1)}${payload.endsWith('A') ? 'B' : 'A'}.${signature}`;
  },
  'longer than 2 kB': () => signed({ padding: 'x'.repeat(2500) }),
  empty: () => '',
  dots: () => '..',
  'four parts': async () => `${await signed()}.x`,
  'five parts (JWE)': async () =>
    new CompactEncrypt(new TextEncoder().encode(JSON.stringify(goodClaims())))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.kid })
      .encrypt(new Uint8Array(32)),
  'as JSON (flattened)': async () => {
    const [header, payload, signature] = (await signed()).split('.');
    return JSON.stringify({ protected: header, payload, signature });
  },
  unicode: () => 'ﬀ.ﬁ.ﬂ',
  'with a zero byte': async () => `${await signed()}\u0000`,
  'with spaces': async () => (await signed()).replace('.', ' .'),
  'in standard base64': async () => `${(await signed()).replaceAll('-', '+').replaceAll('_', '/')}==`,
  'with other unused bits at the end of the signature': async () => {
    const token = await signed();
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(token.at(-1)!);
    return token.slice(0, -1) + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last + 1];
  },
  'a signature of another token of ours': async () => {
    const [header, payload] = (await signed()).split('.');
    return `${header}.${payload}.${(await signed({ jti: 'other' })).split('.')[2]}`;
  },
  'a link to prove an address, which the same secret signs': async () =>
    new SignJWT({ email: 'a@example.com', ...goodClaims() })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(settings.secret)),
};

describe('a token', () => {
  test('of ours counts', async () => {
    expect(await tokens.verify(await tokens.issue({ userId, sessionId }))).toEqual({ userId, sessionId });
    expect(await tokens.verify(await signed())).toEqual({ userId, sessionId });
    expect(await tokens.verify(await signed({ aud: ['urn:other', settings.audience] }))).toEqual({ userId, sessionId });
  });

  test.each(Object.keys(refused))('%s is refused', async (name) => {
    const token = await refused[name]!();
    expect(await tokens.verify(token)).toBeUndefined();
  });

  test('is as short as its limit supposes', async () => {
    expect((await tokens.issue({ userId, sessionId })).length).toBeLessThan(600);
  });
});

describe('rotation of keys', () => {
  test('a new key signs, and tokens of the one before still count', async () => {
    const before = await tokens.issue({ userId, sessionId });
    expect(await tokens.rotateKeys({ removeOld: false })).toBeGreaterThan(0);
    const after = await tokens.issue({ userId, sessionId });
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    for (const token of [before, after]) expect(await tokens.verify(token)).toEqual({ userId, sessionId });
    expect((await tokens.publicKeys()).keys.length).toBeGreaterThanOrEqual(2);
  });

  test('another process knows the new key at its first token', async () => {
    const other = createAccessTokens({
      db: opened.database.db,
      auth: identity.auth,
      ...settings,
      lifetimeSeconds: 600,
    });
    const old = await tokens.issue({ userId, sessionId });
    expect(await other.verify(old)).toBeDefined();
    await tokens.rotateKeys({ removeOld: false });
    const token = await tokens.issue({ userId, sessionId });
    await expect.poll(() => other.verify(token), { timeout: 5000 }).toBeDefined();
  });

  test('a key that is removed takes its tokens with it', async () => {
    const before = await tokens.issue({ userId, sessionId });
    await tokens.rotateKeys({ removeOld: true });
    expect(await tokens.verify(before)).toBeUndefined();
    expect(await tokens.verify(await tokens.issue({ userId, sessionId }))).toBeDefined();
    expect((await tokens.publicKeys()).keys).toHaveLength(1);
  });

  test('published keys are public ones only', async () => {
    for (const jwk of (await tokens.publicKeys()).keys) {
      expect(Object.keys(jwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'x']);
    }
  });
});

describe('over HTTP', () => {
  let server: TestServer;
  let person: Person;
  beforeAll(async () => {
    server = await startTestServer();
    person = await makePerson(server);
  });
  afterAll(() => server.stop());

  /** What an attacker can tell answers apart by, but for what differs every time. */
  async function shape(headers: [string, string][]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const sent = httpRequest(`${server.url}/api/v1/types`, { headers: headers.flat() }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () => {
          const { requestId, ...problem } = JSON.parse(body);
          const names = Object.keys(response.headers).sort();
          resolve({
            status: response.statusCode,
            challenge: response.headers['www-authenticate'],
            length: response.headers['content-length'],
            names,
            problem,
            requestId: typeof requestId,
          });
        });
      });
      sent.on('error', reject).end();
    });
  }
  const host = (): [string, string] => ['host', new URL(server.url).host];

  test('every refusal is alike: no token, any bad token, and tricks with headers', async () => {
    const plain = await shape([host()]);
    expect(plain).toMatchObject({ status: 401, challenge: 'Bearer', problem: { code: 'auth.required' } });
    const good = person.token;
    const tricks: Record<string, [string, string][]> = {
      'two headers, the good one first': [
        ['authorization', `Bearer ${good}`],
        ['authorization', 'Bearer x'],
      ],
      'two headers, both good': [
        ['authorization', `Bearer ${good}`],
        ['Authorization', `Bearer ${good}`],
      ],
      'two tokens in one header': [['authorization', `Bearer ${good}, Bearer ${good}`]],
      'no scheme': [['authorization', good]],
      Basic: [['authorization', `Basic ${Buffer.from(`x:${good}`).toString('base64')}`]],
      DPoP: [['authorization', `DPoP ${good}`]],
      'only the scheme': [['authorization', 'Bearer']],
      'scheme and nothing': [['authorization', 'Bearer ']],
      'a tab between': [['authorization', `Bearer\t${good}`]],
      'as key': [['x-api-key', good]],
      'in another cookie': [['cookie', `access=${good}; token=${good}`]],
      'the refresh token': [['authorization', `Bearer ${person.refresh}`]],
      'a bad header beside a good cookie': [
        ['authorization', 'Bearer x'],
        ['cookie', `sheaf-access=${good}`],
      ],
    };
    for (const [name, headers] of Object.entries(tricks)) {
      expect(await shape([host(), ...headers]), name).toEqual(plain);
    }
    for (const [name, make] of Object.entries(refused)) {
      const token = await make();
      // What HTTP itself does not carry cannot come.
      if (!/^[\x21-\x7e]*$/.test(token)) continue;
      expect(await shape([host(), ['authorization', `Bearer ${token}`]]), name).toEqual(plain);
    }
  });

  test.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])(
    'the scheme %s is the same scheme (RFC 9110 11.1)',
    async (scheme) => {
      const headers = { authorization: `${scheme} ${person.token}` };
      expect((await call(server, '/types', { headers })).status).toBe(200);
    },
  );

  test('a token in the address is no token', async () => {
    for (const name of ['access_token', 'token', 'authorization']) {
      expect((await call(server, `/types?${name}=${person.token}`)).status).toBe(401);
    }
  });

  test('a header of a megabyte is cut off, and the server goes on', async () => {
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET /api/v1/types HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer `);
        socket.write('a'.repeat(1024 * 1024));
        socket.write('\r\n\r\n');
      });
      socket
        .on('data', (chunk) => (text += chunk))
        .on('error', () => {})
        .on('close', () => resolve(text));
    });
    expect(answer === '' || answer.startsWith('HTTP/1.1 413')).toBe(true);
    expect((await call(server, '/types', { token: person.token })).status).toBe(200);
  });

  test('rotating keys needs the administrator, logs nobody out, and a compromised key takes its tokens along', async () => {
    const path = '/system/signing-keys/rotate';
    expect((await call(server, path, { method: 'POST', token: person.token })).status).toBe(403);
    expect((await call(server, path, { method: 'POST', token: server.token })).body).toEqual({ retired: 1 });
    expect((await call(server, '/me', { token: person.token })).status).toBe(200);

    const answer = await call(server, path, { token: server.token, body: { compromised: true } });
    expect(answer.status).toBe(200);
    expect((await call(server, '/me', { token: person.token })).status).toBe(401);
    const next = await call(server, '/auth/refresh', { body: { refresh_token: person.refresh } });
    expect(next.body.session).toBe(person.session);
    expect((await call(server, '/me', { token: next.body.access_token })).status).toBe(200);
  });
});
