// The routes of keeping, over HTTP and with real accounts.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { apiFetch } from '../support/api-fetch.ts';
import {
  type Answer,
  finishedRun,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const api = (address: string) => `${server.url}/api/v1${address}`;
const send = (method: string, address: string, body?: unknown) =>
  apiFetch(api(address), {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

async function newDocument(content = 'number: A-17'): Promise<{ id: string; record: string }> {
  const [document] = await upload(server.url, { '../../=evil.txt': content });
  const run = await finishedRun(server.url, document!.run);
  return { id: document!.id, record: run.records[0].id };
}

describe('deleting', () => {
  test('answers 204, then 404 everywhere, and the trash says why', async () => {
    const { id, record } = await newDocument();
    expect((await send('DELETE', `/documents/${id}?reason=twice`)).status).toBe(204);
    for (const address of [
      `/documents/${id}`,
      `/documents/${id}/file`,
      `/documents/${id}/pages/1.png`,
      `/records/${record}`,
    ]) {
      expect((await send('GET', address)).status, address).toBe(404);
    }
    expect((await send('DELETE', `/documents/${id}`)).status).toBe(404);
    const { items } = await getJson(api('/trash'));
    expect(items[0]).toMatchObject({ kind: 'document', id, reason: 'twice', title: '=evil.txt' });
    expect((await getJson(api('/trash/statistics'))).kinds[0]).toMatchObject({ kind: 'document', due: 0 });
    expect((await send('POST', `/documents/${id}/restore`)).status).toBe(204);
    expect((await send('GET', `/records/${record}`)).status).toBe(200);
  });

  test('of many tells each', async () => {
    const { id, record } = await newDocument();
    const missing = '00000000-0000-7000-8000-00000000dead';
    const { results } = await readJson(await send('POST', '/documents/bulk-delete', { ids: [missing, id] }));
    expect(results).toMatchObject([
      { id: missing, ok: false, code: 'document.not-found' },
      { id, ok: true },
    ]);
    expect((await readJson(await send('POST', '/records/bulk-restore', { ids: [record] }))).results).toMatchObject([
      { ok: false, code: 'trash.parent-deleted' },
    ]);
  });

  test.each(['x', Buffer.from('2026|no').toString('base64url')])('the trash refuses the cursor %s', async (cursor) => {
    expect((await send('GET', `/trash?cursor=${cursor}`)).status).toBe(400);
  });
});

test('holds and retention refuse with 409 and say what stands in the way', async () => {
  const { id } = await newDocument();
  const placed = await send('POST', '/holds', { scope: 'document', targetId: id, reason: 'a case' });
  expect(placed.status).toBe(201);
  const hold = await readJson(placed);
  const refused = await send('DELETE', `/documents/${id}`);
  expect([refused.status, (await readJson(refused)).detail]).toEqual([409, expect.stringContaining(hold.id)]);
  expect((await getJson(api('/holds?standing=true'))).items.map((item: Answer) => item.id)).toContain(hold.id);
  expect((await send('POST', `/holds/${hold.id}/release`)).status).toBe(200);

  expect((await send('PUT', '/retention', { country: 'CH' })).status).toBe(200);
  const kept = await send('DELETE', `/documents/${id}`);
  expect([kept.status, (await readJson(kept)).code]).toEqual([409, 'retention.kept']);
  expect((await send('PUT', '/retention', { country: null })).status).toBe(200);
  expect((await send('PUT', '/retention', { country: 'Switzerland' })).status).toBe(400);
});

test('the audit log tells who did what, page by page, and its head', async () => {
  const { id, record } = await newDocument();
  await send('GET', `/documents/${id}/file`);
  await apiFetch(api(`/records/${record}`), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ fields: { number: 'secret value' } }),
  });
  const { items } = await getJson(api(`/audit?target=${id}`));
  expect(items.map((event: Answer) => event.action)).toEqual(['document.downloaded', 'document.uploaded']);
  const corrected = (await getJson(api('/audit?action=record.corrected&limit=1'))).items[0];
  expect(corrected).toMatchObject({ target: { type: 'record', id: record }, details: { fields: 1, version: 2 } });
  expect(JSON.stringify(corrected)).not.toContain('secret value');
  const first = await getJson(api('/audit?limit=1'));
  expect(await getJson(api('/audit/head'))).toEqual({ seq: first.items[0].seq, hash: first.items[0].hash });
  const second = await getJson(api(`/audit?limit=1&cursor=${first.nextCursor}`));
  expect(second.items[0].hash).toBe(first.items[0].prevHash);
  expect((await send('GET', '/audit?action=anything')).status).toBe(400);
});

