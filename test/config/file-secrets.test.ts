// Secrets in files, and references in general: what is followed, what is refused, and what is never said.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveSecrets } from '../../src/config/resolve-secrets.ts';
import { loadConfig, readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secret = 'xJ7vQ2mB9tLkW4eRz8UyNcH1sDfG6aPo0iT5qXbVnM3KuYwE';

function fileWith(content: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), 'a-file-of-secrets');
  writeFileSync(file, content);
  return file;
}

describe('a file', () => {
  test.each([
    ['alone', secret],
    ['with the line break that echo writes', `${secret}\n`],
    ['with that of Windows', `${secret}\r\n`],
  ])('gives its text, %s', async (_what, content) => {
    expect((await readConfig({ AUTH_SECRET: `file:${fileWith(content)}` })).authSecret).toBe(secret);
  });

  test('may be written as an address, and be a link, as Kubernetes makes them', async () => {
    const file = fileWith(secret);
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(file, link);
    const config = await readConfig({ JWT_SECRET_KEY: `file://${file}`, ENCRYPTION_KEY: ` file:${link} ` });
    expect(config).toMatchObject({ authSecret: secret, encryptionKey: { length: 32 } });
  });

  const folder = () => {
    const made = path.join(temporaryFolder(), 'folder');
    mkdirSync(made);
    return made;
  };
  const pipe = () => {
    const made = path.join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [made]);
    return made;
  };
  test.each<[string, () => string, RegExp]>([
    ['is not there', () => '/nowhere/at/all', /there is no such file/],
    ['is a folder', folder, /not a file/],
    ['is a pipe that nobody writes to', pipe, /not a file/],
    ['is a device without end', () => '/dev/zero', /not a file/],
    ['is empty', () => fileWith('\n'), /is empty/],
    ['is too large', () => fileWith('canary'.repeat(20_000)), /larger than 65536 bytes/],
    ['is no text', () => fileWith(Buffer.from([0xff, 0xfe, 0xc0])), /no text in UTF-8/],
    ['holds a zero', () => fileWith('canary\0'), /no text/],
    ['is named by half a path', () => 'secrets/x', /whole path/],
    ['is too short a secret', () => fileWith('canary'), /at least 32 characters/],
  ])('that %s is named with its variable and reason, never its path or content', async (_what, make, reason) => {
    const file = make();
    const failure = await readConfig({ AUTH_SECRET: `file:${file}` }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'config.invalid', message: expect.stringMatching(/^ {2}AUTH_SECRET: /m) });
    expect((failure as Error).message).toMatch(reason);
    expect((failure as Error).message).not.toMatch(/canary|nowhere|secrets\/x|\/tmp/);
  });

  test.skipIf(process.getuid?.() === 0)('that this user may not read says so', async () => {
    const file = fileWith(secret);
    chmodSync(file, 0);
    await expect(readConfig({ AUTH_SECRET: `file:${file}` })).rejects.toThrow(/AUTH_SECRET: this user may not read/);
  });
});

describe('another variable', () => {
  test('gives its value', async () => {
    const config = await readConfig({ DATABASE_URL: 'env:DB_URL_OF_PLATFORM', DB_URL_OF_PLATFORM: 'postgres://h/d' });
    expect(config.databaseUrl).toBe('postgres://h/d');
  });

  test.each([
    [{ AUTH_SECRET: 'env:OTHER' }, /AUTH_SECRET: the variable that it names is not set/],
    [{ AUTH_SECRET: 'env:OTHER', OTHER: 'file:/x' }, /AUTH_SECRET: .* a reference again/],
    [{ AUTH_SECRET: 'env:AUTH_SECRET' }, /AUTH_SECRET: .* a reference again/],
    [{ AUTH_SECRET: 'env:$(id)' }, /AUTH_SECRET: env: wants the name/],
    [{ AUTH_SECRET: 'env:__proto__' }, /AUTH_SECRET: the variable that it names is not set|could not be fetched/],
  ] as [Record<string, string>, RegExp][])('%j is refused', async (env, message) => {
    await expect(readConfig(env)).rejects.toThrow(message);
  });
});

test('all that cannot be followed stands in one message with all else that is wrong', async () => {
  const env = {
    AUTH_SECRET: 'file:/no/where',
    DATABASE_URL: 'env:NOT_SET',
    PORT: 'eighty',
    NODE_ENV: 'production',
    MODE: 'api',
  };
  const failure = await readConfig({ ...env, HOST: '127.0.0.1' }).catch((error: Error) => error);
  const lines = (failure as Error).message.split('\n').slice(1);
  expect(lines.map((line) => line.trim().split(':')[0])).toEqual(['AUTH_SECRET', 'DATABASE_URL', 'PORT']);
});

test('only secrets are references: other settings mean what they say', async () => {
  expect((await readConfig({ OIDC_NAME: 'env:HOME', HOME: '/root' })).oidcProviders).toEqual([]);
  expect((await resolveSecrets({ OIDC_NAME: 'env:HOME', HOME: '/root' })).env.OIDC_NAME).toBe('env:HOME');
});

test('a source that never answers is given up, and what it throws is not repeated', async () => {
  const slow = { scheme: 'file', resolve: () => new Promise<string>(() => {}) };
  expect((await resolveSecrets({ AUTH_SECRET: 'file:/x' }, [slow], 50)).problems).toEqual([
    'AUTH_SECRET: no answer within 0.05 seconds',
  ]);
  const loud = { scheme: 'file', resolve: async () => Promise.reject(new Error('canary')) };
  expect((await resolveSecrets({ AUTH_SECRET: 'file:/x' }, [loud])).problems).toEqual([
    'AUTH_SECRET: the secret could not be fetched',
  ]);
});

test('a reference that nobody followed never becomes the secret itself', () => {
  const env = { AUTH_SECRET: 'file:/run/secrets/a-path-that-is-long-enough' };
  expect(() => loadConfig(env)).toThrow(/AUTH_SECRET: is a reference/);
  expect(() => loadConfig({ JWT_SECRET_KEY: env.AUTH_SECRET })).toThrow(/JWT_SECRET_KEY: is a reference/);
});
