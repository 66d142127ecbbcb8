// Operations of packs as the API serves them, by two that a toy pack declares.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { asking, makePerson, makeTeam } from '../support/people.ts';
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
let base: string;
let record: string;
beforeAll(async () => {
  server = await startTestServer();
  base = `${server.url}/api/v1`;
  record = await putNumber('A-1');
});
afterAll(() => server.stop());

async function putNumber(number: string): Promise<string> {
  const [uploaded] = await upload(server.url, { [`${number}.txt`]: `number: ${number}` });
  return (await finishedRun(server.url, uploaded!.run)).records[0].id;
}

test('an operation answers with what it declares, its input taken from path and query', async () => {
  expect(await getJson(`${base}/toy/records/${record}/number?times=2`)).toEqual({
    number: 'A-1 A-1',
    today: new Date().toISOString().slice(0, 10),
  });
});

test('input that does not fit is refused with its place', async () => {
  const refused = await getJson(`${base}/toy/records/${record}/number?times=9`);
  expect(refused).toMatchObject({
    status: 400,
    code: 'request.invalid',
    errors: [{ pointer: expect.stringContaining('times') }],
  });
  expect(await getJson(`${base}/toy/records/none/number`)).toMatchObject({ status: 404, code: 'request.not-found' });
});

test('a record that is not there, of another type, or of another workspace is not found', async () => {
  const missing = await getJson(`${base}/toy/records/${crypto.randomUUID()}/number`);
  expect(missing).toMatchObject({ status: 404, code: 'record.not-found' });
  const { services } = server.inside;
  const stranger = await makePerson(services, 'operations-stranger');
  const away = asking(server.url, await makeTeam(services, { [stranger.userId]: 'owner' }));
  expect((await away(stranger, `GET /toy/records/${record}/number`)).body.code).toBe('record.not-found');
  expect((await away(stranger, 'GET /toy/numbers')).body.items).toEqual([]);
});

test('what lies in the trash is not seen', async () => {
  const gone = await putNumber('GONE-1');
  const { document } = await getJson(`${base}/records/${gone}`);
  await apiFetch(`${base}/documents/${document}`, { method: 'DELETE' });
  expect((await getJson(`${base}/toy/records/${gone}/number`)).code).toBe('record.not-found');
  expect((await getJson(`${base}/toy/numbers`)).items).not.toContain('GONE-1');
});

test('a list is paged by sealed cursors', async () => {
  await putNumber('A-2');
  const first = await getJson(`${base}/toy/numbers?limit=1`);
  expect(first.items).toEqual(['A-2']);
  const second = await getJson(`${base}/toy/numbers?limit=1&cursor=${first.nextCursor}`);
  expect(second.items).toEqual(['A-1']);
  expect((await getJson(`${base}/toy/numbers?cursor=${record}`)).code).toBe('request.invalid');
});

test('a question may be asked by a body, and changes nothing', async () => {
  const post = (body: string, type = 'application/json') =>
    apiFetch(`${base}/toy/numbers/query`, { method: 'POST', body, headers: { 'content-type': type } });
  const answer = await post(JSON.stringify({ limit: 1 }));
  expect(answer.status).toBe(200);
  expect(await readJson(answer)).toMatchObject({ items: ['A-2'], nextCursor: expect.any(String) });
  expect((await post(JSON.stringify({ limit: 99 }))).status).toBe(400);
  expect((await post('<limit>1</limit>', 'application/xml')).status).toBe(415);
});

test('the OpenAPI document tells operation, permission and input', async () => {
  const api: Answer = await getJson(`${base}/openapi.json`);
  const { get } = api.paths['/api/v1/toy/records/{record}/number'];
  expect(get).toMatchObject({ operationId: 'showToyNumber', tags: ['Toy'] });
  expect(get.description).toContain('`records.read`');
  expect(get.parameters.map(({ name, in: where }: Answer) => `${where} ${name}`).sort()).toEqual([
    'path record',
    'query times',
  ]);
  expect(api.paths['/api/v1/toy/numbers/query'].post.operationId).toBe('listToyNumbersByBody');
});
