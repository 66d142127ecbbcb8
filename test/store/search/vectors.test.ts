import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passageHash, removeItem } from '../../../src/store/search/items.ts';
import { listModelStates, type SearchModel } from '../../../src/store/search/models.ts';
import { nearestPassages } from '../../../src/store/search/nearest-passages.ts';
import { EXACT_UP_TO, tendVectorIndexes } from '../../../src/store/search/vector-index.ts';
import {
  dropUnusedVectors,
  dropVectorsOfOtherModels,
  passagesWithoutVectors,
  putVectors,
} from '../../../src/store/search/vectors.ts';
import { anItem, openSearchHouse, type SearchHouse } from '../../support/search-house.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.remove());

const first: SearchModel = { id: 'first@1', dimension: 3 };
const second: SearchModel = { id: 'second@1', dimension: 4 };

/** Meaning of a text for these tests: the share of its letters. */
function meaningOf(text: string, { dimension }: SearchModel): Float32Array {
  const letters = ['a', 'b', 'c', 'd'].slice(0, dimension);
  const counts = Float32Array.from(letters, (letter) => 0.01 + text.split(letter).length - 1);
  const length = Math.hypot(...counts);
  return counts.map((count) => count / length);
}

async function embedSome(house: SearchHouse, model: SearchModel, limit = 100): Promise<string[]> {
  const { workspaceId } = house;
  const missing = await house.inside((trx) => passagesWithoutVectors(trx, { workspaceId, model, limit }));
  const vectors = missing.map(({ hash, text }) => ({ hash, vector: meaningOf(text, model) }));
  await house.inside((trx) => putVectors(trx, { workspaceId, model, vectors }));
  return missing.map(({ text }) => text);
}

const ask = async (house: SearchHouse, text: string, model: SearchModel, more = {}) =>
  house.ask('', { vector: meaningOf(text, model), model: model.id, ...more });

test('a text is embedded once, wherever it stands, and again only when it changes', async () => {
  const house = await openSearchHouse(opened);
  await house.put(anItem('one', ['aa', 'bb']), anItem('two', ['bb', 'cc']));
  expect((await embedSome(house, first)).sort()).toEqual(['aa', 'bb', 'cc']);
  expect(await embedSome(house, first)).toEqual([]);
  await house.put(anItem('one', ['aa', 'new', 'bb']));
  expect(await embedSome(house, first)).toEqual(['new']);
  expect((await ask(house, 'aa', first)).hits[0]).toMatchObject({ itemId: 'one', score: { meaningRank: 1 } });
});

test('so many are given as were asked for, and all in the end', async () => {
  const house = await openSearchHouse(opened);
  await house.put(...Array.from({ length: 7 }, (_, at) => anItem(`i${at}`, `text a${at}`)));
  const given: number[] = [];
  for (let some = await embedSome(house, first, 3); some.length > 0; some = await embedSome(house, first, 3)) {
    given.push(some.length);
  }
  expect(given).toEqual([3, 3, 1]);
});

test('while a model is exchanged the old one answers; two are never mixed', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId } = house;
  await house.put(anItem('a', 'aaa'), anItem('b', 'bbb'), anItem('c', 'ccc'));
  while ((await embedSome(house, first)).length > 0);
  const state = async () => (await house.inside((trx) => listModelStates(trx, workspaceId)))[0];
  expect(await state()).toMatchObject({ serving: first.id, building: null });

  expect(await embedSome(house, second, 2)).toHaveLength(2);
  expect(await state()).toMatchObject({ serving: first.id, building: second.id });
  expect((await ask(house, 'b', first)).hits[0]?.itemId).toBe('b');
  expect(await ask(house, 'b', second)).toMatchObject({ hits: [], meaning: 'none' });

  while ((await embedSome(house, second)).length > 0);
  expect(await state()).toMatchObject({ serving: second.id, building: null });
  expect((await ask(house, 'b', second)).hits[0]?.itemId).toBe('b');
  expect(await ask(house, 'b', first)).toMatchObject({ hits: [], meaning: 'none' });

  expect(await house.inside((trx) => dropVectorsOfOtherModels(trx, { workspaceId, limit: 2 }))).toBe(2);
  expect(await house.inside((trx) => dropVectorsOfOtherModels(trx, { workspaceId, limit: 2 }))).toBe(1);
  expect((await ask(house, 'b', second)).hits[0]?.itemId).toBe('b');
});

