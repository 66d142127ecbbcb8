// Every setting once: its schema, default and one-line doc.

import { z } from 'zod';
import { type Mailbox, parseMailbox } from '../notify/mail-address.ts';
import { type OutgoingAllowance, parseOutgoingAllow } from '../notify/outgoing-rules.ts';
import { parseSmtpUrl, type SmtpServer } from '../notify/smtp-url.ts';
import { tierNames } from '../store/schema.ts';
import {
  databaseUrl,
  hostNames,
  issuer,
  origins,
  parsed,
  parseOriginOrFail,
  proxies,
  publicUrl,
  secret,
  tierLimits,
  whole,
} from './setting-kinds.ts';

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
