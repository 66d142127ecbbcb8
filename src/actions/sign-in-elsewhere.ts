// Signing in with an account at an OpenID Connect issuer: there and back, and who that is here.

import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SheafError } from '../errors.ts';
import { beginSecondFactor } from '../identity/flow-state.ts';
import { type OidcClient, type OidcPerson, OidcRefusal } from '../identity/oidc-client.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { findAccount, findAccountByEmail, insertAccount } from '../store/accounts.ts';
import { findExternalUser, linkExternalUser } from '../store/external-accounts.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { changeAccounts } from './audit.ts';
import { makeOwnWorkspace } from './register-account.ts';
import type { Caller, Services } from './services.ts';
import { recordFailure, startSession } from './sign-in.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'log'>;

export interface Departure {
  /** Where to send the browser. */
  url: URL;
  /** Kept by this browser alone: only it may come back. */
  binding: string;
}

export type Return =
  | { status: 'signed-in'; tokens: TokenPair; returnTo: string }
  | { status: 'second-factor'; challenge: string; returnTo: string };

const FLOW_MS = 10 * 60_000;
const flowSchema = z.object({
  provider: z.string(),
  binding: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Throws `oidc.unknown-provider`, `oidc.unreachable`, `request.invalid` for a `returnTo` that leads elsewhere. */
export async function departToProvider(
  deps: Deps,
  { provider, returnTo }: { provider: string; returnTo: string },
): Promise<Departure> {
  const client = clientOf(deps, provider);
  const { identity } = deps;
  const target = ownPath(returnTo, identity.publicUrl());
  const [state, nonce, codeVerifier, binding] = [secret(), secret(), secret(), secret()];
  const redirectUri = redirectUriOf(deps, provider);
  const url = await client.authorizationUrl({ redirectUri, state, nonce, codeVerifier }).catch((error: unknown) => {
    throw refused(deps, client, error, 'oidc.unreachable');
  });
  const { internalAdapter } = await identity.auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `oidc:${state}`,
    value: JSON.stringify({ provider, binding: hashOf(binding), nonce, codeVerifier, returnTo: target }),
    expiresAt: new Date(Date.now() + FLOW_MS),
  });
  return { url, binding };
}

export interface Arrival {
  provider: string;
  /** From the cookie of the browser that left. */
  binding: string | undefined;
  state: string | undefined;
  code: string | undefined;
  iss: string | undefined;
}

/** Throws `oidc.refused`, `oidc.email-unproven`, `account.not-linked`, `account.registration-closed`. */
export async function arriveFromProvider(deps: Deps, caller: Caller, arrival: Arrival): Promise<Return> {
  const client = clientOf(deps, arrival.provider);
  try {
    return await arrive(deps, caller, { client, arrival });
  } catch (error) {
    if (error instanceof SheafError) {
      const failure = { method: 'elsewhere', reason: error.code, provider: client.provider.id } as const;
      await recordFailure(deps, { ...caller, userId: null }, failure);
    }
    throw error;
  }
}

async function arrive(
  deps: Deps,
  caller: Caller,
  { client, arrival }: { client: OidcClient; arrival: Arrival },
): Promise<Return> {
  const { internalAdapter } = await deps.identity.auth.$context;
  // Whatever comes of it, a state counts once.
  const kept = arrival.state && (await internalAdapter.consumeVerificationValue(`oidc:${arrival.state}`));
  const flow = kept ? flowSchema.parse(JSON.parse(kept.value)) : undefined;
  if (!flow || !arrival.code || arrival.binding === undefined || flow.binding !== hashOf(arrival.binding)) {
    throw refused(deps, client, new OidcRefusal('no such sign-in is under way in this browser'));
  }
  // An answer meant for another provider's address (mix-up, RFC 9700 section 4.4).
  if (flow.provider !== arrival.provider) throw refused(deps, client, new OidcRefusal('begun at another provider'));
  const { nonce, codeVerifier, returnTo } = flow;
  const redirectUri = redirectUriOf(deps, arrival.provider);
  const person = await client
    .redeem({ code: arrival.code, iss: arrival.iss, redirectUri, nonce, codeVerifier })
    .catch((error: unknown) => {
      throw refused(deps, client, error);
    });
  const userId = await findOrMakeAccount(deps, caller, person);
  const account = await findAccount(deps.db, userId);
  if (account?.twoFactorEnabled) {
    return { status: 'second-factor', challenge: await beginSecondFactor(deps.identity.auth, userId), returnTo };
  }
  const start = { userId, method: 'elsewhere', provider: client.provider.id } as const;
  return { status: 'signed-in', tokens: await startSession(deps, caller, start), returnTo };
}

