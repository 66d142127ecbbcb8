// Whether a collection has an item already as it is to be put in: then nothing is written, and nobody is told of it as new.

import { canonicalJson } from '../../document/canonical-json.ts';
import type { Json } from '../../document/value.ts';
import type { SearchItem } from '../../search/search-types.ts';
import type { Trx } from '../database.ts';
import { toJsonb } from '../jsonb.ts';
import { findItem, type ItemRow } from './items.ts';

/** undefined: it is not there, or another. */
export async function findSameItem(
  trx: Trx,
  { workspaceId, collectionId, item }: { workspaceId: string; collectionId: string; item: SearchItem },
): Promise<ItemRow | undefined> {
  const row = await findItem(trx, { workspaceId, collectionId, itemId: item.id });
  if (!row || row.passage_count !== item.passages.length) return undefined;
  const passages = await trx
    .selectFrom('search_passages')
    .select(['text', 'start_at', 'end_at', 'page', 'boxes'])
    .where('workspace_id', '=', workspaceId)
    .where('collection', '=', row.collection)
    .where('item', '=', row.number)
    .orderBy('number')
    .execute();
  const kept = {
    source: { type: row.source_type, id: row.source_id },
    title: row.title,
    language: row.language,
    facets: row.facets,
    passages: passages.map(({ text, start_at, end_at, page, boxes }) => ({
      text,
      start: start_at,
      end: end_at,
      page,
      boxes,
    })),
  };
  const wanted = {
    source: item.source,
    title: item.title,
    language: item.language,
    facets: item.facets,
    passages: item.passages.map(({ text, start, end, page, boxes }) => ({
      text,
      start,
      end,
      page: page ?? null,
      boxes: boxes ?? null,
    })),
  };
  return textOf(kept) === textOf(wanted) ? row : undefined;
}

/** As the database would give it back. */
const textOf = (value: unknown): string => canonicalJson(JSON.parse(toJsonb(value)) as Json);
