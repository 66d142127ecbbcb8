// The first e-mail address and password of an account that nobody can sign in to yet: the owner that development makes.

import { SheafError } from '../errors.ts';
import { hashPassword } from '../identity/password-hash.ts';
import {
  findAccountByEmail,
  forgetLinksOf,
  hasCredentials,
  lockAccount,
  setPasswordHash,
  updateAccount,
} from '../store/accounts.ts';
import { type AccountView, viewAccount } from './account-view.ts';
import { changeAccounts } from './audit.ts';
import { ensureStrongPassword } from './password-rules.ts';
import type { Person } from './prove-person.ts';
import type { Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'mailTransport'>;

/**
 * Both at once; sessions stay. A link proves the address, unless this server sends no mail: then nothing could, and it is
 * taken as given. Throws `account.has-password`, `account.exists`, `account.weak-password`.
 */
export async function setCredentials(
  deps: Deps,
  person: Person,
  { email: given, password }: { email: string; password: string },
): Promise<AccountView> {
  const { db, identity } = deps;
  const { userId } = person;
  const email = given.trim().toLowerCase();
  ensureStrongPassword(password, email);
  if (await hasCredentials(db, userId)) throw new SheafError('account.has-password');
  const hash = await hashPassword(password);
  const emailVerified = deps.mailTransport === undefined;
  const change = changeAccounts(deps, person, {
    async work(trx) {
      // Of two requests at once the second finds what the first has set.
      await lockAccount(trx, userId);
      if (await hasCredentials(trx, userId)) throw new SheafError('account.has-password');
      await ensureFree(trx, email, userId);
      await updateAccount(trx, userId, { email, emailVerified });
      await setPasswordHash(trx, userId, hash);
      // A sign-in link that was printed and not used opens nothing any more.
      await forgetLinksOf(trx, userId);
    },
    acts: () => [{ action: 'auth.email-changed' }, { action: 'auth.password-changed' }],
  });
  await change.catch(async (error: unknown) => {
    // Of two accounts that want one address at once, the database gives it to one.
    await ensureFree(db, email, userId);
    throw error;
  });
  if (!emailVerified) {
    identity.later(async () => {
      await identity.auth.api.sendVerificationEmail({ body: { email } });
    });
  }
  return viewAccount(deps, userId);
}

async function ensureFree(db: Services['db'], email: string, userId: string): Promise<void> {
  const other = await findAccountByEmail(db, email);
  if (other && other.id !== userId) throw new SheafError('account.exists');
}
