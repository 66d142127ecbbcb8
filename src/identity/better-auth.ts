// Accounts are better-auth's: passwords, verification, second factors, passkeys, sign-in elsewhere, signing keys. It never
// faces the network by itself: the API calls it as a library, and its sessions are known outside only as our own tokens.

import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
// One by one: 'better-auth/plugins' would load a hundred files of plugins that are not used.
import { bearer } from 'better-auth/plugins/bearer';
import { jwt } from 'better-auth/plugins/jwt';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';
import { SheafError } from '../errors.ts';
import { findAccount } from '../store/accounts.ts';
import { newId } from '../store/new-id.ts';
import type { Schema } from '../store/schema.ts';
import { mailedLink, type SendAccountMail } from './account-mail.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { versionSecrets } from './versioned-secrets.ts';

export interface BetterAuthOptions {
  /** With the rights of the schema's owner: accounts belong to no workspace. */
  db: Kysely<Schema>;
  /** Where people reach the server: links in mails and the origin that passkeys are bound to. */
  publicUrl: URL;
  secret: string;
  oldSecrets?: readonly string[];
  issuer: string;
  audience: string;
  accessTokenSeconds: number;
  sessionSeconds: number;
  /** Nobody signs in with a password before the address is proven. */
  requireVerification: boolean;
  sendMail: SendAccountMail;
  /** A new password was set by a mailed link: whoever did it reads that mailbox. */
  onReset: (user: { id: string; email: string; emailVerified: boolean }) => Promise<void>;
  onError: (message: string) => void;
}

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
export const VERIFY_SECONDS = 24 * 3600;
export const RESET_SECONDS = 3600;
/** A signing key signs for this long; tokens it signed are still taken for the grace period after. */
const KEY_SECONDS = 30 * 24 * 3600;
const KEY_GRACE_SECONDS = 24 * 3600;

export type BetterAuth = ReturnType<typeof createBetterAuth>;

export function createBetterAuth(options: BetterAuthOptions) {
  const { publicUrl, sendMail } = options;
  const until = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
  return betterAuth({
    appName: 'Sheaf',
    baseURL: publicUrl.origin,
    basePath: '/api/v1/auth/flow',
    ...versionSecrets(options.secret, options.oldSecrets ?? []),
    database: { db: options.db, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Messages of the library name e-mail addresses: only errors go on, and those without their arguments.
    logger: { level: 'error', log: (_level, message) => options.onError(message) },
    advanced: {
      database: { generateId: () => newId(), validateSchema: false },
      useSecureCookies: publicUrl.protocol === 'https:',
    },
    user: {
      modelName: 'auth_users',
      additionalFields: {
        systemAdministrator: { type: 'boolean', required: false, input: false, defaultValue: false },
        locale: { type: 'string', required: false, defaultValue: 'en' },
        timeZone: { type: 'string', required: false, defaultValue: 'UTC' },
        workspaceId: { type: 'string', required: false, input: false },
      },
    },
    // Every way to sign in ends here. To whoever holds the password of a closed account, it is as if the password were wrong.
    databaseHooks: {
      session: {
        create: {
          async before({ userId }) {
            const account = await findAccount(options.db, userId);
            if (account?.disabledAt) throw new SheafError('auth.invalid-credentials');
          },
        },
      },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: options.sessionSeconds,
      disableSessionRefresh: true,
      // Whether it is still the same person is asked by our own actions, with a password where there is one.
      freshAge: 0,
    },
    // Sign-in elsewhere is ours (oidc-client.ts): the library links nothing to anybody.
    account: { modelName: 'auth_accounts', accountLinking: { enabled: false } },
    verification: { modelName: 'auth_verifications', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      requireEmailVerification: options.requireVerification,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      async sendResetPassword({ user, token }) {
        await sendMail({
          template: 'reset-password',
          to: user.email,
          userId: user.id,
          locale: localeOf(user),
          data: {
            name: user.name,
            link: mailedLink(publicUrl, 'reset-password', token),
            validUntil: until(RESET_SECONDS),
            ip: null,
          },
        });
      },
      async onPasswordReset({ user }) {
        const { id: userId, email: to, name } = user;
        await options.onReset(user);
        const data = { name, at: until(0), ip: null, link: mailedLink(publicUrl, 'forgot-password') };
        await sendMail({ template: 'password-changed', to, userId, locale: localeOf(user), data });
      },
    },
    emailVerification: {
      expiresIn: VERIFY_SECONDS,
      // Registering sends it, when the account is whole.
      sendOnSignUp: false,
      async sendVerificationEmail({ user, token }) {
        await sendMail({
          template: 'verify-email',
          to: user.email,
          userId: user.id,
          locale: localeOf(user),
          data: {
            name: user.name,
            link: mailedLink(publicUrl, 'verify-email', token),
            validUntil: until(VERIFY_SECONDS),
          },
        });
      },
    },
    plugins: [
      bearer(),
      jwt({
        disableSettingJwtHeader: true,
        schema: { jwks: { modelName: 'auth_signing_keys' } },
        jwks: {
          keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' },
          rotationInterval: KEY_SECONDS,
          gracePeriod: KEY_GRACE_SECONDS,
        },
        jwt: {
          issuer: options.issuer,
          audience: options.audience,
          expirationTime: `${options.accessTokenSeconds} seconds`,
        },
      }),
      // Without a password the actions ask for a fresh session instead.
      twoFactor({ issuer: 'Sheaf', allowPasswordless: true, schema: { twoFactor: { modelName: 'auth_two_factors' } } }),
      passkey({
        rpID: publicUrl.hostname,
        rpName: 'Sheaf',
        origin: publicUrl.origin,
        // A passkey stands for password and second factor together, so that it must prove the person, not the device alone.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => ensurePerson(verification.registrationInfo) },
        authentication: { afterVerification: ({ verification }) => ensurePerson(verification.authenticationInfo) },
        schema: { passkey: { modelName: 'auth_passkeys' } },
      }),
    ],
  });
}

/** The authenticator says that it asked for a PIN, a finger or a face. */
function ensurePerson(info: { userVerified: boolean } | undefined): void {
  if (!info?.userVerified)
    throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'not verified' });
}

function localeOf(user: object): string {
  return 'locale' in user && typeof user.locale === 'string' ? user.locale : 'en';
}
