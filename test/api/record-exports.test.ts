import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, getJson, readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function newRecord(content: string): Promise<string> {
  const [document] = await upload(server.url, { 'a.txt': content });
  const run = await finishedRun(server.url, document!.run);
  return `${server.url}/api/v1/records/${run.records[0].id}`;
}

test('tells the formats of a record, and what is missing', async () => {
  const ready = await getJson(`${await newRecord('number: A-17')}/exports`);
  expect(ready.items.slice(0, 1)).toEqual([
    {
      format: 'ubl',
      title: 'One line',
      mediaType: 'application/xml',
      profile: 'line',
      missing: [],
      options: [
        {
          id: 'case',
          title: 'Letters',
          values: [
            { id: 'small', title: 'Small' },
            { id: 'large', title: 'Large' },
          ],
          usual: 'large',
        },
      ],
      notes: [],
    },
  ]);
  const lacking = await getJson(`${await newRecord('fields: none')}/exports`);
  expect(lacking.items[0]).toMatchObject({ profile: null, missing: [{ pointer: '/fields/number' }] });
});

test('writes a record as a download that no browser opens', async () => {
  const url = await newRecord('number: A-17');
  const response = await apiFetch(`${url}/export?format=ubl`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/xml');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="invoice-[0-9a-f-]{36}\.xml"$/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe('<number>A-17</number>');
  const audit = await getJson(`${server.url}/api/v1/audit?limit=5`);
  expect(audit.items[0]).toMatchObject({ action: 'record.exported', details: { format: 'ubl' } });
});

test('writes as was chosen, and refuses what cannot be chosen', async () => {
  const url = await newRecord('number: A-17');
  expect(await (await apiFetch(`${url}/export?format=ubl&case=small`)).text()).toBe('<number>a-17</number>');
  const refused = await apiFetch(`${url}/export?format=ubl&case=middle`);
  expect(refused.status).toBe(400);
  expect(await readJson(refused)).toMatchObject({ code: 'export.unknown-option' });
  expect((await apiFetch(`${url}/export?format=ubl&case=small&case=large`)).status).toBe(400);
});

test('reads what it wrote as a format asks for it', async () => {
  const response = await apiFetch(`${await newRecord('number: A-17')}/export?format=reread`);
  expect(await response.text()).toBe('A-17');
});

test('refuses what lacks something, field by field', async () => {
  const response = await apiFetch(`${await newRecord('fields: none')}/export?format=ubl`);
  expect(response.status).toBe(422);
  expect(response.headers.get('content-disposition')).toBeNull();
  expect(await readJson(response)).toMatchObject({
    code: 'export.incomplete',
    errors: [{ pointer: '/fields/number', message: 'There is no number.' }],
  });
});

test.each(['', '?format=', '?format=docx'])('refuses a format that there is none of: "%s"', async (query) => {
  const response = await apiFetch(`${await newRecord('number: A-17')}/export${query}`);
  expect(response.status).toBe(400);
  expect(await readJson(response)).toMatchObject({ code: 'export.unknown-format' });
});

test('knows no record that is none', async () => {
  const url = `${server.url}/api/v1/records/${crypto.randomUUID()}`;
  expect((await apiFetch(`${url}/exports`)).status).toBe(404);
  expect((await apiFetch(`${url}/export?format=ubl`)).status).toBe(404);
});
