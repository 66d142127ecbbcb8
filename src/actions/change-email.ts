// Another e-mail address: asked for with a proof of the person, made by the link that goes to the new address.

import { z } from 'zod';
import { SheafError } from '../errors.ts';
import { mailedLink } from '../identity/account-mail.ts';
import { makeOneTimeToken, spendOneTimeToken } from '../identity/one-time-links.ts';
import { findAccount, findAccountByEmail, forgetLinksOf, updateAccount } from '../store/accounts.ts';
import { changeAccounts } from './audit.ts';
import { type Person, provePerson } from './prove-person.ts';
import type { Caller, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log' | 'sendAccountMail'>;

const LINK_SECONDS = 24 * 3600;
const PURPOSE = 'email-change';
const pendingSchema = z.object({ userId: z.string(), from: z.string(), to: z.string() });

/** The answer is the same when the address is somebody else's: then no link is sent. Throws like `provePerson`. */
export async function requestEmailChange(
  deps: Deps,
  caller: Caller,
  { email, ...proof }: Person & { password: string | undefined; email: string },
): Promise<void> {
  const { db, identity } = deps;
  const account = await provePerson(deps, caller, proof);
  const to = email.trim().toLowerCase();
  identity.later(async () => {
    if ((await findAccountByEmail(db, to)) || !(await identity.guard.admitMail(to))) return;
    const expiresAt = new Date(Date.now() + LINK_SECONDS * 1000);
    const value = JSON.stringify({ userId: account.id, from: account.email, to });
    const token = await makeOneTimeToken(identity.auth, { purpose: PURPOSE, value, expiresAt });
    await deps.sendAccountMail({
      template: 'verify-email',
      to,
      userId: account.id,
      locale: account.locale,
      data: {
        name: account.name,
        link: mailedLink(identity.publicUrl(), PURPOSE, token),
        validUntil: expiresAt.toISOString(),
      },
    });
  });
}

/** Throws `auth.link-invalid`, also when the address was changed or taken meanwhile. */
export async function confirmEmailChange(deps: Deps, caller: Caller, token: string): Promise<void> {
  const { db, identity } = deps;
  const found = await spendOneTimeToken(identity.auth, PURPOSE, token);
  if (!found) throw new SheafError('auth.link-invalid');
  const { userId, from, to } = pendingSchema.parse(JSON.parse(found));
  const account = await findAccount(db, userId);
  if (account?.email !== from || (await findAccountByEmail(db, to))) throw new SheafError('auth.link-invalid');
  await changeAccounts(
    deps,
    { ...caller, userId },
    {
      async work(trx) {
        await updateAccount(trx, userId, { email: to, emailVerified: true });
        // Links that are on their way to the old mailbox open nothing any more.
        await forgetLinksOf(trx, userId);
      },
      acts: () => [{ action: 'auth.email-changed' }],
    },
  );
  await deps.sendAccountMail({
    template: 'email-changed',
    to: from,
    userId,
    locale: account.locale,
    data: { name: account.name, newEmail: to, at: new Date().toISOString() },
  });
}
