// CORS and headers over HTTP, of a server with a listed origin.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secureHeaders } from '../../src/api/security-headers.ts';
import { loadConfig } from '../../src/config.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { bareApp } from '../support/bare-app.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    env: { ALLOWED_ORIGINS: 'https://app.example.org, http://127.0.0.1:5173', RATE_LIMIT_PER_MINUTE: '1000' },
  });
});
afterAll(() => server.stop());

const listed = 'https://app.example.org';
const preflight = (origin: string) =>
  fetch(`${server.url}/api/v1/documents`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'idempotency-key' },
  });

describe('CORS', () => {
  test('a preflight of a listed origin is answered without credentials and is not counted', async () => {
    const { status, headers } = await preflight(listed);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(listed);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect(headers.get('vary')).toMatch(/origin/i);
    expect(headers.get('ratelimit-limit')).toBeNull();
  });

  test.each(['https://evil.example', 'null', 'https://app.example.org.evil.example', 'http://app.example.org'])(
    'nothing is allowed to %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const read = await apiFetch(`${server.url}/api/v1/types`, { headers: { origin } });
      expect(read.headers.get('access-control-allow-origin')).toBeNull();
      expect(read.headers.get('vary')).toMatch(/origin/i);
    },
  );

  test('a listed page can read answers and refusals, with the headers it needs', async () => {
    for (const path of ['/api/v1/types', '/api/v1/documents/17']) {
      const { headers } = await apiFetch(server.url + path, { headers: { origin: listed } });
      expect(headers.get('access-control-allow-origin'), path).toBe(listed);
      expect(headers.get('access-control-expose-headers')).toMatch(/etag.*ratelimit-remaining.*retry-after/);
    }
  });

  test.each([
    '*',
    'https://app.example.org,*',
    'app.example.org',
    'https://app.example.org/path',
    'https://*.example.org',
  ])('ALLOWED_ORIGINS=%s is refused at start', (ALLOWED_ORIGINS) => {
    expect(() => loadConfig({ ALLOWED_ORIGINS })).toThrow(/ALLOWED_ORIGINS: must be origins/);
  });
});

describe('headers', () => {
  test('every answer narrows what a browser may do with it', async () => {
    const paths = ['/', '/healthz', '/api/v1/types', '/api/v1/documents/17', '/nowhere'];
    for (const path of paths) {
      const { headers } = await apiFetch(server.url + path);
      expect(Object.fromEntries(headers), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'permissions-policy': expect.stringContaining('geolocation=()'),
        'x-permitted-cross-domain-policies': 'none',
      });
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  test('answers of the API are not kept', async () => {
    for (const path of ['/api/v1/types', '/api/v1/documents', '/api/v1/documents/17'])
      expect((await apiFetch(server.url + path)).headers.get('cache-control'), path).toBe('no-store');
  });

  test.each([
    ['https://sheaf.example.org', /^max-age=\d{8}$/],
    ['http://sheaf.example.org', undefined],
  ])('with PUBLIC_URL %s, HSTS is %s', async (url, expected) => {
    const app = bareApp();
    await secureHeaders(app, { publicUrl: new URL(url), filesUrl: undefined });
    app.get('/', async () => 'ok');
    const { headers } = await app.inject('/');
    if (expected) expect(headers['strict-transport-security']).toMatch(expected);
    else expect(headers['strict-transport-security']).toBeUndefined();
  });
});
