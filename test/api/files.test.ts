// Uploaded files behind signed links: what a link opens, for how long, and on which origin.

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileLinks } from '../../src/api/file-links.ts';
import { newId } from '../../src/store/new-id.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
let apart: TestServer;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  apart = await startTestServer({
    env: { FILES_URL: 'https://files.example.org', PUBLIC_URL: 'https://sheaf.example.org' },
  });
  const [document] = await upload(server.url, { 'a.html': '<script>1</script>\nnumber: A-1' });
  id = document!.id;
  await finishedRun(server.url, document!.run);
});
afterAll(async () => {
  await server.stop();
  await apart.stop();
});

const linkTo = async (path: string): Promise<string> => {
  const response = await apiFetch(`${server.url}/api/v1/documents/${id}${path}`, { redirect: 'manual' });
  expect(response.status).toBe(307);
  return response.headers.get('location')!;
};

test('the address under the API leads to a link that needs nothing else', async () => {
  const original = await fetch(server.url + (await linkTo('/file')));
  expect(await original.text()).toContain('number: A-1');
  expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
  const picture = await fetch(server.url + (await linkTo('/pages/1.png?dpi=50')));
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
});

test('links of the same picture are alike for minutes, so that browsers keep it', async () => {
  const links = createFileLinks({ secret: 's', filesUrl: undefined, now: () => 1_000_000_000_000 });
  const file = { workspaceId: newId(), userId: newId(), documentId: newId(), page: 1, dpi: 110 };
  expect(links.linkTo(file)).toBe(links.linkTo({ ...file }));
});

test('without signing in there is no link', async () => {
  const response = await fetch(`${server.url}/api/v1/documents/${id}/file`, { redirect: 'manual' });
  expect(response.status).toBe(401);
  expect(response.headers.get('location')).toBeNull();
});

describe('a link', () => {
  const file = { workspaceId: newId(), userId: newId(), documentId: newId() };
  const time = { now: Date.UTC(2026, 0, 1) };
  const links = createFileLinks({ secret: 'one', filesUrl: undefined, now: () => time.now });
  const tokenOf = (url: string) => new URL(url, 'http://x').searchParams.get('link')!;

  test('lasts five to ten minutes', () => {
    const token = tokenOf(links.linkTo(file));
    time.now += 299_000;
    expect(links.open(token)).toEqual(file);
    time.now += 301_000;
    expect(links.open(token)).toBeUndefined();
  });

  test('is worth nothing altered, or signed with another secret', () => {
    const token = tokenOf(links.linkTo(file));
    const [body, signature] = token.split('.') as [string, string];
    const forged = Buffer.from(JSON.stringify({ ...file, documentId: newId(), expires: 9e9 })).toString('base64url');
    const others = createFileLinks({ secret: 'two', filesUrl: undefined, now: () => time.now });
    const bad = [
      '',
      '.',
      body,
      `${forged}.${signature}`,
      `${body}.${signature}x.y`,
      `${body}.`,
      tokenOf(others.linkTo(file)),
    ];
    for (const link of [...bad, 'x'.repeat(100_000)]) expect(links.open(link), link.slice(0, 50)).toBeUndefined();
  });

  test.each(['nonsense', 'a.b', '', '%00'])('%s → 404 that says what to do', async (link) => {
    const response = await fetch(`${server.url}/files/original?link=${link}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'file.link-expired',
      advice: expect.stringContaining('again'),
    });
  });

  test('to a picture does not open the file, nor the other way round', async () => {
    const [original, picture] = [await linkTo('/file'), await linkTo('/pages/1.png')];
    const swapped = [
      original.replace('/files/original', '/files/page.png'),
      picture.replace('/files/page.png', '/files/original'),
    ];
    for (const path of swapped) expect((await fetch(server.url + path)).status).toBe(404);
  });

  test('stands in no log', async () => {
    const link = await linkTo('/file');
    await fetch(server.url + link);
    const signature = link.split('.').at(-1)!;
    await expect.poll(() => server.logs.some(({ path }) => path === '/files/original')).toBe(true);
    expect(JSON.stringify(server.logs)).not.toContain(signature);
  });
});

/** fetch sets Host by itself. */
function ask(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, string> }> {
  const { hostname, port } = new URL(apart.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode!, headers: response.headers as Record<string, string> });
    })
      .on('error', reject)
      .end();
  });
}

test('with FILES_URL, files stand on that origin alone, and only our page may read them there', async () => {
  const [document] = await upload(apart.url, { 'a.txt': 'number: A-1' });
  const redirect = await apiFetch(`${apart.url}/api/v1/documents/${document!.id}/file`, { redirect: 'manual' });
  const link = new URL(redirect.headers.get('location')!);
  expect(link.origin).toBe('https://files.example.org');
  const path = link.pathname + link.search;

  const there = await ask(path, { host: 'files.example.org', origin: 'https://sheaf.example.org' });
  expect(there.status).toBe(200);
  expect(there.headers).toMatchObject({
    'access-control-allow-origin': 'https://sheaf.example.org',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect(there.headers['access-control-allow-credentials']).toBeUndefined();
  expect((await ask(path, { host: 'files.example.org', origin: 'https://evil.example' })).headers).not.toHaveProperty(
    'access-control-allow-origin',
  );
  expect((await ask(path, { host: 'sheaf.example.org' })).status).toBe(421);
  expect(
    (await ask('/api/v1/types', { host: 'files.example.org', authorization: `Bearer ${apart.token}` })).status,
  ).toBe(421);
  const policy = (await ask('/', { host: 'sheaf.example.org' })).headers['content-security-policy'];
  expect(policy).toContain("img-src 'self' https://files.example.org");
});
