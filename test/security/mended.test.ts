// What fuzzing and reading with an attacker's eyes have found, each as the request that showed it.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, apiFetch } from '../support/api-fetch.ts';
import {
  type Answer,
  finishedRun,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';
import { sendRaw } from './support/send-raw.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const post = (path: string, body: unknown): Promise<Response> =>
  apiFetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const host = (): [string, string] => ['Host', new URL(server.url).host];

describe('answers that are given before a route is found carry the security headers', () => {
  test.each<[string, string, [string, string][]]>([
    ['nobody', '/api/v1/types', []],
    ['an address that cannot be decoded', '/api/v1/%zz', []],
    ['a parameter longer than any id', `/api/v1/documents/${'x'.repeat(500)}`, []],
    ['a page of another site', '/api/v1/documents', [['Origin', 'https://evil.example']]],
    ['headers past every limit', '/healthz', [['X-Long', 'x'.repeat(40_000)]]],
  ])('%s', async (_what, target, headers) => {
    const answer = await sendRaw(server.url, { method: 'POST', target, headers: [host(), ...headers] });
    if (typeof answer === 'string') throw new Error(`the connection ${answer}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('x-content-type-options')).toEqual(['nosniff']);
    expect(answer.headers.get('content-security-policy')?.[0]).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toEqual(['no-store']);
    expect(answer.headers.get('x-request-id')?.[0]).toBe(JSON.parse(answer.body.toString()).requestId);
  });
});

test('answers about somebody are kept by nobody', async () => {
  const response = await apiFetch(`${server.url}/api/v1/documents`);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('a token with U+0000 is one that does not exist, not an error of the server', async () => {
  expect((await post('/auth/login/link', { token: '\u0000' })).status).toBe(400);
});

test('fields that are not known are refused without repeating their names', async () => {
  const response = await apiFetch(`${server.url}/api/v1/records/01a1f7bc-7a47-7000-b5d4-4df02a6516cc`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ fields: { number: 1 }, '<hunter2>': 1 }),
  });
  const problem: Answer = await readJson(response);
  expect(problem.errors).toEqual([{ pointer: '/body/', message: 'has fields that are not known here' }]);
});

test('an answer does not grow with the names that it points to', async () => {
  const fields = Object.fromEntries(Array.from({ length: 300 }, (_item, index) => ['x'.repeat(2000) + index, 1]));
  const response = await apiFetch(`${server.url}/api/v1/records/01a1f7bc-7a47-7000-b5d4-4df02a6516cc`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ fields }),
  });
  expect(response.status).toBe(400);
  expect((await response.text()).length).toBeLessThan(40_000);
});

test('an expectation that nobody knows is passed over', async () => {
  const answer = await sendRaw(server.url, { method: 'GET', target: '/healthz', headers: [host(), ['Expect', 'x']] });
  expect(answer).toMatchObject({ status: 200 });
});

test('a password that cannot exist is a guess like others: the same answer, and counted', async () => {
  const email = 'guessed@example.com';
  await post('/auth/register', { email, password: 'canary correct horse battery' });
  const answers: Answer[] = [];
  for (let guess = 0; guess < 6; guess++) {
    const response = await post('/auth/login', { email, password: guess % 2 === 0 ? 'x'.repeat(500) : 'wrong horse' });
    answers.push((await readJson(response)).code);
  }
  expect(answers).toEqual([...Array(5).fill('auth.invalid-credentials'), 'auth.locked']);
  expect((await post('/auth/login', admin)).status).toBe(200);
});

test('whoever may look cannot fill the disk by asking for pictures in every resolution', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: P-1' });
  await finishedRun(server.url, document!.run);
  for (let dpi = 36; dpi <= 200; dpi++) {
    const response = await apiFetch(`${server.url}/api/v1/documents/${document!.id}/pages/1.png?dpi=${dpi}`);
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  }
  const pictures = readdirSync(path.join(server.dataDir, 'page-images'), { recursive: true }).filter((name) =>
    String(name).endsWith('.png'),
  );
  expect(pictures.length).toBeLessThanOrEqual(4);
});

test('strangers cannot fill a mailbox with links', async () => {
  const email = 'flooded@example.com';
  await post('/auth/register', { email, password: 'canary correct horse battery' });
  const before = server.mails.filter(({ to }) => to === email).length;
  for (let asked = 0; asked < 12; asked++) expect((await post('/auth/password/forgot', { email })).status).toBe(202);
  await expect.poll(() => server.mails.filter(({ to }) => to === email).length - before).toBe(3);
  // The others were answered alike, and came to nothing: what is done later is done by now.
  await post('/auth/password/forgot', { email: admin.email });
  await expect.poll(() => server.mails.some(({ to }) => to === admin.email)).toBe(true);
  expect(server.mails.filter(({ to }) => to === email).length - before).toBe(3);
});

test('an IPv6 network has as many guesses as an address, not one set for each of its addresses', async () => {
  const trusting = await startTestServer({ env: { TRUST_PROXY: '127.0.0.1' } });
  const statuses = new Set<number>();
  for (let guess = 1; guess <= 31; guess++) {
    const response = await fetch(`${trusting.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `2001:db8:1:2::${guess.toString(16)}` },
      body: JSON.stringify({ email: `guess-${guess}@example.com`, password: 'wrong horse' }),
    });
    statuses.add(response.status);
  }
  await trusting.stop();
  expect([...statuses]).toEqual([401, 429]);
});