/**
 * The account that the subject was linked to; else the one with the same address, when both sides have proved it; else a
 * new one. An unproven account is never handed over: whoever made it may be somebody else.
 */
async function findOrMakeAccount(deps: Deps, caller: Caller, person: OidcPerson): Promise<string> {
  const { db, identity } = deps;
  const known = await findExternalUser(db, person);
  if (known !== undefined) return known;
  const { email } = person;
  if (email === undefined || !z.email().safeParse(email).success || !person.emailVerified) {
    throw new SheafError('oidc.email-unproven');
  }
  let account = await findAccountByEmail(db, email);
  if (account && !account.emailVerified) throw new SheafError('account.not-linked');
  if (!account) {
    if (identity.settings.registration === 'closed') throw new SheafError('account.registration-closed');
    const id = newId();
    const name = cleanText(person.name?.trim() || email.slice(0, email.indexOf('@'))).slice(0, 200);
    const by = { ...caller, userId: id };
    const made = await changeAccounts(deps, by, {
      work: (trx) => insertAccount(trx, { id, email, name, emailVerified: true }),
      acts: (inserted) => (inserted ? [{ action: 'auth.registered' }] : []),
    });
    if (made) await makeOwnWorkspace(deps, by, name);
    account = await findAccountByEmail(db, email);
    if (!account?.emailVerified) throw new SheafError('account.not-linked');
  }
  const { id } = account;
  await changeAccounts(
    deps,
    { ...caller, userId: id },
    {
      work: (trx) => linkExternalUser(trx, person, id),
      acts: () => [{ action: 'auth.linked-elsewhere' }],
    },
  );
  const linked = await findExternalUser(db, person);
  if (linked !== account.id) throw new SheafError('account.not-linked');
  return linked;
}

function clientOf({ identity }: Deps, provider: string): OidcClient {
  const client = identity.oidcClients.find((candidate) => candidate.provider.id === provider);
  if (!client) throw new SheafError('oidc.unknown-provider');
  return client;
}

const redirectUriOf = ({ identity }: Deps, provider: string): string =>
  `${identity.publicUrl().origin}/api/v1/auth/oidc/${provider}/callback`;

/** A path of this server, as browsers would resolve it: never another host. */
function ownPath(returnTo: string, publicUrl: URL): string {
  const url = URL.canParse(returnTo, publicUrl.origin) ? new URL(returnTo, publicUrl.origin) : undefined;
  if (!returnTo.startsWith('/') || url?.origin !== publicUrl.origin || url.pathname.startsWith('//')) {
    throw new SheafError('request.invalid', 'returnTo must be a path of this server', {
      details: { pointer: '/returnTo' },
    });
  }
  return url.pathname + url.search;
}

/** Why goes to the log: it helps the operator, and whoever attacks. */
function refused(
  { log }: Deps,
  { provider }: OidcClient,
  error: unknown,
  code: 'oidc.refused' | 'oidc.unreachable' = 'oidc.refused',
): unknown {
  if (!(error instanceof OidcRefusal)) return error;
  log.warn({ provider: provider.id, reason: error.message }, 'sign-in elsewhere refused');
  return new SheafError(code);
}
