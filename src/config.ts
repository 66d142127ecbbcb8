// Every setting once: its schema, default and one-line doc. Only main, the commands and compose read it.

import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { HttpOptions } from './api/http-options.ts';
import { isLoopbackHost } from './api/loopback.ts';
import { SheafError } from './errors.ts';
import type { OidcProvider } from './identity/oidc-client.ts';
import { parseTierLimits } from './identity/tiers.ts';
import { type Mailbox, parseMailbox } from './notify/mail-address.ts';
import { type OutgoingAllowance, parseOutgoingAllow } from './notify/outgoing-rules.ts';
import { parseSmtpUrl, type SmtpServer } from './notify/smtp-url.ts';
import { tierNames } from './store/schema.ts';

interface Setting<T extends z.ZodType> {
  schema: T;
  /** Text as it would stand in the environment; undefined = unset. */
  default: string | undefined;
  doc: string;
}

const setting = <T extends z.ZodType>(schema: T, fallback: string | undefined, doc: string): Setting<T> => ({
  schema,
  default: fallback,
  doc,
});

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be between ${min} and ${max}`);

const publicUrl = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#@]+\/?$/.test(text) && URL.canParse(text),
    'must be scheme, host and port alone, such as https://sheaf.example.com',
  );

const secret = z.string().min(32, 'must have at least 32 characters; "openssl rand -base64 48" makes one');

const databaseUrl = z
  .string()
  .refine((url) => /^postgres(ql)?:\/\/.+/.test(url), 'must look like postgres://user:password@host:5432/name');

const listOf = <T>(item: (text: string) => T | undefined, what: string) =>
  z.string().transform((text, context) => {
    const names = text.split(',').map((name) => name.trim());
    const items = names.filter((name) => name !== '').map((name) => item(name));
    if (items.every((value) => value !== undefined)) return items as T[];
    context.issues.push({ code: 'custom', message: what, input: text });
    return z.NEVER;
  });

/** `https://app.example.org`, or undefined for anything that is more or less than an origin. */
function parseOrigin(text: string): string | undefined {
  const url = text.includes('*') ? null : URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) return undefined;
  return url.origin;
}

const origins = listOf(
  parseOrigin,
  'must be origins such as https://app.example.org, separated by commas; * is refused, because it would let every web site use the accounts of its visitors',
);

const hostNames = listOf(
  (text) => (/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(text) ? text.toLowerCase() : undefined),
  'must be host names without port, separated by commas',
);

const proxies = listOf(
  (text) => (isNetwork(text) ? text : undefined),
  'must be addresses or networks such as 10.0.0.0/8, separated by commas; a number of proxies is not taken, because whoever reaches the port directly could then name any address',
);

const tierLimits = z.string().transform((text, context) => {
  const limits = parseTierLimits(text);
  if (limits) return limits;
  context.issues.push({
    code: 'custom',
    message: 'must be documents/exports/calls, each a number or unlimited, such as 10/20/100; or unlimited',
    input: text,
  });
  return z.NEVER;
});

function parseOriginOrFail(text: string, context: z.core.$RefinementCtx): string {
  const origin = parseOrigin(text);
  if (origin) return origin;
  context.issues.push({ code: 'custom', message: 'must be an origin such as https://files.example.org', input: text });
  return z.NEVER;
}

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** A text that `parse` makes something of, or says what is wrong with it. */
const parsed = <T>(parse: (text: string) => T | string) =>
  z.string().transform((text, context): T => {
    const result = parse(text);
    if (typeof result !== 'string') return result;
    context.addIssue({ code: 'custom', message: result });
    return z.NEVER;
  });

const DEFAULT_SENDER: Mailbox = { name: 'Sheaf', address: 'sheaf@localhost' };

const issuer = z
  .string()
  .refine((text) => URL.canParse(text) && isSafeIssuer(new URL(text)), 'must be an https address without query');

function isSafeIssuer({ protocol, hostname, search, hash }: URL): boolean {
  return (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))) && search === '' && hash === '';
}

