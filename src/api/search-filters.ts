// Filters as an address says them: `filter=type:invoice,receipt`, `filter=grossTotal:100..200`, `filter=issueDate:2026-01-01..`.

import { z } from 'zod';
import type { SearchFilter, SearchFilters } from '../actions/search.ts';
import { SheafError } from '../errors.ts';

const MOST_FILTERS = 20;
const MOST_VALUES = 50;
const name = z.string().min(1).max(200);
const value = z.union([z.string().min(1).max(200), z.number()]);
const range = z
  .strictObject({ from: value.optional(), to: value.optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, 'must say from or to');

/** In JSON bodies. */
export const filtersSchema = z
  .record(name, z.union([value, z.array(value).min(1).max(MOST_VALUES), range]))
  .refine((filters) => Object.keys(filters).length <= MOST_FILTERS, `may name at most ${MOST_FILTERS} facets`)
  .describe('Facet → a value, a list of which one must be there, or { from, to }, ends included')
  .meta({ examples: [{ type: 'invoice', grossTotal: { from: 100, to: 200 } }] });

const text = z.string().min(1).max(2000);

/** In addresses; may be there several times. */
export const filterQuery = z
  .union([text, z.array(text).max(MOST_FILTERS)])
  .optional()
  .describe(
    '`name:value`, `name:a,b` (either), `name:"a, b"` (as it stands), `name:from..to` (ends included; one may be left out)',
  );

/** One or several of the same parameter. */
export const listOf = (one: string | readonly string[] | undefined): string[] =>
  one === undefined ? [] : typeof one === 'string' ? [one] : [...one];

/** Throws `request.invalid`. */
export function parseFilters(given: string | readonly string[] | undefined): SearchFilters {
  const filters: SearchFilters = {};
  for (const one of listOf(given)) {
    const colon = one.indexOf(':');
    const facet = one.slice(0, colon);
    if (colon < 1 || colon === one.length - 1 || facet.length > 200 || facet === '__proto__') throw wrong();
    filters[facet] = parseFilter(one.slice(colon + 1));
  }
  return filters;
}

function parseFilter(said: string): SearchFilter {
  if (said.length > 2 && said.startsWith('"') && said.endsWith('"')) return said.slice(1, -1);
  const dots = said.indexOf('..');
  if (dots >= 0) {
    const [from, to] = [said.slice(0, dots), said.slice(dots + 2)];
    if (from === '' && to === '') throw wrong();
    return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
  const values = said.split(',').filter((part) => part !== '');
  if (values.length === 0 || values.length > MOST_VALUES) throw wrong();
  return values.length === 1 ? values[0]! : values;
}

const wrong = (): SheafError =>
  new SheafError('request.invalid', 'filter must be name:value, name:a,b or name:from..to (docs/search.md)', {
    details: { pointer: '/querystring/filter' },
  });
