// Uploads made to hurt: too much of everything, names that are paths, files that are two kinds at once. Nothing of a refused
// one stays, and nothing lands outside the store. Bombs are in upload-bombs.slow.test.ts.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { errorCatalogue } from '../../src/errors.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type Answer, readJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { injectionLists } from './support/hostile-values.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { MAX_UPLOAD_MB: '1', MAX_UPLOAD_FILES: '100' } });
});
afterAll(() => server.stop());

const BOUNDARY = 'hurt';

/** A body written by hand: FormData would correct what is wrong in it. */
function multipart(parts: { head: string; content?: string | Buffer }[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const pieces = parts.flatMap(({ head, content = '' }) => [
    Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

const filePart = (name: string, content: string | Buffer = 'number: A-1') => ({
  head: `Content-Disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"`,
  content,
});
const fieldPart = (name: string, content: string) => ({
  head: `Content-Disposition: form-data; name="${name}"`,
  content,
});

const send = (body: Buffer): Promise<Response> =>
  apiFetch(`${server.url}/api/v1/documents`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: new Uint8Array(body),
  });

/** Files under the data folder that are no part of the database. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(server.dataDir, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^(database|lock\.|page-images)/.test(file));

let before: string[];
beforeEach(() => {
  before = filesIn(server.dataDir);
});

describe('is refused as a whole, with nothing kept', () => {
  afterEach(() => expect(filesIn(server.dataDir)).toEqual(before));

  test.each<[string, () => Buffer, number[]]>([
    ['one file more than are allowed', () => multipart(Array.from({ length: 101 }, () => filePart('a.txt'))), [413]],
    ['ten thousand empty files', () => multipart(Array.from({ length: 10_000 }, () => filePart('a.txt', ''))), [413]],
    ['a hundred empty files', () => multipart(Array.from({ length: 100 }, () => filePart('a.txt', ''))), [422]],
    [
      'a thousand fields before the file',
      () =>
        multipart([...Array.from({ length: 1000 }, (_field, index) => fieldPart(`f${index}`, 'x')), filePart('a.txt')]),
      [413],
    ],
    [
      'a field of a megabyte',
      () => multipart([fieldPart('password', 'x'.repeat(1024 * 1024)), filePart('a.txt')]),
      [400, 413],
    ],
    [
      'a file of one byte more than is allowed',
      () => multipart([filePart('a.txt', Buffer.alloc(1024 * 1024 + 1))]),
      [413],
    ],
    [
      'a part whose head never ends',
      () => multipart([{ head: `Content-Disposition: form-data; name="file"; filename="${'x'.repeat(200_000)}` }]),
      [400, 413, 422],
    ],
    ['ten thousand heads in one part', () => multipart([{ head: Array(10_000).fill('X: y').join('\r\n') }]), [400]],
    ['no part at all', () => multipart([]), [400]],
    [
      'a file in a file',
      () =>
        multipart([
          {
            head: 'Content-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: multipart/mixed; boundary=in',
            content: '',
          },
        ]),
      [400, 422],
    ],
    ['the end missing', () => multipart([filePart('a.txt')], ''), [400]],
  ])('%s', async (_what, body, statuses) => {
    const response = await send(body());
    const problem: Answer = await readJson(response);
    expect(statuses).toContain(response.status);
    expect(Object.keys(errorCatalogue)).toContain(problem.code);
  });
});

test('afterwards the server takes a file as before', async () => {
  expect((await send(multipart([filePart('a.txt')]))).status).toBe(202);
});

describe('a name never becomes a path', () => {
  const names = [
    ...injectionLists.path,
    ...injectionLists.unicode,
    ...injectionLists.command,
    '.',
    '..',
    'blobs/../../x',
    'C:\\x\\y.txt',
    '~root',
    '-rf',
  ].filter((name) => !/[\r\n]/.test(name));

  test.each(names.map((name) => [JSON.stringify(name).slice(0, 60), name]))('%s', async (_shown, name) => {
    const response = await send(multipart([filePart(name)]));
    // A name in quotes may break the form itself; then it is refused like any broken one.
    expect([202, 400]).toContain(response.status);
    const kept = filesIn(server.dataDir);
    expect(
      kept.filter((file) => !/^(blobs[/\\]([0-9a-f]{2}[/\\][0-9a-f]{64}|incoming)|secrets[/\\])/.test(file)),
    ).toEqual([]);
    if (response.status === 400) return;
    const { documents }: Answer = await readJson(response);
    expect(documents[0].name.length).toBeLessThanOrEqual(255);
    expect(documents[0].name).not.toMatch(/[/\\]|\0/);
  });
});

describe('a file that is two kinds at once is never more than a download', () => {
  const polyglots: [string, string, Buffer][] = [
    ['GIF and script', 'a.gif', Buffer.from('GIF89a/*\u0000*/=1;alert(1)//')],
    ['PDF and page', 'a.pdf', Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>')],
    ['page called picture', 'a.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['picture with script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['archive and PDF', 'a.pdf.zip', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('504b0304', 'hex')])],
    [
      'XML with a style sheet',
      'a.xml',
      Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="http://evil.example/a.xsl"?><a/>'),
    ],
    ['UTF-7 page', 'a.txt', Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  ];

  test.each(polyglots)('%s', async (_what, name, content) => {
    const response = await send(multipart([filePart(name, content)]));
    const { documents }: Answer = await readJson(response);
    const file = await apiFetch(`${server.url}/api/v1/documents/${documents[0].id}/file`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(file.headers.get('cache-control')).toContain('no-store');
  });
});
