// A second factor: codes that an app shows (RFC 6238), and recovery codes for the day the phone is gone.

import { renderSVG } from 'uqr';
import { SheafError } from '../errors.ts';
import { callAuth } from '../identity/auth-errors.ts';
import { findSessionRow } from '../store/account-sessions.ts';
import { findSecondFactor, removeSecondFactor, turnOnSecondFactor } from '../store/second-factors.ts';
import { type Act, changeAccounts, recordAfter } from './audit.ts';
import { type Person, provePerson } from './prove-person.ts';
import type { Caller, Services } from './services.ts';
import { spendCode } from './spend-code.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log'>;
type Proof = Person & { password: string | undefined };

export interface SecondFactorStart {
  /** `otpauth://…`, for the app. */
  uri: string;
  /** The same for typing. */
  secret: string;
  /** The picture, an SVG document of one rectangle and one path. */
  qrCode: string;
  recoveryCodes: string[];
}

/** Light modules around the code, as readers need them (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4;

/** Nothing changes at sign-in until `confirmSecondFactor`. Throws `account.second-factor-on`, and what `provePerson` throws. */
export async function startSecondFactor(deps: Deps, caller: Caller, proof: Proof): Promise<SecondFactorStart> {
  await provePerson(deps, caller, proof);
  const headers = await headersOfSession(deps, proof.sessionId);
  const { password } = proof;
  const made = await callAuth(() =>
    deps.identity.auth.api.enableTwoFactor({ body: { ...(password ? { password } : {}), method: 'totp' }, headers }),
  );
  if (made.method !== 'totp') throw new Error('the library set up another factor');
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
  const qrCode = renderSVG(made.totpURI, { border: QUIET_ZONE, pixelSize: 1 });
  return { uri: made.totpURI, secret, qrCode, recoveryCodes: made.backupCodes };
}

/** Turns it on with the first code. Throws `auth.code-invalid`, `account.no-second-factor`, `account.second-factor-on`. */
export async function confirmSecondFactor({ db, identity }: Deps, person: Person, code: string): Promise<void> {
  const { userId } = person;
  const factor = await findSecondFactor(db, userId);
  if (!factor) throw new SheafError('account.no-second-factor');
  if (factor.verified) throw new SheafError('account.second-factor-on');
  if (!(await spendCode({ db, identity }, userId, code))) throw new SheafError('auth.code-invalid');
  await changeAccounts({ db }, person, {
    work: (trx) => turnOnSecondFactor(trx, userId),
    acts: () => [changed('added')],
  });
}

/** Throws `account.no-second-factor`, and what `provePerson` throws. */
export async function disableSecondFactor(deps: Deps, caller: Caller, proof: Proof): Promise<void> {
  await provePerson(deps, caller, proof);
  if (!(await findSecondFactor(deps.db, proof.userId))) throw new SheafError('account.no-second-factor');
  await changeAccounts(deps, proof, {
    work: (trx) => removeSecondFactor(trx, proof.userId),
    acts: () => [changed('removed')],
  });
}

/** Those before count no more. Throws `account.no-second-factor`, and what `provePerson` throws. */
export async function makeRecoveryCodes(deps: Deps, caller: Caller, proof: Proof): Promise<string[]> {
  await provePerson(deps, caller, proof);
  const headers = await headersOfSession(deps, proof.sessionId);
  const body = proof.password ? { password: proof.password } : {};
  const { backupCodes } = await callAuth(() => deps.identity.auth.api.generateBackupCodes({ body, headers }));
  await recordAfter(deps, proof, [changed('recovery-codes-renewed')]);
  return backupCodes;
}

const changed = (change: 'added' | 'removed' | 'recovery-codes-renewed'): Act => ({
  action: 'auth.second-factor-changed',
  details: { factor: 'codes', change },
});

/** The library knows sessions by a token of its own, which stays in this process. */
export async function headersOfSession({ db }: Pick<Services, 'db'>, sessionId: string): Promise<Headers> {
  const session = await findSessionRow(db, sessionId);
  if (!session) throw new SheafError('auth.required');
  return new Headers({ authorization: `Bearer ${session.token}` });
}
