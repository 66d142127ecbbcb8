// The next pair of tokens for a session, and the end of it.

import { SheafError } from '../errors.ts';
import type { TokenPair } from '../identity/sessions.ts';
import type { Services } from './services.ts';

/** Throws `auth.required`; a token that comes a second time ends its session. */
export async function refreshSession(
  { identity, log }: Pick<Services, 'identity' | 'log'>,
  refreshToken: string | undefined,
): Promise<TokenPair> {
  if (refreshToken === undefined) throw new SheafError('auth.required');
  const result = await identity.sessions.refresh(refreshToken);
  if (result.outcome === 'refreshed') return result.tokens;
  if (result.outcome === 'replayed') log.warn({ user_id: result.userId }, 'a refresh token came twice: session ended');
  throw new SheafError('auth.required');
}

export async function signOut(
  { identity }: Pick<Services, 'identity'>,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> {
  await identity.sessions.end(userId, { ids: [sessionId] });
}
