// Signing in with a password, and with a second factor when the account has one.

import { z } from 'zod';
import { SheafError } from '../errors.ts';
import { mailedLink } from '../identity/account-mail.ts';
import { callAuth } from '../identity/auth-errors.ts';
import { cookieOf, stateIn } from '../identity/flow-state.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { FIRST_WAIT_MS } from '../identity/sign-in-guard.ts';
import { findSessionByToken } from '../store/account-sessions.ts';
import { findAccountByEmail } from '../store/accounts.ts';
import { type Act, recordAfter } from './audit.ts';
import type { Caller, Services } from './services.ts';
import { spendCode } from './spend-code.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log' | 'sendAccountMail'>;

export type SignInMethod = 'password' | 'second-factor' | 'passkey' | 'link' | 'elsewhere' | 'registration';

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
  const attempt = { email, address: caller.network };
  const admission = await identity.guard.admit(attempt);
  if (!admission.admitted) {
    identity.onAttempt({ kind: 'sign-in', method: 'password', outcome: 'auth.locked' });
    throw lockedUntil(admission.until);
  }
  try {
    const { response, headers } = await callAuth(() =>
      identity.auth.api.signInEmail({
        body: { email: email.trim().toLowerCase(), password },
        headers: headersOf(caller),
        returnHeaders: true,
      }),
    );
    await identity.guard.succeeded(attempt);
    if ('twoFactorRedirect' in response) return { status: 'second-factor', challenge: stateIn(headers, 'two_factor') };
    return {
      status: 'signed-in',
      tokens: await tokensFor(deps, caller, { token: response.token, method: 'password' }),
    };
  } catch (error) {
    if (!(error instanceof SheafError)) throw error;
    const userId = await findNamed(deps, email);
    // As it is answered: what cannot be a name or a password is wrong like any other.
    const isRight = error.code === 'account.not-verified';
    const reason = isRight ? error.code : 'auth.invalid-credentials';
    const locks = isRight ? [] : admission.locks;
    await recordFailure(deps, { ...caller, userId }, { method: 'password', reason, locks });
    if (error.code === 'auth.invalid-credentials') {
      if (admission.lastFree) tellOfLock(deps, email, caller);
      throw error;
    }
    // Whoever knows the password of an unproven address is not guessing.
    if (error.code === 'account.not-verified') {
      await identity.guard.succeeded(attempt);
      throw error;
    }
    // An address or a password that cannot exist was compared with nothing: it must not free the name of others either.
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
  const headers = headersOf(caller);
  const cookie = cookieOf(challenge, 'two_factor');
  if (cookie === undefined) throw new SheafError('auth.challenge-invalid');
  headers.set('cookie', cookie);
  const userId = await findChallenged(deps, cookie);
  try {
    const token = await redeemCode(deps, { headers, code, recoveryCode });
    return await tokensFor(deps, caller, { token, method: 'second-factor' });
  } catch (error) {
    // Whoever brings no real challenge tries nobody's account.
    if (error instanceof SheafError && userId !== null) {
      await recordFailure(deps, { ...caller, userId }, { method: 'second-factor', reason: error.code });
    }
    throw error;
  }
}

async function redeemCode(
  deps: Deps,
  { headers, code, recoveryCode }: { headers: Headers; code: string | undefined; recoveryCode: string | undefined },
): Promise<string> {
  const { api } = deps.identity.auth;
  const { token } = await callAuth(() =>
    recoveryCode === undefined
      ? api.verifyTOTP({ body: { code: code ?? '' }, headers })
      : api.verifyBackupCode({ body: { code: recoveryCode }, headers }),
  );
  if (!token) throw new SheafError('auth.challenge-invalid');
  if (code !== undefined) await ensureUnspent(deps, token, code);
  return token;
}

/** A session for a person who has been identified in some other way. */
export async function startSession(
  deps: Pick<Services, 'db' | 'identity' | 'log'>,
  caller: Caller,
  { userId, method, provider }: { userId: string; method: SignInMethod; provider?: string },
): Promise<TokenPair> {
  const context = await deps.identity.auth.$context;
  const session = await context.internalAdapter.createSession(userId, false, {
    ipAddress: caller.address,
    userAgent: caller.userAgent,
  });
  return beginSession(deps, caller, { session: { id: session.id, userId }, method, provider });
}

