// Accounts (the tables of better-auth, names as it wants them), refresh tokens, failed sign-ins, and who belongs to which workspace.

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace, guardForOwner } from './guard.ts';

/** Accounts belong to no workspace: the application role sees none of them. */
const accountTables = [
  `create table auth_users (
    id uuid not null constraint auth_users_pkey primary key,
    name text not null,
    email text not null constraint auth_users_email_key unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "twoFactorEnabled" boolean,
    "systemAdministrator" boolean not null default false,
    locale text not null default 'en',
    "timeZone" text not null default 'UTC',
    "workspaceId" uuid
  )`,
  `create table auth_sessions (
    id uuid not null constraint auth_sessions_pkey primary key,
    "expiresAt" timestamptz not null,
    token text not null constraint auth_sessions_token_key unique,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" uuid not null constraint auth_sessions_user_fkey references auth_users on delete cascade
  )`,
  'create index auth_sessions_user_idx on auth_sessions ("userId", "createdAt")',
  `create table auth_accounts (
    id uuid not null constraint auth_accounts_pkey primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" uuid not null constraint auth_accounts_user_fkey references auth_users on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null,
    constraint auth_accounts_provider_key unique ("providerId", "accountId")
  )`,
  'create index auth_accounts_user_idx on auth_accounts ("userId")',
  `create table auth_verifications (
    id uuid not null constraint auth_verifications_pkey primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`,
  'create index auth_verifications_identifier_idx on auth_verifications (identifier)',
  'create index auth_verifications_expires_idx on auth_verifications ("expiresAt")',
  `create table auth_two_factors (
    id uuid not null constraint auth_two_factors_pkey primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" uuid not null constraint auth_two_factors_user_fkey references auth_users on delete cascade,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`,
  'create index auth_two_factors_user_idx on auth_two_factors ("userId")',
  `create table auth_signing_keys (
    id uuid not null constraint auth_signing_keys_pkey primary key,
    "publicKey" text not null,
    "privateKey" text not null,
    "createdAt" timestamptz not null,
    "expiresAt" timestamptz,
    alg text,
    crv text
  )`,
  `create table auth_passkeys (
    id uuid not null constraint auth_passkeys_pkey primary key,
    name text,
    "publicKey" text not null,
    "userId" uuid not null constraint auth_passkeys_user_fkey references auth_users on delete cascade,
    "credentialID" text not null constraint auth_passkeys_credential_key unique,
    counter integer not null,
    "deviceType" text not null,
    "backedUp" boolean not null,
    transports text,
    "createdAt" timestamptz,
    aaguid text
  )`,
  'create index auth_passkeys_user_idx on auth_passkeys ("userId")',
  `create table auth_api_keys (
    id uuid not null constraint auth_api_keys_pkey primary key,
    "configId" text not null,
    name text,
    start text,
    "referenceId" text not null,
    prefix text,
    key text not null constraint auth_api_keys_key_key unique,
    "refillInterval" integer,
    "refillAmount" integer,
    "lastRefillAt" timestamptz,
    enabled boolean,
    "rateLimitEnabled" boolean,
    "rateLimitTimeWindow" integer,
    "rateLimitMax" integer,
    "requestCount" integer,
    remaining integer,
    "lastRequest" timestamptz,
    "expiresAt" timestamptz,
    "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null,
    permissions text,
    metadata text
  )`,
  'create index auth_api_keys_reference_idx on auth_api_keys ("referenceId")',
  `create table refresh_tokens (
    hash text not null constraint refresh_tokens_pkey primary key,
    session_id uuid not null constraint refresh_tokens_session_fkey references auth_sessions on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  'create index refresh_tokens_session_idx on refresh_tokens (session_id)',
  `create table sign_in_failures (
    subject text not null constraint sign_in_failures_pkey primary key,
    failures integer not null,
    locked_until timestamptz,
    last_at timestamptz not null default now()
  )`,
  'create index sign_in_failures_last_idx on sign_in_failures (last_at)',
];

const ownerOnly = [
  'auth_users',
  'auth_sessions',
  'auth_accounts',
  'auth_verifications',
  'auth_two_factors',
  'auth_signing_keys',
  'auth_passkeys',
  'auth_api_keys',
  'refresh_tokens',
  'sign_in_failures',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of accountTables) await sql.raw(statement).execute(db);
  for (const table of ownerOnly) await guardForOwner(db, table);

  await sql`create table memberships (
    workspace_id uuid not null constraint memberships_workspace_fkey references workspaces on delete cascade,
    user_id uuid not null constraint memberships_user_fkey references auth_users on delete cascade,
    role text not null constraint memberships_role_check check (role in ('owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest')),
    created_at timestamptz not null default now(),
    constraint memberships_pkey primary key (workspace_id, user_id)
  )`.execute(db);
  await sql`create index memberships_user_idx on memberships (user_id)`.execute(db);
  await guardByWorkspace(db, 'memberships');
  // Sign-in must find all workspaces of a person, and listings their names: the owner of the tables may look, not write.
  for (const table of ['memberships', 'workspaces']) {
    await sql`create policy ${sql.ref(`${table}_identity_policy`)} on ${sql.table(table)} for select to current_user using (true)`.execute(
      db,
    );
  }
  // What stood here were names without accounts; the local owner is made anew, under the same id, at the next start.
  await sql`drop table users`.execute(db);
}
