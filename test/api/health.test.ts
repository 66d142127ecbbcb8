// What health addresses tell, and whom.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHealthApi } from '../../src/api/build-health-api.ts';
import { askHealth } from '../../src/cli/ask-health.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { ReadinessRegistry } from '../../src/observe/readiness.ts';
import { getJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const readyz = async (headers: Record<string, string> = {}) =>
  (await fetch(`${server.url}/readyz`, { headers })).json() as Promise<{ components: Record<string, object> }>;

test('every part of the server is told with whether it works', async () => {
  const { components } = await readyz();
  const required = ['blobs', 'database', 'migrations', 'queue', 'reader'];
  expect(Object.keys(components).sort()).toEqual(
    [...required, 'intake', 'language_model', 'outgoing', 'webhooks'].sort(),
  );
  for (const [name, state] of Object.entries(components)) {
    expect(state, name).toMatchObject({ ok: true, required: required.includes(name) });
  }
});

test.each(['/health', '/api/health', '/api/health/', '/v2/health'])(
  '%s is the older name of /healthz',
  async (path) => {
    expect(await getJson(server.url + path)).toMatchObject({ status: 'ok', version: expect.any(String) });
  },
);

test('only an administrator of the installation sees more than that', async () => {
  const withDetails = (answer: { components: Record<string, object> }) =>
    Object.values(answer.components).filter((state) => 'details' in state).length;
  expect(withDetails(await readyz({ authorization: `Bearer ${server.token}` }))).toBeGreaterThan(0);
  expect(withDetails(await readyz())).toBe(0);
  expect(withDetails(await readyz({ authorization: 'Bearer no.such.token' }))).toBe(0);
  expect(withDetails(await readyz({ 'x-api-key': 'shk_none' }))).toBe(0);
});

async function startWorkerHealth(readiness: ReadinessRegistry) {
  const log = createLogger({ level: 'silent', forPeople: false, destination: process.stdout });
  const app = await buildHealthApi({ version: '1.2.3', readiness, log, metrics: undefined });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, url };
}

test('a worker answers at the same addresses, tells this machine all, and whoever comes through a proxy less', async () => {
  const readiness = new ReadinessRegistry({ cacheMs: 0 });
  readiness.add('mail', async () => ({ ok: false, details: { circuit: 'open' } }), { required: false });
  const { app, url } = await startWorkerHealth(readiness);
  for (const path of ['/healthz', '/health', '/api/health', '/api/health/', '/v2/health']) {
    expect(await getJson(url + path), path).toMatchObject({ status: 'ok', version: '1.2.3' });
  }
  expect((await getJson(`${url}/readyz`)).components.mail.details).toEqual({ circuit: 'open' });
  const forwarded = await fetch(`${url}/readyz`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
  expect(await forwarded.json()).toEqual({
    status: 'ready',
    components: { mail: { ok: false, required: false, ms: expect.any(Number), error: 'not available' } },
  });
  await app.close();
});

test('--health asks the address of the settings, for people and for programs, and says what it found by its exit code', async () => {
  const readiness = new ReadinessRegistry({ cacheMs: 0 });
  const state = { ok: true };
  readiness.add('database', async () => ({ ok: state.ok, error: 'it is away' }));
  const { app, url } = await startWorkerHealth(readiness);
  const env = { MODE: 'worker', WORKER_PORT: new URL(url).port, HOST: '0.0.0.0' };
  const ask = async (json: boolean, given: Record<string, string> = env) => {
    const out: string[] = [];
    const stream = { write: (text: string) => out.push(text) > 0 } as unknown as NodeJS.WriteStream;
    const { stdin } = process;
    const io = { stdin, stdout: stream, stderr: stream, env: given, signal: new AbortController().signal };
    const code = await askHealth({ command: 'sheaf worker', env: given, json }, io);
    return { code, text: out.join('') };
  };
  expect(await ask(false)).toEqual({
    code: 0,
    text: expect.stringMatching(/^ready at http:\/\/127.*\n {2}✓ database/),
  });
  state.ok = false;
  expect(await ask(false)).toEqual({
    code: 1,
    text: expect.stringMatching(/^not ready[\s\S]*✗ database .*it is away/),
  });
  const { code, text } = await ask(true);
  expect([code, JSON.parse(text).status]).toEqual([1, 'not ready']);
  await app.close();
  expect(await ask(false)).toEqual({ code: 1, text: expect.stringContaining('no connection') });
  expect(await ask(true)).toEqual({ code: 1, text: expect.stringContaining('"no answer"') });
  expect(await ask(false, { ...env, WORKER_PORT: '0' })).toEqual({
    code: 1,
    text: expect.stringContaining('WORKER_PORT'),
  });
});
