import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import {
  finishedRun,
  form,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';

let server: TestServer;
let documents: string;
beforeAll(async () => {
  server = await startTestServer({ env: { MAX_UPLOAD_MB: '1', MAX_UPLOAD_FILES: '3' } });
  documents = `${server.url}/api/v1/documents`;
});
afterAll(() => server.stop());

const post = (body: FormData, headers: Record<string, string> = {}, query = '') =>
  apiFetch(documents + query, { method: 'POST', body, headers });
const stored = () =>
  readdirSync(path.join(server.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

test('many files at once become as many documents, runs and records', async () => {
  const uploaded = await upload(server.url, { 'a.txt': 'number: A-1', 'b.txt': 'number: B-2' });
  expect(uploaded.map((document) => document.name)).toEqual(['a.txt', 'b.txt']);
  for (const document of uploaded) {
    const run = await finishedRun(server.url, document.run);
    expect(run).toMatchObject({ status: 'succeeded', document: document.id, error: null, versions: { sheaf: 'test' } });
    const records = await getJson(`${server.url}/api/v1/records?document=${document.id}`);
    expect(records.items).toHaveLength(1);
    expect(records.items[0].fields.number).toMatchObject({
      value: `${document.name[0]!.toUpperCase()}-${document.name === 'a.txt' ? 1 : 2}`,
      origin: 'read',
    });
    expect(await getJson(`${documents}/${document.id}`)).toMatchObject({
      sha256: document.sha256,
      state: 'extracted',
      pages: 1,
      records: [{ id: run.records[0].id, type: 'invoice' }],
    });
  }
});

test('a record with a broken rule waits for review', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'nothing here' });
  await finishedRun(server.url, document!.run);
  expect((await getJson(`${documents}/${document!.id}`)).state).toBe('review_pending');
});

test('an unreadable file ends in a failed run that says what to do', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'fail: file.corrupt' });
  const run = await finishedRun(server.url, document!.run);
  expect(run).toMatchObject({
    status: 'failed',
    records: [],
    error: { code: 'file.corrupt', advice: expect.stringMatching(/PDF/) },
  });
  expect((await getJson(`${documents}/${document!.id}`)).state).toBe('failed');
});

describe('password', () => {
  test('opens the file, and stands nowhere in clear', async () => {
    const [document] = await upload(
      server.url,
      { 'a.txt': 'number: S-1\npassword: hunter22' },
      { password: 'hunter22' },
    );
    expect((await finishedRun(server.url, document!.run)).status).toBe('succeeded');
    expect(JSON.stringify(server.logs)).not.toContain('hunter22');
    expect(JSON.stringify(await getJson(`${documents}/${document!.id}`))).not.toContain('hunter22');
  });

  test('a missing one is a failure with its own code', async () => {
    const [document] = await upload(server.url, { 'a.txt': 'number: S-1\npassword: hunter22' });
    expect((await finishedRun(server.url, document!.run)).error.code).toBe('file.encrypted');
  });
});

describe('refused', () => {
  test('a file over the limit: 413, and none of the request is kept', async () => {
    const before = { documents: (await getJson(documents)).items.length, files: stored() };
    const response = await post(
      form({ 'small.txt': 'number: unseen-1', 'big.bin': Buffer.alloc(1024 * 1024 + 1), 'third.txt': 'x' }),
    );
    expect(response.status).toBe(413);
    expect(await readJson(response)).toMatchObject({ code: 'file.too-large', status: 413 });
    expect({ documents: (await getJson(documents)).items.length, files: stored() }).toEqual(before);
  });

  test('a file of exactly the limit is taken', async () => {
    expect((await post(form({ 'full.txt': Buffer.alloc(1024 * 1024, 32) }))).status).toBe(202);
  });

  test('too many files: 413', async () => {
    const response = await post(form({ a: '1', b: '2', c: '3', d: '4' }));
    expect(response.status).toBe(413);
    expect((await readJson(response)).code).toBe('request.too-large');
  });

  test('no file: 400', async () => {
    const response = await post(form({}, { type: 'invoice' }));
    expect(response.status).toBe(400);
    expect((await readJson(response)).code).toBe('upload.no-file');
  });

  test('not multipart: 415', async () => {
    const response = await apiFetch(documents, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(415);
    expect((await readJson(response)).code).toBe('request.media-type');
  });

  test('a broken multipart body: 400', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await apiFetch(documents, {
      method: 'POST',
      headers,
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\ncut',
    });
    expect(response.status).toBe(400);
  });

  test('an unknown type: 400 that names the types', async () => {
    const response = await post(form({ a: 'x' }, { type: 'novel' }));
    expect(response.status).toBe(400);
    expect(await readJson(response)).toMatchObject({
      code: 'request.invalid',
      detail: expect.stringContaining('invoice'),
    });
  });
});

test('a type can be given as field or in the query', async () => {
  expect((await post(form({ a: 'x' }, { type: 'invoice' }))).status).toBe(202);
  expect((await post(form({ a: 'x' }), {}, '?type=invoice')).status).toBe(202);
});

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'order-17' };

  test('the same request again gets the same answer and makes nothing new', async () => {
    const first = await post(form({ 'a.txt': 'number: I-1' }), key);
    const count = (await getJson(documents)).items.length;
    const again = await post(form({ 'a.txt': 'number: I-1' }), key);
    expect(again.status).toBe(202);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await readJson(again)).toEqual(await first.json());
    expect((await getJson(documents)).items).toHaveLength(count);
  });

  test('at the same time, too', async () => {
    const both = await Promise.all(
      [1, 2].map(() => post(form({ 'a.txt': 'number: I-2' }), { 'idempotency-key': 'twin' })),
    );
    const [one, other] = await Promise.all(both.map((response) => response.json()));
    expect(one).toEqual(other);
  });

  test('another request under the key is refused', async () => {
    const response = await post(form({ 'a.txt': 'number: I-3' }), key);
    expect(response.status).toBe(422);
    expect((await readJson(response)).code).toBe('idempotency.mismatch');
  });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\scans\\bill.pdf', 'bill.pdf'],
  ['nul\u0000l.pdf', 'nul\uFFFDl.pdf'],
  ['Rechnung 2026 ü "x".pdf', 'Rechnung 2026 ü "x".pdf'],
])('the name %j is shown as %j', async (given, shown) => {
  const body = Buffer.concat([
    Buffer.from(
      `--x\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8''${encodeURIComponent(given)}\r\n\r\nnumber: N\r\n--x--\r\n`,
    ),
  ]);
  const response = await apiFetch(documents, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body,
  });
  expect((await readJson(response)).documents[0].name).toBe(shown);
});

test('lists page by cursor, newest first, each document once', async () => {
  await upload(server.url, { 'p1.txt': 'number: P-1', 'p2.txt': 'number: P-2', 'p3.txt': 'number: P-3' });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await getJson(
      `${documents}?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    );
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  expect(seen.length).toBeGreaterThan(3);
});

test('samples are uploaded on request', async () => {
  const response = await apiFetch(`${server.url}/api/v1/samples`, { method: 'POST' });
  expect(response.status).toBe(202);
  const { documents: samples } = await readJson(response);
  expect((await finishedRun(server.url, samples[0].run)).status).toBe('succeeded');
});