/** The library's session becomes one of ours; its own token is never shown. */
export async function tokensFor(
  deps: Pick<Services, 'db' | 'identity' | 'log'>,
  caller: Caller,
  { token, method }: { token: string; method: SignInMethod },
): Promise<TokenPair> {
  const session = await findSessionByToken(deps.db, token);
  if (!session) throw new Error('the session that was just made is not there');
  return beginSession(deps, caller, { session, method });
}

interface Beginning {
  session: { id: string; userId: string };
  method: SignInMethod;
  /** Where somebody signed in elsewhere. */
  provider?: string | undefined;
}

async function beginSession(
  deps: Pick<Services, 'db' | 'identity' | 'log'>,
  caller: Caller,
  { session, method, provider }: Beginning,
): Promise<TokenPair> {
  const tokens = await deps.identity.sessions.start(session);
  deps.identity.onAttempt({ kind: 'sign-in', method, outcome: 'ok' });
  const target = { type: 'session', id: session.id };
  const details = { method, ...(provider === undefined ? {} : { provider }) };
  await recordAfter(deps, { ...caller, userId: session.userId }, [{ action: 'auth.signed-in', target, details }]);
  return tokens;
}

interface Failure {
  method: SignInMethod;
  /** Code of the error. */
  reason: string;
  /** What it locked. */
  locks?: readonly string[];
  provider?: string;
}

/** Whose account it was about stands as the target: who tried is not known. What is refused while locked is not told again. */
export async function recordFailure(
  deps: Pick<Services, 'db' | 'log' | 'identity'>,
  { userId, requestId, address }: Caller & { userId: string | null },
  { method, reason, locks = [], provider }: Failure,
): Promise<void> {
  const target = userId === null ? undefined : { type: 'person', id: userId };
  const details = { method, reason, ...(provider === undefined ? {} : { provider }) };
  deps.identity.onAttempt({ kind: 'sign-in', method, outcome: reason });
  const acts: Act[] = [{ action: 'auth.sign-in-failed', target, details }];
  if (locks.length > 0) acts.push({ action: 'auth.locked-out', target, details: { locks: [...locks] } });
  await recordAfter(deps, { userId: null, requestId, address }, acts);
}

/** Of the account with this name; asked for whether there is one or not, so that both take the same time. */
async function findNamed({ db }: Deps, email: string): Promise<string | null> {
  const name = email.trim().toLowerCase();
  // What no account can be called, the database may not even take as text.
  return z.email().safeParse(name).success ? ((await findAccountByEmail(db, name))?.id ?? null) : null;
}

/** Of the account whose second factor the challenge asks for. The identifier stands before the signature, which the library checks. */
async function findChallenged({ identity }: Deps, cookie: string): Promise<string | null> {
  const identifier = /=(2fa-[\w-]+)/.exec(cookie)?.[1];
  if (identifier === undefined) return null;
  const { internalAdapter } = await identity.auth.$context;
  return (await internalAdapter.findVerificationValue(identifier))?.value ?? null;
}

export function lockedUntil(until: Date): SheafError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  return new SheafError('auth.locked', `Too many failed attempts; try again in ${seconds} seconds`, {
    details: { retryAfterSeconds: seconds },
  });
}

/** The library takes a code as often as it comes within its time. The session that it made for a repeated one ends at once. */
async function ensureUnspent(deps: Deps, token: string, code: string): Promise<void> {
  const session = await findSessionByToken(deps.db, token);
  if (!session) throw new SheafError('auth.challenge-invalid');
  if (await spendCode(deps, session.userId, code)) return;
  await deps.identity.sessions.end(session.userId, { ids: [session.id] });
  throw new SheafError('auth.code-invalid');
}

/** Tells the owner of the account, if there is one; the caller learns nothing of it, not even by the time it takes. */
function tellOfLock({ db, identity, sendAccountMail }: Deps, email: string, caller: Caller): void {
  const at = new Date();
  identity.later(async () => {
    const account = await findAccountByEmail(db, email.trim().toLowerCase());
    if (!account) return;
    await sendAccountMail({
      template: 'account-locked',
      to: account.email,
      userId: account.id,
      locale: account.locale,
      data: {
        name: account.name,
        at: at.toISOString(),
        lockedUntil: new Date(at.getTime() + FIRST_WAIT_MS).toISOString(),
        ip: caller.address,
        link: mailedLink(identity.publicUrl(), 'forgot-password'),
      },
    });
  });
}

/** Where a sign-in comes from, as the library is told. */
export const headersOf = ({ address, userAgent }: Caller): Headers =>
  new Headers({ 'user-agent': userAgent, 'x-forwarded-for': address });
