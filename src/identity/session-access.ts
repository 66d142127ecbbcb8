// What a session or an API key may do right now. Looked up in the database, and remembered for a few seconds: a request
// costs no query.

import type { Kysely } from 'kysely';
import { findSessionAccess, type SessionAccess } from '../store/account-sessions.ts';
import { type ApiKeyAccess, findApiKeyAccess } from '../store/api-keys.ts';
import type { Schema } from '../store/schema.ts';

export interface SessionAccessCache {
  /** undefined when the session has ended. `workspaceId` undefined = the person's own choice, or their oldest. */
  of(sessionId: string, workspaceId: string | undefined): Promise<SessionAccess | undefined>;
  /** undefined when there is no such key now. */
  ofKey(hash: string): Promise<ApiKeyAccess | undefined>;
  /** Whatever was remembered is looked up again: after sign-out, revocation, a change of role. */
  forget(): void;
}

/** The longest that another process goes on honouring a session, key or role that has ended. */
const KEPT_MS = 5000;
const MOST_KEPT = 10_000;

export function createSessionAccessCache(db: Kysely<Schema>): SessionAccessCache {
  const sessions = remember<SessionAccess>();
  const keys = remember<ApiKeyAccess>();
  return {
    of: (sessionId, workspaceId) =>
      sessions.get(`${sessionId} ${workspaceId ?? ''}`, () => findSessionAccess(db, sessionId, workspaceId)),
    ofKey: (hash) => keys.get(hash, () => findApiKeyAccess(db, hash)),
    forget() {
      sessions.clear();
      keys.clear();
    },
  };
}

function remember<T>() {
  const kept = new Map<string, { at: number; found: Promise<T | undefined> }>();
  return {
    get(key: string, look: () => Promise<T | undefined>): Promise<T | undefined> {
      const known = kept.get(key);
      if (known && Date.now() - known.at < KEPT_MS) return known.found;
      if (kept.size >= MOST_KEPT) kept.clear();
      const entry = { at: Date.now(), found: look() };
      kept.set(key, entry);
      // What failed is asked again by the next request.
      entry.found.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.found;
    },
    clear: () => kept.clear(),
  };
}
