// A new key that signs access tokens, by schedule or because the old one may be known to somebody.

import type { Services } from './services.ts';

/** `compromised`: tokens of the old keys are refused at once; sessions stay, and get new tokens by their refresh tokens. */
export async function rotateSigningKeys(
  { identity, log }: Pick<Services, 'identity' | 'log'>,
  userId: string,
  { compromised }: { compromised: boolean },
): Promise<number> {
  const count = await identity.tokens.rotateKeys({ removeOld: compromised });
  log.warn({ user_id: userId, count, compromised }, 'signing keys rotated');
  return count;
}
