// What a search sends, explained: behind the row policies every table is reached through an index.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Trx } from '../../../src/store/database.ts';
import { putItem } from '../../../src/store/search/items.ts';
import { searchPassages } from '../../../src/store/search/search-passages.ts';
import { passagesWithoutVectors, putVectors } from '../../../src/store/search/vectors.ts';
import { explainStatements } from '../../support/explain.ts';
import { anItem, openSearchHouse, type SearchHouse } from '../../support/search-house.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let opened: TestDatabase;
let house: SearchHouse;
const model = { id: 'm', dimension: 3 };

beforeAll(async () => {
  opened = await openTestDatabase();
  house = await openSearchHouse(opened);
  const other = await openSearchHouse(opened);
  for (const one of [house, other]) {
    const items = Array.from({ length: 600 }, (_, at) =>
      anItem(`i${at}`, [`steel beam number ${at} of plant ${at % 40}`, `painted colour${at}`], {
        title: `Beam ${at}`,
        facets: { plant: at % 40, kind: at % 2 ? 'odd' : 'even' },
      }),
    );
    await one.put(...items);
    const { workspaceId } = one;
    const missing = await one.inside((trx) => passagesWithoutVectors(trx, { workspaceId, model, limit: 2000 }));
    const vectors = missing.map(({ hash }, at) => ({
      hash,
      vector: Float32Array.from([Math.cos(at), Math.sin(at), 0]),
    }));
    await one.inside((trx) => putVectors(trx, { workspaceId, model, vectors }));
  }
  // The other workspace has most of the rows: to read all for the few of this one is the wrong plan.
  await other.inside(async (trx) => {
    const more = sql`generate_series(1, 12) k`;
    await sql`insert into search_items (workspace_id, collection, number, id, source_type, source_id, title, passage_count)
      select workspace_id, collection, number + k * 10000, id || '-' || k, source_type, source_id, title, passage_count
      from search_items, ${more}`.execute(trx);
    await sql`insert into search_passages (workspace_id, collection, number, item, hash, text, start_at, end_at)
      select workspace_id, collection, number + k * 10000, item + k * 10000, md5(hash::text || k)::uuid, text, 0, 1
      from search_passages, ${more}`.execute(trx);
    await sql`insert into search_vectors (workspace_id, model, hash, embedding, block)
      select workspace_id, model, md5(hash::text || k)::uuid, embedding, block from search_vectors, ${more}`.execute(
      trx,
    );
  });
  await sql`analyze`.execute(opened.database.db);
});
afterAll(() => opened.remove());

const vector = Float32Array.from([1, 0, 0]);

test.each<[string, (trx: Trx, workspaceId: string, collectionId: string) => Promise<unknown>]>([
  [
    'a search by words, with a filter, a facet and a misspelt word',
    (trx, workspaceId) =>
      searchPassages(trx, {
        workspaceId,
        text: 'steel bean paintd "beam number" -colour7 plan*',
        filters: { kind: 'odd', plant: { from: 3, to: 9 } },
        facetNames: ['plant'],
        limit: 10,
      }),
  ],
  [
    'a search by meaning',
    (trx, workspaceId) => searchPassages(trx, { workspaceId, text: 'steel', vector, model: model.id, limit: 10 }),
  ],
  [
    'putting an item again',
    (trx, workspaceId, collectionId) => putItem(trx, { workspaceId, collectionId, item: anItem('i5', 'steel again') }),
  ],
  ['texts to embed', (trx, workspaceId) => passagesWithoutVectors(trx, { workspaceId, model, limit: 10 })],
])('%s: no table is read from end to end', async (_what, run) => {
  const plans = await house.inside((trx) =>
    explainStatements(trx, (listening) => run(listening, house.workspaceId, house.collectionId)),
  );
  expect(plans).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
  // Of collections and models there is a handful.
  expect(plans).not.toMatch(/Seq Scan on search_(items|passages|postings|words|vectors)/);
});
