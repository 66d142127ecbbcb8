// Saved searches over HTTP: whose they are, and that each new thing is told of once.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { embedPassages } from '../../src/actions/embed-passages.ts';
import { indexDocument } from '../../src/actions/index-document.ts';
import { tellSavedSearches } from '../../src/actions/search-upkeep.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { addDocument, noticesAbout, send, settled } from '../support/search-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let server: TestServer;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestServer();
  workspaceId = (await server.inside.services.db.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(() => server.stop());

const save = async (q: string, rest: object = {}) =>
  (await send(server, 'POST', '/saved-searches', { name: q, q, alert: 'immediately', ...rest })).body;
const toldOf = (id: string) => noticesAbout(server, id);
const remove = (id: string) => send(server, 'DELETE', `/saved-searches/${id}`);

test('are made, listed, changed and deleted', async () => {
  const made = await save('turbines', { alert: 'off', filters: { type: 'invoice' } });
  expect(made).toMatchObject({ q: 'turbines', alert: 'off', filters: { type: 'invoice' }, collections: null });
  expect((await send(server, 'GET', '/saved-searches')).body.items).toEqual([made]);
  const path = `/saved-searches/${made.id}`;
  const changed = await send(server, 'PATCH', path, { alert: 'daily' }, { 'if-match': '"1"' });
  expect(changed.body).toMatchObject({ alert: 'daily', version: 2 });
  expect((await send(server, 'PATCH', path, { alert: 'off' }, { 'if-match': '"1"' })).body.code).toBe('search.changed');
  expect((await send(server, 'PATCH', path, { alert: 'off' })).status).toBe(428);
  expect((await remove(made.id)).status).toBe(204);
  expect((await send(server, 'GET', path)).body.code).toBe('search.saved-unknown');
});

test('not more than fifty of one person', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 50; i++) ids.push((await save(`word${i}`, { alert: 'off' })).id);
  expect((await save('one more')).code).toBe('search.too-many');
  for (const id of ids) await remove(id);
});

describe('alerts', () => {
  test('come once of a new document, though its record is found too, however often it is indexed', async () => {
    const { id } = await save('periwinkle shells');
    const documentId = await addDocument(server, 'shells.txt', 'number: PERI-1\nsome periwinkle shells');
    expect(await toldOf(id)).toMatchObject([
      { kind: 'search.new-hits', user_ids: [expect.any(String)], data: { name: 'periwinkle shells', hits: 1 } },
    ]);
    const job = { workspaceId, documentId, requestId: null };
    const { services } = server.inside;
    await Promise.all([indexDocument(services, job), indexDocument(services, job)]);
    await indexDocument(services, job, { notSince: new Date() });
    await settled(server);
    expect(await toldOf(id)).toHaveLength(1);
    await remove(id);
  });

  test('do not come of what was there before', async () => {
    await addDocument(server, 'before.txt', 'number: B-1\nold aubergines');
    const { id } = await save('aubergines');
    await send(server, 'POST', '/search/rebuild');
    await settled(server);
    expect(await toldOf(id)).toEqual([]);
    await addDocument(server, 'after.txt', 'number: B-2\nnew aubergines');
    expect(await toldOf(id)).toHaveLength(1);
    await remove(id);
  });

  test.each([
    ['one word is missing', { q: 'copper kettle lid' }, 0],
    ['an excluded word is there', { q: 'copper -kettle' }, 0],
    ['the phrase is another', { q: '"kettle copper"' }, 0],
    ['the phrase is there', { q: '"copper kettle"' }, 1],
    ['a word is only begun', { q: 'kett*' }, 1],
    ['the filter lets it through', { q: 'copper', filters: { mediaType: ['text/plain', 'x'] } }, 1],
    ['the filter does not', { q: 'copper', filters: { mediaType: 'image/png' } }, 0],
    ['another collection is searched', { q: 'copper', collections: ['records'] }, 0],
  ])('%s', async (_why, search, expected) => {
    const { id } = await save(search.q, search);
    await addDocument(server, `kettle-${id}.txt`, `number: ${id.slice(-6)}\na copper kettle`);
    expect(await toldOf(id)).toHaveLength(expected);
    await remove(id);
  });

  test('by meaning: of what says nearly the same, once', async () => {
    const { id } = await save('delivery of walnut furniture to the warehouse in Lyon by truck');
    await settled(server);
    await addDocument(server, 'lyon.txt', 'delivery of walnut furniture to the warehouse in Lyon by ship');
    expect(await toldOf(id)).toHaveLength(1);
    await embedPassages(
      server.inside.services,
      { workspaceId, requestId: null },
      {
        signal: new AbortController().signal,
        progress: () => {},
      },
    );
    expect(await toldOf(id)).toHaveLength(1);
    const { db } = server.inside.services;
    const [hit] = await inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('saved_search_hits').selectAll().where('saved_search_id', '=', id).execute(),
    );
    expect(hit!.way).toBe('meaning');
    await remove(id);
  });

  test('by the day: all in one notice, never an empty one, never twice', async () => {
    const { id } = await save('marigold', { alert: 'daily' });
    for (const n of [1, 2]) await addDocument(server, `marigold-${n}.txt`, `number: M-${n}\nmarigold seeds`);
    const gone = await addDocument(server, 'marigold-3.txt', 'number: M-3\nmarigold seeds');
    await send(server, 'DELETE', `/documents/${gone}`);
    expect(await toldOf(id)).toEqual([]);
    const { services } = server.inside;
    await tellSavedSearches(services);
    await tellSavedSearches(services);
    expect((await toldOf(id)).map(({ data }) => data.hits)).toEqual([2]);
    await remove(id);
  });

  test('rest while their maker may not search', async () => {
    const { id } = await save('rhubarb');
    const { db } = server.inside.services;
    const membership = await inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('memberships').selectAll().executeTakeFirstOrThrow(),
    );
    await inWorkspace(db, workspaceId, (trx) =>
      trx.updateTable('saved_searches').set({ made_by: crypto.randomUUID() }).where('id', '=', id).execute(),
    );
    await addDocument(server, 'rhubarb-1.txt', 'number: RH-1\nrhubarb');
    expect(await toldOf(id)).toEqual([]);
    await inWorkspace(db, workspaceId, (trx) =>
      trx.updateTable('saved_searches').set({ made_by: membership.user_id }).where('id', '=', id).execute(),
    );
    await addDocument(server, 'rhubarb-2.txt', 'number: RH-2\nrhubarb');
    expect(await toldOf(id)).toHaveLength(1);
  });
});
