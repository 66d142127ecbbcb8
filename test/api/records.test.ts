import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import {
  type Answer,
  finishedRun,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function newRecord(content = 'number: A-17'): Promise<{ url: string; id: string }> {
  const [document] = await upload(server.url, { 'a.txt': content });
  const run = await finishedRun(server.url, document!.run);
  const id = run.records[0].id;
  return { id, url: `${server.url}/api/v1/records/${id}` };
}

const patch = (url: string, fields: Record<string, unknown>, ifMatch: string | null = '"1"') =>
  apiFetch(url, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', ...(ifMatch ? { 'if-match': ifMatch } : {}) },
    body: JSON.stringify({ fields }),
  });

test('the ETag is the version, and saves sending what is known', async () => {
  const { url } = await newRecord();
  const response = await apiFetch(url);
  expect(response.headers.get('etag')).toBe('"1"');
  expect((await apiFetch(url, { headers: { 'if-none-match': '"1"' } })).status).toBe(304);
});

test('a correction outranks what was read and says that a person made it', async () => {
  const { url } = await newRecord();
  const response = await patch(url, { number: 'A-18', 'lines[0].quantity': 3 });
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBe('"2"');
  const record = await readJson(response);
  expect(record.fields.number).toMatchObject({ value: 'A-18', origin: 'human', confidence: 1 });
  expect(record.lines[0].quantity).toMatchObject({ value: 3, origin: 'human' });
  expect(record.lines[0].description).toMatchObject({ value: 'bolt', origin: 'read' });
  expect(await getJson(url)).toEqual(record);
});

test('a record that XML states says so, and how far its page agrees, also after a correction', async () => {
  const { url } = await newRecord('number: A-17\nstates: A-18');
  const record = await getJson(url);
  expect(record.structured).toEqual({ syntax: 'ubl-invoice', profile: null, file: 'invoice.xml', verdict: 'differs' });
  expect(record.comparison).toEqual([
    {
      path: 'number',
      verdict: 'differs',
      xml: { value: 'A-18', raw: 'A-18', evidence: [expect.objectContaining({ page: 0, locator: '/Invoice/cbc:ID' })] },
      page: { value: 'A-17', raw: 'A-17', evidence: [expect.objectContaining({ page: 1 })] },
    },
  ]);
  const corrected = await readJson(await patch(url, { number: 'A-17' }));
  expect(corrected.fields.number).toMatchObject({ value: 'A-17', origin: 'human' });
  expect(corrected.comparison).toEqual(record.comparison);
  const plain = await getJson((await newRecord()).url);
  expect(plain.structured).toBeUndefined();
  expect(plain.comparison).toBeUndefined();
});

test('null clears, absent stays, and rules run again', async () => {
  const { url } = await newRecord();
  const cleared: Answer = await (await patch(url, { number: null })).json();
  expect(cleared.fields.number).toBeUndefined();
  expect(cleared.issues).toMatchObject([{ rule: 'toy/number-required', severity: 'error' }]);
  const set: Answer = await (await patch(url, { number: 'B-1', issueDate: '2026-02-28' }, '"2"')).json();
  expect(set.issues).toEqual([]);
});

test('a line can be added after the last, not further away', async () => {
  const { url } = await newRecord();
  const record: Answer = await (await patch(url, { 'lines[1].description': 'nut' })).json();
  expect(record.lines).toHaveLength(2);
  expect((await patch(url, { 'lines[9].description': 'far' }, '"2"')).status).toBe(422);
});

describe('refused', () => {
  test.each([
    ['without If-Match', { number: 'x' }, null, 428, 'record.if-match-required'],
    ['for an older version', { number: 'x' }, '"7"', 412, 'record.changed'],
    ['with a weak or foreign tag', { number: 'x' }, 'W/"1"', 412, 'record.changed'],
    ['of an unknown field', { colour: 'x' }, '"1"', 422, 'record.unknown-field'],
    ['of an unknown line field', { 'lines[0].colour': 'x' }, '"1"', 422, 'record.unknown-field'],
    ['with text for an amount', { grossTotal: '12,50' }, '"1"', 422, 'record.invalid-value'],
    ['with a date that does not exist', { issueDate: '2026-02-30' }, '"1"', 422, 'record.invalid-value'],
    ['with empty text', { number: '  ' }, '"1"', 422, 'record.invalid-value'],
    ['of nothing', {}, '"1"', 400, 'request.invalid'],
  ])('a correction %s', async (_what, fields, ifMatch, status, code) => {
    const { url } = await newRecord();
    const response = await patch(url, fields, ifMatch);
    expect(response.status).toBe(status);
    expect((await readJson(response)).code).toBe(code);
    expect((await apiFetch(url)).headers.get('etag')).toBe('"1"');
  });

  test('the pointer names the field', async () => {
    const { url } = await newRecord();
    const body: Answer = await (await patch(url, { number: 'fine', grossTotal: 'x' })).json();
    expect(body.errors).toEqual([{ pointer: '/fields/grossTotal', message: expect.stringContaining('number') }]);
    expect((await getJson(url)).fields.number.value).toBe('A-17');
  });
});

test('of two changes to one version only one wins', async () => {
  const { url } = await newRecord();
  const statuses = await Promise.all(['X', 'Y', 'Z'].map(async (number) => (await patch(url, { number })).status));
  expect(statuses.sort()).toEqual([200, 412, 412]);
});

test('records can be listed by type and document', async () => {
  const { id } = await newRecord();
  const { items } = await getJson(`${server.url}/api/v1/records?type=invoice&limit=1`);
  expect(items.map((record: Answer) => record.id)).toEqual([id]);
  expect((await getJson(`${server.url}/api/v1/records?type=receipt`)).items).toEqual([]);
});
