// Searching over HTTP, around the toy reader: what enters and leaves the index, filters, facets, pages, and hostile questions.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SheafError } from '../../src/errors.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { addDocument, find, send, settled } from '../support/search-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { createToyNlp, type ToyNlp } from '../support/toy-nlp.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let server: TestServer;
let nlp: ToyNlp;
beforeAll(async () => {
  nlp = createToyNlp();
  server = await startTestServer({ nlp });
});
afterAll(() => server.stop());

const idsOf = (answer: { items: { id: string }[] }): string[] => answer.items.map(({ id }) => id);

describe('documents and records', () => {
  test('are found by their words, with the place where they stand', async () => {
    const id = await addDocument(server, 'walnut.txt', 'number: W-1\nThe walnut cupboards were delivered on Friday.');
    const { items, status, total } = await find(server, 'walnut cupboard', '&collection=documents');
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      kind: 'document',
      id,
      document: id,
      title: 'walnut.txt',
      collection: 'documents',
    });
    expect(items[0].href).toBe(`/api/v1/documents/${id}`);
    const [passage] = items[0].passages;
    expect(passage.page).toBe(1);
    const marked = passage.highlights.map(({ start, end }: { start: number; end: number }) =>
      passage.text.slice(start, end),
    );
    expect(marked).toEqual(['walnut', 'cupboards']);
    expect(passage.highlights[0].boxes).toEqual([{ page: 1, box: [10, 10, 585, 400] }]);
    expect(status).toBe('model');
  });

  test('a record is found by a value, and leads to its document', async () => {
    const id = await addDocument(server, 'rec.txt', 'number: ZX-4711');
    const { items } = await find(server, 'ZX-4711', '&collection=records');
    expect(items[0]).toMatchObject({ kind: 'record', title: 'Invoice ZX-4711', document: id });
  });

  test('a correction is found, and what it replaced no more', async () => {
    await addDocument(server, 'fix.txt', 'number: OLDNUMBER77');
    const before = await find(server, 'OLDNUMBER77', '&collection=records');
    const record = before.items[0].id;
    await send(server, 'PATCH', `/records/${record}`, { fields: { number: 'NEWNUMBER88' } }, { 'if-match': '"1"' });
    await settled(server);
    expect(idsOf(await find(server, '"NEWNUMBER88"', '&collection=records'))).toEqual([record]);
    expect(idsOf(await find(server, '"OLDNUMBER77"', '&collection=records'))).toEqual([]);
  });

  test('what is in the trash is not found, from the moment on when it is there; restored, it is', async () => {
    const id = await addDocument(server, 'trash.txt', 'number: T-1\nquixotic zeppelins');
    const both = async () => idsOf(await find(server, '"quixotic zeppelins"', '&collection=documents'));
    expect(await both()).toEqual([id]);
    expect((await send(server, 'DELETE', `/documents/${id}`)).status).toBe(204);
    expect(await both()).toEqual([]);
    expect(idsOf(await find(server, '"T-1"', '&collection=records'))).toEqual([]);
    expect((await send(server, 'POST', `/documents/${id}/restore`)).status).toBe(204);
    expect(await both()).toEqual([id]);
    expect(idsOf(await find(server, '"T-1"', '&collection=records'))).toHaveLength(1);
  });

  test('quarantined text is not found', async () => {
    const strict = await startTestServer({ env: { HIDDEN_TEXT_POLICY: 'quarantine' } });
    try {
      await addDocument(strict, 'hides.txt', 'number: H-1\nhides: gargoyles\nmarmalade');
      expect((await find(strict, 'marmalade')).items).toEqual([]);
    } finally {
      await strict.stop();
    }
  });

  test('a misspelt word is corrected, and says so', async () => {
    const id = await addDocument(server, 'spelling.txt', 'number: S-1\nthe chandelier over the staircase');
    const answer = await find(server, 'chandeleir', '&collection=documents');
    expect(idsOf(answer)).toContain(id);
    expect(answer).toMatchObject({
      corrections: [{ word: 'chandeleir', corrected: 'chandelier' }],
      correctedText: 'chandelier',
    });
  });
});

