// Access tokens: short EdDSA JWTs (RFC 9068 in spirit), signed with keys of the database, verified here without it.

import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { newId } from '../store/new-id.ts';
import type { BetterAuth } from './better-auth.ts';

export interface AccessTokenClaims {
  userId: string;
  sessionId: string;
}

export interface AccessTokens {
  issue(claims: AccessTokenClaims): Promise<string>;
  /** undefined for whatever is no token of ours that counts now; which check failed stays here. */
  verify(token: string): Promise<AccessTokenClaims | undefined>;
  /** Public keys (RFC 7517), for those who verify our tokens elsewhere. */
  publicKeys(): Promise<JSONWebKeySet>;
}

export interface AccessTokenOptions {
  auth: BetterAuth;
  issuer: string;
  audience: string;
  lifetimeSeconds: number;
}

/** Ours are about 400 bytes: nothing longer is even parsed. */
const LONGEST_TOKEN = 2048;
const CLOCK_TOLERANCE_SECONDS = 5;
/** Keys are looked up again after this long, and for an unknown key id at most this often. */
const KEYS_KEPT_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 2000;
const known = new Set(['alg', 'kid', 'typ']);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createAccessTokens({ auth, issuer, audience, lifetimeSeconds }: AccessTokenOptions): AccessTokens {
  let keys: { set: JSONWebKeySet; find: ReturnType<typeof createLocalJWKSet>; at: number } | undefined;

  const loadKeys = async () => {
    const set = (await auth.api.getJwks()) as JSONWebKeySet;
    keys = { set, find: createLocalJWKSet(set), at: Date.now() };
    return keys;
  };
  const freshKeys = async (kid: string) => {
    if (!keys || Date.now() - keys.at > KEYS_KEPT_MS) return loadKeys();
    const isNew = !keys.set.keys.some((key) => key.kid === kid);
    return isNew && Date.now() - keys.at > LOOK_AGAIN_MS ? loadKeys() : keys;
  };
  /** Only a key of ours, named by its id: no key in or behind the header, none guessed by its type. */
  const findKey: JWTVerifyGetKey = async (header, token) => {
    if (typeof header.kid !== 'string' || Object.keys(header).some((name) => !known.has(name))) {
      throw new Error('header with more than alg, kid and typ');
    }
    return (await freshKeys(header.kid)).find(header, token as Parameters<ReturnType<typeof createLocalJWKSet>>[1]);
  };

  return {
    async issue({ userId, sessionId }) {
      const now = Math.floor(Date.now() / 1000);
      const payload = { sub: userId, sid: sessionId, iat: now, exp: now + lifetimeSeconds, jti: newId() };
      const { token } = await auth.api.signJWT({ body: { payload } });
      return token;
    },
    async verify(token) {
      if (token.length > LONGEST_TOKEN) return undefined;
      try {
        const { payload } = await jwtVerify(token, findKey, {
          algorithms: ['EdDSA'],
          issuer,
          audience,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          maxTokenAge: lifetimeSeconds,
          requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        });
        const { sub, sid } = payload;
        if (typeof sub !== 'string' || typeof sid !== 'string' || !uuid.test(sub) || !uuid.test(sid)) return undefined;
        return { userId: sub, sessionId: sid };
      } catch {
        return undefined;
      }
    },
    async publicKeys() {
      return (await loadKeys()).set;
    },
  };
}
