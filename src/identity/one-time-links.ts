// Tokens of links that count once: kept hashed by the library, with what they stand for, until they are used or too old.

import { randomBytes } from 'node:crypto';
import type { BetterAuth } from './better-auth.ts';

const TOKEN_BYTES = 24;

export interface OneTimeLink {
  purpose: string;
  /** What the token stands for. */
  value: string;
  expiresAt: Date;
}

/** The token of a new link. */
export async function makeOneTimeToken(auth: BetterAuth, { purpose, value, expiresAt }: OneTimeLink): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({ identifier: `${purpose}:${token}`, value, expiresAt });
  return token;
}

/** What the token stands for; undefined when it is none, was used, or is too old. Of two at once one gets it. */
export async function spendOneTimeToken(auth: BetterAuth, purpose: string, token: string): Promise<string | undefined> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.consumeVerificationValue(`${purpose}:${token}`))?.value;
}
