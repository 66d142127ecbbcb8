// Which items there are to be found: all of the collections, without hidden ones, and which of them each filter lets through.

import { facetField, facetTerm } from '../../search/facet-terms.ts';
import { hiddenField, itemField } from '../../search/index-item.ts';
import { type ItemSpace, type Mask, maskOfItems, numbersOf } from '../../search/item-space.ts';
import type { FacetFilter, FacetFilters } from '../../search/search-types.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import type { SearchedCollection } from './collections.ts';
import { readPostingRange, readPostingsOf } from './postings.ts';
import type { PostingRow } from './postings-cache.ts';

/** Behind every text. */
const LAST = '\u{10ffff}';

export async function readItemSpaces(
  trx: Trx,
  collections: readonly SearchedCollection[],
  filters: FacetFilters,
): Promise<ItemSpace[]> {
  const spaces: ItemSpace[] = [];
  for (const row of collections) {
    const question = { collection: row };
    const numbers = numbersIn(await readPostingsOf(trx, { ...question, field: itemField, terms: [''] }));
    const open = new Uint8Array(numbers.length).fill(1);
    if (row.hidden_count > 0) {
      const hidden = maskOfItems(
        { numbers },
        await readPostingsOf(trx, { ...question, field: hiddenField, terms: [''] }),
      );
      for (let place = 0; place < open.length; place += 1) open[place]! &= 1 - hidden[place]!;
    }
    const masks = new Map<string, Mask>();
    for (const [name, filter] of Object.entries(filters)) {
      masks.set(name, maskOfItems({ numbers }, await readFilter(trx, { ...question, name, filter })));
    }
    spaces.push({ collection: row.number, numbers, end: row.next_number, open, filters: masks });
  }
  return spaces;
}

/** From the same rows the same numbers. */
const numbers = new WeakMap<readonly PostingRow[], Uint32Array>();

function numbersIn(rows: readonly PostingRow[]): Uint32Array {
  const known = numbers.get(rows) ?? numbersOf(rows);
  numbers.set(rows, known);
  return known;
}

async function readFilter(
  trx: Trx,
  asked: { collection: SearchedCollection; name: string; filter: FacetFilter },
): Promise<readonly PostingRow[]> {
  const { collection, name, filter } = asked;
  const question = { collection, field: facetField(cleanText(name)) };
  if (typeof filter === 'object' && !Array.isArray(filter)) {
    const found: PostingRow[] = [];
    for (const range of rangesOf(filter as Range)) {
      found.push(...(await readPostingRange(trx, { ...question, ...range })));
    }
    return found;
  }
  const values = (Array.isArray(filter) ? filter : [filter]) as (string | number)[];
  return readPostingsOf(trx, { ...question, terms: values.flatMap(termsOf) });
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
