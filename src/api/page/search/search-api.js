// Search and saved searches of the API, as the page uses them.

import { getJson, sendJson } from '../http.js';

const FACETS = 'type,language,verdict';
const PAGE = 10;

/** `asked`: {q, filters: ['type:invoice', …], collection}. */
export function find({ q, filters, collection }, cursor) {
  const query = new URLSearchParams({ q, facets: FACETS, limit: String(PAGE) });
  for (const filter of filters) query.append('filter', filter);
  if (collection) query.set('collection', collection);
  if (cursor) query.set('cursor', cursor);
  return getJson(`/search?${query}`);
}

export const listSaved = async () => (await getJson('/saved-searches')).items;
export const deleteSaved = (id) => sendJson('DELETE', `/saved-searches/${id}`);

export const save = ({ q, filters, collection }, { name, alert }) =>
  sendJson('POST', '/saved-searches', {
    name,
    q,
    alert,
    filters: Object.fromEntries([...Map.groupBy(filters.map(parted), ([facet]) => facet)].map(joined)),
    collections: collection ? [collection] : null,
  });

const parted = (filter) => [filter.slice(0, filter.indexOf(':')), filter.slice(filter.indexOf(':') + 1)];
const joined = ([facet, parts]) => [facet, parts.map(([, value]) => value)];
