// Refresh tokens as rows: each session is a chain in which every token is exchanged once. Runs with the owner's rights.

import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export interface NewRefreshToken {
  /** SHA-256 of the token, hex. */
  hash: string;
  sessionId: string;
  expiresAt: Date;
}

export type Exchange =
  | { outcome: 'exchanged'; sessionId: string }
  | { outcome: 'unknown' }
  | { outcome: 'replayed'; sessionId: string };

export async function insertRefreshToken(db: Kysely<Schema>, token: NewRefreshToken): Promise<void> {
  await db
    .insertInto('refresh_tokens')
    .values({ hash: token.hash, session_id: token.sessionId, expires_at: token.expiresAt })
    .execute();
}

/**
 * Exchanges the token for `next` in one transaction. Of two that come at the same time one is exchanged and the other
 * counts as replayed: nobody can tell a race from a thief.
 */
export async function exchangeRefreshToken(
  db: Kysely<Schema>,
  hash: string,
  next: { hash: string; expiresAt: Date },
): Promise<Exchange> {
  return db.transaction().execute(async (trx) => {
    const token = await trx
      .selectFrom('refresh_tokens')
      .select(['session_id', 'used_at', 'expires_at'])
      .where('hash', '=', hash)
      .forUpdate()
      .executeTakeFirst();
    if (!token) return { outcome: 'unknown' };
    if (token.used_at) return { outcome: 'replayed', sessionId: token.session_id };
    if (token.expires_at < new Date()) return { outcome: 'unknown' };
    await trx.updateTable('refresh_tokens').set({ used_at: new Date() }).where('hash', '=', hash).execute();
    await trx
      .insertInto('refresh_tokens')
      .values({ hash: next.hash, session_id: token.session_id, expires_at: next.expiresAt })
      .execute();
    await trx
      .updateTable('auth_sessions')
      .set({ expiresAt: next.expiresAt, updatedAt: new Date() })
      .where('id', '=', token.session_id)
      .execute();
    return { outcome: 'exchanged', sessionId: token.session_id };
  });
}
