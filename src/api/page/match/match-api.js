// Matches of the API, as the page uses them.

import { getJson, sendJson } from '../http.js';

const PAGE = 30;

/** `asked`: {state, record}; either may be empty. */
export function listMatches({ state, record }, cursor) {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (state) query.set('state', state);
  if (record) query.set('record', record);
  if (cursor) query.set('cursor', cursor);
  return getJson(`/matches?${query}`);
}

export const getMatch = (id) => getJson(`/matches/${id}`);
export const getRecord = (id) => getJson(`/records/${id}`);
/** One for each declaration. */
export const getStatistics = async () => (await getJson('/matches/statistics')).items;

const seen = ({ version }) => ({ headers: { 'if-match': `"${version}"` } });
export const accept = (match) => sendJson('POST', `/matches/${match.id}/accept`, {}, seen(match));
export const dismiss = (match, reason) =>
  sendJson('POST', `/matches/${match.id}/dismiss`, reason ? { reason } : {}, seen(match));
/** As it is now: the version changed with the decision. */
export const undo = (id) => sendJson('POST', `/matches/${id}/undo`);
