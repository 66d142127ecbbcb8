import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { settings } from '../src/config/settings.ts';
import { loadConfig } from '../src/config.ts';

test('without any variable the defaults hold', () => {
  expect(loadConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 8000,
    dataDir: path.resolve('data'),
    databaseUrl: undefined,
    maxUploadBytes: 25 * 1024 * 1024,
  });
});

test('an empty variable counts as unset', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8000, databaseUrl: undefined });
});

test('one message names every bad variable', () => {
  const bad = {
    PORT: 'eighty',
    PUBLIC_URL: 'https://a/b',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    MODE: 'everything',
  };
  const load = () => loadConfig(bad);
  expect(load).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  for (const name of Object.keys(bad)) expect(load).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
});

/** From `openssl rand -base64 48`. */
const AUTH_SECRET = 'xJ7vQ2mB9tLkW4eRz8UyNcH1sDfG6aPo0iT5qXbVnM3KuYwE';

describe.each(['production', 'staging'])('%s', (NODE_ENV) => {
  const whole = { NODE_ENV, AUTH_SECRET, PUBLIC_URL: 'https://sheaf.example.com' };

  test('starts with a secret and a public address', () => {
    expect(loadConfig({ ...whole, HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      publicUrl: new URL(whole.PUBLIC_URL),
    });
  });

  test.each([
    ['no secret', { AUTH_SECRET: '' }, new RegExp(`AUTH_SECRET: needed in ${NODE_ENV}; "openssl`)],
    ['a short secret', { AUTH_SECRET: AUTH_SECRET.slice(0, 31) }, /AUTH_SECRET: must have at least 32/],
    [
      'a secret of an example',
      { AUTH_SECRET: 'your-secret-key-change-in-production' },
      /AUTH_SECRET: is an example.*openssl/,
    ],
    [
      'an older name with such',
      { AUTH_SECRET: '', JWT_SECRET_KEY: 'x'.repeat(40) },
      /JWT_SECRET_KEY \(AUTH_SECRET\): repeats/,
    ],
    ['a weak sealing key', { ENCRYPTION_KEY: '0123456789abcdef0123456789abcdef' }, /ENCRYPTION_KEY: is a sequence/],
    [
      'a known owner’s password',
      { SHEAF_ADMIN_EMAIL: 'a@b.org', SHEAF_ADMIN_PASSWORD: 'changeme' },
      /SHEAF_ADMIN_PASSWORD: is an ex/,
    ],
    [
      'a known database password',
      { DATABASE_URL: 'postgres://sheaf:postgres@db:5432/sheaf' },
      /DATABASE_URL: has a password that/,
    ],
    ['debugging', { DEBUG: 'true' }, /^ {2}DEBUG: must be off/m],
    ['debugging of other programs', { DEBUG: '*' }, /^ {2}DEBUG: must be off/m],
    ['a debugging log', { LOG_LEVEL: 'DEBUG' }, /^ {2}LOG_LEVEL: debug and trace are refused/m],
    ['no public address beyond loopback', { PUBLIC_URL: '', HOST: '::' }, /PUBLIC_URL: needed/],
  ])('%s is refused', (_what, change, message) => {
    expect(() => loadConfig({ ...whole, ...change })).toThrow(message);
  });

  test('takes what looks like debugging and is none, and a database on this machine as it is', () => {
    const DATABASE_URL = 'postgres://postgres:postgres@127.0.0.1/sheaf';
    expect(loadConfig({ ...whole, DEBUG: 'False', LOG_LEVEL: 'WARNING', DATABASE_URL })).toMatchObject({
      strict: true,
      environment: NODE_ENV,
      logLevel: 'warn',
    });
  });
});

test('outside of them, examples and debugging are nobody’s business', () => {
  const env = { AUTH_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://postgres:postgres@db/x', DEBUG: 'true' };
  expect(loadConfig(env)).toMatchObject({ strict: false, logLevel: 'debug' });
});

test('half of a first account is refused', () => {
  expect(() => loadConfig({ SHEAF_ADMIN_EMAIL: 'a@example.com' })).toThrow(/set both or neither/);
});

describe('sign-in elsewhere', () => {
  const whole = { OIDC_ISSUER: 'https://login.example.com/realms/a', OIDC_CLIENT_ID: 'sheaf', OIDC_CLIENT_SECRET: 's' };

  test('is any issuer, and Google by two settings', () => {
    const { oidcProviders } = loadConfig({ ...whole, GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 'h' });
    expect(oidcProviders).toMatchObject([
      { id: 'google', issuer: 'https://accounts.google.com', trustEmail: false },
      { id: 'oidc', issuer: whole.OIDC_ISSUER, name: 'Single sign-on', trustEmail: false },
    ]);
    expect(loadConfig({}).oidcProviders).toEqual([]);
  });

  test.each([
    ['half of an issuer', { ...whole, OIDC_CLIENT_SECRET: '' }, /set all or none/],
    ['half of Google', { GOOGLE_CLIENT_ID: 'g' }, /GOOGLE_CLIENT_ID.*set both or neither/],
    ['an issuer without TLS', { ...whole, OIDC_ISSUER: 'http://login.example.com' }, /OIDC_ISSUER: must be an https/],
    ['an issuer with a query', { ...whole, OIDC_ISSUER: 'https://login.example.com?x=1' }, /OIDC_ISSUER/],
  ])('%s is refused', (_what, env, message) => {
    expect(() => loadConfig(env)).toThrow(message);
  });
});

test('a secret in a bad variable is not repeated', () => {
  expect(() => loadConfig({ DATABASE_URL: 'mysql://u:hunter2@h/db' })).toThrow(/^(?!.*hunter2)/s);
});

describe('mail', () => {
  const MAIL_FROM = 'Sheaf <sheaf@example.org>';

  test('server and sender are taken apart', () => {
    const { mail } = loadConfig({
      SMTP_URL: 'smtp://me%40x:p%3A%2Fs@mail.example.org',
      MAIL_FROM,
      MAIL_TIMEOUT_SECONDS: '5',
    });
    expect(mail).toEqual({
      server: {
        host: 'mail.example.org',
        port: 587,
        implicitTls: false,
        requireTls: true,
        auth: { user: 'me@x', pass: 'p:/s' },
      },
      from: { name: 'Sheaf', address: 'sheaf@example.org' },
      timeoutMs: 5000,
    });
    expect(loadConfig({ SMTP_URL: 'smtps://h', MAIL_FROM }).mail.server).toMatchObject({
      port: 465,
      implicitTls: true,
    });
    expect(loadConfig({ SMTP_URL: 'smtp://h:25?tls=optional', MAIL_FROM }).mail.server).toMatchObject({
      requireTls: false,
    });
    expect(loadConfig({}).mail.server).toBeUndefined();
  });

  test('a server without a sender is refused', () => {
    expect(() => loadConfig({ SMTP_URL: 'smtp://localhost' })).toThrow(/MAIL_FROM: is needed/);
  });

  test.each([
    ['http://mail.example.org', 'smtp'],
    ['smtp://u:hunter2@mail.example.org?tls=optional', 'TLS'],
    ['smtp://u:hunter2@mail.example.org?tls=never', 'tls'],
    ['smtp://u:hunter2/3@mail.example.org', 'percent|user'],
    ['smtp://u:hunter2%@mail.example.org', '%25'],
    ['smtp:mail.example.org', 'server'],
  ])('%s is refused without repeating the password', (SMTP_URL, hint) => {
    expect(() => loadConfig({ SMTP_URL, MAIL_FROM })).toThrow(new RegExp(`^(?!.*hunter2).*SMTP_URL: .*(${hint})`, 's'));
  });

  test.each(['nobody', 'A <a@b>, C <c@d>', 'X\r\nBcc: y@z.org <a@b.org>', 'a@b.org>', '<a@b.org> x'])(
    '%j is no sender',
    (bad) => {
      expect(() => loadConfig({ MAIL_FROM: bad })).toThrow(/MAIL_FROM/);
    },
  );
});

test('what may be called is taken apart, and nonsense is refused', () => {
  expect(loadConfig({ OUTGOING_ALLOW: 'crm.example.org:8443, 10.0.0.0/8' }).outgoingAllow.entries).toHaveLength(2);
  expect(() => loadConfig({ OUTGOING_ALLOW: 'http://x' })).toThrow(/OUTGOING_ALLOW/);
});

test('a setting whose name sounds like a secret is one, so that it may be a reference and is judged in production', () => {
  // Of language models, tokens are amounts.
  const amounts = ['MODEL_OUTPUT_TOKENS', 'MODEL_BUDGET_TOKENS', 'MODEL_TOTAL_TOKENS'];
  const open = ['ACCESS_TOKEN_SECONDS', 'ENCRYPTION_KEYS_KEPT', ...amounts];
  const sounding = Object.entries<{ secret?: true }>(settings).filter(
    ([name]) =>
      /SECRET|PASSWORD|TOKEN|_KEY|CREDENTIAL|DSN|PASSPHRASE|(DATABASE|SMTP)_URL/.test(name) && !open.includes(name),
  );
  expect(sounding.length).toBeGreaterThan(8);
  expect(sounding.filter(([, { secret }]) => !secret).map(([name]) => name)).toEqual([]);
});

describe('keys', () => {
  const bytes = Buffer.alloc(32, 7);

  test('are 32 bytes in base64, or derived from a longer text', () => {
    expect(loadConfig({ ENCRYPTION_KEY: bytes.toString('base64') }).encryptionKey).toEqual(bytes);
    expect(loadConfig({ ENCRYPTION_KEY: bytes.toString('base64url') }).encryptionKey).toEqual(bytes);
    const derived = loadConfig({ ENCRYPTION_KEY: `${AUTH_SECRET}!` }).encryptionKey!;
    expect(derived).toHaveLength(32);
    expect(loadConfig({ ENCRYPTION_KEY: `${AUTH_SECRET}?` }).encryptionKey).not.toEqual(derived);
  });

  test('have older values, which need the one that counts now', () => {
    const env = { ENCRYPTION_KEY: AUTH_SECRET, ENCRYPTION_KEYS_OLD: `${bytes.toString('base64')}, ${'y'.repeat(32)}` };
    expect(loadConfig(env).encryptionKeysOld).toMatchObject([bytes, { length: 32 }]);
    expect(
      loadConfig({ AUTH_SECRET, AUTH_SECRETS_OLD: `${'a'.repeat(32)},${'b'.repeat(32)}` }).authSecretsOld,
    ).toHaveLength(2);
    expect(() => loadConfig({ AUTH_SECRETS_OLD: AUTH_SECRET })).toThrow(/AUTH_SECRETS_OLD: needs AUTH_SECRET/);
    expect(() => loadConfig({ AUTH_SECRET, AUTH_SECRETS_OLD: 'short' })).toThrow(
      /AUTH_SECRETS_OLD: must have at least 32/,
    );
    expect(() => loadConfig({ ENCRYPTION_KEY: 'short' })).toThrow(/ENCRYPTION_KEY: must have at least 32/);
  });
});

test('times and tries are handed down in the units of the code', () => {
  const env = {
    PARSE_SECONDS: '7',
    DOCUMENT_SECONDS: '40',
    RETRY_TRIES: '5',
    RETRY_FACTOR: '1.5',
    RETRY_LONGEST_SECONDS: '3',
  };
  expect(loadConfig(env)).toMatchObject({
    readLimits: { fileMs: 7000, pageMs: 40_000 },
    outsideRetry: { tries: 5, firstPauseMs: 500, factor: 1.5, longestPauseMs: 3000 },
  });
});

test('every setting tells what it is for', () => {
  for (const [name, { doc }] of Object.entries(settings)) expect(doc, name).toMatch(/^[A-Z].{10,}\.$/);
});

describe('limits', () => {
  test.each([
    ['production', { perMinute: 100, perHour: 5000 }],
    ['staging', { perMinute: 100, perHour: 5000 }],
    ['development', { perMinute: 60, perHour: 5000 }],
    ['test', { perMinute: 0, perHour: 0 }],
  ])('of requests in %s', (NODE_ENV, rates) => {
    const env = { NODE_ENV, AUTH_SECRET };
    expect(loadConfig(env).http.rateLimits).toEqual(rates);
    const own = { ...env, RATE_LIMIT_PER_MINUTE: '7', RATE_LIMIT_PER_HOUR: '0' };
    expect(loadConfig(own).http.rateLimits).toEqual({ perMinute: 7, perHour: 0 });
  });

  test('of tiers', () => {
    const { tierPolicy } = loadConfig({ TIER_PRO: '1/unlimited/0' }).http;
    expect(tierPolicy.defaultTier).toBe('enterprise');
    expect(tierPolicy.tiers.free).toEqual({ documents: 10, exports: 20, apiCalls: 100 });
    expect(tierPolicy.tiers.pro).toEqual({ documents: 1, exports: Number.POSITIVE_INFINITY, apiCalls: 0 });
  });

  test.each([
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['TRUST_PROXY', 'proxy.example.org'],
    ['ALLOWED_HOSTS', 'a.example:8000'],
    ['ALLOWED_HOSTS', 'https://a.example'],
    ['FILES_URL', 'https://files.example.org/path'],
    ['TIER_FREE', '10/20'],
    ['DEFAULT_TIER', 'gold'],
    ['RATE_LIMIT_PER_MINUTE', '-1'],
  ])('%s=%s is refused at start', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
  });

  test('lists are read with or without spaces', () => {
    const { trustProxy, allowedHosts } = loadConfig({
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1',
      ALLOWED_HOSTS: 'Intern, [::1]',
    }).http;
    expect(trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
    expect(allowedHosts).toEqual(['intern', '[::1]']);
  });
});

describe('traces, errors and the log file', () => {
  test('are off until they are asked for', () => {
    expect(loadConfig({})).toMatchObject({ logFile: undefined, traces: undefined, sentryDsn: undefined });
  });

  test('take the names and forms that the field uses', () => {
    const config = loadConfig({
      LOG_FILE: 'logs/sheaf.log',
      LOG_FILE_MAX_MB: '10',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abc, x-tenant=7',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      SENTRY_DSN: 'https://abc123@o1.ingest.sentry.example.org/42',
    });
    expect(config.logFile).toEqual({ path: path.resolve('logs/sheaf.log'), maxBytes: 10_000_000, keep: 5 });
    expect(config.traces).toMatchObject({
      headers: { authorization: 'Bearer abc', 'x-tenant': '7' },
      serviceName: 'sheaf',
      share: 0.25,
    });
  });

  test.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://user:canary@localhost'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'canary'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'x=canary%zz'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_TRACES_SAMPLER_ARG', '1e-1'],
    ['SENTRY_DSN', 'https://sentry.example.org/canary'],
    ['LOG_FILE_KEEP', '0'],
  ])('%s=%s is refused, and not repeated', (name, value) => {
    const load = () => loadConfig({ [name]: value });
    expect(load).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
    expect(load).not.toThrow(/canary/);
  });
});

