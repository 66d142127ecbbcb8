// What stands behind links in mails: proving an address, a new password, the first sign-in.

import { decodeJwt, errors } from 'jose';
import { z } from 'zod';
import { SheafError } from '../errors.ts';
import { callAuth } from '../identity/auth-errors.ts';
import { makeOneTimeToken, spendOneTimeToken } from '../identity/one-time-links.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { type AccountRow, findAccount, findAccountByEmail } from '../store/accounts.ts';
import { type Act, recordAfter } from './audit.ts';
import { ensureStrongPassword } from './password-rules.ts';
import type { Caller, Services } from './services.ts';
import { recordFailure, startSession } from './sign-in.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log'>;

const ONE_TIME_SECONDS = 24 * 3600;
const SIGN_IN = 'sign-in';

/** Throws `auth.link-invalid`. */
export async function verifyEmail(deps: Deps, caller: Caller, token: string): Promise<void> {
  const account = await findMeant(deps, token);
  await callAuth(() => deps.identity.auth.api.verifyEmail({ query: { token } }));
  if (!account || account.emailVerified) return;
  await recordAfter(deps, { ...caller, userId: account.id }, [{ action: 'auth.email-verified' }]);
}

/** Whom the token names; whether it is genuine, the library says. */
async function findMeant({ db }: Deps, token: string): Promise<AccountRow | undefined> {
  try {
    const { email } = claimsSchema.parse(decodeJwt(token));
    return await findAccountByEmail(db, email);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

const claimsSchema = z.object({ email: z.email() });

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
  deps: Deps,
  caller: Caller,
  { token, password }: { token: string; password: string },
): Promise<void> {
  ensureStrongPassword(password, '@');
  const { identity } = deps;
  const { internalAdapter } = await identity.auth.$context;
  const meant = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  const account = meant && (await findAccount(deps.db, meant.value));
  await callAuth(() => identity.auth.api.resetPassword({ body: { token, newPassword: password } }));
  identity.access.forget();
  if (!account) return;
  const acts: Act[] = [{ action: 'auth.password-changed', details: { by: 'mailed-link' } }];
  if (!account.emailVerified) acts.push({ action: 'auth.email-verified' });
  await recordAfter(deps, { ...caller, userId: account.id }, acts);
}

/** A token that signs its bearer in, once, within a day. */
export async function makeSignInToken({ identity }: Pick<Deps, 'identity'>, userId: string): Promise<string> {
  return makeOneTimeToken(identity.auth, {
    purpose: SIGN_IN,
    value: userId,
    expiresAt: new Date(Date.now() + ONE_TIME_SECONDS * 1000),
  });
}

/** Throws `auth.link-invalid`. */
export async function signInByToken(deps: Deps, caller: Caller, token: string): Promise<TokenPair> {
  const userId = await spendOneTimeToken(deps.identity.auth, SIGN_IN, token);
  if (!userId) {
    await recordFailure(deps, { ...caller, userId: null }, { method: 'link', reason: 'auth.link-invalid' });
    throw new SheafError('auth.link-invalid');
  }
  return startSession(deps, caller, { userId, method: 'link' });
}
