// What stands behind links in mails: proving an address, a new password, the first sign-in.

import { randomBytes } from 'node:crypto';
import { SheafError } from '../errors.ts';
import { callAuth } from '../identity/auth-errors.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { findAccountByEmail } from '../store/accounts.ts';
import { ensureStrongPassword } from './password-rules.ts';
import type { Caller, Services } from './services.ts';
import { startSession } from './sign-in.ts';

type Deps = Pick<Services, 'db' | 'identity'>;

const ONE_TIME_SECONDS = 24 * 3600;

/** Throws `auth.link-invalid`. */
export async function verifyEmail({ identity }: Deps, token: string): Promise<void> {
  await callAuth(() => identity.auth.api.verifyEmail({ query: { token } }));
}

/** Sends a new link when there is an unproven account; answer and time are the same when there is none. */
export async function resendVerification({ db, identity }: Deps, email: string): Promise<void> {
  identity.later(async () => {
    const account = await findAccountByEmail(db, email.trim().toLowerCase());
    if (!account || account.emailVerified || !(await identity.guard.admitMail(email))) return;
    await identity.auth.api.sendVerificationEmail({ body: { email: account.email } });
  });
}

/** Sends a link when there is an account; answer and time are the same when there is none. */
export async function requestPasswordReset({ identity }: Deps, email: string): Promise<void> {
  identity.later(async () => {
    if (!(await identity.guard.admitMail(email))) return;
    await identity.auth.api.requestPasswordReset({ body: { email: email.trim().toLowerCase() } });
  });
}

/** Sets the new password and ends all sessions. Throws `auth.link-invalid`, `account.weak-password`. */
export async function resetPassword(
  { identity }: Deps,
  { token, password }: { token: string; password: string },
): Promise<void> {
  ensureStrongPassword(password, '@');
  await callAuth(() => identity.auth.api.resetPassword({ body: { token, newPassword: password } }));
  identity.access.forget();
}

/** A token that signs its bearer in, once, within a day. */
export async function makeSignInToken({ identity }: Pick<Deps, 'identity'>, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await identity.auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `sign-in:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + ONE_TIME_SECONDS * 1000),
  });
  return token;
}

/** Throws `auth.link-invalid`. */
export async function signInByToken(deps: Deps, caller: Caller, token: string): Promise<TokenPair> {
  const { internalAdapter } = await deps.identity.auth.$context;
  const found = await internalAdapter.consumeVerificationValue(`sign-in:${token}`);
  if (!found) throw new SheafError('auth.link-invalid');
  return startSession(deps, caller, found.value);
}
