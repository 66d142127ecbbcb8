// Which items there are to be found: all of the collections, without hidden ones, and which of them each filter lets through.

import { facetField, facetTerm } from '../../search/facet-terms.ts';
import { hiddenField, itemField } from '../../search/index-item.ts';
import { type ItemSpace, type Mask, maskOfItems, numbersOf } from '../../search/item-space.ts';
import type { FacetFilter, FacetFilters } from '../../search/search-types.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import type { CollectionRow } from './collections.ts';
import { type PostingRow, readPostingRange, readPostings } from './postings.ts';

/** Behind every text. */
const LAST = '\u{10ffff}';

export async function readItemSpaces(
  trx: Trx,
  collections: readonly CollectionRow[],
  filters: FacetFilters,
): Promise<ItemSpace[]> {
  const spaces: ItemSpace[] = [];
  for (const { workspace_id: workspaceId, number: collection, next_number: end, hidden_count } of collections) {
    const question = { workspaceId, collections: [collection] };
    const numbers = numbersOf(await readPostings(trx, { ...question, field: itemField, terms: [''] }));
    const open = new Uint8Array(numbers.length).fill(1);
    if (hidden_count > 0) {
      const hidden = maskOfItems(
        { numbers },
        await readPostings(trx, { ...question, field: hiddenField, terms: [''] }),
      );
      for (let place = 0; place < open.length; place += 1) open[place]! &= 1 - hidden[place]!;
    }
    const masks = new Map<string, Mask>();
    for (const [name, filter] of Object.entries(filters)) {
      masks.set(name, maskOfItems({ numbers }, await readFilter(trx, { ...question, name, filter })));
    }
    spaces.push({ collection, numbers, end, open, filters: masks });
  }
  return spaces;
}

async function readFilter(
  trx: Trx,
  asked: { workspaceId: string; collections: readonly number[]; name: string; filter: FacetFilter },
): Promise<PostingRow[]> {
  const { workspaceId, collections, name, filter } = asked;
  const question = { workspaceId, collections, field: facetField(cleanText(name)) };
  if (typeof filter === 'object' && !Array.isArray(filter)) {
    const found: PostingRow[] = [];
    for (const range of rangesOf(filter as Range)) {
      found.push(...(await readPostingRange(trx, { ...question, ...range })));
    }
    return found;
  }
  const values = (Array.isArray(filter) ? filter : [filter]) as (string | number)[];
  return readPostings(trx, { ...question, terms: [...new Set(values.flatMap(termsOf))] });
}

/** A number that came as text may mean either. */
function termsOf(value: string | number): string[] {
  const number = typeof value === 'number' ? value : asNumber(value);
  return [
    ...(number === undefined ? [] : [facetTerm(number)]),
    ...(typeof value === 'string' ? [facetTerm(cleanText(value))] : []),
  ];
}

function asNumber(value: string): number | undefined {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : undefined;
}

interface Range {
  from?: string | number | undefined;
  to?: string | number | undefined;
}

function rangesOf({ from, to }: Range): { from: string; to: string }[] {
  const ranges: { from: string; to: string }[] = [];
  const low = typeof from === 'string' ? asNumber(from) : from;
  const high = typeof to === 'string' ? asNumber(to) : to;
  if ((from === undefined || low !== undefined) && (to === undefined || high !== undefined)) {
    ranges.push({ from: low === undefined ? '#' : facetTerm(low), to: high === undefined ? '#g' : facetTerm(high) });
  }
  if (typeof from !== 'number' && typeof to !== 'number') {
    // Up to the end of what begins so: until 2026-03-31 means all of that day.
    ranges.push({
      from: from === undefined ? '"' : facetTerm(cleanText(from)),
      to: to === undefined ? `"${LAST}` : `${facetTerm(cleanText(to))}${LAST}`,
    });
  }
  return ranges;
}
