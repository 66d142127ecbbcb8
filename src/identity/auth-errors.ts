// Errors of better-auth in the words of our catalogue. What is not listed is a fault of ours.

import { APIError } from 'better-auth/api';
import { type ErrorCode, SheafError } from '../errors.ts';

const codes: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'auth.invalid-credentials',
  INVALID_PASSWORD: 'auth.invalid-credentials',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'auth.invalid-credentials',
  INVALID_EMAIL: 'request.invalid',
  EMAIL_NOT_VERIFIED: 'account.not-verified',
  PASSWORD_TOO_SHORT: 'account.weak-password',
  PASSWORD_TOO_LONG: 'account.weak-password',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'account.exists',
  USER_ALREADY_EXISTS: 'account.exists',
  INVALID_TOKEN: 'auth.link-invalid',
  TOKEN_EXPIRED: 'auth.link-invalid',
  USER_NOT_FOUND: 'auth.link-invalid',
  SESSION_EXPIRED: 'auth.required',
  SESSION_NOT_FRESH: 'auth.required',
  UNAUTHORIZED: 'auth.required',
  INVALID_CODE: 'auth.code-invalid',
  INVALID_BACKUP_CODE: 'auth.code-invalid',
  INVALID_TWO_FACTOR_COOKIE: 'auth.challenge-invalid',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'auth.challenge-invalid',
  ACCOUNT_TEMPORARILY_LOCKED: 'auth.locked',
  TOTP_NOT_ENABLED: 'account.no-second-factor',
  TWO_FACTOR_NOT_ENABLED: 'account.no-second-factor',
  BACKUP_CODES_NOT_ENABLED: 'account.no-second-factor',
  CHALLENGE_NOT_FOUND: 'auth.challenge-invalid',
  PASSKEY_NOT_FOUND: 'auth.passkey-refused',
  AUTHENTICATION_FAILED: 'auth.passkey-refused',
  FAILED_TO_VERIFY_REGISTRATION: 'auth.passkey-refused',
  TOTP_ALREADY_ENABLED: 'account.second-factor-on',
  // Two used the same recovery code at once: the other was faster.
  CONFLICT: 'auth.code-invalid',
};

/** Runs a call of better-auth; its refusals become ours. */
export async function callAuth<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const code = codes[String(error.body?.code ?? '')] ?? codes[String(error.status)];
    throw code ? new SheafError(code, undefined, { cause: error }) : error;
  }
}