describe('an account export', () => {
  test.each(['account', 'me'])('of %s holds what its manifest says, under names of ours', async (scope) => {
    const { id, record } = await newDocument('number: =cmd()');
    const paragraphs = ['The depot closes in May.'];
    const written = await send('POST', '/artifacts', { title: 'Note', body: { title: 'Note', paragraphs } });
    const { id: artifact } = await readJson(written);
    const asked = await send('POST', `/exports/${scope}`);
    expect(asked.status).toBe(202);
    const { id: exportId } = await readJson(asked);
    let row: Answer;
    do row = await getJson(api(`/exports/${scope}/${exportId}`));
    while (row.state === 'queued' || row.state === 'running');
    expect(row).toMatchObject({ state: 'ready', expiresAt: expect.any(String) });
    const response = await send('GET', `/exports/${scope}/${exportId}/download`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    const zip = Buffer.from(await response.arrayBuffer());
    expect([zip.length, createHash('sha256').update(zip).digest('hex')]).toEqual([row.size, row.sha256]);

    const entries = await unzip(zip);
    const manifest = JSON.parse(String(entries['manifest.json']));
    expect(Object.keys(entries).sort()).toEqual(
      [...manifest.entries.map((entry: Answer) => entry.name), 'manifest.json'].sort(),
    );
    for (const { name, size, sha256 } of manifest.entries) {
      expect([entries[name]!.length, createHash('sha256').update(entries[name]!).digest('hex')], name).toEqual([
        size,
        sha256,
      ]);
    }
    expect(String(entries[`documents/${id}`])).toBe('number: =cmd()');
    expect(manifest.entries.find((entry: Answer) => entry.name === `documents/${id}`).originalName).toBe('=evil.txt');
    expect(String(entries['records.csv'])).toContain(`${record},${id},invoice,number,'=cmd(),read,0.9`);
    expect(JSON.parse(String(entries[`records/${record}.json`])).fields.number.value).toBe('=cmd()');
    const lines = String(entries['tables/documents.jsonl'])
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.find((line) => line.id === id)).not.toHaveProperty('sealed_password');
    if (scope === 'account') {
      expect(String(entries['tables/artifacts.jsonl'])).toContain(artifact);
      expect(String(entries['tables/artifact_versions.jsonl'])).toContain(paragraphs[0]);
    }
    expect('tables/auth_users.jsonl' in entries).toBe(scope === 'me');
    expect('tables/retention_rules.jsonl' in entries).toBe(scope === 'account');
    const other = scope === 'me' ? 'account' : 'me';
    expect((await send('GET', `/exports/${other}/${exportId}`)).status).toBe(404);
  });
});

function unzip(zip: Buffer): Promise<Record<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      const entries: Record<string, Buffer> = {};
      file.on('error', reject);
      file.on('end', () => resolve(entries));
      file.on('entry', (entry) =>
        file.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          entries[entry.fileName] = Buffer.concat(await stream.toArray());
          file.readEntry();
        }),
      );
      file.readEntry();
    });
  });
}

test('erasing needs the id once more', async () => {
  expect((await send('POST', '/workspace/erasure', {})).status).toBe(400);
  const wrong = await send('POST', '/workspace/erasure', { confirm: '00000000-0000-7000-8000-00000000dead' });
  expect([wrong.status, (await readJson(wrong)).code]).toEqual([422, 'erasure.not-confirmed']);
});
