// Where somebody is signed in, and the end of that.

import { SheafError } from '../errors.ts';
import { deviceWords } from '../identity/device-words.ts';
import { listUserSessions } from '../store/account-sessions.ts';
import type { Person } from './prove-person.ts';
import type { Services } from './services.ts';

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
export async function endSession({ identity }: Pick<Services, 'identity'>, userId: string, id: string): Promise<void> {
  const ended = await identity.sessions.end(userId, { ids: [id] });
  if (ended.length === 0) throw new SheafError('session.not-found');
}

/** Returns how many there were. */
export async function endOtherSessions(
  { identity }: Pick<Services, 'identity'>,
  { userId, sessionId }: Person,
): Promise<number> {
  return (await identity.sessions.end(userId, { keep: sessionId })).length;
}
