// What a caller can do wrong with an upload, each answered by a problem that says what to do, with nothing kept of it.

import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorCatalogue } from '../../src/errors.ts';
import { apiFetch } from '../support/api-fetch.ts';
import {
  type Answer,
  finishedRun,
  form,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let impatient: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  impatient = await startTestServer({ env: { REQUEST_SECONDS: '1' } });
});
afterAll(async () => {
  await server.stop();
  await impatient.stop();
});

const address = (of = server) => `${of.url}/api/v1/documents`;
const kept = (of: TestServer) =>
  readdirSync(path.join(of.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

async function expectProblem(response: Response, status: number, code: keyof typeof errorCatalogue): Promise<Answer> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await readJson(response);
  expect(problem).toMatchObject({ status, code, advice: errorCatalogue[code].advice });
  expect(response.status).toBe(status);
  return problem;
}

async function expectNothingKept(of: TestServer): Promise<void> {
  await expect.poll(() => kept(of)).toBe(0);
  expect((await getJson(address(of))).items).toEqual([]);
}

test('only empty files', async () => {
  const response = await apiFetch(address(), { method: 'POST', body: form({ 'a.pdf': '', 'b.pdf': '' }) });
  await expectProblem(response, 422, 'file.empty');
  await expectNothingKept(server);
});

test('26 MB', async () => {
  const body = form({ 'a.pdf': Buffer.alloc(26 * 1024 * 1024, 32) });
  await expectProblem(await apiFetch(address(), { method: 'POST', body }), 413, 'file.too-large');
  await expectNothingKept(server);
});

test('10 000 files in one request', async () => {
  const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.txt`, `number: ${i}`]));
  await expectProblem(await apiFetch(address(), { method: 'POST', body: form(files) }), 413, 'request.too-large');
  await expectNothingKept(server);
});

test.each([
  ['no content type', undefined, 415],
  ['JSON', 'application/json', 415],
  ['a file as it is', 'application/pdf', 415],
  ['a form without files', 'application/x-www-form-urlencoded', 415],
] as const)('%s instead of multipart', async (_what, type, status) => {
  const headers: Record<string, string> = type ? { 'content-type': type } : {};
  const response = await apiFetch(address(), { method: 'POST', body: Buffer.from('%PDF-1.7'), headers });
  await expectProblem(response, status, 'request.media-type');
});

test.each([
  ['without a boundary', 'multipart/form-data', 'x'],
  ['with another boundary than the body has', 'multipart/form-data; boundary=a', '--b\r\n\r\nx\r\n--b--\r\n'],
  [
    'that is cut off',
    'multipart/form-data; boundary=a',
    '--a\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx',
  ],
])('multipart %s', async (_what, type, body) => {
  const response = await apiFetch(address(), { method: 'POST', body, headers: { 'content-type': type } });
  expect([400, 415]).toContain(response.status);
  expect(await readJson(response)).toMatchObject({
    code: expect.stringMatching(/^(request\.invalid|upload\.no-file|request\.media-type)$/),
  });
  await expectNothingKept(server);
});

test('an upload that comes a byte at a time is cut off, and leaves nothing', async () => {
  const { hostname, port } = new URL(impatient.url);
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="slow.txt"\r\n\r\nnumber: SLOW-1';
  const sent = request({
    hostname,
    port,
    path: '/api/v1/documents',
    method: 'POST',
    headers: {
      authorization: `Bearer ${impatient.token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 1_000_000,
    },
  });
  sent.write(head);
  const drip = setInterval(() => sent.write(' '), 100);
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    sent.on('response', (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk)).on('end', () => resolve({ status: response.statusCode!, body }));
    });
    sent.on('error', reject);
  });
  clearInterval(drip);
  sent.destroy();
  expect(answer.status).toBe(408);
  expect(JSON.parse(answer.body)).toMatchObject({
    code: 'request.timeout',
    advice: expect.stringContaining('REQUEST_SECONDS'),
  });
  await expectNothingKept(impatient);
});

test('a connection that says nothing is closed with a reason', async () => {
  const { hostname, port } = new URL(impatient.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write('POST /api/v1/documents HTTP/1.1\r\nHost: local'),
    );
    let text = '';
    socket
      .on('data', (chunk) => (text += chunk))
      .on('close', () => resolve(text))
      .on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1.1 408/);
});

test('headers that are too long', async () => {
  const response = await apiFetch(`${server.url}/healthz`, { headers: { 'x-long': 'x'.repeat(20_000) } });
  await expectProblem(response, 413, 'request.too-large');
});

test('an empty file among others fails by itself', async () => {
  const response = await apiFetch(address(), { method: 'POST', body: form({ 'a.txt': 'number: A-1', 'b.txt': '' }) });
  expect(response.status).toBe(202);
  const { documents } = await readJson(response);
  expect((await finishedRun(server.url, documents[0].run)).status).toBe('succeeded');
});
