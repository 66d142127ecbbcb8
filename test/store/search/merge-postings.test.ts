import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLOCK_SIZE, firstKey } from '../../../src/search/postings.ts';
import { hideItemsOfSource, removeItem } from '../../../src/store/search/items.ts';
import { mergePostings } from '../../../src/store/search/merge-postings.ts';
import { anItem, openSearchHouse, type SearchHouse } from '../../support/search-house.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.remove());

/** As if as many passages had come and gone again. */
const goOnFrom = (house: SearchHouse, block: number) =>
  house.inside((trx) =>
    sql`update search_collections set next_number = greatest(next_number, ${block * BLOCK_SIZE}::integer)`.execute(trx),
  );

const blocks = [0, 1, 2, 7, 8, 9, 20, 63, 64, 130, 511, 512, 700, 1030];
const lastFull = 1024;

async function fill(house: SearchHouse): Promise<void> {
  for (const [at, block] of blocks.entries()) {
    await goOnFrom(house, block);
    await house.put(
      anItem(`b${block}`, ['oak table', `chair number ${block}`], {
        title: `Furniture ${block}`,
        facets: { wood: at % 2 ? 'oak' : 'elm', block },
      }),
      anItem(`c${block}`, `oak oak oak ${'bench '.repeat(at)}`),
    );
  }
}

const keys = async (house: SearchHouse): Promise<number[]> => {
  const { rows } = await house.inside((trx) =>
    sql<{ block: number }>`select block from search_postings order by block`.execute(trx),
  );
  return rows.map(({ block }) => block);
};

const questions: [string, object?][] = [
  ['oak'],
  ['oak chair 130'],
  ['"oak table" -512'],
  ['furni* bench', { filters: { block: { from: 8, to: 600 } }, facetNames: ['wood', 'block'] }],
  ['chair', { filters: { wood: 'elm' } }],
];

const answersOf = async (house: SearchHouse): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const [text, more] of questions) answers.push(await house.ask(text, more));
  return answers;
};

test('blocks that are full lie together in fewer rows, and every answer stays as it was', async () => {
  const house = await openSearchHouse(opened);
  const other = await openSearchHouse(opened);
  await fill(house);
  await fill(other);
  const [before, rows, rowsOfOther] = [await answersOf(house), await keys(house), await keys(other)];
  expect(await mergePostings(opened.database, house.workspaceId)).toBe(1);
  const after = await keys(house);
  expect(after.length).toBeLessThan(rows.length / 2);
  expect(Math.max(...after)).toBeGreaterThanOrEqual(firstKey(3));
  expect(after.filter((key) => key < lastFull)).toEqual([]);
  // What is not full yet goes on growing by itself.
  expect(after).toContain(1030);
  expect(await answersOf(house)).toEqual(before);
  expect(await keys(other)).toEqual(rowsOfOther);
  // Nothing has come since.
  expect(await mergePostings(opened.database, house.workspaceId)).toBe(0);
});

test('items come, go, are hidden and shown among rows that were put together', async () => {
  const house = await openSearchHouse(opened);
  const { workspaceId, collectionId } = house;
  await fill(house);
  await mergePostings(opened.database, workspaceId);
  const found = async (text: string) => (await house.find(text, { limit: 50 })).toSorted();
  const all = await found('oak');
  expect(all).toHaveLength(2 * blocks.length);

  await house.inside((trx) => removeItem(trx, { workspaceId, collectionId, itemId: 'b9' }));
  expect(await found('oak')).toEqual(all.filter((id) => id !== 'b9'));
  await house.put(anItem('b9', 'oak once more'), anItem('c512', 'walnut'));
  expect(await found('oak')).toEqual(all.filter((id) => id !== 'c512'));
  expect(await found('walnut')).toEqual(['c512']);

  const source = { workspaceId, type: 'item', id: 'b64' } as const;
  await house.inside((trx) => hideItemsOfSource(trx, { ...source, hidden: true }));
  await goOnFrom(house, 1200);
  expect(await mergePostings(opened.database, workspaceId)).toBe(1);
  expect(await found('oak')).toEqual(all.filter((id) => id !== 'c512' && id !== 'b64'));
  await house.inside((trx) => hideItemsOfSource(trx, { ...source, hidden: false }));
  expect(await found('oak')).toEqual(all.filter((id) => id !== 'c512'));

  for (const id of [...all, 'c512']) {
    await house.inside((trx) => removeItem(trx, { workspaceId, collectionId, itemId: id }));
  }
  expect(await keys(house)).toEqual([]);
});

test('a round that is cut short does no harm', async () => {
  const house = await openSearchHouse(opened);
  await fill(house);
  const before = await answersOf(house);
  expect(await mergePostings(opened.database, house.workspaceId, AbortSignal.abort())).toBe(0);
  expect(await answersOf(house)).toEqual(before);
  expect(await mergePostings(opened.database, house.workspaceId)).toBe(1);
  expect(await answersOf(house)).toEqual(before);
});
