// Passkeys (WebAuthn): made while signed in, and then a way to sign in without password and second factor.

import { SheafError } from '../errors.ts';
import { callAuth } from '../identity/auth-errors.ts';
import { cookieOf, stateIn } from '../identity/flow-state.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { countCredentials } from '../store/accounts.ts';
import { cleanText } from '../store/jsonb.ts';
import { deletePasskey, listPasskeys, type OwnPasskey, type PasskeyRow, renamePasskey } from '../store/passkeys.ts';
import { type Act, changeAccounts, recordAfter } from './audit.ts';
import { type Person, provePerson } from './prove-person.ts';
import { headersOfSession } from './second-factor.ts';
import type { Caller, Services } from './services.ts';
import { headersOf, recordFailure, tokensFor } from './sign-in.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log'>;

export interface Ceremony {
  /** For `navigator.credentials`, as JSON. */
  options: Record<string, unknown>;
  /** Goes with the answer of the browser, within five minutes. */
  challenge: string;
}

/** What the browser's `PublicKeyCredential.toJSON()` gives. */
export type CredentialJson = Record<string, unknown> & { id: string };

/** Throws what `provePerson` throws. */
export async function beginPasskey(
  deps: Deps,
  caller: Caller,
  proof: Person & { password: string | undefined },
): Promise<Ceremony> {
  await provePerson(deps, caller, proof);
  const headers = await headersOfSession(deps, proof.sessionId);
  const made = await callAuth(() =>
    deps.identity.auth.api.generatePasskeyRegistrationOptions({ headers, query: {}, returnHeaders: true }),
  );
  return { options: { ...made.response }, challenge: stateIn(made.headers, 'better-auth-passkey') };
}

/** Throws `auth.passkey-refused`, `auth.challenge-invalid`. */
export async function finishPasskey(
  deps: Deps,
  person: Person,
  { challenge, credential, name }: { challenge: string; credential: CredentialJson; name: string },
): Promise<PasskeyRow> {
  const headers = await headersOfSession(deps, person.sessionId);
  headers.set('cookie', cookieFor(challenge));
  const body = { response: credential, name: cleanText(name.trim()) || 'Passkey' };
  const made = await callAuth(() => deps.identity.auth.api.verifyPasskeyRegistration({ body, headers }));
  await recordAfter(deps, person, [changed(made.id, 'added')]);
  const mine = await listPasskeys(deps.db, person.userId);
  return mine.find((passkey) => passkey.id === made.id)!;
}

export async function beginPasskeySignIn({ identity }: Deps): Promise<Ceremony> {
  const { response, headers } = await callAuth(() =>
    identity.auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true }),
  );
  // The library says "preferred" whatever is set; whether it was done, it checks by our hook.
  return {
    options: { ...response, userVerification: 'required' },
    challenge: stateIn(headers, 'better-auth-passkey'),
  };
}

/** Throws `auth.passkey-refused`, `auth.challenge-invalid`. */
export async function finishPasskeySignIn(
  deps: Deps,
  caller: Caller,
  { challenge, credential }: { challenge: string; credential: CredentialJson },
): Promise<TokenPair> {
  const headers = headersOf(caller);
  headers.set('cookie', cookieFor(challenge));
  const { session } = await callAuth(() =>
    deps.identity.auth.api.verifyPasskeyAuthentication({ body: { response: credential as never }, headers }),
  ).catch(async (error: unknown) => {
    if (error instanceof SheafError) {
      await recordFailure(deps, { ...caller, userId: null }, { method: 'passkey', reason: error.code });
    }
    throw error;
  });
  return tokensFor(deps, caller, { token: session.token, method: 'passkey' });
}

export async function listOwnPasskeys({ db }: Deps, userId: string): Promise<PasskeyRow[]> {
  return listPasskeys(db, userId);
}

/** Throws `passkey.not-found`. */
export async function renameOwnPasskey({ db }: Deps, passkey: OwnPasskey, name: string): Promise<PasskeyRow> {
  const row = await renamePasskey(db, passkey, cleanText(name.trim()));
  if (!row) throw new SheafError('passkey.not-found');
  return row;
}

/** Throws `passkey.not-found`, `account.last-credential`. */
export async function removeOwnPasskey({ db }: Deps, person: Person, id: string): Promise<void> {
  const { userId } = person;
  const mine = await listPasskeys(db, userId);
  if (!mine.some((passkey) => passkey.id === id)) throw new SheafError('passkey.not-found');
  if ((await countCredentials(db, userId)) === 1) throw new SheafError('account.last-credential');
  await changeAccounts({ db }, person, {
    work: (trx) => deletePasskey(trx, { id, userId }),
    acts: (gone) => (gone ? [changed(id, 'removed')] : []),
  });
}

const changed = (id: string, change: 'added' | 'removed'): Act => ({
  action: 'auth.second-factor-changed',
  target: { type: 'passkey', id },
  details: { factor: 'passkey', change },
});

function cookieFor(challenge: string): string {
  const cookie = cookieOf(challenge, 'better-auth-passkey');
  if (cookie === undefined) throw new SheafError('auth.challenge-invalid');
  return cookie;
}
