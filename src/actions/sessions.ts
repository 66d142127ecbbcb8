// Where somebody is signed in, and the end of that.

import { SheafError } from '../errors.ts';
import { deviceWords } from '../identity/device-words.ts';
import { endSessions, listUserSessions } from '../store/account-sessions.ts';
import { changeAccounts } from './audit.ts';
import type { Person } from './prove-person.ts';
import type { Services, Somebody } from './services.ts';

export interface SessionView {
  id: string;
  /** "Firefox on Windows" */
  device: string;
  address: string | null;
  createdAt: Date;
  /** When its tokens were last exchanged. */
  lastUsedAt: Date;
  expiresAt: Date;
  current: boolean;
}

/** Newest first. */
export async function listSessions(
  { db }: Pick<Services, 'db'>,
  { userId, sessionId }: Person,
): Promise<SessionView[]> {
  return (await listUserSessions(db, userId)).map(({ id, userAgent, ipAddress, createdAt, updatedAt, expiresAt }) => ({
    id,
    device: deviceWords(userAgent ?? ''),
    address: ipAddress || null,
    createdAt,
    lastUsedAt: updatedAt,
    expiresAt,
    current: id === sessionId,
  }));
}

/** Throws `session.not-found`. */
export async function endSession(deps: Pick<Services, 'db' | 'identity'>, person: Person, id: string): Promise<void> {
  const ended = await endAndRecord(deps, person, { ids: [id], action: 'auth.session-revoked' });
  if (ended.length === 0) throw new SheafError('session.not-found');
}

/** Returns how many there were. */
export async function endOtherSessions(deps: Pick<Services, 'db' | 'identity'>, person: Person): Promise<number> {
  return (await endAndRecord(deps, person, { keep: person.sessionId, action: 'auth.session-revoked' })).length;
}

type Ending = ({ ids: readonly string[] } | { keep: string }) & { action: 'auth.signed-out' | 'auth.session-revoked' };

/** Returns the ended ids. */
export async function endAndRecord(
  { db, identity }: Pick<Services, 'db' | 'identity'>,
  by: Somebody,
  { action, ...which }: Ending,
): Promise<string[]> {
  const ended = await changeAccounts({ db }, by, {
    work: (trx) => endSessions(trx, by.userId, which),
    acts: (ids) => ids.map((id) => ({ action, target: { type: 'session', id } })),
  });
  identity.access.forget();
  return ended;
}
