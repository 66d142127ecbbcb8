// What a start says: where the server is, which profile it has, and what is odd about its settings.

import { expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../support/test-server.ts';

async function logsOf(env: Record<string, string>) {
  const server = await startTestServer({ env });
  onTestFinished(() => server.stop());
  return { server, of: (event: string) => server.logs.filter((line) => line.event === event) };
}

test('the address is said as people open it, and stands in its field as it is listened on', async () => {
  const { server, of } = await logsOf({});
  const { port } = new URL(server.url);
  expect(of('ready')).toMatchObject([
    { address: `http://127.0.0.1:${port}`, message: `ready at http://localhost:${port}`, environment: 'test' },
  ]);
  expect(server.origin).toBe(`http://localhost:${port}`);
});

test('with a public address, that is the one', async () => {
  const { of } = await logsOf({ PUBLIC_URL: 'https://sheaf.example.org' });
  expect(of('ready')).toMatchObject([{ message: 'ready at https://sheaf.example.org' }]);
});

test('staging says so, and makes no owner by itself', async () => {
  const AUTH_SECRET = 'xJ7vQ2mB9tLkW4eRz8UyNcH1sDfG6aPo0iT5qXbVnM3KuYwE';
  const { of } = await logsOf({ NODE_ENV: '', ENVIRONMENT: 'staging', AUTH_SECRET });
  expect(of('ready')).toMatchObject([{ environment: 'staging' }]);
  expect(of('sign-in-link')).toEqual([]);
});

test('odd settings are one warning for each kind, by names alone', async () => {
  const odd = 'a-value-that-nobody-should-see';
  const env = {
    SERVER_WORKERS: '1',
    MAX_RETRIES: '2',
    OPENAI_API_KEY: odd,
    RATE_LIMIT_BURST: odd,
    DATABSE_URL: odd,
    LOGLEVEL: odd,
  };
  const { server, of } = await logsOf(env);
  expect(of('older-settings')).toMatchObject([
    {
      level: 'warn',
      module: 'config',
      settings: ['READ_JOBS', 'RETRY_TRIES'].map((name) => expect.stringContaining(`(now ${name})`)),
    },
  ]);
  expect(of('unused-settings')).toMatchObject([
    { settings: [expect.stringMatching(/^RATE_LIMIT_BURST \(/), expect.stringMatching(/^OPENAI_API_KEY \(/)] },
  ]);
  expect(of('unknown-settings')).toMatchObject([
    { settings: ['DATABSE_URL (did you mean DATABASE_URL?)', 'LOGLEVEL (did you mean LOG_LEVEL?)'] },
  ]);
  expect(JSON.stringify(server.logs)).not.toContain(odd);
});

test('a start without oddities warns of none', async () => {
  const { of } = await logsOf({});
  for (const event of ['older-settings', 'unused-settings', 'unknown-settings']) expect(of(event)).toEqual([]);
});
