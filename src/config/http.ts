// How HTTP treats its callers.

import { z } from 'zod';
import type { HttpOptions } from '../api/http-options.ts';
import { tierNames } from '../store/schema.ts';
import { type Read, setting } from './setting.ts';
import { hostNames, origins, parseOriginOrFail, proxies, tierLimits, whole } from './setting-kinds.ts';

export const httpSettings = {
  MAX_UPLOAD_MB: setting(whole(1, 2048), '25', 'Largest file that an upload may hold, in megabytes.'),
  MAX_UPLOAD_FILES: setting(whole(1, 1000), '100', 'Most files that one upload may hold.'),
  REQUEST_SECONDS: setting(
    whole(1, 3600),
    '120',
    'Time that a request may take to arrive; slower ones are cut off, so that nobody can hold connections for ever.',
  ),
  RATE_LIMIT_PER_MINUTE: setting(
    whole(0, 1_000_000).optional(),
    undefined,
    'Requests a minute for each user and for each address; 0 = no limit. Unset = 100 in production and staging, 60 in development, none in test.',
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
} as const;

/** Requests a minute and an hour, where nothing is set. */
const usualRates = { production: [100, 5000], staging: [100, 5000], development: [60, 5000], test: [0, 0] } as const;

interface Where {
  host: string;
  publicUrl: URL | undefined;
  environment: keyof typeof usualRates;
}

export const readHttp = (read: Read<typeof httpSettings>, where: Where) => ({
  maxUploadBytes: read('MAX_UPLOAD_MB') * 1024 * 1024,
  maxUploadFiles: read('MAX_UPLOAD_FILES'),
  requestTimeoutMs: read('REQUEST_SECONDS') * 1000,
  http: readOptions(read, where),
});

function readOptions(read: Read<typeof httpSettings>, { host, publicUrl, environment }: Where): HttpOptions {
  const [perMinute, perHour] = usualRates[environment] ?? usualRates.production;
  return {
    listenHost: host,
    publicUrl,
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
