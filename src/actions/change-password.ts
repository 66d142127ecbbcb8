// A new password for somebody who is signed in. Whoever else was signed in is not any more.

import { SheafError } from '../errors.ts';
import { mailedLink } from '../identity/account-mail.ts';
import { hashPassword } from '../identity/password-hash.ts';
import { endSessions } from '../store/account-sessions.ts';
import { type AccountRow, findPasswordHash, forgetLinksOf, setPasswordHash } from '../store/accounts.ts';
import { changeAccounts } from './audit.ts';
import { ensureStrongPassword } from './password-rules.ts';
import { type Person, provePerson } from './prove-person.ts';
import type { Caller, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log' | 'sendAccountMail'>;

/** Throws `account.weak-password`, and what `provePerson` throws. */
export async function changePassword(
  deps: Deps,
  caller: Caller,
  { currentPassword, newPassword, ...person }: Person & { currentPassword: string; newPassword: string },
): Promise<void> {
  const account = await provePerson(deps, caller, { ...person, password: currentPassword });
  await replacePassword(deps, caller, { account, newPassword, by: person });
}

/** For an account that has none yet. Throws `account.has-password`, and what `changePassword` throws. */
export async function setFirstPassword(
  deps: Deps,
  caller: Caller,
  { newPassword, ...person }: Person & { newPassword: string },
): Promise<void> {
  if (await findPasswordHash(deps.db, person.userId)) throw new SheafError('account.has-password');
  const account = await provePerson(deps, caller, { ...person, password: undefined });
  await replacePassword(deps, caller, { account, newPassword, by: person });
}

interface Replacement {
  account: AccountRow;
  newPassword: string;
  by: Person;
}

async function replacePassword(
  { db, identity, sendAccountMail }: Deps,
  caller: Caller,
  { account, newPassword, by }: Replacement,
): Promise<void> {
  ensureStrongPassword(newPassword, account.email);
  const hash = await hashPassword(newPassword);
  await changeAccounts({ db }, by, {
    async work(trx) {
      await setPasswordHash(trx, account.id, hash);
      await forgetLinksOf(trx, account.id);
      return endSessions(trx, account.id, { keep: by.sessionId });
    },
    acts: (ended) => [{ action: 'auth.password-changed', details: { sessionsEnded: ended.length } }],
  });
  identity.access.forget();
  const data = {
    name: account.name,
    at: new Date().toISOString(),
    ip: caller.address,
    link: mailedLink(identity.publicUrl(), 'forgot-password'),
  };
  const { id: userId, email: to, locale } = account;
  await sendAccountMail({ template: 'password-changed', to, userId, locale, data });
}
