import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../src/cli/finding.ts';
import { WORD_ON_TEST_PAGE } from '../../src/cli/test-page.ts';
import type { Line, ParsedDocument } from '../../src/document/parsed-document.ts';
import { SheafError } from '../../src/errors.ts';
import type { ReadInput, ReadResult } from '../../src/pipeline/read-result.ts';
import { resultOf, sheaf, type World } from './fake-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const seeing = (text: string) => (input: ReadInput) =>
  resultOf(input.name, '', { parsed: { pages: [{ lines: [{ text } as Line] }] } as ParsedDocument });

async function findings(env: Record<string, string>, world: World = {}) {
  const { code, stdout } = await sheaf(['doctor', '--json'], {
    read: seeing(`${WORD_ON_TEST_PAGE} Stationery`),
    ...world,
    env: { DATA_DIR: folder, PORT: '0', ...env },
  });
  const list = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Finding);
  return { code, list, of: (name: string) => list.find((finding) => finding.name === name) };
}

test('a sound installation: nothing to repair', async () => {
  const { code, of } = await findings({});
  expect(code).toBe(0);
  for (const name of ['runtime', 'configuration', 'pdf reader', 'ocr', 'data folder', 'database', 'address']) {
    expect(of(name), name).toMatchObject({ state: 'ok' });
  }
});

test('a bad setting is named, and what needs the settings is left out', async () => {
  const { code, of } = await findings({ PORT: 'eighty' });
  expect(code).toBe(1);
  expect(of('configuration')).toMatchObject({ state: 'problem', detail: expect.stringContaining('PORT') });
  expect(of('address')).toBeUndefined();
});

test('every bad setting is a finding of its own, with what to do', async () => {
  const { list } = await findings({
    PORT: 'eighty',
    LOG_LEVEL: 'loud',
    SERVER_WORKERS: 'many',
    AUTH_SECRET: 'file:/no/where',
  });
  const bad = list.filter(({ name }) => name === 'configuration');
  expect(bad.map(({ detail }) => detail.split(':')[0])).toEqual([
    'AUTH_SECRET',
    'PORT',
    'SERVER_WORKERS (READ_JOBS)',
    'LOG_LEVEL',
  ]);
  expect(bad.map(({ advice }) => advice)).toEqual(
    ['AUTH_SECRET', 'PORT', 'SERVER_WORKERS', 'LOG_LEVEL'].map((name) => expect.stringContaining(`Correct ${name} `)),
  );
});

test('settings are told by name and where they come from, mistakes with what was meant', async () => {
  const secret = 'xJ7vQ2mB9tLkW4eRz8UyNcH1sDfG6aPo0iT5qXbVnM3KuYwE';
  const env = {
    JWT_SECRET_KEY: 'env:PLATFORM_SECRET',
    PLATFORM_SECRET: secret,
    OPENAI_API_KEY: secret,
    DATABSE_URL: secret,
  };
  const { code, of, list } = await findings(env);
  expect(code).toBe(0);
  expect(of('settings')?.detail).toBe('set: PORT, DATA_DIR, AUTH_SECRET (by JWT_SECRET_KEY, from env:)');
  expect(of('older names')).toMatchObject({ state: 'note', detail: 'JWT_SECRET_KEY (now AUTH_SECRET)' });
  expect(of('not used')).toMatchObject({ state: 'note', detail: expect.stringContaining('OPENAI_API_KEY') });
  expect(of('unknown')).toMatchObject({ state: 'note', advice: expect.stringContaining('DATABASE_URL') });
  expect(JSON.stringify(list)).not.toContain(secret);
});

test('the profile is named', async () => {
  expect((await findings({ NODE_ENV: 'test' })).of('configuration')?.detail).toMatch(/^profile test, mode all/);
});

test.each([
  [
    'fails',
    (input: ReadInput): ReadResult => resultOf(input.name, '', { error: { code: 'internal', message: 'broken' } }),
  ],
  ['loses the text', seeing('nothing of it')],
])('a reader that %s is a problem', async (_name, read) => {
  const { code, of } = await findings({}, { read });
  expect(code).toBe(1);
  expect(of('pdf reader')).toMatchObject({ state: 'problem' });
});

