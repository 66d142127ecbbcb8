// Names of uploaded files: shown, never followed. Whatever they say, nothing is written but content under its hash.

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayName } from '../../src/api/display-name.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, getJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
/** The data folder lies deep in it, so that every way up ends where the test looks. */
const root = mkdtempSync(path.join(tmpdir(), 'names-'));
const dataDir = path.join(root, 'a', 'b', 'c', 'data');
beforeAll(async () => {
  mkdirSync(dataDir, { recursive: true });
  server = await startTestServer({ env: { DATA_DIR: dataDir } });
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

test.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['../../../etc/passwd', 'passwd'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Windows\\system32\\evil.pdf', 'evil.pdf'],
  ['\\\\server\\share\\a.pdf', 'a.pdf'],
  ['..', 'document'],
  ['...', 'document'],
  ['a/', 'document'],
  ['', 'document'],
  ['a\0.pdf', 'a\ufffd.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie: x.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['in\u200Bvoice\u2066.pdf', 'invoice.pdf'],
  ['NUL', 'NUL'],
  ['größe 注文.pdf', 'größe 注文.pdf'],
  ['\ud800.pdf', '\ufffd.pdf'],
])('%j is shown as %j', (given, shown) => {
  expect(displayName(given)).toBe(shown);
});

test('a name without end is cut, never inside a character', () => {
  expect([...displayName('😀'.repeat(4096))]).toHaveLength(255);
});

/** Sends the bytes of a file name as they are, which fetch would not. */
function uploadNamed(name: Buffer): Promise<{ status: number; body: string }> {
  const boundary = 'x-boundary-x';
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="`),
    name,
    Buffer.from(`"\r\nContent-Type: text/plain\r\n\r\nnumber: N-1\r\n--${boundary}--\r\n`),
  ]);
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const headers = {
    authorization: `Bearer ${server.token}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  };
  const sent = request(`${server.url}/api/v1/documents`, { method: 'POST', headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
  });
  sent.on('error', reject).end(body);
  return promise;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test.each<[string, Buffer]>([
  ['a path upwards', Buffer.from('../../../../outside/evil.txt')],
  ['an absolute path', Buffer.from('/tmp/outside-evil.txt')],
  ['a drive', Buffer.from('C:\\\\outside\\\\evil.txt')],
  ['a NUL', Buffer.from('evil\0.txt')],
  ['a device', Buffer.from('CON')],
  ['four kilobytes', Buffer.from(`${'e'.repeat(4096)}.txt`)],
  ['an override of direction', Buffer.from('evil\u202Etxt.exe')],
  ['invalid UTF-8', Buffer.from([0x65, 0xff, 0xfe, 0xc3, 0x28, 0x2e, 0x74])],
  ['a template', Buffer.from('$' + '{jndi:ldap://x}`id`;$(id).txt')],
])('a file named with %s is kept under its hash alone', async (_, name) => {
  const answer = await uploadNamed(name);
  if (answer.status !== 202) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    return;
  }
  const [document] = JSON.parse(answer.body).documents;
  expect(document.name).not.toMatch(/[/\\\p{Cc}\u202E]/u);
  expect((await finishedRun(server.url, document.run)).status).toBe('succeeded');
  const all = filesUnder(root);
  expect(all.filter((file) => !file.startsWith(dataDir + path.sep))).toEqual([]);
  expect(all.filter((file) => /evil/.test(file))).toEqual([]);
  const stored = filesUnder(path.join(dataDir, 'blobs'));
  expect(stored.filter((file) => !/^[0-9a-f]{64}$/.test(path.basename(file)))).toEqual([]);
  expect((await getJson(`${server.url}/api/v1/documents/${document.id}`)).name).toBe(document.name);
  const download = await apiFetch(`${server.url}/api/v1/documents/${document.id}/file`);
  expect(download.status).toBe(200);
  expect(download.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[^"]*"; filename\*=UTF-8''[^;]*$/,
  );
});
