// What makes a password too weak to take (NIST SP 800-63B section 5.1.1.2: length and blocklist, no composition rules).

import { SheafError } from '../errors.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '../identity/better-auth.ts';
import { commonPasswords } from '../identity/common-passwords.ts';

/** Throws `account.weak-password`. */
export function ensureStrongPassword(password: string, email: string): void {
  const weak = (why: string): never => {
    throw new SheafError('account.weak-password', why, { details: { pointer: '/password' } });
  };
  // Characters as people count them.
  const length = [...password].length;
  if (length < PASSWORD_MIN) weak(`A password needs at least ${PASSWORD_MIN} characters`);
  if (password.length > PASSWORD_MAX) weak(`A password may have at most ${PASSWORD_MAX} characters`);
  const plain = password.toLowerCase();
  const local = email.slice(0, email.indexOf('@'));
  if (plain === email || plain === local) weak('The password is the e-mail address');
  if (new Set(plain).size <= 2 || commonPasswords.has(plain)) weak('This password is among the first that are guessed');
}
