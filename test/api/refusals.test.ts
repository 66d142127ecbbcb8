// What a caller can do wrong with an upload, each answered by a problem that says what to do, with nothing kept of it.

import { once } from 'node:events';
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
import { createToyEngine } from '../support/toy-engine.ts';

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

test('a file over the limit is answered while the rest is still being sent', async () => {
  const { hostname, port } = new URL(server.url);
  const headers = {
    authorization: `Bearer ${server.token}`,
    'content-type': 'multipart/form-data; boundary=x',
    'transfer-encoding': 'chunked',
  };
  const sent = request({ hostname, port, path: '/api/v1/documents', method: 'POST', headers });
  const answered = new Promise<number>((resolve, reject) => {
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sent.on('error', reject);
  });
  sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="big"\r\n\r\n');
  const chunk = Buffer.alloc(1024 * 1024, 32);
  let megabytes = 0;
  let over = false;
  void answered.finally(() => (over = true)).catch(() => {});
  // Would go on for ever: only an answer before the end ends it.
  while (!over) {
    if (!sent.write(chunk)) await Promise.race([once(sent, 'drain'), answered]);
    megabytes++;
  }
  expect(await answered).toBe(413);
  expect(megabytes).toBeGreaterThanOrEqual(25);
  sent.destroy();
  await expectNothingKept(server);
});

test('a body that announces more than all files may hold is not read', async () => {
  const { hostname, port } = new URL(server.url);
  const answer = await speak(port, hostname, [
    'POST /api/v1/documents HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${server.token}`,
    'Content-Type: multipart/form-data; boundary=x',
    `Content-Length: ${10 ** 12}`,
    '',
    '',
  ]);
  expect(answer).toMatch(/^HTTP\/1.1 413/);
});

test('too many fields', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="field"\r\n\r\nvalue\r\n';
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const response = await apiFetch(address(), { method: 'POST', body: `${part.repeat(50)}--x--\r\n`, headers });
  await expectProblem(response, 413, 'request.too-large');
  await expectNothingKept(server);
});

test('JSON over a megabyte', async () => {
  const response = await apiFetch(`${server.url}/api/v1/records/01a1f7bc-7a47-7000-b5d4-4df02a6516cc`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ fields: { number: 'x'.repeat(1024 * 1024) } }),
  });
  await expectProblem(response, 413, 'request.too-large');
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

/** What the server says to raw lines until it closes, or until it has said something when `first`. */
function speak(port: string, hostname: string, lines: string[], dripMs?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const text = lines.join('\r\n');
    let drip: NodeJS.Timeout | undefined;
    if (dripMs === undefined) socket.write(text);
    else {
      let at = 0;
      drip = setInterval(() => socket.write(text[at++ % text.length]!), dripMs);
    }
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => {
      clearInterval(drip);
      resolve(answer);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (answer ? undefined : reject(error)));
  });
}

test('headers that come a byte at a time are cut off', async () => {
  const { hostname, port } = new URL(impatient.url);
  const lines = ['GET /healthz HTTP/1.1', 'Host: localhost', `X-Slow: ${'x'.repeat(10_000)}`];
  expect(await speak(port, hostname, lines, 50)).toMatch(/^HTTP\/1.1 408/);
});

test('an upload that stops in the middle is cut off, and leaves nothing', async () => {
  const { hostname, port } = new URL(impatient.url);
  const answer = await speak(port, hostname, [
    'POST /api/v1/documents HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${impatient.token}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 100000',
    '',
    '--x',
    'Content-Disposition: form-data; name="file"; filename="stalled.txt"',
    '',
    'number: STALLED-1',
  ]);
  expect(answer).toMatch(/^HTTP\/1.1 408/);
  await expectNothingKept(impatient);
});

test('more connections than MAX_CONNECTIONS are closed, and later there is room again', async () => {
  const few = await startTestServer({ env: { MAX_CONNECTIONS: '5' } });
  try {
    const { hostname, port } = new URL(few.url);
    const sockets = Array.from({ length: 20 }, () => connect(Number(port), hostname));
    let closed = 0;
    for (const socket of sockets) socket.on('error', () => {}).on('close', () => closed++);
    await expect.poll(() => closed).toBeGreaterThanOrEqual(15);
    expect(closed).toBeLessThan(20);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await fetch(`${few.url}/healthz`)).status).toBe(200);
  } finally {
    await few.stop();
  }
});

test('while too many documents wait to be read, uploads are told to come again, and none is dropped', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const toy = createToyEngine();
  const read: typeof toy.reader.read = async (...given) => {
    await held;
    return toy.reader.read(...given);
  };
  const slow = await startTestServer({
    env: { QUEUE_LIMIT: '3', READ_JOBS: '1' },
    engine: { reader: { ...toy.reader, read } },
  });
  try {
    const accepted: string[] = [];
    let full: Response | undefined;
    await expect
      .poll(
        async () => {
          const response = await apiFetch(address(slow), { method: 'POST', body: form({ 'a.txt': 'number: A-1' }) });
          if (response.status === 202) accepted.push((await readJson(response)).documents[0].run);
          else full = response;
          return response.status;
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(503);
    expect(full!.headers.get('retry-after')).toBe('10');
    await expectProblem(full!, 503, 'queue.full');
    expect(accepted.length).toBeGreaterThanOrEqual(3);
    release();
    for (const run of accepted) expect((await finishedRun(slow.url, run)).status).toBe('succeeded');
    await expect
      .poll(
        async () => (await apiFetch(address(slow), { method: 'POST', body: form({ 'b.txt': 'number: B-1' }) })).status,
        { timeout: 15_000 },
      )
      .toBe(202);
  } finally {
    release();
    await slow.stop();
  }
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
