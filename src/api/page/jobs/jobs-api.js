// Jobs of the API, as the page uses them.

import { getJson, sendJson } from '../http.js';

const MOST_RESUMES = 50;
const PAGE = 25;

/** Newest first: {id, name, readAt}. */
export async function listResumes() {
  const { items } = await getJson(`/records?type=resume&limit=${MOST_RESUMES}`);
  return items.map(({ id, fields, createdAt }) => ({
    id,
    name: fields['basics.name']?.value ?? 'A résumé without a name',
    label: fields['basics.label']?.value ?? '',
    readAt: createdAt,
  }));
}

/** `asked`: filters as strings; empty ones are left out. Sent as a body: what somebody looks for stands in no address of the API. */
export function listMatched(resume, { q: _, ...filters }) {
  return sendJson('POST', '/careers/matched-jobs/query', { resume, limit: PAGE, ...given(filters) });
}

export function listJobs({ minScore: _, ...filters }, cursor) {
  return sendJson('POST', '/careers/jobs/query', { limit: PAGE, ...given(filters), ...(cursor ? { cursor } : {}) });
}

export const explainFit = (resume, posting) => sendJson('POST', '/careers/fit/query', { resume, posting });

const given = (filters) => Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
