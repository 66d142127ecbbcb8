// What people write comes back as they wrote it: nothing of it is run, rendered or cut off on the way through the database.
// That the page shows it as text is injected-page.slow.test.ts.

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
import { hostileTexts } from './support/hostile-values.ts';

let server: TestServer;
let recordId: string;
beforeAll(async () => {
  server = await startTestServer();
  const [document] = await upload(server.url, { 'a.txt': 'number: A-1' });
  recordId = (await finishedRun(server.url, document!.run)).records[0].id;
});
afterAll(() => server.stop());

/** What PostgreSQL cannot hold is replaced, as src/store/jsonb.ts says; white space around is no part of a name. */
const kept = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD').trim();

const shown = (text: string): string => JSON.stringify(text).slice(0, 70);
const texts = [...new Set(hostileTexts)].filter((text) => kept(text) !== '');

async function correct(path: string, value: unknown): Promise<Answer> {
  const url = `${server.url}/api/v1/records/${recordId}`;
  const etag = (await apiFetch(url)).headers.get('etag')!;
  const response = await apiFetch(url, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': etag },
    body: JSON.stringify({ fields: { [path]: value } }),
  });
  return { status: response.status, body: await readJson(response) };
}

test.each(texts.map((text) => [shown(text), text]))('a corrected field holds %s', async (_shown, text) => {
  expect((await correct('number', text)).status).toBe(200);
  const record = await getJson(`${server.url}/api/v1/records/${recordId}`);
  expect(record.fields.number.value).toBe(kept(text));
});

test('names of people and workspaces hold every one of them', async () => {
  for (const [index, text] of texts.filter((name) => name.length <= 200).entries()) {
    const response = await apiFetch(`${server.url}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: `stored-${index}@example.com`,
        password: 'canary correct horse battery',
        name: text,
        workspaceName: text,
      }),
    });
    const { account }: Answer = await readJson(response);
    expect(response.status, shown(text)).toBe(201);
    expect(account.name).toBe(kept(text));
    expect(account.workspaces[0].name).toBe(kept(text));
  }
});

test('names of files hold them, but for what separates folders or cannot be seen', async () => {
  const names = texts.filter((text) => !/[/\\"%]|[\p{Cc}\p{Cf}]/u.test(text) && text.length <= 200);
  for (const name of names) {
    const [document] = await upload(server.url, { [name]: 'number: A-1' });
    const stored = await getJson(`${server.url}/api/v1/documents/${document!.id}`);
    expect(stored.name, shown(name)).toBe(kept(name));
  }
});

describe('no object of the server takes over what a document or a person names', () => {
  test.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'lines[0].__proto__',
    'lines[-1].quantity',
    'lines[1e9].quantity',
    'lines[4294967296].quantity',
  ])('a field called %s', async (path) => {
    const answer = await correct(path, 'polluted');
    expect([400, 422]).toContain(answer.status);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.stringify(await getJson(`${server.url}/api/v1/records/${recordId}`))).not.toContain('polluted');
  });
});

test('every table is still there, and everything that was stored', async () => {
  expect((await getJson(`${server.url}/api/v1/documents?limit=200`)).items.length).toBeGreaterThan(20);
  expect((await apiFetch(`${server.url}/readyz`)).status).toBe(200);
});
