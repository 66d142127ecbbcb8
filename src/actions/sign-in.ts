// Signing in with a password, and with a second factor when the account has one.

import { SheafError } from '../errors.ts';
import { callAuth } from '../identity/auth-errors.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { findSessionByToken } from '../store/account-sessions.ts';
import { findAccountByEmail } from '../store/accounts.ts';
import type { Caller, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'sendAccountMail'>;

export type SignedIn =
  | { status: 'signed-in'; tokens: TokenPair }
  /** `challenge` goes with the code to `completeSignIn`, within ten minutes. */
  | { status: 'second-factor'; challenge: string };

/** Throws `auth.invalid-credentials`, `auth.locked`, `account.not-verified`; whether the account exists makes no difference. */
export async function signIn(
  deps: Deps,
  caller: Caller,
  { email, password }: { email: string; password: string },
): Promise<SignedIn> {
  const { identity } = deps;
  const attempt = { email, address: caller.address };
  const admission = await identity.guard.admit(attempt);
  if (!admission.admitted) throw lockedUntil(admission.until);
  try {
    const { response, headers } = await callAuth(() =>
      identity.auth.api.signInEmail({
        body: { email: email.trim().toLowerCase(), password },
        headers: headersOf(caller),
        returnHeaders: true,
      }),
    );
    await identity.guard.succeeded(attempt);
    if ('twoFactorRedirect' in response) return { status: 'second-factor', challenge: challengeIn(headers) };
    return { status: 'signed-in', tokens: await tokensFor(deps, response.token) };
  } catch (error) {
    if (!(error instanceof SheafError)) throw error;
    // Whoever knows the password of an unproven address is not guessing.
    if (error.code === 'account.not-verified') {
      await identity.guard.succeeded(attempt);
      throw error;
    }
    if (admission.lastFree) await tellOfLock(deps, email, caller);
    // An address or a password that cannot exist is a guess like others: it is counted, and answered alike.
    throw new SheafError('auth.invalid-credentials');
  }
}

/** Throws `auth.code-invalid`, `auth.challenge-invalid`, `auth.locked`. */
export async function completeSignIn(
  deps: Deps,
  caller: Caller,
  {
    challenge,
    code,
    recoveryCode,
  }: { challenge: string; code?: string | undefined; recoveryCode?: string | undefined },
): Promise<TokenPair> {
  const { api } = deps.identity.auth;
  const headers = headersOf(caller);
  headers.set('cookie', cookieOf(challenge));
  const { token } = await callAuth(() =>
    recoveryCode === undefined
      ? api.verifyTOTP({ body: { code: code ?? '' }, headers })
      : api.verifyBackupCode({ body: { code: recoveryCode }, headers }),
  );
  if (!token) throw new SheafError('auth.challenge-invalid');
  return tokensFor(deps, token);
}

/** A session for a person who has been identified in some other way. */
export async function startSession(
  { identity }: Pick<Services, 'identity'>,
  caller: Caller,
  userId: string,
): Promise<TokenPair> {
  const context = await identity.auth.$context;
  const session = await context.internalAdapter.createSession(userId, false, {
    ipAddress: caller.address,
    userAgent: caller.userAgent,
  });
  return identity.sessions.start({ id: session.id, userId });
}

/** The library's session becomes one of ours; its own token is never shown. */
async function tokensFor({ db, identity }: Pick<Services, 'db' | 'identity'>, token: string): Promise<TokenPair> {
  const session = await findSessionByToken(db, token);
  if (!session) throw new Error('the session that was just made is not there');
  return identity.sessions.start(session);
}

export function lockedUntil(until: Date): SheafError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  return new SheafError('auth.locked', `Too many failed attempts; try again in ${seconds} seconds`, {
    details: { retryAfterSeconds: seconds },
  });
}

/** Tells the owner of the account, if there is one; the caller learns nothing of it. */
async function tellOfLock({ db, sendAccountMail }: Deps, email: string, caller: Caller): Promise<void> {
  const account = await findAccountByEmail(db, email.trim().toLowerCase());
  if (!account) return;
  await sendAccountMail({
    template: 'account-locked',
    to: account.email,
    userId: account.id,
    locale: account.locale,
    data: { name: account.name, address: caller.address, at: new Date().toISOString() },
  });
}

const headersOf = ({ address, userAgent }: Caller): Headers =>
  new Headers({ 'user-agent': userAgent, 'x-forwarded-for': address });

/** The library keeps the state of a half-done sign-in in a signed cookie; ours travels in the body instead. */
function challengeIn(headers: Headers): string {
  const cookie = headers.getSetCookie().find((text) => /^[^=]*two_factor=/.test(text));
  const pair = cookie?.split(';', 1)[0];
  if (!pair) throw new Error('the library gave no cookie for the second factor');
  return Buffer.from(pair).toString('base64url');
}

function cookieOf(challenge: string): string {
  const pair = Buffer.from(challenge, 'base64url').toString('utf8');
  if (!/^[\w.-]*two_factor=[\w.%+/=-]+$/.test(pair)) throw new SheafError('auth.challenge-invalid');
  return pair;
}
