// Access tokens: short EdDSA JWTs (RFC 9068 in spirit), signed with keys of the database, verified here without it.

import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Kysely } from 'kysely';
import { newId } from '../store/new-id.ts';
import type { Schema } from '../store/schema.ts';
import { removeSigningKeys, retireSigningKeys } from '../store/signing-keys.ts';
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
  /** A new key signs from now on. Those before still count for a day, or not at all when they are removed. Returns how many. */
  rotateKeys(which: { removeOld: boolean }): Promise<number>;
}

export interface AccessTokenOptions {
  db: Kysely<Schema>;
  auth: BetterAuth;
  issuer: string;
  audience: string;
  lifetimeSeconds: number;
}

/** Ours are about 400 bytes: nothing longer is even parsed. */
const LONGEST_TOKEN = 2048;
const CLOCK_TOLERANCE_SECONDS = 5;
/** Keys are looked up again after this long, and for an unknown key id at most this often. */
const KEYS_KEPT_MS = 60_000;
const LOOK_AGAIN_MS = 2000;
const MOST_VERIFIED = 5000;
const headerNames = new Set(['alg', 'kid', 'typ']);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Three parts, written the one way there is: whoever decodes leniently takes many texts for one signature. */
function isCompact(token: string): boolean {
  const signature = /^[\w-]+\.[\w-]+\.([\w-]+)$/.exec(token)?.[1];
  return signature !== undefined && Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  const { auth, db, issuer, audience, lifetimeSeconds } = options;
  let keys: { set: JSONWebKeySet; find: ReturnType<typeof createLocalJWKSet>; at: number } | undefined;
  let loading: Promise<NonNullable<typeof keys>> | undefined;

  /** Tokens whose signature was right under the keys at hand: to check one takes longer than all else about a request. */
  const verified = new Map<string, { claims: AccessTokenClaims; until: number }>();

  const load = async () => {
    const set = (await auth.api.getJwks()) as JSONWebKeySet;
    verified.clear();
    keys = { set, find: createLocalJWKSet(set), at: Date.now() };
    return keys;
  };
  /** Many that ask at the same time share one look. */
  const loadKeys = () => {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  const freshKeys = async (kid: string) => {
    if (!keys || Date.now() - keys.at > KEYS_KEPT_MS) return loadKeys();
    const isNew = !keys.set.keys.some((key) => key.kid === kid);
    return isNew && Date.now() - keys.at > LOOK_AGAIN_MS ? loadKeys() : keys;
  };
  /** Only a key of ours, named by its id: no key in or behind the header, none guessed by its type. */
  const findKey: JWTVerifyGetKey = async (header, token) => {
    if (typeof header.kid !== 'string' || Object.keys(header).some((name) => !headerNames.has(name))) {
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
      const known = verified.get(token);
      if (known && keys && Date.now() - keys.at <= KEYS_KEPT_MS)
        return Date.now() < known.until ? known.claims : undefined;
      if (!isCompact(token)) return undefined;
      try {
        const { payload, protectedHeader } = await jwtVerify(token, findKey, {
          algorithms: ['EdDSA'],
          issuer,
          audience,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          maxTokenAge: lifetimeSeconds,
          requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        });
        const { sub, sid, iat, exp } = payload;
        if (typeof sub !== 'string' || typeof sid !== 'string' || !uuid.test(sub) || !uuid.test(sid)) return undefined;
        const claims = { userId: sub, sessionId: sid };
        // Its key may have been removed while it was checked.
        if (!keys?.set.keys.some((key) => key.kid === protectedHeader.kid)) return undefined;
        if (verified.size >= MOST_VERIFIED) verified.clear();
        const until = (Math.min(exp!, iat! + lifetimeSeconds) + CLOCK_TOLERANCE_SECONDS) * 1000;
        verified.set(token, { claims, until });
        return claims;
      } catch {
        return undefined;
      }
    },
    async publicKeys() {
      return (keys && Date.now() - keys.at < LOOK_AGAIN_MS ? keys : await loadKeys()).set;
    },
    async rotateKeys({ removeOld }) {
      const count = await (removeOld ? removeSigningKeys : retireSigningKeys)(db);
      // The library makes a key when it is to sign and there is none that may.
      await auth.api.signJWT({ body: { payload: {} } });
      await loading;
      await load();
      return count;
    },
  };
}
