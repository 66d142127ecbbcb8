// What is searched for, as it stands in the address: it can be kept, sent and gone back to.

/** undefined unless the address is one of a search. */
export function readAsked(hash) {
  const [, query] = /^#\/search(?:\?(.*))?$/.exec(hash) ?? [];
  if (!hash.startsWith('#/search')) return undefined;
  const params = new URLSearchParams(query ?? '');
  return {
    q: (params.get('q') ?? '').trim(),
    filters: params.getAll('filter'),
    collection: params.get('in') ?? '',
  };
}

export function writeAsked({ q, filters = [], collection = '' }) {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const filter of filters) params.append('filter', filter);
  if (collection) params.set('in', collection);
  return `#/search?${params}`;
}

const MOST_BOXES = 12;

/** Address of a document at what was found in it. */
export function linkToPlace(documentId, boxes) {
  if (boxes.length === 0) return `#/documents/${documentId}`;
  const places = boxes.slice(0, MOST_BOXES).map(({ page, box }) => [page, ...box.map(Math.round)].join(','));
  return `#/documents/${documentId}?at=${places.join(';')}`;
}

/** [{page, box}] of such an address; what is no place is left out. */
export function readPlaces(query) {
  const at = new URLSearchParams(query ?? '').get('at') ?? '';
  return at
    .split(';')
    .slice(0, MOST_BOXES)
    .map((place) => place.split(',').map(Number))
    .filter((numbers) => numbers.length === 5 && numbers.every(Number.isFinite))
    .map(([page, ...box]) => ({ page, box }));
}
