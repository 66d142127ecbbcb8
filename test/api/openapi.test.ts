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
