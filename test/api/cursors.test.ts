import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, getJson, readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
let api: string;
let cursor: string;
beforeAll(async () => {
  server = await startTestServer();
  api = `${server.url}/api/v1`;
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.txt`, `number: C-${i}`]));
  const documents = await upload(server.url, files);
  for (const { run } of documents) await finishedRun(server.url, run);
  cursor = (await getJson(`${api}/documents?limit=2`)).nextCursor;
});
afterAll(() => server.stop());

test('leads through the list, whatever the size of a page', async () => {
  const first = await getJson(`${api}/documents?limit=2`);
  const rest = await getJson(`${api}/documents?limit=100&cursor=${first.nextCursor}`);
  const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(5);
  expect(rest.nextCursor).toBeNull();
});

test('tells nothing that a caller could build on', () => {
  expect(cursor).toMatch(/^[\w-]+$/);
});

describe('refused with 400', () => {
  test.each([
    ['of another list', () => `/records?cursor=${cursor}`],
    ['of the same list with other filters', () => `/documents?state=extracted&cursor=${cursor}`],
    ['cut off', () => `/documents?cursor=${cursor.slice(0, -4)}`],
    ['with something added', () => `/documents?cursor=${cursor}AAAA`],
    ['altered', () => `/documents?cursor=${cursor[0] === 'A' ? 'B' : 'A'}${cursor.slice(1)}`],
    ['that is an id', () => '/documents?cursor=01a1f7bc-7a47-7000-b5d4-4df02a6516cc'],
    ['given twice', () => `/documents?cursor=${cursor}&cursor=${cursor}`],
    ['that is empty', () => '/documents?cursor='],
    ['of 10 000 characters', () => `/documents?cursor=${'A'.repeat(10_000)}`],
    ['with a quote', () => `/documents?cursor=${encodeURIComponent("' or 1=1 --")}`],
  ])('a cursor %s', async (_what, path) => {
    const response = await apiFetch(api + path());
    expect(response.status).toBe(400);
    const problem = await readJson(response);
    expect(problem.code).toBe('request.invalid');
    expect(problem.errors[0].pointer).toBe('/querystring/cursor');
  });
});
