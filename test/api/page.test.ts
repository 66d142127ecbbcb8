import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const files = readdirSync(new URL('../../src/api/page/', import.meta.url), { recursive: true })
  .map(String)
  .filter((name) => /\.\w+$/.test(name) && name !== 'index.html');

test.each(files)('%s is served with its type and not kept without asking', async (name) => {
  const response = await apiFetch(`${server.url}/page/${name}`);
  expect(response.status).toBe(200);
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
  expect(response.headers.get('content-type')).toContain(types[name.split('.').at(-1)!]);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const etag = response.headers.get('etag')!;
  const again = await apiFetch(`${server.url}/page/${name}`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('everything that the page refers to is there', async () => {
  const seen = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    const response = await apiFetch(server.url + path);
    expect(response.status, path).toBe(200);
    const text = await response.text();
    const references = [...text.matchAll(/(?:from '(\.[^']+)'|(?:src|href)="(\/page\/[^"]+)")/g)];
    for (const [, module, address] of references) {
      await follow(new URL(module ?? address!, new URL(path, server.url)).pathname);
    }
  };
  await follow('/');
  expect([...seen].length).toBe(files.length + 1);
});

test('nothing else of the folder or above can be asked for', async () => {
  for (const path of ['/page/index.html', '/page/../page.ts', '/page/%2e%2e/page.ts', '/page/']) {
    expect((await apiFetch(server.url + path)).status, path).toBe(404);
  }
});
