import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, startTestServer, type TestServer, type Uploaded, upload } from '../support/test-server.ts';

const html = '<script>alert(1)</script>\nnumber: X-1';
let server: TestServer;
let document: Uploaded;
beforeAll(async () => {
  server = await startTestServer({ engine: { mediaTypeOf: () => 'text/html' } });
  [document] = (await upload(server.url, { "bad 'näme'.html": html })) as [Uploaded];
  await finishedRun(server.url, document.run);
});
afterAll(() => server.stop());

const get = (path: string) => apiFetch(`${server.url}/api/v1/documents/${document.id}${path}`);

test('the original comes back byte for byte, as an inert download', async () => {
  const response = await get('/file');
  expect(await response.text()).toBe(html);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="bad 'n_me'.html"; filename*=UTF-8''bad%20%27n%C3%A4me%27.html`,
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('a part of the original comes as it was asked for', async () => {
  const part = await apiFetch(`${server.url}/api/v1/documents/${document.id}/file`, {
    headers: { range: 'bytes=8-13' },
  });
  expect([part.status, await part.text()]).toEqual([206, html.slice(8, 14)]);
  expect(part.headers.get('content-range')).toBe(`bytes 8-13/${html.length}`);
  expect(part.headers.get('content-length')).toBe('6');
  const headers = { range: 'bytes=8-13', 'if-range': part.headers.get('etag')! };
  expect((await apiFetch(part.url, { headers })).status).toBe(206);
  expect((await apiFetch(part.url, { headers: { ...headers, 'if-range': '"another"' } })).status).toBe(200);
  const past = await apiFetch(part.url, { headers: { range: `bytes=${html.length}-` } });
  expect(past.status).toBe(416);
  expect(await past.json()).toMatchObject({ code: 'request.range' });
});

describe('a file that was damaged on the disk', () => {
  async function damaged(content: string): Promise<string> {
    const [uploaded] = (await upload(server.url, { 'a.txt': content })) as [Uploaded];
    await finishedRun(server.url, uploaded.run);
    const file = path.join(server.dataDir, 'blobs', uploaded.sha256.slice(0, 2), uploaded.sha256);
    writeFileSync(file, `x${content.slice(1)}`);
    return `${server.url}/api/v1/documents/${uploaded.id}/file`;
  }

  test('is refused with its name when it is small', async () => {
    const response = await apiFetch(await damaged('number: D-1'));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'store.blob-damaged' });
  });

  test('never arrives whole when it is large', async () => {
    const response = await apiFetch(await damaged('number: D-2\n'.repeat(300_000)));
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});

test('a page comes as a PNG, the second time from disk', async () => {
  for (let i = 0; i < 2; i++) {
    const response = await get('/pages/1.png');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  }
});

test.each(['/pages/2.png', '/pages/0.png', '/pages/x.png', '/pages/99999999999.png'])(
  '%s is not there',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
  },
);

test('resolution has bounds', async () => {
  expect((await get('/pages/1.png?dpi=10000')).status).toBe(400);
});