test('a model that comes with another dimension, or a vector that is none, is refused', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId } = house;
  await house.put(anItem('a', 'aaa'));
  await embedSome(house, first);
  const mismatch = { code: 'search.model-mismatch' };
  const put = (model: SearchModel, vector: number[]) =>
    house.inside((trx) =>
      putVectors(trx, { workspaceId, model, vectors: [{ hash: passageHash('x'), vector: Float32Array.from(vector) }] }),
    );
  await expect(put({ ...first, dimension: 4 }, [1, 0, 0, 0])).rejects.toMatchObject(mismatch);
  await expect(put(first, [1, 0])).rejects.toMatchObject(mismatch);
  await expect(put(first, [1, 0, Number.NaN])).rejects.toMatchObject(mismatch);
});

test('vectors of texts that are gone are dropped, others stay', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId, collectionId } = house;
  await house.put(anItem('a', 'aaa'), anItem('b', 'bbb'));
  await embedSome(house, first);
  await house.inside((trx) => removeItem(trx, { workspaceId, collectionId, itemId: 'a' }));
  expect(await house.inside((trx) => dropUnusedVectors(trx, { workspaceId, limit: 10 }))).toBe(1);
  expect((await ask(house, 'a', first)).hits.map((hit) => hit.itemId)).toEqual(['b']);
});

test('words and meaning together find what either finds, with the parts of the score told', async () => {
  const house = await openSearchHouse(opened);
  await house.put(anItem('words', 'zebra ddd'), anItem('meaning', 'aab'), anItem('both', 'zebra aab'));
  await embedSome(house, first);
  const { hits, meaning } = await house.ask('zebra', { vector: meaningOf('aab', first), model: first.id });
  expect(meaning).toBe('all');
  expect(hits[0]).toMatchObject({
    itemId: 'both',
    score: { textRank: expect.any(Number), meaningRank: expect.any(Number) },
  });
  expect(hits.map((hit) => hit.itemId).sort()).toEqual(['both', 'meaning', 'words']);
});

test('filters hold for meaning too', async () => {
  const house = await openSearchHouse(opened);
  await house.put(anItem('a', 'aaa', { facets: { kind: 'x' } }), anItem('b', 'aab', { facets: { kind: 'y' } }));
  await embedSome(house, first);
  expect((await ask(house, 'aaa', first, { filters: { kind: 'y' } })).hits.map((hit) => hit.itemId)).toEqual(['b']);
  expect((await ask(house, 'aaa', first, { filters: { kind: 'z' } })).hits).toEqual([]);
});

test('a workspace that outgrows comparing gets an index of its own, which gives the same nearest and no rows of others', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId } = house;
  const model = { id: 'many@1', dimension: 4 };
  await house.put(anItem('all', 'x'));
  await embedSome(house, model);
  expect(await tendVectorIndexes(opened.database, workspaceId)).toBe(0);
  await house.inside(async (trx) => {
    // Passages of one item, each with a vector of its own on a spiral.
    await sql`insert into search_passages (workspace_id, collection, number, item, hash, text, start_at, end_at)
      select ${workspaceId}::uuid, 1, n, 0, md5('spiral' || n)::uuid, 't' || n, 0, 1 from generate_series(1, ${EXACT_UP_TO + 500}::integer) n`.execute(
      trx,
    );
    await sql`insert into search_vectors (workspace_id, model, hash, embedding)
      select ${workspaceId}::uuid, 1, md5('spiral' || n)::uuid,
        l2_normalize(array[cos(n), sin(n), cos(n * 0.7), sin(n * 0.7)]::real[]::halfvec)
      from generate_series(1, ${EXACT_UP_TO + 500}::integer) n`.execute(trx);
  });
  const question = {
    workspaceId,
    collections: [1],
    model: 1,
    vector: Float32Array.from([0.5, 0.5, 0.5, 0.5]),
    limit: 50,
  };
  const near = () => house.inside((trx) => nearestPassages(trx, question));
  const exact = await near();
  expect(await tendVectorIndexes(opened.database, workspaceId)).toBe(1);
  expect(await tendVectorIndexes(opened.database, workspaceId)).toBe(0);
  const indexed = await near();
  const same = indexed.filter((one) => exact.some((other) => other.number === one.number));
  expect(same.length).toBeGreaterThanOrEqual(45);
  const plan = await house.inside(async (trx) => {
    await sql`select set_config('hnsw.ef_search', '50', true)`.execute(trx);
    return sql<{ 'QUERY PLAN': string }>`explain select hash from search_vectors
      where workspace_id = ${workspaceId} and model = 1
      order by (embedding::halfvec(4)) <#> ${'[0.5,0.5,0.5,0.5]'}::halfvec limit 50`.execute(trx);
  });
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using search_vectors_\w+_1_idx/);
});