export const settings = {
  HOST: setting(
    z.string().min(1),
    '127.0.0.1',
    'Address to listen on; 0.0.0.0 or :: takes connections from elsewhere.',
  ),
  PORT: setting(whole(0, 65535), '8000', 'Port to listen on; 0 takes any free one.'),
  PUBLIC_URL: setting(
    publicUrl.optional(),
    undefined,
    'Where people reach the server, such as https://sheaf.example.com: links in mails, cookies and passkeys are bound to it. Needed in production; unset = the address it listens on.',
  ),
  DATA_DIR: setting(z.string().min(1), './data', 'Folder of the embedded database, the files and their page images.'),
  DATABASE_URL: setting(databaseUrl.optional(), undefined, 'PostgreSQL 15 or newer; unset = the embedded database.'),
  MODE: setting(z.enum(['all']), 'all', 'Which parts this process runs; `all` is the only one in this version.'),
  NODE_ENV: setting(
    z.enum(['development', 'test', 'production']),
    'development',
    'Profile: development logs for people on a terminal.',
  ),
  AUTH_SECRET: setting(
    secret.optional(),
    undefined,
    'Signs and encrypts what accounts need; the same for all processes. Needed in production; otherwise made at first start and kept in DATA_DIR.',
  ),
  SHEAF_ADMIN_EMAIL: setting(
    z.email('must be an e-mail address').optional(),
    undefined,
    'With SHEAF_ADMIN_PASSWORD: makes the first account, which administers the installation, at first start.',
  ),
  SHEAF_ADMIN_PASSWORD: setting(z.string().optional(), undefined, 'Password of the first account; used once.'),
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
  OIDC_CLIENT_SECRET: setting(z.string().optional(), undefined, 'Secret that the issuer gave to this server.'),
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
  GOOGLE_CLIENT_SECRET: setting(z.string().optional(), undefined, 'Secret that Google gave to this server.'),
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    'info',
    'Least level that is logged.',
  ),
  MAX_UPLOAD_MB: setting(whole(1, 2048), '25', 'Largest file that an upload may hold, in megabytes.'),
  MAX_UPLOAD_FILES: setting(whole(1, 1000), '100', 'Most files that one upload may hold.'),
  REQUEST_SECONDS: setting(
    whole(1, 3600),
    '120',
    'Time that a request may take to arrive; slower ones are cut off, so that nobody can hold connections for ever.',
  ),
  HIDDEN_TEXT_POLICY: setting(
    z.enum(['note', 'review', 'quarantine']),
    'review',
    'What happens to documents that hide text or speak to machines: `note` tells, `review` asks for a person, `quarantine` makes no record until a person releases the document.',
  ),
  READ_JOBS: setting(whole(0, 256), '0', 'Documents read at the same time; 0 = one for each core.'),
  READERS_KEPT: setting(
    whole(0, 64).optional(),
    undefined,
    'Reading processes kept ready without work, 140 MB each: without one, the first document after a rest waits for its start. Unset = 1 on the embedded database, 0 on PostgreSQL.',
  ),
  RATE_LIMIT_PER_MINUTE: setting(
    whole(0, 1_000_000).optional(),
    undefined,
    'Requests a minute for each user and for each address; 0 = no limit. Unset = 100 in production, 60 in development, none in test.',
  ),
  RATE_LIMIT_PER_HOUR: setting(
    whole(0, 100_000_000).optional(),
    undefined,
    'The same for an hour. Unset = 5000, none in test.',
  ),
  TRUST_PROXY: setting(
    proxies.optional(),
    undefined,
    'Proxies whose X-Forwarded-For is believed: addresses or networks such as 10.0.0.0/8, separated by commas. Unset = none.',
  ),
  DEFAULT_TIER: setting(z.enum(tierNames), 'enterprise', 'Tier of workspaces that were given none of their own.'),
  TIER_FREE: setting(
    tierLimits,
    '10/20/100',
    'Tier free: documents a month/exports a month/API calls a day, each a number or `unlimited`; 0 = none.',
  ),
  TIER_PRO: setting(tierLimits, '100/500/10000', 'Tier pro, written alike.'),
  TIER_ENTERPRISE: setting(tierLimits, 'unlimited', 'Tier enterprise, written alike.'),
  ALLOWED_ORIGINS: setting(
    origins.optional(),
    undefined,
    'Other web origins whose pages may call the API, with the accounts of their visitors: https://app.example.org, separated by commas.',
  ),
  ALLOWED_HOSTS: setting(
    hostNames.optional(),
    undefined,
    'Further host names that the server answers to, separated by commas; loopback names and the host of PUBLIC_URL always are.',
  ),
  FILES_URL: setting(
    z.string().transform(parseOriginOrFail).optional(),
    undefined,
    'An origin of its own for uploaded files and page pictures, such as https://files.example.org, that leads to this server. Unset = the same origin, under /files/.',
  ),
  MAX_CONNECTIONS: setting(
    whole(0, 1_000_000),
    '1000',
    'Most connections open at once; further ones are closed. 0 = no limit.',
  ),
  QUEUE_LIMIT: setting(
    whole(0, 100_000_000),
    '10000',
    'Documents that may wait to be read; uploads beyond are told to come again. 0 = no limit.',
  ),
  DATABASE_CONNECTIONS: setting(whole(1, 1000), '20', 'Connections to PostgreSQL that this process holds at most.'),
  DATABASE_WAIT_SECONDS: setting(
    whole(1, 600),
    '30',
    'Time that a request waits for one of them before it is told to come again.',
  ),
  TRASH_DAYS: setting(
    whole(1, 3650),
    '90',
    'Days that deleted documents and records stay in the trash before they are deleted for good.',
  ),
  SMTP_URL: setting(
    parsed<SmtpServer>(parseSmtpUrl).optional(),
    undefined,
    'Server that takes our mail, as smtps://user:password@host or smtp://user:password@host:587 (STARTTLS is required unless ?tls=optional). Unset = no mail is sent.',
  ),
  MAIL_FROM: setting(
    parsed<Mailbox>((text) => parseMailbox(text) ?? 'must look like Sheaf <sheaf@example.org>').optional(),
    undefined,
    'Sender of our mail, as an address or as Name <address>; needed with SMTP_URL.',
  ),
  MAIL_TIMEOUT_SECONDS: setting(whole(1, 300), '30', 'Time that handing one mail to the server may take.'),
  OUTGOING_ALLOW: setting(
    parsed<OutgoingAllowance>(parseOutgoingAllow),
    '',
    'Addresses that the server may call although they are not public or use another port than 80 and 443: hosts and address ranges with commas between, each with an optional :port.',
  ),
  STOP_SECONDS: setting(whole(1, 600), '20', 'Time that running work gets to finish when the server stops.'),
} as const;

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
