// Accounts, sessions and tokens as one thing that actions are given.

import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { type AccessTokens, createAccessTokens } from './access-tokens.ts';
import type { SendAccountMail } from './account-mail.ts';
import { type BetterAuth, createBetterAuth } from './better-auth.ts';
import { createSessionAccessCache, type SessionAccessCache } from './session-access.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignInGuard, type SignInGuard } from './sign-in-guard.ts';

export interface IdentitySettings {
  /** At least 32 characters; signs and encrypts what accounts need. */
  secret: string;
  issuer: string;
  audience: string;
  accessTokenSeconds: number;
  sessionSeconds: number;
  /** Nobody signs in with a password before the address is proven. */
  requireVerification: boolean;
  registration: 'open' | 'closed';
  workspacesPerPerson: number;
}

export interface Identity {
  settings: IdentitySettings;
  auth: BetterAuth;
  tokens: AccessTokens;
  access: SessionAccessCache;
  sessions: Sessions;
  guard: SignInGuard;
  /** Where people reach the server. */
  publicUrl(): URL;
}

export interface IdentityOptions {
  db: Kysely<Schema>;
  settings: IdentitySettings;
  /** Known when the server listens; asked at first use. */
  publicUrl: () => URL;
  sendMail: SendAccountMail;
  onError: (message: string) => void;
}

export function createIdentity({ db, settings, publicUrl, sendMail, onError }: IdentityOptions): Identity {
  let made: { auth: BetterAuth; tokens: AccessTokens; sessions: Sessions } | undefined;
  const access = createSessionAccessCache(db);
  const guard = createSignInGuard(db, settings.secret);
  const make = () => {
    const auth = createBetterAuth({ db, ...settings, publicUrl: publicUrl(), sendMail, onError });
    const tokens = createAccessTokens({ auth, ...settings, lifetimeSeconds: settings.accessTokenSeconds });
    const sessions = createSessions({ db, tokens, access, ...settings });
    made = { auth, tokens, sessions };
    return made;
  };
  return {
    settings,
    access,
    guard,
    publicUrl,
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