describe('the object store', () => {
  const s3 = { BLOB_STORE: 's3', S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
  const azure = { BLOB_STORE: 'azure', AZURE_STORAGE_CONTAINER: 'files' };
  const storeOf = (env: Record<string, string>) => loadConfig(env).blobs.store;

  test('is the file system unless another is named', () => {
    expect(storeOf({})).toEqual({ kind: 'file' });
    expect(storeOf({ BLOB_STORE: 'file', S3_BUCKET: 'files' })).toEqual({ kind: 'file' });
  });

  test('is S3 at Amazon by its region, and elsewhere by its address', () => {
    const keys = { accessKeyId: 'id', secretAccessKey: 'secret', bucket: 'files' };
    expect(storeOf({ ...s3, S3_REGION: 'eu-central-1', S3_PREFIX: 'sheaf/prod' })).toEqual({
      ...{ kind: 's3', ...keys, region: 'eu-central-1', prefix: 'sheaf/prod/' },
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
    });
    expect(storeOf({ ...s3, S3_ENDPOINT: 'http://minio:9000' })).toEqual({
      ...{ kind: 's3', ...keys, region: 'us-east-1', prefix: '' },
      endpoint: 'http://minio:9000',
    });
  });

  test('is Azure by a connection string, by a key, or by who the machine is', () => {
    const connectionString = 'AccountName=a;AccountKey=eA==;EndpointSuffix=core.windows.net';
    expect(storeOf({ ...azure, AZURE_STORAGE_CONNECTION_STRING: connectionString })).toMatchObject({
      access: { connectionString },
    });
    expect(storeOf({ ...azure, AZURE_STORAGE_ACCOUNT: 'acc', AZURE_STORAGE_KEY: 'eA==' })).toMatchObject({
      access: { account: 'acc', key: 'eA==' },
    });
    expect(storeOf({ ...azure, AZURE_STORAGE_ACCOUNT: 'acc' })).toMatchObject({
      access: { account: 'acc', key: undefined },
    });
  });

  test.each([
    [{ BLOB_STORE: 's3' }, ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_REGION']],
    [{ BLOB_STORE: 'azure' }, ['AZURE_STORAGE_CONTAINER', 'AZURE_STORAGE_ACCOUNT']],
    [{ BLOB_STORE: 'ftp' }, ['BLOB_STORE']],
    [
      { ...s3, S3_ENDPOINT: 'http://user:word@minio', S3_BUCKET: 'a/b', S3_PREFIX: '../up' },
      ['S3_ENDPOINT', 'S3_BUCKET', 'S3_PREFIX'],
    ],
    [
      { ...azure, AZURE_STORAGE_ACCOUNT: 'a.evil.example/', AZURE_STORAGE_KEY: '?' },
      ['AZURE_STORAGE_ACCOUNT', 'AZURE_STORAGE_KEY'],
    ],
  ])('%j: one message names %j', (env, names) => {
    const load = () => loadConfig(env as Record<string, string>);
    for (const name of names) expect(load).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
  });
});
