// Which secrets count as known or guessed. Random ones never do.

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weaknessOfDatabaseUrl, weaknessOfPassword, weaknessOfSecret } from '../../src/config/weak-secrets.ts';

test.each([
  'changeme-changeme-changeme-changeme',
  'CHANGE_ME_CHANGE_ME_CHANGE_ME_PLEASE_42',
  'your-secret-key-change-in-production',
  'your-super-secret-jwt-key-here-min-32-chars',
  'super-secret-key-for-development-only!!',
  'dev-secret-key-not-for-production-use-1234',
  'insecure-0f3a9c7d5e1b8a6c4d2f0e9b7a5c3d1f',
  'django-insecure-7&x9k2m4p6q8r0t1v3w5y7z9a2c4e6g8',
  'replace-me-with-a-random-string-of-text',
  'x'.repeat(64),
  'ab'.repeat(20),
  'Passw0rd!Passw0rd!Passw0rd!Passw0rd!',
  '01234567890123456789012345678901',
  '0123456789abcdef0123456789abcdef',
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
  'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbcccc',
  '11112222333344445555666677778888',
])('%s is refused', (text) => {
  expect(weaknessOfSecret(text)).toMatch(/^(is|has|repeats) /);
});

test('random secrets of every usual way are taken', () => {
  fc.assert(
    fc.property(fc.constantFrom('base64', 'base64url', 'hex'), fc.integer({ min: 24, max: 64 }), (encoding, length) => {
      const text = randomBytes(length).toString(encoding as BufferEncoding);
      expect(weaknessOfSecret(text), text).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(weaknessOfSecret('garnet lantern oblique tundra whistle 63 fjord')).toBeUndefined();
});

test.each([
  'changeme',
  'ChangeMe123',
  'admin',
  'password1',
  'postgres',
  'aaaaaaaaaa',
  'qwertyuiop',
  '123456789012',
  'secret',
])('password %s is refused', (text) => {
  expect(weaknessOfPassword(text)).toMatch(/^(is|repeats) /);
});

test.each(['correct horse battery', 'Tr0ub4dor&3 ', 'kX9!mPq2', 'my example of a long sentence'])(
  'password %s is taken',
  (text) => {
    expect(weaknessOfPassword(text)).toBeUndefined();
  },
);

test.each([
  ['postgres://postgres:postgres@db:5432/sheaf', /is its user’s name/],
  ['postgres://sheaf:Sheaf@10.0.0.5/sheaf', /is its user’s name/],
  ['postgres://sheaf:changeme@db.example.org/sheaf', /is an example/],
  ['postgresql://app:p%61ssword@db/sheaf', /is an example/],
  ['postgres://app:12345678@db/sheaf', /first that are guessed/],
])('%s: its password is refused', (url, why) => {
  expect(weaknessOfDatabaseUrl(url)).toMatch(why);
});

test.each([
  'postgres://postgres:postgres@localhost/sheaf',
  'postgres://postgres:postgres@[::1]:5432/sheaf',
  'postgres://sheaf@db/sheaf',
  'postgres://sheaf:kX9mPq2vR7@db/sheaf',
  'postgres:///sheaf?host=/var/run/postgresql',
  'postgres://sheaf:100%@db/sheaf',
])('%s is taken', (url) => {
  expect(weaknessOfDatabaseUrl(url)).toBeUndefined();
});

test('whatever stands as a secret in our own examples and pages is refused', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = ['.env.example', 'README.md', ...under('docs', '.md'), ...under('deploy', '')];
  const found: string[] = [];
  for (const file of files.filter((name) => existsSync(path.join(root, name)))) {
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, name, value] of text.matchAll(
      /(?:\b|^)(AUTH_SECRET|JWT_SECRET_KEY|ENCRYPTION_KEY|SHEAF_ADMIN_PASSWORD)(?:=|(?<=^\s+\w+): )["']?([^\s"'`#]+)/gm,
    )) {
      if (/^(file:|env:|azure-keyvault:|\$|<|…|\.\.\.)/.test(value!)) continue;
      const weakness = name === 'SHEAF_ADMIN_PASSWORD' ? weaknessOfPassword(value!) : weaknessOfSecret(value!);
      if (!weakness) found.push(`${file}: ${name}`);
    }
  }
  expect(found).toEqual([]);

  function under(folder: string, end: string): string[] {
    if (!existsSync(path.join(root, folder))) return [];
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(end))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  }
});
