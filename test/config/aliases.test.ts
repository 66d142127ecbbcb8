// Older names: every row of the table, and what happens when both names are given.

import { describe, expect, test } from 'vitest';
import { aliases } from '../../src/config/aliases.ts';
import { applyAliases, isOurName } from '../../src/config/apply-aliases.ts';
import { settings } from '../../src/config/settings.ts';
import { type Config, loadConfig } from '../../src/config.ts';

const secret = 'xJ7vQ2mB9tLkW4eRz8UyNcH1sDfG6aPo0iT5qXbVnM3KuYwE';
const MAIL_FROM = 'Sheaf <sheaf@example.org>';

const openAi = { OPENAI_API_KEY: 'sk-own-key', OPENAI_MODEL: 'some-model' };
const openAiProvider = { kind: 'openai', model: 'some-model', apiKey: 'sk-own-key' };

/** Older name, its text, what is around it, what the configuration says then. */
const rows: [string, string, Record<string, string>, object][] = [
  ['SERVER_HOST', '0.0.0.0', {}, { host: '0.0.0.0' }],
  ['SERVER_PORT', '9000', {}, { port: 9000 }],
  ['SERVER_WORKERS', '3', {}, { readJobs: 3 }],
  ['ENVIRONMENT', 'Development', {}, { environment: 'development' }],
  ['ENVIRONMENT', 'testing', {}, { environment: 'test' }],
  ['ENVIRONMENT', 'prod', { AUTH_SECRET: secret }, { environment: 'production' }],
  ['ENVIRONMENT', 'staging', { AUTH_SECRET: secret }, { environment: 'staging', strict: true }],
  ['DEBUG', 'True', {}, { logLevel: 'debug' }],
  ['DEBUG', '0', {}, { logLevel: 'info' }],
  ['DEBUG', 'true', { LOG_LEVEL: 'INFO' }, { logLevel: 'info' }],
  ['DEBUG', 'express:*', {}, { logLevel: 'info' }],
  ['LOG_LEVEL', 'WARNING', {}, { logLevel: 'warn' }],
  ['LOG_LEVEL', 'CRITICAL', {}, { logLevel: 'fatal' }],
  ['LOG_LEVEL', 'NOTSET', {}, { logLevel: 'trace' }],
  ['LOG_LEVEL', 'Info', {}, { logLevel: 'info' }],
  ['REQUEST_TIMEOUT', '30', {}, { requestTimeoutMs: 30_000 }],
  ['REQUEST_TIMEOUT', '29.5', {}, { requestTimeoutMs: 30_000 }],
  ['DOCUMENT_PROCESSING_TIMEOUT', '60s', {}, { readLimits: { fileMs: 20_000, pageMs: 60_000 } }],
  ['FILE_PARSE_TIMEOUT', '5.0', {}, { readLimits: { fileMs: 5000, pageMs: 25_000 } }],
  ['MAX_RETRIES', '3', {}, { outsideRetry: { tries: 4 } }],
  ['MAX_RETRIES', '0', {}, { outsideRetry: { tries: 1 } }],
  ['RETRY_BACKOFF_FACTOR', '1.5', {}, { outsideRetry: { factor: 1.5 } }],
  ['RETRY_MAX_WAIT', '30', {}, { outsideRetry: { longestPauseMs: 30_000 } }],
  ['RATE_LIMIT_ENABLED', 'false', {}, { http: { rateLimits: { perMinute: 0, perHour: 0 } } }],
  [
    'RATE_LIMIT_ENABLED',
    'true',
    { RATE_LIMIT_PER_MINUTE: '7' },
    { http: { rateLimits: { perMinute: 7, perHour: 5000 } } },
  ],
  ['RATE_LIMIT_REQUESTS', '50', {}, { http: { rateLimits: { perMinute: 50, perHour: 5000 } } }],
  [
    'RATE_LIMIT_WINDOW',
    '3600',
    { RATE_LIMIT_REQUESTS: '900' },
    { http: { rateLimits: { perMinute: 60, perHour: 900 } } },
  ],
  [
    'RATE_LIMIT_WINDOW',
    '30',
    { RATE_LIMIT_REQUESTS: '10' },
    { http: { rateLimits: { perMinute: 20, perHour: 5000 } } },
  ],
  ['RATE_LIMIT_REQUESTS_PER_MINUTE', '8', {}, { http: { rateLimits: { perMinute: 8 } } }],
  ['RATE_LIMIT_REQUESTS_PER_HOUR', '80', {}, { http: { rateLimits: { perHour: 80 } } }],
  ['CONNECTION_POOL_SIZE', '7', {}, { databasePool: { connections: 7 } }],
  ['CONNECTION_POOL_TIMEOUT', '12', {}, { databasePool: { waitMs: 12_000 } }],
  ['UPLOAD_DIR', '/srv/uploads', {}, { dataDir: '/srv/uploads' }],
  ['MAX_UPLOAD_SIZE_MB', '10', {}, { maxUploadBytes: 10 * 1024 * 1024 }],
  ['MAX_UPLOAD_SIZE_MB', '0.5MB', {}, { maxUploadBytes: 1024 * 1024 }],
  ['JWT_SECRET_KEY', secret, {}, { authSecret: secret }],
  ['TOKEN_EXPIRATION_HOURS', '24', {}, { sessionSeconds: 86_400 }],
  ['TOKEN_EXPIRATION_HOURS', '25', {}, { sessionSeconds: 2 * 86_400 }],
  [
    'ALLOWED_ORIGINS',
    '["https://a.example", "https://b.example:8443"]',
    {},
    { http: { allowedOrigins: ['https://a.example', 'https://b.example:8443'] } },
  ],
  ['ALLOWED_ORIGINS', 'https://a.example', {}, { http: { allowedOrigins: ['https://a.example'] } }],
  [
    'SENDGRID_API_KEY',
    'SG.a/b+c',
    { MAIL_FROM },
    {
      mail: {
        server: { host: 'smtp.sendgrid.net', port: 587, requireTls: true, auth: { user: 'apikey', pass: 'SG.a/b+c' } },
      },
    },
  ],
  ['OPENAI_API_KEY', openAi.OPENAI_API_KEY, openAi, { languageModel: { provider: openAiProvider } }],
  ['OPENAI_API_KEY', openAi.OPENAI_API_KEY, {}, { languageModel: { provider: undefined } }],
  [
    'OPENAI_API_KEY',
    openAi.OPENAI_API_KEY,
    { ...openAi, MODEL_PROVIDER: 'none' },
    { languageModel: { provider: undefined } },
  ],
  [
    'OPENAI_MODEL',
    'some-model',
    { MODEL_PROVIDER: 'openai', MODEL_API_KEY: 'sk-own-key' },
    { languageModel: { provider: openAiProvider } },
  ],
  ['OPENAI_MODEL', 'some-model', {}, { languageModel: { provider: undefined } }],
  ['OPENAI_TEMPERATURE', '0.3', openAi, { languageModel: { temperature: 0.3 } }],
  ['OPENAI_TEMPERATURE', '0.3', {}, { languageModel: { temperature: undefined } }],
];

