// A code of the second factor counts once (RFC 6238 section 5.2); the library would take it again for a minute and a half.

import { symmetricDecrypt } from 'better-auth/crypto';
import { stepOfCode } from '../identity/time-based-codes.ts';
import { findSecondFactor, spendStep } from '../store/second-factors.ts';
import type { Services } from './services.ts';

/** False when the code is wrong, or it or a later one was accepted before. */
export async function spendCode(
  { db, identity }: Pick<Services, 'db' | 'identity'>,
  userId: string,
  code: string,
): Promise<boolean> {
  const factor = await findSecondFactor(db, userId);
  if (!factor) return false;
  const { secretConfig } = await identity.auth.$context;
  const step = await stepOfCode(await symmetricDecrypt({ key: secretConfig, data: factor.secret }), code);
  return step !== undefined && (await spendStep(db, userId, step));
}
