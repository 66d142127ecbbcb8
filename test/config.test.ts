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
  const bad = { PORT: 'eighty', HOST: '0.0.0.0', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', MODE: 'worker' };
  const load = () => loadConfig(bad);
  expect(load).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  for (const name of Object.keys(bad)) expect(load).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
});

describe('HOST', () => {
  test.each(['127.0.0.1', '127.8.9.1', '::1', 'localhost'])('%s is loopback', (HOST) => {
    expect(loadConfig({ HOST }).host).toBe(HOST);
  });

  test.each(['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.0.0.1.example.org', '128.0.0.1'])(
    '%s is refused, with the reason',
    (HOST) => {
      expect(() => loadConfig({ HOST })).toThrow(/loopback.*no accounts/);
    },
  );
});

test('a secret in a bad variable is not repeated', () => {
  expect(() => loadConfig({ DATABASE_URL: 'mysql://u:hunter2@h/db' })).toThrow(/^(?!.*hunter2)/s);
});

test('every setting tells what it is for', () => {
  for (const [name, { doc }] of Object.entries(settings)) expect(doc, name).toMatch(/^[A-Z].{10,}\.$/);
});
