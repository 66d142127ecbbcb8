// Before something that would lock the owner out or let a thief stay: whoever holds the session proves to be the person.

import { SheafError } from '../errors.ts';
import { verifyPassword } from '../identity/password-hash.ts';
import { findSessionRow } from '../store/account-sessions.ts';
import { type AccountRow, countCredentials, findAccount, findPasswordHash } from '../store/accounts.ts';
import type { Caller, Services, Somebody } from './services.ts';
import { lockedUntil, recordFailure } from './sign-in.ts';

/** Who is signed in, by which session. */
export interface Person extends Somebody {
  sessionId: string;
}

const FRESH_MS = 15 * 60_000;

/**
 * With the password where there is one, else by having signed in just now. A wrong password counts like one at sign-in.
 * Throws `account.proof-needed`, `account.wrong-password`, `auth.locked`. Returns the account.
 */
export async function provePerson(
  { db, identity, log }: Pick<Services, 'db' | 'identity' | 'log'>,
  caller: Caller,
  { userId, sessionId, password }: Person & { password: string | undefined },
): Promise<AccountRow> {
  const account = await findAccount(db, userId);
  if (!account) throw new SheafError('auth.required');
  const hash = await findPasswordHash(db, userId);
  if (hash === undefined) {
    const session = await findSessionRow(db, sessionId);
    const fresh = session !== undefined && Date.now() - session.createdAt.getTime() < FRESH_MS;
    // Who came by the server's own link has no way to sign in again.
    if (!fresh && (await countCredentials(db, userId)) > 0) throw new SheafError('account.proof-needed');
    return account;
  }
  if (password === undefined) throw new SheafError('account.proof-needed');
  const attempt = { email: account.email, address: caller.network };
  const admission = await identity.guard.admit(attempt);
  if (!admission.admitted) throw lockedUntil(admission.until);
  if (!(await verifyPassword({ hash, password }))) {
    const failure = { method: 'password', reason: 'account.wrong-password', locks: admission.locks } as const;
    await recordFailure({ db, log, identity }, { ...caller, userId }, failure);
    throw new SheafError('account.wrong-password');
  }
  await identity.guard.succeeded(attempt);
  return account;
}