test.each(rows)('%s=%s is understood', (older, text, around, expected) => {
  const config: Config = loadConfig({ [older]: text, ...around });
  expect(config).toMatchObject(expected);
});

/** Without conversion, under a name that we have. */
const sameText = ['LOG_FILE', 'SENTRY_DSN', 'METRICS_ENABLED'];
const notUsed = aliases.filter(({ ours }) => ours.length === 0).map(({ older }) => older);

test('every row of the table is tried here', () => {
  const tried = new Set([...rows.map(([older]) => older), ...sameText, ...notUsed]);
  expect(aliases.map(({ older }) => older).filter((older) => !tried.has(older))).toEqual([]);
});

test('the switch of the metrics may be written as others write it', () => {
  const written = ['true', 'YES', '1', 'on', 'false', 'No', '0', 'off', 'sometimes'];
  const read = written.map((text) => applyAliases({ METRICS_ENABLED: text }).env.METRICS_ENABLED);
  expect(read).toEqual(['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'sometimes']);
});

test.each(notUsed)('%s is accepted, changes nothing, and is told of', (older) => {
  const { unused, problems } = applyAliases({ [older]: 'anything' });
  expect(unused).toEqual([{ name: older, why: expect.stringMatching(/^.{10,}$/) }]);
  expect(problems).toEqual([]);
  expect(loadConfig({ [older]: 'anything' })).toEqual(loadConfig({}));
});

test('a key for mail without a sender is not used, so that an old .env does not fail', () => {
  expect(loadConfig({ SENDGRID_API_KEY: 'SG.x' }).mail.server).toBeUndefined();
  expect(applyAliases({ SENDGRID_API_KEY: 'SG.x' }).unused).toMatchObject([{ name: 'SENDGRID_API_KEY' }]);
});

test('names lead to settings that exist, and no name of ours is an older name of another', () => {
  // Declared by the room that observes.
  const elsewhere = new Set(sameText);
  for (const alias of aliases) {
    for (const name of alias.ours) if (!elsewhere.has(name)) expect(settings, alias.older).toHaveProperty([name]);
    if (alias.older in settings) expect(isOurName(alias), alias.older).toBe(true);
  }
});

describe('both names', () => {
  test('that say the same are fine, whichever way it is written', () => {
    const env = {
      PORT: '9000',
      SERVER_PORT: '9000',
      NODE_ENV: 'test',
      ENVIRONMENT: 'TESTING',
      MAX_RETRIES: '2',
      RETRY_TRIES: '3',
    };
    expect(loadConfig(env)).toMatchObject({ port: 9000, environment: 'test', outsideRetry: { tries: 3 } });
  });

  test.each([
    [{ PORT: '9000', SERVER_PORT: '9001' }, /^ {2}PORT, SERVER_PORT: mean the same/m],
    [{ AUTH_SECRET: `${secret}a`, JWT_SECRET_KEY: `${secret}b` }, /^ {2}AUTH_SECRET, JWT_SECRET_KEY: /m],
    [{ NODE_ENV: 'production', ENVIRONMENT: 'staging' }, /^ {2}NODE_ENV, ENVIRONMENT: /m],
    [{ RATE_LIMIT_ENABLED: 'false', RATE_LIMIT_PER_HOUR: '5' }, /^ {2}RATE_LIMIT_PER_HOUR, RATE_LIMIT_ENABLED: /m],
    [
      { RATE_LIMIT_REQUESTS: '5', RATE_LIMIT_REQUESTS_PER_MINUTE: '6' },
      /^ {2}RATE_LIMIT_REQUESTS, RATE_LIMIT_REQUESTS_PER_MINUTE: /m,
    ],
    [{ DATA_DIR: '/a', UPLOAD_DIR: '/b' }, /^ {2}DATA_DIR, UPLOAD_DIR: /m],
  ] as [Record<string, string>, RegExp][])('%j: a problem names both and no value', (env, message) => {
    expect(() => loadConfig(env)).toThrow(message);
    expect(() => loadConfig(env)).toThrow(new RegExp(`^(?!.*(${secret}|900|/[ab]\\b))`, 's'));
  });
});

test.each([
  ['SERVER_PORT', 'eighty', 'PORT'],
  ['REQUEST_TIMEOUT', 'soon', 'REQUEST_SECONDS'],
  ['TOKEN_EXPIRATION_HOURS', '0', 'SESSION_DAYS'],
  ['MAX_RETRIES', '-1', 'RETRY_TRIES'],
  ['RATE_LIMIT_ENABLED', 'perhaps', 'RATE_LIMIT_PER_MINUTE'],
  ['SERVER_WORKERS', '1000', 'READ_JOBS'],
  ['ENVIRONMENT', 'moon', 'NODE_ENV'],
])('%s=%s is refused under the name that the operator wrote', (older, text, ours) => {
  expect(() => loadConfig({ [older]: text })).toThrow(new RegExp(`^ {2}${older} \\(${ours}\\): must|Invalid`, 'm'));
});
