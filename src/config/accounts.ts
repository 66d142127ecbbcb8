// Accounts, sessions, and sign-in elsewhere.

import { z } from 'zod';
import type { OidcProvider } from '../identity/oidc-client.ts';
import { type Read, type ReadContext, setting } from './setting.ts';
import { issuer, whole } from './setting-kinds.ts';

export const accountsSettings = {
  SHEAF_ADMIN_EMAIL: setting(
    z.email('must be an e-mail address').optional(),
    undefined,
    'With SHEAF_ADMIN_PASSWORD: makes the first account, which administers the installation, at first start.',
  ),
  SHEAF_ADMIN_PASSWORD: setting(z.string().optional(), undefined, 'Password of the first account; used once.', {
    secret: true,
  }),
  REGISTRATION: setting(
    z.enum(['open', 'closed']),
    'open',
    'Who may make an account: anybody who reaches the server, or only who was invited.',
  ),
  WORKSPACES_PER_PERSON: setting(
    whole(1, 100_000),
    '20',
    'Workspaces that one person may make; the one that comes with an account is the first.',
  ),
  EMAIL_VERIFICATION: setting(
    z.enum(['required', 'off']).optional(),
    undefined,
    'Whether an address must be proven before signing in with it. Unset = required when mail can be sent.',
  ),
  ACCESS_TOKEN_SECONDS: setting(whole(30, 3600), '600', 'Time that an access token counts before it is refreshed.'),
  SESSION_DAYS: setting(whole(1, 365), '30', 'Time without use after which a session ends.'),
  OIDC_ISSUER: setting(
    issuer.optional(),
    undefined,
    'OpenID Connect: people may sign in with an account at this issuer. With OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
  ),
  OIDC_CLIENT_ID: setting(z.string().optional(), undefined, 'What the issuer calls this server.'),
  OIDC_CLIENT_SECRET: setting(z.string().optional(), undefined, 'Secret that the issuer gave to this server.', {
    secret: true,
  }),
  OIDC_NAME: setting(z.string().max(40), 'Single sign-on', 'What the button for OIDC_ISSUER says.'),
  OIDC_TRUST_EMAIL: setting(
    z.enum(['yes', 'no']),
    'no',
    'Take every e-mail address that OIDC_ISSUER names as proven, even when it does not say so: only where you run it yourself.',
  ),
  GOOGLE_CLIENT_ID: setting(
    z.string().optional(),
    undefined,
    'With GOOGLE_CLIENT_SECRET: people may sign in with Google.',
  ),
  GOOGLE_CLIENT_SECRET: setting(z.string().optional(), undefined, 'Secret that Google gave to this server.', {
    secret: true,
  }),
} as const;

export const readAccounts = (read: Read<typeof accountsSettings>, { problems }: ReadContext) => {
  const email = read('SHEAF_ADMIN_EMAIL');
  const password = read('SHEAF_ADMIN_PASSWORD');
  if ((email === undefined) !== (password === undefined)) {
    problems.push('SHEAF_ADMIN_EMAIL, SHEAF_ADMIN_PASSWORD: set both or neither');
  }
  return {
    admin: email !== undefined && password !== undefined ? { email, password } : undefined,
    registration: read('REGISTRATION'),
    workspacesPerPerson: read('WORKSPACES_PER_PERSON'),
    emailVerification: read('EMAIL_VERIFICATION'),
    accessTokenSeconds: read('ACCESS_TOKEN_SECONDS'),
    sessionSeconds: read('SESSION_DAYS') * 24 * 3600,
    oidcProviders: readOidcProviders(read, problems),
  };
};

function readOidcProviders(read: Read<typeof accountsSettings>, problems: string[]): OidcProvider[] {
  const own = {
    id: 'oidc',
    name: read('OIDC_NAME'),
    issuer: read('OIDC_ISSUER'),
    clientId: read('OIDC_CLIENT_ID'),
    clientSecret: read('OIDC_CLIENT_SECRET'),
    trustEmail: read('OIDC_TRUST_EMAIL') === 'yes',
  };
  const google = {
    id: 'google',
    name: 'Google',
    clientId: read('GOOGLE_CLIENT_ID'),
    clientSecret: read('GOOGLE_CLIENT_SECRET'),
    trustEmail: false,
  };
  const providers: OidcProvider[] = [];
  if (google.clientId !== undefined && google.clientSecret !== undefined) {
    const { clientId, clientSecret } = google;
    providers.push({ ...google, clientId, clientSecret, issuer: 'https://accounts.google.com' });
  } else if (google.clientId !== google.clientSecret) {
    problems.push('GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET: set both or neither');
  }
  if (own.issuer !== undefined && own.clientId !== undefined && own.clientSecret !== undefined) {
    const { issuer, clientId, clientSecret } = own;
    providers.push({ ...own, issuer, clientId, clientSecret });
  } else if (own.issuer !== undefined || own.clientId !== undefined || own.clientSecret !== undefined) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: set all or none');
  }
  return providers;
}
