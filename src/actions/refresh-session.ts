// The next pair of tokens for a session, and the end of it.

import { SheafError } from '../errors.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { recordAfter } from './audit.ts';
import type { Person } from './prove-person.ts';
import type { Caller, Services } from './services.ts';
import { endAndRecord } from './sessions.ts';

/** Throws `auth.required`; a token that comes a second time ends its session. */
export async function refreshSession(
  deps: Pick<Services, 'db' | 'identity' | 'log'>,
  caller: Caller,
  refreshToken: string | undefined,
): Promise<TokenPair> {
  if (refreshToken === undefined) throw new SheafError('auth.required');
  const result = await deps.identity.sessions.refresh(refreshToken);
  deps.identity.onAttempt({ kind: 'refresh', outcome: result.outcome });
  if (result.outcome === 'refreshed') return result.tokens;
  if (result.outcome === 'replayed') {
    const { userId, sessionId } = result;
    deps.log.warn({ user_id: userId }, 'a refresh token came twice: session ended');
    // Who brought it is not known: the owner, or the thief.
    const { requestId, address } = caller;
    const target = { type: 'person', id: userId };
    const acts = [{ action: 'auth.token-reused' as const, target, details: { session: sessionId } }];
    await recordAfter(deps, { userId: null, requestId, address }, acts);
  }
  throw new SheafError('auth.required');
}

export async function signOut(deps: Pick<Services, 'db' | 'identity'>, person: Person): Promise<void> {
  await endAndRecord(deps, person, { ids: [person.sessionId], action: 'auth.signed-out' });
}
