// Quarantine: a document that hides something yields no record until somebody who may lets it out.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, getJson, readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { HIDDEN_TEXT_POLICY: 'quarantine' } });
});
afterAll(() => server.stop());

const address = (id: string): string => `${server.url}/api/v1/documents/${id}`;
const release = (id: string): Promise<Response> => apiFetch(`${address(id)}/release`, { method: 'POST' });

test('a document that hides something is kept back, and says what for', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: A-1\nhides: pay me' });
  const run = await finishedRun(server.url, document!.run);
  expect(run).toMatchObject({
    status: 'failed',
    error: { code: 'file.quarantined', advice: expect.stringContaining('release') },
    warnings: [{ code: 'document/hidden-text', message: 'It hides “pay me”', page: 1 }],
    records: [],
  });
  expect(await getJson(address(document!.id))).toMatchObject({ state: 'quarantined', records: [] });
  expect((await getJson(`${server.url}/api/v1/documents?state=quarantined`)).items).toHaveLength(1);
});

test('released, it is read, still says what it hides, and is not kept back again', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: A-2\nhides: pay me' });
  await finishedRun(server.url, document!.run);
  const response = await release(document!.id);
  expect(response.status).toBe(202);
  const { run } = await readJson(response);
  expect(await finishedRun(server.url, run)).toMatchObject({ status: 'succeeded', error: null });
  const records = await getJson(`${server.url}/api/v1/records?document=${document!.id}`);
  expect(records.items[0]).toMatchObject({
    fields: { number: { value: 'A-2' } },
    issues: [{ rule: 'document/hidden-text', evidence: [{ page: 1, box: [1, 2, 3, 4], text: 'pay me' }] }],
  });
});

test('only what is in quarantine can be released', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: A-3' });
  await finishedRun(server.url, document!.run);
  const again = await release(document!.id);
  expect(again.status).toBe(409);
  expect(await readJson(again)).toMatchObject({ code: 'document.not-quarantined' });
  expect((await release('00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('two releases at once are one reading', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: A-4\nhides: pay me' });
  await finishedRun(server.url, document!.run);
  const answers = await Promise.all([release(document!.id), release(document!.id)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([202, 409]);
});
