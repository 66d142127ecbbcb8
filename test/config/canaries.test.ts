// Secrets with texts that are easy to find, given to what prints: none may be found there. Processes: canaries.slow.test.ts.

import { expect, test } from 'vitest';
import { describeEnvironment } from '../../src/config/describe-environment.ts';
import { loadConfig, readConfig } from '../../src/config.ts';
import type { SheafError } from '../../src/errors.ts';
import { around, canary, secrets, WORD, wrongEnvironments } from '../support/canaries.ts';
import { call } from '../support/person.ts';
import { startTestServer } from '../support/test-server.ts';

test('the word would be found, whichever way it is written', () => {
  const text = canary('X');
  for (const way of [
    text,
    encodeURIComponent(text),
    JSON.stringify({ text }),
    Buffer.from(`x${text}`).toString('base64'),
  ]) {
    expect(way).toMatch(WORD);
  }
  expect(Object.keys(secrets).length).toBeGreaterThan(8);
});

test.each(wrongEnvironments())('a message about settings that are all wrong says nothing of them (%#)', async (env) => {
  const failure = (await readConfig(env).catch((error: Error) => error)) as SheafError;
  expect(failure).toMatchObject({ code: 'config.invalid' });
  expect(JSON.stringify([failure.message, failure.details, failure.stack])).not.toMatch(WORD);
  expect(JSON.stringify(describeEnvironment(env).given)).not.toMatch(WORD);
});

test('a server that runs, logs everything and is asked for all kinds of things says nothing of its secrets', async () => {
  // A setting that wants another form than a text is tried among the wrong ones.
  const valid = Object.fromEntries(
    Object.entries(secrets).filter(
      ([name, text]) => name !== 'DATABASE_URL' && isValid({ ...around, [name]: text }, name),
    ),
  );
  expect(Object.keys(valid)).toEqual(
    expect.arrayContaining(['AUTH_SECRET', 'ENCRYPTION_KEY', 'SMTP_URL', 'OIDC_CLIENT_SECRET']),
  );
  const { SHEAF_ADMIN_PASSWORD: _, ...env } = valid;
  const { SHEAF_ADMIN_EMAIL: __, ...rest } = around;
  const server = await startTestServer({ env: { ...rest, ...env, LOG_LEVEL: 'trace' } });
  for (const address of [
    '/../../healthz',
    '/../../readyz',
    '/auth/oidc/oidc/start',
    '/me',
    '/auth/jwks',
    '/openapi.json',
    '/nothing',
  ]) {
    const answer = await call(server, address, { token: server.token }).catch((error: Error) => ({
      body: error.message,
    }));
    expect(JSON.stringify(answer.body ?? '')).not.toMatch(WORD);
  }
  await call(server, '/auth/forgot-password', { body: { email: 'boss@example.com' } });
  await server.stop();
  expect(server.logs.length).toBeGreaterThan(5);
  expect(JSON.stringify(server.logs)).not.toMatch(WORD);
}, 60_000);

function isValid(env: Record<string, string>, name: string): boolean {
  try {
    loadConfig(env);
    return true;
  } catch (error) {
    return !(error as Error).message.includes(`  ${name}:`);
  }
}
