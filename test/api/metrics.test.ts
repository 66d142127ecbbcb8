// /metrics of a running server after real work: what is there, that it stays small, and that it tells nothing of anybody.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { metricList } from '../../src/observe/metric-list.ts';
import { admin, apiFetch, postJson } from '../support/api-fetch.ts';
import { askMetrics, scrape } from '../support/scrape.ts';
import { serverUrl } from '../support/test-database.ts';
import { finishedRun, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
const env = { RATE_LIMIT_PER_MINUTE: '2000', RATE_LIMIT_PER_HOUR: '0', OUTGOING_ALLOW: '127.0.0.0/8' };

beforeAll(async () => {
  server = await startTestServer({ env });
});
afterAll(() => server.stop());

test('what was done is counted', async () => {
  const [document] = await upload(server.url, { 'Kündigung Frau Geheim.txt': 'number: RE-4711-GEHEIM\n' });
  await finishedRun(server.url, document!.run);
  const [broken] = await upload(server.url, { 'b.txt': 'throw: yes\n' });
  await apiFetch(`${server.url}/api/v1/documents/${document!.id}`);
  await apiFetch(`${server.url}/api/v1/documents/${crypto.randomUUID()}`);
  const wrong = { ...admin, password: 'wrong horse battery' };
  await postJson(`${server.url}/api/v1/auth/login`, wrong).catch(() => {});
  const { value } = await scrape(server.url);
  const route = '/api/v1/documents/:id';
  expect(value('sheaf_http_requests_total', { method: 'GET', route, status: '2xx' })).toBe(1);
  expect(value('sheaf_http_requests_total', { method: 'GET', route, status: '4xx' })).toBe(1);
  expect(value('sheaf_http_request_duration_seconds_count', { method: 'GET', route })).toBe(2);
  expect(value('sheaf_http_errors_total', { code: 'document.not-found' })).toBe(1);
  expect(value('sheaf_http_requests_in_flight')).toBe(1);
  expect(value('sheaf_sign_ins_total', { method: 'password', outcome: 'ok' })).toBe(1);
  expect(value('sheaf_sign_ins_total', { method: 'password', outcome: 'auth.invalid-credentials' })).toBe(1);
  expect(value('sheaf_job_tries_total', { queue: 'read-document', outcome: 'done' })).toBe(1);
  expect(value('sheaf_job_duration_seconds_count', { queue: 'read-document' })).toBeGreaterThanOrEqual(1);
  expect(value('sheaf_files_read_total', { status: 'succeeded' })).toBe(1);
  expect(value('sheaf_documents_read_total', { type: 'invoice' })).toBe(1);
  expect(value('sheaf_pages_read_total')).toBeGreaterThanOrEqual(1);
  expect(value('sheaf_blob_operations_total', { operation: 'stage', outcome: 'ok' })).toBe(2);
  expect(value('sheaf_database_up')).toBe(1);
  // Of the server; the embedded database has no pool.
  expect(value('sheaf_database_connections_max') !== undefined).toBe(serverUrl !== undefined);
  expect(value('sheaf_database_query_duration_seconds_count')).toBeGreaterThan(10);
  expect(value('sheaf_queue_jobs', { queue: 'read-document', state: 'waiting' })).toBeGreaterThanOrEqual(0);
  expect(value('sheaf_outside_circuit', { service: 'outgoing', state: 'closed' })).toBe(1);
  expect(value('sheaf_build_info', { mode: 'all' })).toBe(1);
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  expect(broken).toBeDefined();
});

test('calls to other servers are counted by service, never by host', async () => {
  const other = createServer((_request, response) => void response.writeHead(503).end());
  await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const away = await startTestServer({ env: { ...env, OUTGOING_ALLOW: `127.0.0.0/8:${port}` } });
  onTestFinished(() => away.stop());
  const { fetchOutside } = away.inside.services;
  for (let i = 1; i <= 20; i++) await fetchOutside(`http://127.0.0.${i}:${port}/`, { method: 'POST' });
  for (let i = 1; i <= 5; i++) await fetchOutside(`http://127.0.0.1:${port}/`, { method: 'POST' }).catch(() => {});
  const { value, text } = await scrape(away.url);
  expect(value('sheaf_outside_calls_total', { service: 'outgoing', outcome: 'failed' })).toBe(24);
  expect(value('sheaf_outside_calls_total', { service: 'outgoing', outcome: 'circuit' })).toBe(1);
  expect(value('sheaf_outside_circuits_open', { service: 'outgoing' })).toBe(1);
  expect(text).not.toContain('127.0.0.');
});

test('500 paths, ids, methods and hosts make a few lines more, and none of them is told', async () => {
  const before = (await scrape(server.url)).text.split('\n').length;
  const marks = Array.from({ length: 500 }, (_, i) => `mark${i}geheim`);
  for (let i = 0; i < marks.length; i += 25) {
    await Promise.all(
      marks.slice(i, i + 25).map(async (mark) => {
        await apiFetch(`${server.url}/${mark}?q=${mark}`);
        await apiFetch(`${server.url}/api/v1/records/${crypto.randomUUID()}`, { headers: { 'x-request-id': mark } });
        await askMetrics(server.url, { host: `${mark}.example.org`, 'x-forwarded-for': mark });
      }),
    );
  }
  const { text, value } = await scrape(server.url);
  expect(text.split('\n').length - before).toBeLessThan(120);
  expect(text).not.toMatch(/mark\d|geheim/i);
  expect(value('sheaf_http_requests_total', { route: 'none', status: '4xx' })).toBeGreaterThanOrEqual(500);
  expect(value('sheaf_http_requests_total', { route: '/metrics', status: '4xx' })).toBe(500);
});

test('holds no secret, id, address or name, and no label that the list does not have', async () => {
  const { families, text } = await scrape(server.url);
  const { id } = (await (await apiFetch(`${server.url}/api/v1/auth/me`)).json()) as { id?: string };
  for (const secret of [
    admin.email,
    admin.password,
    server.token,
    id ?? 'boss@',
    '4711',
    'Kündigung',
    server.dataDir,
  ]) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(text).not.toMatch(/[^\s"]+@[^\s"]+\.[a-z]+/);
  for (const [name, { samples, type }] of families) {
    if (!name.startsWith('sheaf_')) continue;
    const spec = metricList[name as keyof typeof metricList];
    expect(spec?.kind).toBe(type);
    for (const { labels } of samples) {
      const { le: _, ...own } = labels;
      expect(Object.keys(own).sort()).toEqual(Object.keys(spec.labels).sort());
    }
  }
});

test('a caller who goes away is counted, and is under way no longer', async () => {
  const controller = new AbortController();
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(
        new TextEncoder().encode('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nab'),
      );
      setTimeout(() => controller.abort(), 200);
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const init = { method: 'POST', body, headers, signal: controller.signal, duplex: 'half' } as RequestInit;
  await apiFetch(`${server.url}/api/v1/documents`, init).catch(() => {});
  const gone = { route: '/api/v1/documents', method: 'POST', status: 'aborted' };
  for (let i = 0; i < 50 && (await scrape(server.url)).value('sheaf_http_requests_total', gone) === undefined; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { value } = await scrape(server.url);
  expect(value('sheaf_http_requests_total', gone)).toBe(1);
  expect(value('sheaf_http_requests_in_flight')).toBe(1);
});

describe('without METRICS_TOKEN', () => {
  test.each<[string, Record<string, string>, number]>([
    ['this machine', {}, 200],
    ['this machine by name', { host: 'localhost:8000' }, 200],
    ['a page of a foreign name', { host: 'evil.example:8000' }, 401],
    ['somebody behind a proxy', { 'x-forwarded-for': '203.0.113.9' }, 401],
    ['somebody behind another proxy', { forwarded: 'for=203.0.113.9' }, 401],
    ['a token that nobody gave out', { host: 'evil.example', authorization: 'Bearer x' }, 401],
  ])('%s', async (_, headers, status) => {
    const answer = await askMetrics(server.url, headers);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    else expect(JSON.parse(answer.text)).toMatchObject({ code: 'metrics.refused' });
  });

  test('nobody, when a public address leads to the server', async () => {
    const open = await startTestServer({ env: { ...env, PUBLIC_URL: 'https://sheaf.example.org' } });
    onTestFinished(() => open.stop());
    expect((await askMetrics(open.url)).status).toBe(401);
  });
});

test('with METRICS_TOKEN, whoever has it, from anywhere, and nobody else', async () => {
  const token = 'a-token-of-thirty-two-characters!';
  const open = await startTestServer({
    env: { ...env, METRICS_TOKEN: token, PUBLIC_URL: 'https://sheaf.example.org' },
  });
  onTestFinished(() => open.stop());
  const statusOf = async (headers: Record<string, string>) => (await askMetrics(open.url, headers)).status;
  expect(await statusOf({ authorization: `Bearer ${token}`, 'x-forwarded-for': '10.0.0.9' })).toBe(200);
  for (const authorization of [`Bearer ${token}x`, `Bearer ${token.slice(0, -1)}`, `Basic ${token}`, token, 'Bearer']) {
    expect(await statusOf({ authorization })).toBe(401);
  }
  expect(await statusOf({})).toBe(401);
  const { text } = await scrape(open.url, { authorization: `Bearer ${token}` });
  expect(text).not.toContain(token);
});

test('what a rate limit refuses is counted, and a scrape is never refused', async () => {
  const strict = await startTestServer({ env: { ...env, RATE_LIMIT_PER_MINUTE: '5' } });
  onTestFinished(() => strict.stop());
  const statuses = await Promise.all(
    Array.from({ length: 12 }, async () => (await apiFetch(`${strict.url}/api/v1/types`)).status),
  );
  const refused = statuses.filter((status) => status === 429).length;
  expect(refused).toBeGreaterThan(5);
  expect((await scrape(strict.url)).value('sheaf_http_errors_total', { code: 'rate.limited' })).toBe(refused);
});

test('METRICS_ENABLED=no: there is nothing at the address', async () => {
  const quiet = await startTestServer({ env: { ...env, METRICS_ENABLED: 'no' } });
  onTestFinished(() => quiet.stop());
  expect((await askMetrics(quiet.url)).status).toBe(404);
});

test('while the database is away, the rest is told, and that it is', async () => {
  const lonely = await startTestServer({ env });
  onTestFinished(() => lonely.stop());
  await lonely.inside.services.db.destroy();
  const { value, families } = await scrape(lonely.url);
  expect(value('sheaf_database_up')).toBe(0);
  expect(families.get('sheaf_queue_jobs')!.samples).toEqual([]);
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
});
