// Whether an item passes filters, by the rules by which a search applies them (store/search/allowed-items.ts).

import { facetTerm } from './facet-terms.ts';
import type { FacetFilter, FacetFilters, Facets } from './search-types.ts';

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

export function matchesFilters(facets: Facets, filters: FacetFilters): boolean {
  return Object.entries(filters).every(([name, filter]) => {
    const value = Object.hasOwn(facets, name) ? facets[name] : undefined;
    return value !== undefined && [value].flat().some((one) => passes(one, filter));
  });
}

function passes(value: string | number, filter: FacetFilter): boolean {
  if (typeof filter === 'object' && !Array.isArray(filter)) {
    return isWithin(value, filter as { from?: string | number; to?: string | number });
  }
  return [filter as string | number | readonly (string | number)[]].flat().some((one) => isEqual(value, one));
}

/** A number that came as text may mean either. */
function isEqual(value: string | number, wanted: string | number): boolean {
  if (facetTerm(value) === facetTerm(wanted)) return true;
  return typeof value === 'number' && typeof wanted === 'string' && NUMBER.test(wanted) && Number(wanted) === value;
}

function isWithin(value: string | number, { from, to }: { from?: string | number; to?: string | number }): boolean {
  if (typeof value === 'number') {
    const [low, high] = [numberOf(from), numberOf(to)];
    if ((from !== undefined && low === undefined) || (to !== undefined && high === undefined)) return false;
    return (low === undefined || value >= low) && (high === undefined || value <= high);
  }
  if (typeof from === 'number' || typeof to === 'number') return false;
  // Until 2026-03-31 means all of that day.
  return (
    (from === undefined || isNotAfter(from, value)) &&
    (to === undefined || value.startsWith(to) || isNotAfter(value, to))
  );
}

function numberOf(bound: string | number | undefined): number | undefined {
  if (typeof bound !== 'string') return bound;
  return NUMBER.test(bound) ? Number(bound) : undefined;
}

/** In the order of bytes, as the database compares. */
const isNotAfter = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) <= 0;
