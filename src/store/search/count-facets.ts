// How many of the items that were found have which value of a facet.

import { facetField, facetValue } from '../../search/facet-terms.ts';
import { type ItemSpace, type Mask, passing, placeOfItem } from '../../search/item-space.ts';
import { BLOCK_SIZE, eachBlock, eachPosting } from '../../search/postings.ts';
import type { FacetCount } from '../../search/search-types.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import type { SearchedCollection } from './collections.ts';
import { readPostingRange } from './postings.ts';

const MOST_VALUES = 50;

export interface CountedFacets {
  collections: readonly SearchedCollection[];
  names: readonly string[];
  spaces: readonly ItemSpace[];
  /** Of the collections, in their order; items that were found, before filters, in the order of the spaces. */
  found: readonly Mask[];
}

/** Counts stand within all other filters: what would be found if another value of this one were chosen. */
export async function countFacets(
  trx: Trx,
  { collections, names, spaces, found }: CountedFacets,
): Promise<Record<string, FacetCount[]>> {
  const facets: Record<string, FacetCount[]> = {};
  for (const name of names) {
    const counts = new Map<string, number>();
    for (const [at, space] of spaces.entries()) {
      const mask = passing(space, name);
      const field = facetField(cleanText(name));
      eachBlock(await readPostingRange(trx, { collection: collections[at]!, field }), (block, entries, { term }) => {
        let count = 0;
        eachPosting(entries, (offset) => {
          const place = placeOfItem(space, block * BLOCK_SIZE + offset);
          if (place >= 0 && mask[place] === 1 && found[at]![place] === 1) count += 1;
        });
        if (count > 0) counts.set(term, (counts.get(term) ?? 0) + count);
      });
    }
    facets[name] = [...counts]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map(([term, count]) => ({ value: facetValue(term), count }));
  }
  return facets;
}