describe('filters, facets and pages', () => {
  let collection: string;
  beforeAll(async () => {
    collection = (await send(server, 'POST', '/collections', { name: 'parts' })).body.id;
    const items = Array.from({ length: 25 }, (_, i) => ({
      id: `part-${i}`,
      title: `Gasket ${i}`,
      text: 'rubber gasket for pumps',
      language: 'en',
      facets: { size: i, made: `2026-0${1 + (i % 9)}-15`, colour: i % 2 ? ['red'] : ['blue', 'green'] },
    }));
    expect((await send(server, 'PUT', `/collections/${collection}/items`, { items })).body).toEqual({
      put: 25,
      unchanged: 0,
    });
    await settled(server);
  });

  const count = async (filter: string) =>
    (await find(server, 'gasket', `&collection=parts&limit=50${filter}`)).items.length;

  test.each([
    ['&filter=size:3', 1],
    ['&filter=size:3,4,5', 3],
    ['&filter=size:10..12', 3],
    ['&filter=size:20..', 5],
    ['&filter=made:..2026-02-28', 6],
    ['&filter=colour:red', 12],
    ['&filter=colour:red&filter=size:1..5', 3],
    ['&filter=colour:"red"', 12],
    ['&filter=colour:mauve', 0],
    ['&filter=nothing:x', 0],
  ])('%s lets %i through', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  test('facets are counted', async () => {
    const { facets } = await find(server, 'gasket', '&collection=parts&facets=colour');
    expect(facets.colour).toEqual(
      expect.arrayContaining([
        { value: 'red', count: 12 },
        { value: 'blue', count: 13 },
      ]),
    );
  });

  test('pages follow each other without a gap or a repetition', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await find(server, 'gasket', `&collection=parts&limit=7${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...idsOf(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  test('a cursor of another question is refused', async () => {
    const { nextCursor } = await find(server, 'gasket', '&collection=parts&limit=5');
    const response = await apiFetch(`${server.url}/api/v1/search?q=pump&cursor=${nextCursor}`);
    expect(response.status).toBe(400);
  });
});

describe('collections', () => {
  test('are made, renamed, filled, listed and deleted with all that was in them', async () => {
    const made = (await send(server, 'POST', '/collections', { name: 'notes' })).body;
    expect(made).toMatchObject({ name: 'notes', kind: 'custom', items: 0 });
    expect((await send(server, 'POST', '/collections', { name: 'notes' })).body.code).toBe('search.name-taken');
    const renamed = await send(server, 'PATCH', `/collections/${made.id}`, { name: 'memos' }, { 'if-match': '"1"' });
    expect(renamed.body).toMatchObject({ name: 'memos', version: 2 });
    expect(
      (await send(server, 'PATCH', `/collections/${made.id}`, { name: 'x' }, { 'if-match': '"1"' })).body.code,
    ).toBe('search.changed');
    const item = { title: 'A memo', text: 'the platypus sleeps' };
    expect((await send(server, 'PUT', `/collections/${made.id}/items/m 1`, item)).body).toEqual({
      put: 1,
      unchanged: 0,
    });
    expect((await send(server, 'PUT', `/collections/${made.id}/items/m 1`, item)).body).toEqual({
      put: 0,
      unchanged: 1,
    });
    const [hit] = (await find(server, 'platypus', '&collection=memos')).items;
    expect(hit).toMatchObject({ kind: 'item', id: 'm 1', document: null, passages: [{ page: null, boxes: [] }] });
    expect((await send(server, 'GET', hit.href.replace('/api/v1', ''))).body).toMatchObject({
      id: 'm 1',
      title: 'A memo',
    });
    expect((await send(server, 'DELETE', `/collections/${made.id}`)).status).toBe(204);
    expect((await send(server, 'GET', `/collections/${made.id}`)).body.code).toBe('search.collection-unknown');
    expect((await find(server, 'platypus')).items).toEqual([]);
  });

  test('those of documents and records are not for people to fill or delete', async () => {
    const { items } = (await send(server, 'GET', '/collections')).body;
    const documents = items.find(({ kind }: { kind: string }) => kind === 'documents');
    const item = { title: 'x', text: 'y' };
    for (const [method, path, body] of [
      ['DELETE', ''],
      ['PUT', '/items/a', item],
      ['DELETE', '/items/a'],
      ['PUT', '/items', { items: [{ ...item, id: 'a' }] }],
    ] as const) {
      const answer = await send(server, method, `/collections/${documents.id}${path}`, body);
      expect(answer, `${method} ${path}`).toMatchObject({ status: 409, body: { code: 'search.built-in' } });
    }
  });

  test('a request over the limits puts nothing in', async () => {
    const { id } = (await send(server, 'POST', '/collections', { name: 'limits' })).body;
    const items = Array.from({ length: 101 }, (_, i) => ({ id: `${i}`, title: 't', text: 'x' }));
    expect((await send(server, 'PUT', `/collections/${id}/items`, { items })).status).toBe(400);
    const long = { id: 'a', title: 't', text: 'x'.repeat(200_001) };
    expect((await send(server, 'PUT', `/collections/${id}/items`, { items: [long] })).status).toBe(400);
    expect((await send(server, 'GET', `/collections/${id}`)).body.items).toBe(0);
  });
});

describe('when no model answers', () => {
  test('words are searched, and the answer says so', async () => {
    nlp.hold = async () => {
      throw new SheafError('models.unavailable');
    };
    const { items, status } = await find(server, 'walnut');
    nlp.hold = async () => {};
    expect(items.length).toBeGreaterThan(0);
    expect(status).toBe('fallback');
  });

  test('nobody waits for one that is slow', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    nlp.hold = ({ urgency }) => (urgency === 'interactive' ? promise : Promise.resolve());
    const answer = await find(server, 'walnut delivered');
    resolve();
    nlp.hold = async () => {};
    expect(answer.status).toBe('text-only');
    expect(answer.items.length).toBeGreaterThan(0);
  });
});

test('another model takes over while the old one answers, and nothing is lost meanwhile', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  nlp.turnInto('toy@2');
  nlp.hold = ({ urgency }) => (urgency === 'background' ? promise : Promise.resolve());
  await addDocumentNow('reembed.txt', 'number: R-1\nthe harpsichord was tuned');
  expect((await find(server, 'harpsichord')).items.length).toBeGreaterThan(0);
  const states = async () => (await send(server, 'GET', '/collections')).body.items;
  expect((await states()).some(({ nextModel }: { nextModel: string | null }) => nextModel === 'toy@2')).toBe(true);
  resolve();
  nlp.hold = async () => {};
  await settled(server);
  for (const { model, nextModel } of await states()) expect([model, nextModel]).toEqual(['toy@2', null]);
  expect((await find(server, 'harpsichord tuned', '&collection=documents')).status).toBe('model');
  const models = await server.inside.services.db.selectFrom('search_models').select('id').execute();
  expect(models.length).toBe(2);
});

async function addDocumentNow(name: string, content: string): Promise<void> {
  const { upload, finishedRun } = await import('../support/test-server.ts');
  const [uploaded] = await upload(server.url, { [name]: content });
  await finishedRun(server.url, uploaded!.run, 60_000);
  await expect
    .poll(async () => (await find(server, name.split('.')[0]!)).items.length, { timeout: 30_000 })
    .toBeGreaterThan(0);
}

describe('hostile questions', () => {
  test.each([
    '"',
    '-',
    '*',
    "'; drop table search_items; --",
    '((((((((',
    '\u202e\u0000\ud800',
    '%00%ff',
    '🎉'.repeat(400),
    'a* b* c* d* e* f*',
    '-"x y" -z "',
    '\\',
    '"a'.repeat(300),
  ])('%j is answered', async (q) => {
    const response = await apiFetch(`${server.url}/api/v1/search?q=${encodeURIComponent(q.toWellFormed())}`);
    expect([200, 400]).toContain(response.status);
  });

  test.each([
    '&filter=x',
    '&filter=:x',
    '&filter=a:..',
    '&filter=a:,',
    '&limit=0',
    '&limit=1000',
    '&cursor=zzz',
    '&collection=',
  ])('%s is refused in words', async (rest) => {
    const response = await apiFetch(`${server.url}/api/v1/search?q=x${rest}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('a collection that is not there, or another workspace’s, is not there', async () => {
    expect((await send(server, 'GET', '/search?q=x&collection=nope')).body.code).toBe('search.collection-unknown');
  });

  test('names of facets that are names of the language do no harm', async () => {
    const bare = await find(server, 'walnut', '&facets=__proto__');
    expect(bare.items.length).toBeGreaterThan(0);
    expect((await find(server, 'walnut', '&filter=__proto__:x')).code).toBe('request.invalid');
    for (const name of ['constructor', 'toString']) {
      const answer = await find(server, 'walnut', `&filter=${name}:x&facets=${name}`);
      expect(answer, name).toMatchObject({ items: [] });
    }
  });
});
