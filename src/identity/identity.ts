// Accounts, sessions and tokens as one thing that actions are given.

import type { Kysely } from 'kysely';
import type { OutsideService } from '../outside/outside-service.ts';
import { noteDevice } from '../store/account-devices.ts';
import { findSessionRow } from '../store/account-sessions.ts';
import { findAccount, forgetLinksOf, removeCredentials, updateAccount } from '../store/accounts.ts';
import { deleteApiKeysOf } from '../store/api-keys.ts';
import type { Schema } from '../store/schema.ts';
import { type AccessTokens, createAccessTokens } from './access-tokens.ts';
import { mailedLink, type SendAccountMail } from './account-mail.ts';
import { type Background, createBackground } from './background.ts';
import type { BetterAuth, createBetterAuth } from './better-auth.ts';
import { deviceWords } from './device-words.ts';
import { createOidcClient, type OidcClient, type OidcProvider } from './oidc-client.ts';
import { createSessionAccessCache, type SessionAccessCache } from './session-access.ts';
import { createSessions, type Refreshed, type Sessions } from './sessions.ts';
import { createSignInGuard, type SignInGuard } from './sign-in-guard.ts';

export interface IdentitySettings {
  /** At least 32 characters; signs and encrypts what accounts need. */
  secret: string;
  /** Values that it had before, newest first: what they encrypted can still be read. */
  oldSecrets?: readonly string[];
  issuer: string;
  audience: string;
  accessTokenSeconds: number;
  sessionSeconds: number;
  /** Nobody signs in with a password before the address is proven. */
  requireVerification: boolean;
  registration: 'open' | 'closed';
  /** Where people may sign in instead of here. */
  oidcProviders: readonly OidcProvider[];
  workspacesPerPerson: number;
}

export interface Identity extends Background {
  settings: IdentitySettings;
  auth: BetterAuth;
  tokens: AccessTokens;
  access: SessionAccessCache;
  sessions: Sessions;
  guard: SignInGuard;
  oidcClients: readonly OidcClient[];
  /** Where people reach the server. */
  publicUrl(): URL;
  onAttempt: (attempt: SignInAttempt) => void;
}

export interface IdentityOptions {
  db: Kysely<Schema>;
  settings: IdentitySettings;
  /** undefined in a process that signs nobody in: it does not even load what that takes. */
  createAuth: typeof createBetterAuth | undefined;
  /** Known when the server listens; asked at first use. */
  publicUrl: () => URL;
  sendMail: SendAccountMail;
  onError: (message: string) => void;
  /** Manners towards the issuers; needed where there are any. */
  oidcService?: OutsideService | undefined;
  /** Is told how attempts to sign in and to stay signed in end; for metrics. */
  onAttempt?: ((attempt: SignInAttempt) => void) | undefined;
}

/** `outcome` is `ok` or the code of an error. */
export type SignInAttempt =
  | { kind: 'sign-in'; method: string; outcome: string }
  | { kind: 'refresh'; outcome: Refreshed['outcome'] };

export function createIdentity(options: IdentityOptions): Identity {
  const { db, settings, createAuth, publicUrl, sendMail, onError, oidcService, onAttempt = () => {} } = options;
  let made: { auth: BetterAuth; tokens: AccessTokens; sessions: Sessions } | undefined;
  const access = createSessionAccessCache(db);
  const guard = createSignInGuard(db, settings.secret);
  const background = createBackground((error) => onError(`in the background: ${(error as Error).message}`));

  /** A link to a mailbox proved that it is theirs: what others set up before that does not count. */
  const onReset = async (user: { id: string; email: string; emailVerified: boolean }): Promise<void> => {
    await guard.unlock(user.email);
    // A thief may have asked for a link to another address while the old password was theirs too.
    await forgetLinksOf(db, user.id);
    if (user.emailVerified) return;
    await removeCredentials(db, user.id);
    await deleteApiKeysOf(db, user.id);
    await updateAccount(db, user.id, { emailVerified: true });
  };

  const tellOfDevice = async (session: { id: string; userId: string }): Promise<void> => {
    const row = await findSessionRow(db, session.id);
    if (!row) return;
    const device = deviceWords(row.userAgent ?? '');
    if ((await noteDevice(db, session.userId, device)) !== 'new') return;
    const account = await findAccount(db, session.userId);
    if (!account) return;
    const at = row.createdAt.toISOString();
    await sendMail({
      template: 'new-sign-in',
      to: account.email,
      userId: account.id,
      locale: account.locale,
      data: { name: account.name, at, device, ip: row.ipAddress || null, link: mailedLink(publicUrl(), 'account') },
      dedupeKey: `new-sign-in:${session.id}`,
    });
  };

  const make = () => {
    if (!createAuth) throw new Error('this process signs nobody in');
    const auth = createAuth({ db, ...settings, publicUrl: publicUrl(), sendMail, onReset, onError });
    const tokens = createAccessTokens({ db, auth, ...settings, lifetimeSeconds: settings.accessTokenSeconds });
    const onStart = (session: { id: string; userId: string }): void => background.later(() => tellOfDevice(session));
    const sessions = createSessions({ db, tokens, access, ...settings, onStart });
    made = { auth, tokens, sessions };
    return made;
  };
  return {
    ...background,
    settings,
    access,
    guard,
    publicUrl,
    onAttempt,
    oidcClients: oidcService ? settings.oidcProviders.map((provider) => createOidcClient(provider, oidcService)) : [],
    get auth() {
      return (made ?? make()).auth;
    },
    get tokens() {
      return (made ?? make()).tokens;
    },
    get sessions() {
      return (made ?? make()).sessions;
    },
  };
}
