import { describe, expect, test } from 'vitest';
import { type GuardOptions, guardRequests } from '../../src/api/request-guard.ts';
import { bareApp } from '../support/bare-app.ts';

const none: GuardOptions = {
  listenHost: '127.0.0.1',
  publicUrl: undefined,
  allowedOrigins: [],
  allowedHosts: [],
  filesUrl: undefined,
};

function guarded(options: Partial<GuardOptions>) {
  const app = bareApp();
  guardRequests(app, { ...none, ...options });
  for (const url of ['/', '/healthz', '/files/x']) app.get(url, async () => 'ok');
  app.post('/', async () => 'ok');
  return app;
}

const open = { listenHost: '0.0.0.0' };
const named = { listenHost: '0.0.0.0', publicUrl: new URL('https://sheaf.example.org') };

describe('Host', () => {
  test.each([
    ['loopback only', none, 'localhost:8000', 200],
    ['loopback only', none, '[::1]:8000', 200],
    ['loopback only', none, 'evil.example', 421],
    ['open to a network, no name known', open, 'anything.example', 200],
    ['open, with PUBLIC_URL', named, 'sheaf.example.org', 200],
    ['open, with PUBLIC_URL', named, 'SHEAF.example.org:443', 200],
    ['open, with PUBLIC_URL', named, 'evil.example', 421],
    ['open, with PUBLIC_URL', named, '127.0.0.1:8000', 200],
    ['open, with ALLOWED_HOSTS', { ...open, allowedHosts: ['intern'] }, 'intern:8000', 200],
    ['open, with ALLOWED_HOSTS', { ...open, allowedHosts: ['intern'] }, 'evil.example', 421],
    ['a name that begins or ends like ours', named, 'sheaf.example.org.evil.example', 421],
  ])('%s: %o, %s → %i', async (_what, options, host, status) => {
    const app = guarded(options);
    expect((await app.inject({ url: '/', headers: { host } })).statusCode).toBe(status);
    expect((await app.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200);
  });

  test('the host of FILES_URL serves files and nothing else, and no other does', async () => {
    const app = guarded({ ...named, filesUrl: 'https://files.example.org' });
    const status = async (host: string, url: string) => (await app.inject({ url, headers: { host } })).statusCode;
    expect(await status('files.example.org', '/files/x')).toBe(200);
    expect(await status('files.example.org', '/')).toBe(421);
    expect(await status('sheaf.example.org', '/files/x')).toBe(421);
    expect(await status('sheaf.example.org', '/')).toBe(200);
  });
});

describe('a change', () => {
  const own = { origin: 'https://sheaf.example.org' };
  const evil = { origin: 'https://evil.example' };
  const cookie = { cookie: 'sheaf-access=x' };
  const bearer = { authorization: 'Bearer x' };
  const listed = { ...named, allowedOrigins: ['https://app.example.org'] };

  test.each([
    ['a program', {}, 200],
    ['a program with a token', bearer, 200],
    ['a program with a key', { 'x-api-key': 'x', cookie: 'a=b' }, 200],
    ['our page', { ...own, ...cookie }, 200],
    ['our page in a browser that hides Origin', { 'sec-fetch-site': 'same-origin', ...cookie }, 200],
    ['a listed page', { origin: 'https://app.example.org', ...cookie }, 200],
    ['cookies without a word on where they come from', cookie, 403],
    ['cookies, typed by hand', { 'sec-fetch-site': 'none', ...cookie }, 403],
    ['another site', { ...evil, ...cookie }, 403],
    ['another site without cookies', evil, 403],
    ['another site with a token, which it cannot have stolen from a cookie', { ...evil, ...bearer }, 200],
    ['a sibling host', { 'sec-fetch-site': 'same-site', ...cookie }, 403],
    ['a sandboxed frame', { origin: 'null', ...cookie }, 403],
    ['our name over plain HTTP', { origin: 'http://sheaf.example.org', ...cookie }, 403],
    ['our name on another port', { origin: 'https://sheaf.example.org:8443', ...cookie }, 403],
    ['a listed name over plain HTTP', { origin: 'http://app.example.org', ...cookie }, 403],
    ['a name that a listed one begins', { origin: 'https://app.example.org.evil.example', ...cookie }, 403],
  ])('from %s: %o → %i', async (_who, headers, status) => {
    const answer = await guarded(listed).inject({
      method: 'POST',
      url: '/',
      headers: { host: 'sheaf.example.org', ...headers },
    });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json().code).toBe('request.origin');
  });

  test('from our page on loopback, whatever the port', async () => {
    const app = guarded({});
    const post = (host: string, origin: string) =>
      app.inject({ method: 'POST', url: '/', headers: { host, origin, cookie: 'a=b' } });
    expect((await post('localhost:8000', 'http://localhost:8000')).statusCode).toBe(200);
    expect((await post('localhost:8000', 'http://localhost:9000')).statusCode).toBe(403);
    expect((await post('localhost', 'http://localhost')).statusCode).toBe(200);
  });

  test('reading needs no such proof', async () => {
    const answer = await guarded(named).inject({
      url: '/',
      headers: { host: 'sheaf.example.org', ...evil, ...cookie },
    });
    expect(answer.statusCode).toBe(200);
  });
});
