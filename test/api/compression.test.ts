import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compressAnswers } from '../../src/api/compress-answers.ts';
import { admin } from '../support/api-fetch.ts';
import { bareApp } from '../support/bare-app.ts';
import { finishedRun, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
let document: string;
beforeAll(async () => {
  server = await startTestServer();
  const [uploaded] = await upload(server.url, { 'a.txt': `number: A-17\n${'text that repeats itself\n'.repeat(200)}` });
  await finishedRun(server.url, uploaded!.run);
  document = `/api/v1/documents/${uploaded!.id}`;
});
afterAll(() => server.stop());

interface RawAnswer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** Without the unpacking that fetch does by itself. */
function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${server.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
    });
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers as never, body: Buffer.concat(chunks) }),
      );
    });
    sent.end(body);
  });
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

describe.each([
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['*', 'gzip'],
] as const)('Accept-Encoding: %s', (accepted, coding) => {
  test.each(['/api/v1/openapi.json', '/page/app.js'])('%s comes smaller and unpacks to the same', async (path) => {
    const plain = await ask(path);
    const packed = await ask(path, { 'accept-encoding': accepted });
    expect(packed.headers['content-encoding']).toBe(coding);
    expect(packed.headers.vary).toMatch(/accept-encoding/i);
    expect(packed.body.length).toBeLessThan(plain.body.length);
    if (packed.headers['content-length']) expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
    expect(unpack[coding](packed.body).equals(plain.body)).toBe(true);
  });
});

test.each([undefined, 'identity', 'zstd', 'deflate', 'gzip;q=0', 'nonsense'])(
  'Accept-Encoding %s gets it plain',
  async (accepted) => {
    const { headers, body } = await ask('/api/v1/openapi.json', accepted ? { 'accept-encoding': accepted } : {});
    expect(headers['content-encoding']).toBeUndefined();
    expect(Number(headers['content-length'])).toBe(body.length);
  },
);

const accepting = { 'accept-encoding': 'br, gzip' };

test('small answers are left as they are', async () => {
  expect((await ask('/healthz', accepting)).headers['content-encoding']).toBeUndefined();
});

test('the packed representation has a tag of its own, which is known again in any coding', async () => {
  const app = bareApp();
  await compressAnswers(app);
  app.get('/', async (_request, reply) => reply.header('etag', '"3"').send({ text: 'x'.repeat(2000) }));
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(
      async (coding) => (await app.inject({ url: '/', headers: { 'accept-encoding': coding } })).headers.etag,
    ),
  );
  expect(tags).toEqual(['"3-br"', '"3-gzip"', '"3"']);

  const { etag } = (await ask('/page/app.js', accepting)).headers;
  expect(etag).toMatch(/-br"$/);
  for (const headers of [{}, accepting]) {
    expect((await ask('/page/app.js', { 'if-none-match': etag!, ...headers })).status).toBe(304);
  }
});

test('routes that check headers compress, too', async () => {
  const app = bareApp();
  await compressAnswers(app);
  const headers = z.object({ 'if-match': z.string().optional() });
  app.get('/', { schema: { headers } }, async () => ({ text: 'x'.repeat(2000) }));
  expect((await app.inject({ url: '/', headers: accepting })).headers['content-encoding']).toBe('br');
});

describe('never compressed', () => {
  test('answers beside which a secret stands', async () => {
    const login = await ask('/api/v1/auth/login', accepting, JSON.stringify({ ...admin, cookies: false }));
    expect(login.status).toBe(200);
    expect(login.headers['content-encoding']).toBeUndefined();
    const app = bareApp();
    await compressAnswers(app);
    const answer = async () => ({ text: 'x'.repeat(5000) });
    app.get('/open', answer);
    app.get('/declared', { config: { secret: true } }, answer);
    for (const path of ['/api/v1/auth/x', '/api/v1/workspaces/:id/keys', '/api/v1/tokens']) app.get(path, answer);
    const coding = async (url: string) => (await app.inject({ url, headers: accepting })).headers['content-encoding'];
    expect(await coding('/open')).toBe('br');
    for (const url of ['/declared', '/api/v1/auth/x', '/api/v1/workspaces/1/keys', '/api/v1/tokens'])
      expect(await coding(url), url).toBeUndefined();
  });

  test('pictures, uploaded files and event streams', async () => {
    const events = `/api/v1/runs/${JSON.parse((await ask(document)).body.toString()).run.id}/events`;
    const links = await Promise.all(['pages/1.png', 'file'].map((path) => ask(`${document}/${path}`)));
    const files = links.map(({ headers }) => headers.location!);
    expect(files.every((path) => path.startsWith('/files/'))).toBe(true);
    for (const path of [...files, events]) {
      const { status, headers } = await ask(path, accepting);
      expect(status).toBe(200);
      expect(headers['content-encoding'], path).toBeUndefined();
    }
  });
});
