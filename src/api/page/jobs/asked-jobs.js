// Which jobs are looked at, as it stands in the address.

/** Filters of the API, by its names. */
export const filterNames = ['q', 'place', 'workplace', 'employmentType', 'salaryMin', 'minScore'];

/** undefined unless the address is one of jobs. `resume`: 'none' = all jobs; empty = the newest résumé. */
export function readAskedJobs(hash) {
  const [all, query] = /^#\/jobs(?:\?(.*))?$/.exec(hash) ?? [];
  if (!all) return undefined;
  const params = new URLSearchParams(query ?? '');
  const filters = Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? '']));
  return { resume: params.get('resume') ?? '', open: params.get('open') ?? '', filters };
}

export function writeAskedJobs({ resume, open, filters }) {
  const params = new URLSearchParams();
  if (resume) params.set('resume', resume);
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  if (open) params.set('open', open);
  const query = String(params);
  return query ? `#/jobs?${query}` : '#/jobs';
}
