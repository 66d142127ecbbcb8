// Reviews of the API, as the page uses them.

import { getJson, sendJson } from '../http.js';

const PAGE = 50;

/** `asked`: {state, reason}; either may be empty. */
export function listReviews({ state, reason }, cursor) {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (state) query.set('state', state);
  if (reason) query.set('reason', reason);
  if (cursor) query.set('cursor', cursor);
  return getJson(`/reviews?${query}`);
}

export const getReview = (record) => getJson(`/reviews/${record}`);
export const getReviewStatistics = () => getJson('/reviews/statistics');
export const getCandidates = async (record) => (await getJson(`/records/${record}/candidates`)).fields;

const seen = ({ version }) => ({ headers: { 'if-match': `"${version}"` } });
export const approve = (review) => sendJson('POST', `/reviews/${review.record}/approve`, undefined, seen(review));
export const reject = (review, reason) =>
  sendJson('POST', `/reviews/${review.record}/reject`, reason ? { reason } : {}, seen(review));
export const reopen = (review) => sendJson('POST', `/reviews/${review.record}/reopen`, undefined, seen(review));
export const decideFinding = (finding, verb) => sendJson('POST', `/findings/${finding}/${verb}`, {});