test('a data folder that cannot be made is a problem', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const { code, of } = await findings({ DATA_DIR: path.join(folder, 'file', 'data') });
  expect(of('data folder')).toMatchObject({ state: 'problem' });
  expect(code).toBe(1);
});

test('a data folder that is not there yet is fine', async () => {
  const { of } = await findings({ DATA_DIR: path.join(folder, 'a', 'b') });
  expect(of('data folder')).toMatchObject({ state: 'ok', detail: expect.stringContaining('first start') });
});

test('a database that does not answer is a problem with a way out', async () => {
  const { of } = await findings(
    { DATABASE_URL: 'postgres://localhost/x' },
    {
      tryDatabase: async () => {
        throw new Error('The database does not answer');
      },
    },
  );
  expect(of('database')).toMatchObject({ state: 'problem', advice: expect.stringContaining('DATABASE_URL') });
});

test('without a mail server it says so; that is no problem', async () => {
  const { code, of } = await findings({});
  expect(of('mail')).toMatchObject({ state: 'note', detail: expect.stringContaining('no mail is sent') });
  expect(code).toBe(0);
});

test.each([
  [undefined, 'ok', undefined],
  ['login', 'problem', 'password'],
  ['protocol', 'problem', 'docs/mail.md'],
])('a mail server that answers %j is %s', async (failure, state, advice) => {
  const env = { SMTP_URL: 'smtp://u:hunter2@localhost', MAIL_FROM: 'a@example.org' };
  const { of } = await findings(env, { tryMail: async () => failure });
  expect(of('mail')).toMatchObject({ state, ...(advice ? { advice: expect.stringContaining(advice) } : {}) });
  expect(JSON.stringify(of('mail'))).not.toContain('hunter2');
});

test.each([
  [undefined, 'ok', 'the first mail tells', undefined],
  ['connect', 'problem', 'cannot be used (connect)', 'MAIL_API_URL'],
])('a mail service over HTTP that answers %j is %s', async (failure, state, detail, advice) => {
  const env = {
    MAIL_API_URL: 'https://mail.example/v3/mail/send',
    MAIL_API_KEY: 'hunter2',
    MAIL_FROM: 'a@example.org',
  };
  const { of } = await findings(env, { tryMail: async () => failure });
  expect(of('mail')).toMatchObject({
    state,
    detail: expect.stringContaining(detail),
    ...(advice ? { advice: expect.stringContaining(advice) } : {}),
  });
  expect(JSON.stringify(of('mail'))).not.toContain('hunter2');
});

test.each([
  ['another program', { hello: 'world' }, 'problem'],
  ['Sheaf itself', { version: '0.1.0', status: 'ok' }, 'note'],
])('a port held by %s', async (_name, health, state) => {
  const server = http.createServer((_request, response) => response.end(JSON.stringify(health))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { of } = await findings({ PORT: String((server.address() as AddressInfo).port) });
  server.close();
  expect(of('address')).toMatchObject({ state });
});

test('the table says what to do', async () => {
  const { stdout } = await sheaf(['doctor'], { read: seeing(''), env: { DATA_DIR: folder, PORT: '0' } });
  expect(stdout).toMatch(/✗ pdf reader .*\n.*npm ci/);
  expect((await sheaf(['doctor', 'more'])).code).toBe(2);
});

test('models that do not run are a note: rules stand in', async () => {
  expect((await findings({})).of('models')).toMatchObject({
    state: 'ok',
    detail: expect.stringContaining('sentence-encoder@'),
  });
  const tryModels = async () => {
    throw new SheafError('models.unavailable', 'The file model.int8.onnx is damaged or was changed.');
  };
  const { code, of } = await findings({}, { tryModels });
  expect(code).toBe(0);
  expect(of('models')).toMatchObject({ state: 'note', detail: expect.stringContaining('damaged') });
});
