import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, settings } from '../src/config.ts';

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
    MODE: 'worker',
  };
  const load = () => loadConfig(bad);
  expect(load).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  for (const name of Object.keys(bad)) expect(load).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
});

describe('production', () => {
  const whole = { NODE_ENV: 'production', AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://sheaf.example.com' };

  test('starts with a secret and a public address', () => {
    expect(loadConfig({ ...whole, HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      publicUrl: new URL(whole.PUBLIC_URL),
    });
  });

  test.each([
    ['no secret', { AUTH_SECRET: '' }, /AUTH_SECRET: needed/],
    ['a short secret', { AUTH_SECRET: 'x'.repeat(31) }, /AUTH_SECRET: must have at least 32/],
    ['no public address beyond loopback', { PUBLIC_URL: '', HOST: '::' }, /PUBLIC_URL: needed/],
  ])('%s is refused', (_what, change, message) => {
    expect(() => loadConfig({ ...whole, ...change })).toThrow(message);
  });
});

test('half of a first account is refused', () => {
  expect(() => loadConfig({ SHEAF_ADMIN_EMAIL: 'a@example.com' })).toThrow(/set both or neither/);
});

test('a secret in a bad variable is not repeated', () => {
  expect(() => loadConfig({ DATABASE_URL: 'mysql://u:hunter2@h/db' })).toThrow(/^(?!.*hunter2)/s);
});

test('every setting tells what it is for', () => {
  for (const [name, { doc }] of Object.entries(settings)) expect(doc, name).toMatch(/^[A-Z].{10,}\.$/);
});
