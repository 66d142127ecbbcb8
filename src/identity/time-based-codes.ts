// Which time step a code of the second factor belongs to (RFC 6238), so that it can be spent.

import { createOTP } from '@better-auth/utils/otp';

const PERIOD_MS = 30_000;
/** Steps around now that count; one more into the past than the library takes, for it may have looked a moment ago. */
const steps = [-2, -1, 0, 1];

/** undefined when the code is of no step near now. */
export async function stepOfCode(secret: string, code: string): Promise<number | undefined> {
  const now = Math.floor(Date.now() / PERIOD_MS);
  for (const step of steps) if ((await createOTP(secret).hotp(now + step)) === code) return now + step;
  return undefined;
}
