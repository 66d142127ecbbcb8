// Sessions as the world sees them: an access token for minutes, and a refresh token that is exchanged each time.

import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { endOldestSessions, endSessions, findSessionRow, removeExpiredSessions } from '../store/account-sessions.ts';
import { exchangeRefreshToken, insertRefreshToken } from '../store/refresh-tokens.ts';
import type { Schema } from '../store/schema.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { SessionAccessCache } from './session-access.ts';

/** The body of a token answer (RFC 6749 section 5.1). */
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  /** Seconds that the access token counts. */
  expiresIn: number;
  sessionId: string;
  userId: string;
}

export type Refreshed =
  | { outcome: 'refreshed'; tokens: TokenPair }
  | { outcome: 'refused' }
  /** The token had been exchanged before: somebody has a copy. The session is over for both. */
  | { outcome: 'replayed'; userId: string; sessionId: string };

export interface Sessions {
  /** Tokens for a session that has just begun; of a person's sessions the five newest stay. */
  start(session: { id: string; userId: string }): Promise<TokenPair>;
  refresh(refreshToken: string): Promise<Refreshed>;
  /** Ends those named, or all but one. Returns the ended ids. */
  end(userId: string, which: { ids: readonly string[] } | { keep: string | undefined }): Promise<string[]>;
}

export interface SessionsOptions {
  db: Kysely<Schema>;
  tokens: AccessTokens;
  access: SessionAccessCache;
  accessTokenSeconds: number;
  sessionSeconds: number;
  /** A session has begun, in whatever way; nothing waits for what this does. */
  onStart: (session: { id: string; userId: string }) => void;
}

const MOST_SESSIONS = 5;
const PREFIX = 'shr_';
const SECRET_BYTES = 32;
const shape = /^shr_[\w-]{43}$/;

export function createSessions(options: SessionsOptions): Sessions {
  const { db, tokens, access, accessTokenSeconds, sessionSeconds, onStart } = options;
  const newSecret = () => {
    const refreshToken = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
    return { refreshToken, hash: hashOf(refreshToken), expiresAt: new Date(Date.now() + sessionSeconds * 1000) };
  };
  const pair = async (session: { id: string; userId: string }, refreshToken: string): Promise<TokenPair> => ({
    accessToken: await tokens.issue({ userId: session.userId, sessionId: session.id }),
    refreshToken,
    expiresIn: accessTokenSeconds,
    sessionId: session.id,
    userId: session.userId,
  });
  return {
    async start(session) {
      const { refreshToken, hash, expiresAt } = newSecret();
      await insertRefreshToken(db, { hash, sessionId: session.id, expiresAt });
      const ended = await endOldestSessions(db, session.userId, MOST_SESSIONS);
      await removeExpiredSessions(db, session.userId);
      if (ended.length > 0) access.forget();
      onStart(session);
      return pair(session, refreshToken);
    },
    async refresh(given) {
      if (!shape.test(given)) return { outcome: 'refused' };
      const { refreshToken, hash, expiresAt } = newSecret();
      const exchange = await exchangeRefreshToken(db, hashOf(given), { hash, expiresAt });
      if (exchange.outcome === 'unknown') return { outcome: 'refused' };
      const session = await findSessionRow(db, exchange.sessionId);
      if (!session) return { outcome: 'refused' };
      if (exchange.outcome === 'exchanged') return { outcome: 'refreshed', tokens: await pair(session, refreshToken) };
      await endSessions(db, session.userId, { ids: [session.id] });
      access.forget();
      return { outcome: 'replayed', userId: session.userId, sessionId: session.id };
    },
    async end(userId, which) {
      const ended = await endSessions(db, userId, which);
      access.forget();
      return ended;
    },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
