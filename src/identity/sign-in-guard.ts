// Slows down whoever guesses passwords. Counts by account name and by network address, whether the account exists or not.

import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';
import {
  type AttemptLimit,
  forgetAttempts,
  giveBackAttempt,
  listLocks,
  removeOldAttempts,
  takeAttempt,
} from '../store/sign-in-failures.ts';

export interface SignInAttempt {
  email: string;
  /** Network address of the caller. */
  address: string;
}

/** `locks`: what this attempt locks if it fails. */
export type Admission =
  | { admitted: true; lastFree: boolean; locks: ('account' | 'address')[] }
  | { admitted: false; until: Date };

export interface SignInGuard {
  /** Counts the attempt as failed, before the password is looked at; `succeeded` takes that back. */
  admit(attempt: SignInAttempt): Promise<Admission>;
  succeeded(attempt: SignInAttempt): Promise<void>;
  /** Whether one more mail that anybody can ask for may go to this mailbox; counts it. */
  admitMail(email: string): Promise<boolean>;
  /** Account names that are locked now, and until when. */
  locks(emails: readonly string[]): Promise<Map<string, Date>>;
  unlock(email: string): Promise<void>;
}

const FORGET_MS = 24 * 3600_000;
export const FIRST_WAIT_MS = 15_000;
const waits = { firstWaitMs: FIRST_WAIT_MS, longestWaitMs: 3600_000, forgetMs: FORGET_MS };
const limits = {
  name: { ...waits, free: 5 },
  // Offices share an address: more of them are free.
  address: { ...waits, free: 30 },
  // Links that anybody can ask for: nobody's mailbox is filled by strangers.
  mail: { ...waits, firstWaitMs: 60_000, free: 3 },
} satisfies Record<string, AttemptLimit>;

export function createSignInGuard(db: Kysely<Schema>, secret: string): SignInGuard {
  // Hashed with the secret: the table tells nobody which addresses were tried.
  const hash = (text: string): string => createHmac('sha256', secret).update(text).digest('hex');
  const nameOf = ({ email }: Pick<SignInAttempt, 'email'>): string => hash(`name ${email.trim().toLowerCase()}`);
  const addressOf = ({ address }: SignInAttempt): string => hash(`address ${address}`);
  return {
    async admit(attempt) {
      const byAddress = await takeAttempt(db, addressOf(attempt), limits.address);
      if (!byAddress.taken) return { admitted: false, until: byAddress.until };
      const byName = await takeAttempt(db, nameOf(attempt), limits.name);
      if (byName.taken) {
        const locks = [
          ...(byName.locked ? ['account' as const] : []),
          ...(byAddress.locked ? ['address' as const] : []),
        ];
        return { admitted: true, lastFree: byName.attempts === limits.name.free, locks };
      }
      await giveBackAttempt(db, addressOf(attempt), limits.address);
      return { admitted: false, until: byName.until };
    },
    async succeeded(attempt) {
      await forgetAttempts(db, nameOf(attempt));
      await giveBackAttempt(db, addressOf(attempt), limits.address);
      await removeOldAttempts(db, new Date(Date.now() - FORGET_MS));
    },
    async locks(emails) {
      const bySubject = new Map(emails.map((email) => [nameOf({ email }), email]));
      const locked = await listLocks(db, [...bySubject.keys()]);
      return new Map(locked.map(({ subject, until }) => [bySubject.get(subject)!, until]));
    },
    async admitMail(email) {
      const { taken } = await takeAttempt(db, hash(`mail ${email.trim().toLowerCase()}`), limits.mail);
      return taken;
    },
    unlock: (email) => forgetAttempts(db, nameOf({ email })),
  };
}
