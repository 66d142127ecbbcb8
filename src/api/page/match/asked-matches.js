// Which matches are looked at, as it stands in the address.

/** undefined unless the address is one of matches. `#/matches/{id}` opens one, in whatever state it is. */
export function readAskedMatches(hash) {
  const [all, id, query] = /^#\/matches(?:\/([0-9a-f-]+))?(?:\?(.*))?$/.exec(hash) ?? [];
  if (!all) return undefined;
  const params = new URLSearchParams(query ?? '');
  const record = params.get('record') ?? '';
  const state = params.get('state') ?? (record || id ? '' : 'proposed');
  return { state, record, open: id ?? params.get('open') ?? '' };
}

export function writeAskedMatches({ state, record, open }) {
  const params = new URLSearchParams({ state });
  if (record) params.set('record', record);
  if (open) params.set('open', open);
  return `#/matches?${params}`;
}
