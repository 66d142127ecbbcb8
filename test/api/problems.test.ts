import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCatalogue } from '../../src/errors.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type Answer, readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    engine: {
      makeSamples: async () => {
        throw new Error('ENOENT: /secret/path select * from users');
      },
    },
  });
});
afterAll(() => server.stop());

const unknownId = '01a1f7bc-7a47-7000-b5d4-4df02a6516cc';

async function problem(path: string, init?: RequestInit): Promise<Answer> {
  const response = await apiFetch(server.url + path, init);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = await readJson(response);
  expect(body).toMatchObject({
    status: response.status,
    type: `urn:sheaf:problem:${body.code}`,
    requestId: response.headers.get('x-request-id'),
  });
  expect(Object.keys(errorCatalogue)).toContain(body.code);
  return body;
}

test.each([
  ['/nowhere', 404, 'request.not-found'],
  [`/api/v1/documents/${unknownId}`, 404, 'document.not-found'],
  [`/api/v1/documents/${unknownId}/file`, 404, 'document.not-found'],
  [`/api/v1/documents/${unknownId}/pages/1.png`, 404, 'document.not-found'],
  [`/api/v1/runs/${unknownId}`, 404, 'run.not-found'],
  [`/api/v1/runs/${unknownId}/events`, 404, 'run.not-found'],
  [`/api/v1/records/${unknownId}`, 404, 'record.not-found'],
  ['/api/v1/documents/17', 404, 'request.not-found'],
  ['/api/v1/documents?limit=0', 400, 'request.invalid'],
  ['/api/v1/documents?cursor=x', 400, 'request.invalid'],
  ['/%zz', 400, 'request.invalid'],
])('%s → %i %s', async (path, status, code) => {
  expect(await problem(path)).toMatchObject({ status, code });
});

test('a bad value is named by a pointer', async () => {
  const body = await problem('/api/v1/documents?limit=5000');
  expect(body.errors).toEqual([{ pointer: '/querystring/limit', message: expect.stringContaining('200') }]);
});

test('broken JSON: 400 without an echo of it', async () => {
  const init = {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    body: '{"hunter2',
  };
  const body = await problem(`/api/v1/records/${unknownId}`, init);
  expect(body.status).toBe(400);
  expect(JSON.stringify(body)).not.toContain('hunter2');
});

test('an error of the server tells nothing of its inside, but the log does', async () => {
  const body = await problem('/api/v1/samples', { method: 'POST', headers: { 'x-request-id': 'find-me' } });
  expect(body).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(body)).not.toMatch(/secret|select|at /);
  expect(server.logs.find((line) => line.request_id === 'find-me' && line.level === 'error')).toBeDefined();
});

test('bytes that are no HTTP get a problem, too', async () => {
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk)).on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1.1 400/);
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'request.invalid' });
});

describe('X-Request-ID', () => {
  test.each([
    ['kept', 'abc-123', 'abc-123'],
    ['replaced when it could break a log', 'a b{', expect.not.stringContaining('a b')],
  ])('is %s', async (_what, given, expected) => {
    const response = await apiFetch(`${server.url}/healthz`, { headers: { 'x-request-id': given } });
    expect(response.headers.get('x-request-id')).toEqual(expected);
  });

  test('follows the work into the job', async () => {
    const [document] = await upload(server.url, { 'a.txt': 'number: R-1' });
    await expect
      .poll(() => server.logs.find((line) => line.message === 'job done' && typeof line.request_id === 'string'))
      .toBeDefined();
    const line = server.logs.find((entry) => entry.path === '/api/v1/documents' && entry.method === 'POST');
    expect(server.logs.some((entry) => entry.message === 'job done' && entry.request_id === line?.request_id)).toBe(
      true,
    );
    expect(document).toBeDefined();
  });
});

/** fetch sets Host by itself and refuses others. */
function rawRequest(options: { method?: string; path?: string; headers: Record<string, string> }): Promise<number> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: '/api/v1/openapi.json', ...options }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sent.on('error', reject).end();
  });
}

describe('the door of the browser', () => {
  test.each([
    ['evil.example', 421],
    ['127.0.0.1.evil.example:8000', 421],
    ['localhost:1234', 200],
    ['127.0.0.1', 200],
    ['[::1]:8000', 200],
  ])('Host %s → %i', async (host, status) => {
    expect(await rawRequest({ headers: { host } })).toBe(status);
  });

  const host = 'localhost:8000';
  test.each([
    ['no browser', {}, 202],
    ['own page', { origin: 'http://localhost:8000', 'sec-fetch-site': 'same-origin' }, 202],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://localhost:9000', 'sec-fetch-site': 'same-site' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['another site without Origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('a change from %s → %i', async (_who, headers, status) => {
    const path = '/api/v1/nothing';
    const answered = await rawRequest({
      method: 'POST',
      path,
      headers: { host, ...(headers as Record<string, string>) },
    });
    expect(answered).toBe(status === 202 ? 404 : status);
  });
});

test('pages carry a policy that runs nothing but the server’s own scripts', async () => {
  const response = await apiFetch(`${server.url}/`);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(await response.text()).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style="/);
});
