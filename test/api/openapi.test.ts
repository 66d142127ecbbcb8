import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { type Answer, getJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let api: Answer;
beforeAll(async () => {
  server = await startTestServer();
  api = await getJson(`${server.url}/api/v1/openapi.json`);
});
afterAll(() => server.stop());

test('is OpenAPI 3.1 with every operation named and told', () => {
  expect(api.openapi).toMatch(/^3\.1/);
  const operations: Answer[] = Object.values(api.paths).flatMap((path) => Object.values(path as object));
  const ids = operations.map((operation) => operation.operationId);
  expect(ids).toEqual(
    expect.arrayContaining(['uploadDocuments', 'getRun', 'watchRun', 'correctRecord', 'listTypes', 'getReadiness']),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const operation of operations) expect(operation.summary, operation.operationId).toBeTruthy();
});

const everyOperation = (): [string, Answer][] =>
  Object.entries(api.paths as Record<string, Record<string, Answer>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Answer] => [`${method} ${path}`, operation]),
  );

test('every operation says what it is for, who may call it, and how it may fail', () => {
  expect(Object.keys(api.components.securitySchemes)).toEqual(['bearer', 'apiKey', 'cookie']);
  for (const [name, operation] of everyOperation()) {
    expect(operation.description, name).toMatch(/Needs /);
    const isPublic = operation.description.includes('Needs no credentials');
    expect(operation.security, name).toEqual(isPublic ? [] : [{ bearer: [] }, { apiKey: [] }, { cookie: [] }]);
    const refusals = isPublic ? ['429', '500'] : ['401', '403', '429', '500'];
    expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(refusals));
    for (const [status, response] of Object.entries<Answer>(operation.responses)) {
      expect(response.description, `${name} ${status}`).toBeTruthy();
      if (Number(status) >= 400 && name !== 'get /readyz')
        expect(Object.keys(response.content), `${name} ${status}`).toEqual(['application/problem+json']);
    }
  }
});

test('what it says of credentials is so', async () => {
  for (const [name, operation] of everyOperation()) {
    const [method, path] = name.split(' ') as [string, string];
    const url = server.url + path.replace(/\{\w+\}/g, '01a1f7bc-7a47-7000-b5d4-4df02a6516cc');
    const { status } = await fetch(url, { method: method.toUpperCase() });
    if (operation.security.length > 0) expect(status, name).toBe(401);
    else expect(status, name).not.toBe(403);
  }
});

test('a creating POST takes an Idempotency-Key and says so', () => {
  for (const id of ['uploadDocuments', 'uploadSamples']) {
    const [, operation] = everyOperation().find(([, { operationId }]) => operationId === id)!;
    expect(operation.parameters).toContainEqual(expect.objectContaining({ name: 'idempotency-key', in: 'header' }));
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['409', '422']));
  }
});

test('schemas that people look at first come with an example', () => {
  for (const name of ['Problem', 'UploadedDocument', 'Value', 'Usage'])
    expect(api.components.schemas[name].examples, name).toHaveLength(1);
});

test('the upload tells its form', () => {
  expect(Object.keys(api.paths['/api/v1/documents'].post.requestBody.content)).toEqual(['multipart/form-data']);
});

test('every reference leads somewhere', () => {
  for (const [, name] of JSON.stringify(api).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(Object.keys(api.components.schemas)).toContain(name);
  }
});

test('the browsable docs come with scripts of the server only', async () => {
  const response = await apiFetch(`${server.url}/api/v1/docs`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(await response.text()).toContain('swagger-ui');
});

test('health and readiness', async () => {
  expect(await getJson(`${server.url}/healthz`)).toMatchObject({ status: 'ok', version: expect.stringMatching(/^\d/) });
  expect(await getJson(`${server.url}/readyz`)).toMatchObject({
    status: 'ready',
    components: { database: { ok: true }, blobs: { ok: true } },
  });
});
