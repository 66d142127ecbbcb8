// A new key that signs access tokens, by schedule or because the old one may be known to somebody.

import { recordAfter } from './audit.ts';
import type { Services, Somebody } from './services.ts';

/** `compromised`: tokens of the old keys are refused at once; sessions stay, and get new tokens by their refresh tokens. */
export async function rotateSigningKeys(
  { db, identity, log }: Pick<Services, 'db' | 'identity' | 'log'>,
  by: Somebody,
  { compromised }: { compromised: boolean },
): Promise<number> {
  const count = await identity.tokens.rotateKeys({ removeOld: compromised });
  await recordAfter({ db, log }, by, [{ action: 'system.signing-keys-rotated', details: { count, compromised } }]);
  log.warn({ user_id: by.userId, count, compromised }, 'signing keys rotated');
  return count;
}
