// Rate limits over HTTP: headers, refusals, what is not counted, and who may say where a request comes from.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
let behindProxy: TestServer;
beforeAll(async () => {
  // Windows begin on the clock: none may end in the middle of this file.
  const leftMs = 60_000 - (Date.now() % 60_000);
  if (leftMs < 10_000) await new Promise((resolve) => setTimeout(resolve, leftMs));
  server = await startTestServer({ env: { RATE_LIMIT_PER_MINUTE: '40', RATE_LIMIT_PER_HOUR: '10000' } });
  behindProxy = await startTestServer({ env: { RATE_LIMIT_PER_MINUTE: '5', TRUST_PROXY: '127.0.0.1' } });
});
afterAll(async () => {
  await server.stop();
  await behindProxy.stop();
});

const types = (of: TestServer, headers: Record<string, string> = {}) => apiFetch(`${of.url}/api/v1/types`, { headers });
const left = async (headers?: Record<string, string>) =>
  Number((await types(server, headers)).headers.get('ratelimit-remaining'));

test('each counted answer says what is left', async () => {
  const { headers } = await types(server);
  expect(headers.get('ratelimit-limit')).toBe('40');
  expect(headers.get('ratelimit-policy')).toBe('40;w=60, 10000;w=3600');
  expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
});

test('health, the page, docs and pictures are not counted', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: A-1' });
  const paths = ['/healthz', '/readyz', '/', '/page/app.js', '/api/v1/docs', '/api/v1/openapi.json'];
  paths.push(`/api/v1/documents/${document!.id}/pages/1.png`);
  for (const path of paths) {
    const response = await apiFetch(server.url + path);
    expect(response.headers.get('ratelimit-limit'), path).toBeNull();
  }
});

test('a forged X-Forwarded-For changes nothing', async () => {
  const before = await left();
  expect(await left({ 'x-forwarded-for': '203.0.113.9' })).toBe(before - 1);
});

describe('behind a trusted proxy', () => {
  /** Nobody in particular: 401 is an answer that was let through and counted. */
  const from = async (address: string) =>
    (await fetch(`${behindProxy.url}/api/v1/types`, { headers: { 'x-forwarded-for': address } })).status;

  test('each address has its own count, and an IPv6 network is one', async () => {
    for (let i = 0; i < 5; i++) expect(await from(`2001:db8::${i + 1}`)).toBe(401);
    expect(await from('2001:db8::99')).toBe(429);
    expect(await from('2001:db8:0:1::1')).toBe(401);
    expect(await from('198.51.100.1')).toBe(401);
  });

  test('what the client itself put in front is not believed', async () => {
    for (let i = 0; i < 5; i++) expect(await from(`203.0.113.${i}, 198.51.100.7`)).toBe(401);
    expect(await from('203.0.113.77, 198.51.100.7')).toBe(429);
  });

  test('a user has one count, wherever the requests come from', async () => {
    const ask = async (i: number) =>
      (await apiFetch(`${behindProxy.url}/api/v1/types`, { headers: { 'x-forwarded-for': `198.18.0.${i}` } })).status;
    for (let i = 0; i < 5; i++) expect(await ask(i)).toBe(200);
    expect(await ask(99)).toBe(429);
  });
});

test('past the limit: 429 with the time to wait, as a problem', async () => {
  let response = await types(server);
  for (let i = 0; i < 40 && response.status === 200; i++) response = await types(server);
  expect(response.status).toBe(429);
  expect(response.headers.get('ratelimit-remaining')).toBe('0');
  expect(response.headers.get('retry-after')).toBe(response.headers.get('ratelimit-reset'));
  expect(await readJson(response)).toMatchObject({ code: 'rate.limited', status: 429 });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
