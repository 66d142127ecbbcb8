// Documents that come out of others, and the progress of what came in together.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { purgeTrash } from '../../src/actions/purge.ts';
import { readDocument } from '../../src/actions/read-document.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { apiFetch } from '../support/api-fetch.ts';
import {
  type Answer,
  finishedRun,
  form,
  getJson,
  readJson,
  startTestServer,
  type TestServer,
  upload,
} from '../support/test-server.ts';

let server: TestServer;
let api: string;
beforeAll(async () => {
  server = await startTestServer({ env: { HIDDEN_TEXT_POLICY: 'quarantine' } });
  api = `${server.url}/api/v1`;
});
afterAll(() => server.stop());

const get = (path: string): Promise<Answer> => getJson(`${api}${path}`);
const send = (method: string, path: string, body?: unknown) =>
  apiFetch(`${api}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
const childrenOf = async (id: string): Promise<Answer[]> => (await get(`/documents?parent=${id}`)).items;

async function finishedBatch(id: string): Promise<Answer> {
  for (;;) {
    const batch = await get(`/batches/${id}`);
    if (batch.finished) return batch;
    await sleep(30);
  }
}

async function uploadContainer(text: string, fields: Record<string, string> = {}) {
  const [document] = await upload(server.url, { 'mail.eml': text }, fields);
  await finishedBatch(document!.batch);
  return document!;
}

test('what a file holds becomes documents of their own, linked to it in its order', async () => {
  const mail = await uploadContainer('number: M-1\nholds: a.txt=number: A-1;b.zip=>in.txt~number: B-1');
  const children = await childrenOf(mail.id);
  expect(children.map(({ name, state, parent }) => [name, state, parent])).toEqual([
    ['a.txt', 'extracted', { id: mail.id, name: 'mail.eml', position: 1 }],
    ['b.zip', 'review_pending', { id: mail.id, name: 'mail.eml', position: 2 }],
  ]);
  expect(await get(`/documents/${mail.id}`)).toMatchObject({ parent: null, children: 2, batch: mail.batch });
  const [inner] = await childrenOf(children[1].id);
  expect(inner).toMatchObject({ name: 'in.txt', parent: { position: 1 }, children: 0, batch: mail.batch });
  const records = (await get(`/records?document=${inner.id}`)).items;
  expect(records[0].fields.number.value).toBe('B-1');
  const top = (await get('/documents?parent=none')).items.map(({ id }: Answer) => id);
  expect(top).toContain(mail.id);
  expect(top).not.toContain(inner.id);
  const events = (await get(`/audit?target=${inner.id}`)).items;
  expect(events[0]).toMatchObject({ action: 'document.uploaded', details: { parent: children[1].id } });
});

test('they inherit the password and the type that were given with it', async () => {
  const mail = await uploadContainer('holds: a.txt=number: A-1|password: hunter22', {
    password: 'hunter22',
    type: 'invoice',
  });
  expect(await childrenOf(mail.id)).toMatchObject([{ state: 'extracted', typeHint: 'invoice' }]);
});

test('reading it again makes none twice, nor one that lies in the trash', async () => {
  const { services } = server.inside;
  const mail = await uploadContainer('number: M-2\nholds: a.txt=number: A-1;b.txt=hides: gold');
  const [first] = await childrenOf(mail.id);
  await send('DELETE', `/documents/${first.id}`);
  const workspaceId = (await get('/workspaces')).items[0].id;
  const job = { workspaceId, documentId: mail.id, runId: mail.run, requestId: null };
  await inWorkspace(services.db, workspaceId, (trx) =>
    trx.updateTable('runs').set({ finished_at: null, status: 'running' }).where('id', '=', mail.run).execute(),
  );
  await inWorkspace(services.db, workspaceId, (trx) =>
    trx.deleteFrom('records').where('document_id', '=', mail.id).execute(),
  );
  await readDocument(services, job, new AbortController().signal);
  expect((await childrenOf(mail.id)).map(({ name }) => name)).toEqual(['b.txt']);
});

describe('in the trash', () => {
  test('they go and come with what they came out of, but not one that was deleted for itself', async () => {
    const mail = await uploadContainer('number: T-1\nholds: a.txt=number: A-1;b.zip=>in.txt~number: B-1');
    const [a, b] = await childrenOf(mail.id);
    const [inner] = await childrenOf(b.id);
    expect((await send('DELETE', `/documents/${a.id}`)).status).toBe(204);
    expect((await send('DELETE', `/documents/${mail.id}`)).status).toBe(204);
    for (const id of [b.id, inner.id]) expect((await apiFetch(`${api}/documents/${id}`)).status).toBe(404);
    const refused = await send('POST', `/documents/${a.id}/restore`);
    expect((await readJson(refused)).code).toBe('trash.parent-deleted');
    expect((await send('POST', `/documents/${mail.id}/restore`)).status).toBeLessThan(300);
    expect((await childrenOf(mail.id)).map(({ id }) => id)).toEqual([b.id]);
    expect((await get(`/documents/${inner.id}`)).records).toHaveLength(1);
  });

  test('a hold on one keeps all of it', async () => {
    const mail = await uploadContainer('number: H-1\nholds: a.txt=number: A-1');
    const [child] = await childrenOf(mail.id);
    const hold = await readJson(
      await send('POST', '/holds', { scope: 'document', targetId: child.id, reason: 'suit' }),
    );
    expect((await readJson(await send('DELETE', `/documents/${mail.id}`))).code).toBe('hold.stands');
    await send('POST', `/holds/${hold.id}/release`);
    expect((await send('DELETE', `/documents/${mail.id}`)).status).toBe(204);
  });

  test('what went with it is gone for good with it, and their files', async () => {
    const mail = await uploadContainer('number: P-1\nholds: a.txt=number: only-here-1');
    const [child] = await childrenOf(mail.id);
    await send('DELETE', `/documents/${mail.id}`);
    await purgeTrash(server.inside.services, new Date(Date.now() + 1000));
    for (const id of [mail.id, child.id]) {
      expect((await readJson(await send('POST', `/documents/${id}/restore`))).code).toBe('trash.not-found');
    }
    await expect(server.inside.services.blobs.read(child.sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' });
  });
});

test('each is kept in quarantine for itself; what holds nothing back opens', async () => {
  const mail = await uploadContainer('number: Q-1\nholds: a.txt=hides: gold;b.txt=number: B-1');
  expect((await childrenOf(mail.id)).map(({ state }) => state)).toEqual(['quarantined', 'extracted']);
});

describe('a batch', () => {
  test('counts what came in together, and what came out of it', async () => {
    const [one] = await upload(server.url, {
      'a.txt': 'number: A-1',
      'b.txt': 'fail: file.corrupt',
      'c.eml': 'number: 1\nholds: d.txt=x',
    });
    expect(await finishedBatch(one!.batch)).toMatchObject({
      documents: 4,
      held: 1,
      states: { extracted: 2, failed: 1, review_pending: 1 },
      finished: true,
    });
    expect((await get(`/documents?batch=${one!.batch}`)).items).toHaveLength(4);
  });

  test('can be joined by a later upload of the same workspace', async () => {
    const [one] = await upload(server.url, { 'a.txt': 'number: A-1' });
    const more = (query: string) =>
      apiFetch(`${api}/documents?batch=${query}`, { method: 'POST', body: form({ 'b.txt': 'number: B-1' }) });
    expect((await readJson(await more(one!.batch))).batch).toBe(one!.batch);
    expect((await finishedBatch(one!.batch)).documents).toBe(2);
    expect(await readJson(await more(crypto.randomUUID()))).toMatchObject({ status: 404, code: 'batch.not-found' });
  });

  test('streams its progress until nothing of it waits', async () => {
    const [one] = await upload(server.url, { 'a.txt': 'slow: 300\nnumber: A-1', 'b.txt': 'number: B-1' });
    const text = await (await apiFetch(`${api}/batches/${one!.batch}/events`)).text();
    const events = text.split('\n\n').filter((event) => event.includes('event: '));
    expect(events.at(-1)).toContain('event: finished');
    const last = JSON.parse(/data: (.*)/.exec(events.at(-1)!)![1]!);
    expect(last).toMatchObject({ documents: 2, finished: true, states: { extracted: 2 } });
    expect(events[0]).toContain('event: progress');
  });
});

test('a quota that has no room for them fails the whole, which can be read again later', async () => {
  const small = await startTestServer({ env: { DEFAULT_TIER: 'free', TIER_FREE: '2/100/10000' } });
  try {
    const [mail] = await upload(small.url, { 'mail.eml': 'number: M-1\nholds: a.txt=1;b.txt=2' });
    const run = await finishedRun(small.url, mail!.run);
    expect(run).toMatchObject({ status: 'failed', error: { code: 'quota.exceeded' }, records: [] });
    expect(await getJson(`${small.url}/api/v1/documents/${mail!.id}`)).toMatchObject({ state: 'failed', children: 0 });
  } finally {
    await small.stop();
  }
});
