// The environment, read once into plain values. Only main, the commands and compose read it.

import path from 'node:path';
import type { z } from 'zod';
import type { HttpOptions } from './api/http-options.ts';
import { isLoopbackHost } from './api/loopback.ts';
import { settings } from './config/settings.ts';
import { SheafError } from './errors.ts';
import type { OidcProvider } from './identity/oidc-client.ts';
import type { Mailbox } from './notify/mail-address.ts';
import type { OutgoingAllowance } from './notify/outgoing-rules.ts';
import type { SmtpServer } from './notify/smtp-url.ts';

const DEFAULT_SENDER: Mailbox = { name: 'Sheaf', address: 'sheaf@localhost' };

type Settings = typeof settings;
type Parsed<K extends keyof Settings> = z.output<Settings[K]['schema']>;

export interface Config {
  host: Parsed<'HOST'>;
  publicUrl: URL | undefined;
  authSecret: string | undefined;
  admin: { email: string; password: string } | undefined;
  registration: Parsed<'REGISTRATION'>;
  workspacesPerPerson: number;
  emailVerification: Parsed<'EMAIL_VERIFICATION'>;
  accessTokenSeconds: number;
  sessionSeconds: number;
  oidcProviders: readonly OidcProvider[];
  port: Parsed<'PORT'>;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | undefined;
  environment: Parsed<'NODE_ENV'>;
  logLevel: Parsed<'LOG_LEVEL'>;
  maxUploadBytes: number;
  maxUploadFiles: number;
  requestTimeoutMs: number;
  hiddenTextPolicy: Parsed<'HIDDEN_TEXT_POLICY'>;
  readJobs: number;
  readersKept: number | undefined;
  trashDays: number;
  mail: {
    /** undefined: no mail is sent. */
    server: SmtpServer | undefined;
    from: Mailbox;
    timeoutMs: number;
  };
  outgoingAllow: OutgoingAllowance;
  stopTimeoutMs: number;
  http: HttpOptions;
  databasePool: { connections: number; waitMs: number };
}

/**
 * Reads the environment. Empty variables count as unset.
 * Throws `config.invalid` with one message that names every bad variable.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const read = <K extends keyof Settings>(name: K): Parsed<K> => {
    const given = env[name]?.trim();
    const result = settings[name].schema.safeParse(given ? given : settings[name].default);
    if (result.success) return result.data as Parsed<K>;
    problems.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
    return undefined as Parsed<K>;
  };
  read('MODE');
  const publicUrl = read('PUBLIC_URL');
  const email = read('SHEAF_ADMIN_EMAIL');
  const password = read('SHEAF_ADMIN_PASSWORD');
  const config = {
    host: read('HOST'),
    publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl),
    authSecret: read('AUTH_SECRET'),
    admin: email !== undefined && password !== undefined ? { email, password } : undefined,
    registration: read('REGISTRATION'),
    workspacesPerPerson: read('WORKSPACES_PER_PERSON'),
    emailVerification: read('EMAIL_VERIFICATION'),
    accessTokenSeconds: read('ACCESS_TOKEN_SECONDS'),
    sessionSeconds: read('SESSION_DAYS') * 24 * 3600,
    oidcProviders: readOidcProviders(read, problems),
    port: read('PORT'),
    dataDir: path.resolve(String(read('DATA_DIR'))),
    databaseUrl: read('DATABASE_URL'),
    environment: read('NODE_ENV'),
    logLevel: read('LOG_LEVEL'),
    maxUploadBytes: read('MAX_UPLOAD_MB') * 1024 * 1024,
    maxUploadFiles: read('MAX_UPLOAD_FILES'),
    requestTimeoutMs: read('REQUEST_SECONDS') * 1000,
    hiddenTextPolicy: read('HIDDEN_TEXT_POLICY'),
    readJobs: read('READ_JOBS'),
    readersKept: read('READERS_KEPT'),
    trashDays: read('TRASH_DAYS'),
    mail: {
      server: read('SMTP_URL'),
      from: read('MAIL_FROM') ?? DEFAULT_SENDER,
      timeoutMs: read('MAIL_TIMEOUT_SECONDS') * 1000,
    },
    outgoingAllow: read('OUTGOING_ALLOW'),
    stopTimeoutMs: read('STOP_SECONDS') * 1000,
    http: readHttp(read, publicUrl),
    databasePool: { connections: read('DATABASE_CONNECTIONS'), waitMs: read('DATABASE_WAIT_SECONDS') * 1000 },
  };
  if (config.environment === 'production') {
    if (!env.AUTH_SECRET?.trim())
      problems.push('AUTH_SECRET: needed in production; "openssl rand -base64 48" makes one');
    if (config.publicUrl === undefined && !isLoopbackHost(config.host)) {
      problems.push('PUBLIC_URL: needed in production, for links in mails, cookies and passkeys');
    }
  }
  if ((email === undefined) !== (password === undefined)) {
    problems.push('SHEAF_ADMIN_EMAIL, SHEAF_ADMIN_PASSWORD: set both or neither');
  }
  if (config.mail.server && !env.MAIL_FROM?.trim()) problems.push('MAIL_FROM: is needed with SMTP_URL');
  if (problems.length > 0) {
    throw new SheafError('config.invalid', `The configuration is not valid:\n  ${problems.join('\n  ')}`);
  }
  return config;
}

/** Requests a minute and an hour, where nothing is set. */
const usualRates = { production: [100, 5000], development: [60, 5000], test: [0, 0] } as const;

function readHttp(read: <K extends keyof Settings>(name: K) => Parsed<K>, publicUrl: string | undefined): HttpOptions {
  const [perMinute, perHour] = usualRates[read('NODE_ENV')] ?? usualRates.production;
  return {
    listenHost: read('HOST'),
    publicUrl: publicUrl === undefined ? undefined : (URL.parse(publicUrl) ?? undefined),
    rateLimits: {
      perMinute: read('RATE_LIMIT_PER_MINUTE') ?? perMinute,
      perHour: read('RATE_LIMIT_PER_HOUR') ?? perHour,
    },
    trustProxy: read('TRUST_PROXY') ?? false,
    tierPolicy: {
      defaultTier: read('DEFAULT_TIER'),
      tiers: { free: read('TIER_FREE'), pro: read('TIER_PRO'), enterprise: read('TIER_ENTERPRISE') },
    },
    allowedOrigins: read('ALLOWED_ORIGINS') ?? [],
    allowedHosts: read('ALLOWED_HOSTS') ?? [],
    filesUrl: read('FILES_URL'),
    maxConnections: read('MAX_CONNECTIONS'),
    queueLimit: read('QUEUE_LIMIT'),
  };
}

type Read = <K extends keyof Settings>(name: K) => Parsed<K>;

function readOidcProviders(read: Read, problems: string[]): OidcProvider[] {
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
