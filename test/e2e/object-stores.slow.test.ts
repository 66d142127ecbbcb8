// The real server with its files in S3 and in Azure: what people do with documents, several processes, kill -9, and a store that
// is out of order.

import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBlobs } from '../../src/store/open-blobs.ts';
import { synthesize } from '../../synth/synthesize.ts';
import { admin, apiFetch, postJson } from '../support/api-fetch.ts';
import { startFailingProxy } from '../support/failing-proxy.ts';
import { remoteStores, type StoreForServers } from '../support/object-servers.ts';
import { startServerProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { type Answer, finishedRun, form, getJson, readJson, type Uploaded } from '../support/test-server.ts';

let invoices: Buffer[];
beforeAll(async () => {
  invoices = [];
  for await (const { bytes } of synthesize({ type: 'invoice', count: 6, seed: 'store' })) invoices.push(bytes!);
});

const post = (url: string, files: Record<string, Uint8Array>) =>
  apiFetch(`${url}/api/v1/documents`, { method: 'POST', body: form(files) });

async function uploaded(url: string, files: Record<string, Uint8Array>): Promise<Uploaded[]> {
  const response = await post(url, files);
  expect(response.status).toBe(202);
  return (await readJson(response)).documents;
}

/** What lies in the store, seen from outside the server. */
async function look({ store }: StoreForServers) {
  const options = { dataDir: temporaryFolder(), cacheBytes: 1, exclusive: true, onError: () => {} };
  const opened = await openBlobs({ ...options, store });
  onTestFinished(() => opened.blobs.close());
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const prefix of ['blobs/', 'exports/', 'page-images/']) {
      for await (const { key } of opened.objects.list(prefix)) found.push(key);
    }
    return found.sort();
  };
  return { ...opened, keys };
}

async function start(env: Record<string, string>) {
  const database = await prepareTestDatabase();
  onTestFinished(database.drop);
  return { database, server: await startServerProcess({ ...database.env, ...env }) };
}

/** Begins an upload and leaves it hanging when half of it is there. */
function sendHalf(url: string, token: string, content: Buffer): void {
  const { hostname, port } = new URL(url);
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="half.txt"\r\n\r\n';
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': head.length + content.length * 2,
  };
  const sending = request({ hostname, port, method: 'POST', path: '/api/v1/documents', headers });
  sending.on('error', () => {});
  sending.write(head);
  sending.write(content);
}

