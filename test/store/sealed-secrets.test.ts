import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSecretBox, openSecretBox } from '../../src/store/sealed-secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('what is sealed opens again, in a later process too', () => {
  const keyFile = path.join(temporaryFolder(), 'secrets', 'key');
  const sealed = openSecretBox(keyFile).seal('pässword');
  expect(openSecretBox(keyFile).open(sealed)).toBe('pässword');
});

test('the sealed text tells nothing of the password, and differs each time', () => {
  const box = openSecretBox(path.join(temporaryFolder(), 'key'));
  expect(box.seal('secret')).not.toBe(box.seal('secret'));
  expect(Buffer.from(box.seal('secret'), 'base64').toString('latin1')).not.toContain('secret');
});

test('a fingerprint is the same for the same text under the same key, and for nothing else', () => {
  const keyFile = path.join(temporaryFolder(), 'key');
  const box = openSecretBox(keyFile);
  expect(openSecretBox(keyFile).fingerprint('secret')).toBe(box.fingerprint('secret'));
  expect(box.fingerprint('secret')).not.toBe(box.fingerprint('secret '));
  expect(openSecretBox(path.join(temporaryFolder(), 'key')).fingerprint('secret')).not.toBe(box.fingerprint('secret'));
});

test('another key, an altered text and rubbish do not open', () => {
  const box = openSecretBox(path.join(temporaryFolder(), 'key'));
  const sealed = box.seal('secret');
  const altered = Buffer.from(sealed, 'base64');
  altered[altered.length - 1]! ^= 1;
  expect(openSecretBox(path.join(temporaryFolder(), 'key')).open(sealed)).toBeUndefined();
  expect(box.open(altered.toString('base64'))).toBeUndefined();
  expect(box.open('rubbish')).toBeUndefined();
});

test('the key is random and for this user only', () => {
  const one = path.join(temporaryFolder(), 'key');
  const other = path.join(temporaryFolder(), 'key');
  openSecretBox(one);
  openSecretBox(other);
  expect(readFileSync(one)).toHaveLength(32);
  expect(readFileSync(one).equals(readFileSync(other))).toBe(false);
  expect(statSync(one).mode & 0o077).toBe(0);
});

test('old keys open what they sealed, and seal nothing', () => {
  const [before, between, now] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const sealed = createSecretBox({ current: before, old: [] }).seal('of long ago');
  const box = createSecretBox({ current: now, old: [between, before] });
  expect(box.open(sealed)).toBe('of long ago');
  expect(createSecretBox({ current: now, old: [] }).open(box.seal('of today'))).toBe('of today');
  expect(createSecretBox({ current: now, old: [between] }).open(sealed)).toBeUndefined();
});
