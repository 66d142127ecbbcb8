import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hideItemsOfSource, passageHash, putItem, removeItem } from '../../../src/store/search/items.ts';
import { findModel, listModelStates, type SearchModel } from '../../../src/store/search/models.ts';
import { nearestPassages } from '../../../src/store/search/nearest-passages.ts';
import { searchPassages } from '../../../src/store/search/search-passages.ts';
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

test('a workspace that outgrows comparing is given nearly the same nearest, and no rows of others', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId } = house;
  const model = { id: 'many@1', dimension: 64 };
  await house.put(anItem('all', 'x'));
  await house.inside((trx) => passagesWithoutVectors(trx, { workspaceId, model, limit: 1 }));
  const random = createRandom(5);
  const some = Array.from({ length: EXACT_UP_TO + 500 }, (_, at) => ({
    hash: passageHash(`${at}`),
    vector: randomVector(random, model.dimension),
  }));
  await house.inside(async (trx) => {
    // Passages of one item, each with a vector of its own.
    await sql`insert into search_passages (workspace_id, collection, number, item, hash, text, start_at, end_at)
      select ${workspaceId}::uuid, 1, n, 0, h, 't' || n, 0, 1
      from unnest(${some.map(({ hash }) => hash)}::uuid[]) with ordinality k (h, n)`.execute(trx);
    for (let at = 0; at < some.length; at += 500) {
      await putVectors(trx, { workspaceId, model, vectors: some.slice(at, at + 500) });
    }
  });
  const near = (vector: Float32Array, changing: boolean) =>
    house.inside(async (trx) => {
      const known = await findModel(trx, { workspaceId, id: model.id });
      const asked = { workspaceId, collections: [1], model: known!, vector, limit: 50, changing };
      return (await nearestPassages(trx, asked)).map((one) => one.number);
    });
  // What a transaction that has written reads is compared one by one, and so is exact.
  const shareFound = async () => {
    let same = 0;
    for (let asked = 0; asked < 10; asked += 1) {
      const vector = randomVector(random, model.dimension);
      const found = new Set(await near(vector, false));
      same += (await near(vector, true)).filter((number) => found.has(number)).length;
    }
    return same / 500;
  };
  // Random vectors of few dimensions: the hardest there are.
  expect(await shareFound()).toBeGreaterThan(0.7);
  const nearest = async () => (await near(some[7]!.vector, false))[0];
  expect(await nearest()).toBe(8);
  // A transaction that is taken back leaves nothing in mind.
  const undone = house.inside(async (trx) => {
    const vector = some[7]!.vector;
    await putVectors(trx, { workspaceId, model, vectors: [{ hash: passageHash('undone'), vector }] });
    await searchPassages(trx, { workspaceId, text: '', vector, model: model.id, limit: 1 });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const other = randomVector(random, model.dimension);
  await house.inside((trx) =>
    putVectors(trx, { workspaceId, model, vectors: [{ hash: passageHash('x'), vector: other }] }),
  );
  expect((await near(other, false))[0]).toBe(0);
  // What is dropped is not found, and the rows of codes hold it no more.
  await house.inside((trx) => sql`delete from search_passages where number = 8 and collection = 1`.execute(trx));
  expect(await house.inside((trx) => dropUnusedVectors(trx, { workspaceId, limit: 10 }))).toBe(1);
  expect(await nearest()).not.toBe(8);
  const left = await house.inside((trx) => trx.selectFrom('search_vector_codes').select('entries').execute());
  const bytes = left.reduce((sum, row) => sum + row.entries.length, 0);
  expect(bytes).toBe((some.length - 1 + 1) * (16 + 8 + 16));

  const onServer = opened.database.kind === 'server';
  expect(await tendVectorIndexes(opened.database, workspaceId)).toBe(onServer ? 1 : 0);
  expect(await tendVectorIndexes(opened.database, workspaceId)).toBe(0);
  if (onServer) expect(await shareFound()).toBeGreaterThan(0.7);
});

function randomVector(random: () => number, dimension: number): Float32Array {
  const vector = Float32Array.from({ length: dimension }, () => random() + random() + random() - 1.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('what is kept in mind of the index follows what is put in, hidden and taken out', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId, collectionId } = house;
  await house.put(anItem('a', 'walnut'), anItem('b', 'walnut'));
  expect((await house.find('walnut')).sort()).toEqual(['a', 'b']);
  const hide = (id: string, hidden: boolean) =>
    house.inside((trx) => hideItemsOfSource(trx, { workspaceId, type: 'item', id, hidden }));
  await hide('a', true);
  expect(await house.find('walnut')).toEqual(['b']);
  await hide('a', false);
  await hide('b', true);
  expect(await house.find('walnut')).toEqual(['a']);
  await hide('b', false);
  await house.inside((trx) => removeItem(trx, { workspaceId, collectionId, itemId: 'a' }));
  expect(await house.find('walnut')).toEqual(['b']);
  await house.put(anItem('c', 'walnut'));
  expect((await house.find('walnut')).sort()).toEqual(['b', 'c']);
  const undone = house.inside(async (trx) => {
    await putItem(trx, { workspaceId, collectionId, item: anItem('d', 'walnut') });
    const { hits } = await searchPassages(trx, { workspaceId, text: 'walnut', limit: 9 });
    expect(hits).toHaveLength(3);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await house.put(anItem('e', 'chestnut'));
  expect((await house.find('walnut')).sort()).toEqual(['b', 'c']);
});