describe.each(remoteStores)('$kind', ({ kind, origin, open }) => {
  test('from upload to erasure, nothing of a file lies on the disk of the server', async () => {
    const room = await open();
    const { keys } = await look(room);
    const { server } = await start(room.env);
    const { url } = server;
    const [document] = await uploaded(url, { 'invoice.pdf': invoices[0]! });
    expect((await finishedRun(url, document!.run, 60_000)).status).toBe('succeeded');

    const picture = await apiFetch(`${url}/api/v1/documents/${document!.id}/pages/1.png?dpi=72`);
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG');

    const file = `${url}/api/v1/documents/${document!.id}/file`;
    const whole = await apiFetch(file);
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(Buffer.from(await whole.arrayBuffer()).equals(invoices[0]!)).toBe(true);
    const part = await apiFetch(file, { headers: { range: 'bytes=5-104' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-104/${invoices[0]!.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(invoices[0]!.subarray(5, 105))).toBe(true);
    expect((await apiFetch(file, { headers: { range: 'bytes=99999999-' } })).status).toBe(416);

    const { id: exportId } = await readJson(await apiFetch(`${url}/api/v1/exports/account`, { method: 'POST' }));
    let row: Answer;
    do {
      await sleep(100);
      row = await getJson(`${url}/api/v1/exports/account/${exportId}`);
    } while (row.state === 'queued' || row.state === 'running');
    const zip = Buffer.from(await (await apiFetch(`${url}/api/v1/exports/account/${exportId}/download`)).arrayBuffer());
    expect(createHash('sha256').update(zip).digest('hex')).toBe(row.sha256);

    const { sha256 } = document!;
    expect(await keys()).toEqual([
      `blobs/${sha256.slice(0, 2)}/${sha256}`,
      `exports/${exportId}.zip`,
      expect.stringMatching(`^page-images/${sha256.slice(-2)}/${sha256}-1-72-`),
    ]);
    expect((await apiFetch(`${url}/api/v1/documents/${document!.id}`, { method: 'DELETE' })).status).toBeLessThan(300);
    const { id: workspace } = (await getJson(`${url}/api/v1/workspaces`)).items[0];
    const erasing = { confirm: workspace, password: admin.password, despiteRetention: true };
    const erasure = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(erasing) };
    expect((await apiFetch(`${url}/api/v1/workspace/erasure`, erasure)).status).toBe(200);
    expect(await keys()).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  test('an upload that kill -9 cut off is cleared, and one that was acknowledged is read', async () => {
    const proxy = await startFailingProxy(origin);
    const room = await open(proxy.url);
    const { keys, blobs } = await look(room);
    const { database, server } = await start({ ...room.env, MAX_UPLOAD_MB: '100' });
    const documents = await uploaded(server.url, Object.fromEntries(invoices.map((bytes, i) => [`${i}.pdf`, bytes])));
    const token = (await postJson(`${server.url}/api/v1/auth/login`, admin)).access_token;
    const before = (await keys()).length;
    const puts = proxy.seen.length;
    sendHalf(server.url, token, randomBytes(12_000_000));
    // The first parts are on their way to the store.
    await expect
      .poll(() => proxy.seen.slice(puts).filter((line) => line.startsWith('PUT')).length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    await server.kill();
    expect((await keys()).filter((key) => !key.includes('incoming')).length).toBe(before);
    await blobs.clearAbandoned(-60_000);
    expect(proxy.openUploads()).toBe(0);
    expect((await keys()).filter((key) => key.includes('incoming'))).toEqual([]);

    const again = await startServerProcess({ ...database.env, ...room.env });
    for (const { run } of documents) expect((await finishedRun(again.url, run, 120_000)).status).toBe('succeeded');
    expect(await again.stop()).toBe(0);
  });

  test('a store that is out of order: not ready, 503 with Retry-After, no lost upload, and jobs that are done later', async () => {
    const proxy = await startFailingProxy(origin);
    const room = await open(proxy.url);
    const { server } = await start(room.env);
    const { url } = server;
    const [first] = await uploaded(url, { 'first.pdf': invoices[0]! });
    await finishedRun(url, first!.run, 60_000);

    // Reading needs the file; the upload is over. Longer than the tries of a job would last.
    proxy.fail({ when: ({ method }) => method === 'GET', how: { answer: 503 } });
    const [second] = await uploaded(url, { 'second.pdf': invoices[1]! });
    await sleep(40_000);
    expect((await getJson(`${url}/api/v1/runs/${second!.run}`)).finishedAt).toBeNull();
    proxy.heal();
    expect((await finishedRun(url, second!.run, 120_000)).status).toBe('succeeded');

    proxy.fail({ how: { answer: 503 } });
    const refused = await post(url, { 'third.pdf': invoices[2]! });
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await readJson(refused)).toMatchObject({ code: 'store.files-unavailable' });
    await expect.poll(async () => (await apiFetch(`${url}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    const ready = await readJson(await apiFetch(`${url}/readyz`));
    expect(ready.components).toMatchObject({ blobs: { ok: false }, database: { ok: true } });
    expect((await apiFetch(`${url}/healthz`)).status).toBe(200);
    expect((await getJson(`${url}/api/v1/documents`)).items).toHaveLength(2);

    proxy.heal();
    await expect
      .poll(async () => (await apiFetch(`${url}/readyz`)).status, { timeout: 90_000, interval: 500 })
      .toBe(200);
    const [third] = await uploaded(url, { 'third.pdf': invoices[2]! });
    expect((await finishedRun(url, third!.run, 60_000)).status).toBe('succeeded');
    expect(await server.stop()).toBe(0);
  }, 400_000);

  test.runIf(serverUrl)('an api and a worker that share no disk', async () => {
    const room = await open();
    const database = await prepareTestDatabase('server');
    onTestFinished(database.drop);
    const [AUTH_SECRET, ENCRYPTION_KEY] = [0, 1].map(() => randomBytes(32).toString('base64')) as [string, string];
    const shared = { ...database.env, ...room.env, AUTH_SECRET, ENCRYPTION_KEY };
    const api = await startServerProcess({ ...shared, MODE: 'api', DATA_DIR: temporaryFolder() });
    const worker = await startServerProcess(
      { ...shared, MODE: 'worker', WORKER_PORT: '0', DATA_DIR: temporaryFolder() },
      { localOwner: true },
    );
    const documents = await uploaded(api.url, Object.fromEntries(invoices.map((bytes, i) => [`${i}.pdf`, bytes])));
    for (const { run } of documents) expect((await finishedRun(api.url, run, 120_000)).status).toBe('succeeded');
    const picture = await apiFetch(`${api.url}/api/v1/documents/${documents[0]!.id}/pages/1.png`);
    expect(picture.status).toBe(200);
    const { id } = await readJson(await apiFetch(`${api.url}/api/v1/exports/account`, { method: 'POST' }));
    await expect
      .poll(async () => (await getJson(`${api.url}/api/v1/exports/account/${id}`)).state, { timeout: 60_000 })
      .toBe('ready');
    const zip = await apiFetch(`${api.url}/api/v1/exports/account/${id}/download`);
    expect((await zip.arrayBuffer()).byteLength).toBe(Number(zip.headers.get('content-length')));
    expect([await worker.stop(), await api.stop()]).toEqual([0, 0]);
  });

  test(`without what ${kind} needs the server does not start, and says what is missing`, async () => {
    const database = await prepareTestDatabase('embedded');
    onTestFinished(database.drop);
    await expect(startServerProcess({ ...database.env, BLOB_STORE: kind })).rejects.toThrow('ended before');
  });
});
