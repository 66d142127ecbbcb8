// The tables of accounts and memberships. Names of auth_ columns are better-auth's.

import type { ColumnType } from 'kysely';
import type { Role } from './roles.ts';

type CreatedAt = ColumnType<Date, Date | undefined, never>;

export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: CreatedAt;
  updatedAt: ColumnType<Date, Date | undefined, Date>;
  twoFactorEnabled: boolean | null;
  /** May administer the installation; says nothing about any workspace. */
  systemAdministrator: boolean;
  locale: string;
  timeZone: string;
  /** The workspace that a request means when it names none; null = the oldest membership. */
  workspaceId: string | null;
  /** Closed by an administrator of the installation: no session begins or counts. */
  disabledAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Who closed it; the person themselves = it is erased when its time in the trash is over. */
  disabledBy: ColumnType<string | null, string | null | undefined, string | null>;
  disabledReason: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface AuthSessionTable {
  id: string;
  expiresAt: Date;
  token: string;
  createdAt: CreatedAt;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AuthAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  /** Hash of the password (argon2id, PHC string) of a `credential` account. */
  password: string | null;
  createdAt: CreatedAt;
  updatedAt: Date;
}

export interface AuthSigningKeyTable {
  id: string;
  publicKey: string;
  privateKey: string;
  createdAt: Date;
  expiresAt: Date | null;
}

/** One link in a session's chain of refresh tokens: only its SHA-256 is kept. */
export interface RefreshTokenTable {
  hash: string;
  session_id: string;
  created_at: CreatedAt;
  expires_at: Date;
  /** When it was exchanged for the next; a second exchange ends the session. */
  used_at: Date | null;
}

export interface SignInFailureTable {
  /** Hash of an e-mail address or of a network address: whether an account exists makes no difference. */
  subject: string;
  failures: number;
  locked_until: Date | null;
  last_at: ColumnType<Date, Date | undefined, Date>;
}

export interface MembershipTable {
  workspace_id: string;
  user_id: string;
  role: Role;
  created_at: CreatedAt;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
}

export interface AuthTwoFactorTable {
  id: string;
  /** Encrypted with the server's secret. */
  secret: string;
  userId: string;
  /** False until the first code was right. */
  verified: boolean | null;
  /** Time step (RFC 6238) of the newest code that was accepted. */
  lastStep: number | null;
}

export interface AuthPasskeyTable {
  id: string;
  name: string | null;
  userId: string;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: boolean;
  createdAt: Date | null;
}

export interface ApiKeyTable {
  id: string;
  workspace_id: string;
  /** Who made it, and whose role it never exceeds. */
  user_id: string;
  /** SHA-256 of the key, hex. */
  hash: string;
  /** Its first characters, so that people can tell their keys apart. */
  hint: string;
  name: string;
  scopes: string[];
  created_at: CreatedAt;
  expires_at: Date | null;
  last_used_at: Date | null;
}

/** A kind of browser or program that somebody signed in from. */
export interface AccountDeviceTable {
  user_id: string;
  device: string;
  first_seen_at: CreatedAt;
  last_seen_at: ColumnType<Date, Date | undefined, Date>;
}

export type InvitationStatus = 'pending' | 'accepted' | 'declined' | 'revoked';

export interface InvitationTable {
  workspace_id: string;
  id: string;
  /** In lower case. */
  email: string;
  role: Role;
  locale: string;
  /** SHA-256 of the token in the mail, hex. */
  token_hash: string;
  status: ColumnType<InvitationStatus, InvitationStatus | undefined, InvitationStatus>;
  invited_by: string | null;
  created_at: CreatedAt;
  /** When its mail was last sent on its way, and how often that was. */
  sent_at: ColumnType<Date, Date | undefined, Date>;
  sends: ColumnType<number, number | undefined, number>;
  expires_at: Date;
  settled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface IdentitySchema {
  auth_verifications: AuthVerificationTable;
  auth_two_factors: AuthTwoFactorTable;
  auth_passkeys: AuthPasskeyTable;
  api_keys: ApiKeyTable;
  account_devices: AccountDeviceTable;
  auth_users: AuthUserTable;
  auth_sessions: AuthSessionTable;
  auth_accounts: AuthAccountTable;
  auth_signing_keys: AuthSigningKeyTable;
  refresh_tokens: RefreshTokenTable;
  sign_in_failures: SignInFailureTable;
  memberships: MembershipTable;
  invitations: InvitationTable;
}
