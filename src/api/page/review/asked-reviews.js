// Which reviews are looked at, as it stands in the address.

/** undefined unless the address is one of reviews. `#/review/{record}` opens one, in whatever state it is. */
export function readAskedReviews(hash) {
  const [all, id, query] = /^#\/review(?:\/([0-9a-f-]+))?(?:\?(.*))?$/.exec(hash) ?? [];
  if (!all) return undefined;
  const params = new URLSearchParams(query ?? '');
  const state = params.get('state') ?? (id ? '' : 'pending');
  return { state, reason: params.get('reason') ?? '', open: id ?? params.get('open') ?? '' };
}

export function writeAskedReviews({ state, reason, open }) {
  const params = new URLSearchParams({ state });
  if (reason) params.set('reason', reason);
  if (open) params.set('open', open);
  return `#/review?${params}`;
}
