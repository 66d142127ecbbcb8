// What a session may do right now. Looked up in the database, and remembered for a few seconds: a request costs no query.

import type { Kysely } from 'kysely';
import { findSessionAccess, type SessionAccess } from '../store/account-sessions.ts';
import type { Schema } from '../store/schema.ts';

export interface SessionAccessCache {
  /** undefined when the session has ended. `workspaceId` undefined = the person's own choice, or their oldest. */
  of(sessionId: string, workspaceId: string | undefined): Promise<SessionAccess | undefined>;
  /** Whatever was remembered is looked up again: after sign-out, revocation, a change of role. */
  forget(): void;
}

/** The longest that another process goes on honouring a session or role that has ended. */
const KEPT_MS = 5000;
const MOST_KEPT = 10_000;

export function createSessionAccessCache(db: Kysely<Schema>): SessionAccessCache {
  const kept = new Map<string, { at: number; access: Promise<SessionAccess | undefined> }>();
  return {
    of(sessionId, workspaceId) {
      const key = `${sessionId} ${workspaceId ?? ''}`;
      const found = kept.get(key);
      if (found && Date.now() - found.at < KEPT_MS) return found.access;
      if (kept.size >= MOST_KEPT) kept.clear();
      const access = findSessionAccess(db, sessionId, workspaceId);
      kept.set(key, { at: Date.now(), access });
      // What failed is asked again by the next request.
      access.catch(() => kept.delete(key));
      return access;
    },
    forget: () => kept.clear(),
  };
}
