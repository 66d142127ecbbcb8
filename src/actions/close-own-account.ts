// Leaving, with a way back: the account is closed at once and erased when its time in the trash is over.

import { SheafError } from '../errors.ts';
import { mailedLink } from '../identity/account-mail.ts';
import { makeOneTimeToken, spendOneTimeToken } from '../identity/one-time-links.ts';
import { findAccount } from '../store/accounts.ts';
import { enableAccount, hasOtherAdministrator, markClosed } from '../store/administration.ts';
import { changeAccounts } from './audit.ts';
import { ensureLeavable } from './erase-person.ts';
import type { ErasureDeps } from './erase-workspace.ts';
import { type Person, provePerson } from './prove-person.ts';
import type { Caller, Services } from './services.ts';

const DAY_MS = 24 * 60 * 60_000;
const PURPOSE = 'restore-account';

/**
 * Ends all sessions; signing in answers as for a wrong password. A mailed link takes it back until the returned moment.
 * Throws like `provePerson`, and `person.last-owner`, `account.last-administrator`, `hold.stands`.
 */
export async function closeOwnAccount(
  deps: Pick<Services, 'identity' | 'log' | 'sendAccountMail' | 'trashDays'> & ErasureDeps,
  caller: Caller,
  { reason, ...proof }: Person & { password: string | undefined; reason: string | null },
): Promise<Date> {
  const { db, identity } = deps;
  const account = await provePerson(deps, caller, proof);
  const userId = account.id;
  if (account.systemAdministrator && !(await hasOtherAdministrator(db, userId))) {
    throw new SheafError('account.last-administrator');
  }
  await ensureLeavable(deps, userId);
  const erasedAt = new Date(Date.now() + deps.trashDays * DAY_MS);
  await changeAccounts(
    deps,
    { ...caller, userId },
    {
      work: (trx) => markClosed(trx, { userId, by: userId, reason }),
      acts: () => [{ action: 'account.closed', target: { type: 'person', id: userId } }],
    },
  );
  identity.access.forget();
  const token = await makeOneTimeToken(identity.auth, { purpose: PURPOSE, value: userId, expiresAt: erasedAt });
  await deps.sendAccountMail({
    template: 'account-deleted',
    to: account.email,
    userId,
    locale: account.locale,
    data: {
      name: account.name,
      at: new Date().toISOString(),
      erasedAt: erasedAt.toISOString(),
      link: mailedLink(identity.publicUrl(), PURPOSE, token),
    },
  });
  return erasedAt;
}

/** Throws `auth.link-invalid`, also when an administrator closed the account besides. */
export async function restoreOwnAccount(
  deps: Pick<Services, 'db' | 'identity'>,
  caller: Caller,
  token: string,
): Promise<void> {
  const { db, identity } = deps;
  const found = await spendOneTimeToken(identity.auth, PURPOSE, token);
  const account = found && (await findAccount(db, found));
  if (!account || account.disabledBy !== account.id) throw new SheafError('auth.link-invalid');
  await changeAccounts(
    deps,
    { ...caller, userId: account.id },
    {
      work: (trx) => enableAccount(trx, account.id),
      acts: () => [{ action: 'account.opened', target: { type: 'person', id: account.id } }],
    },
  );
  identity.access.forget();
}
