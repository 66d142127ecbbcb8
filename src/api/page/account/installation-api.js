// The administrator's side of the API.

import { getJson, sendJson } from '../http.js';

const query = ({ search, cursor }) =>
  new URLSearchParams({ limit: '50', ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) });

export const listAccounts = (which) => getJson(`/admin/users?${query(which)}`);
export const unlock = (id) => sendJson('POST', `/admin/users/${id}/unlock`);
export const close = (id) => sendJson('POST', `/admin/users/${id}/disable`);
export const open = (id) => sendJson('POST', `/admin/users/${id}/enable`);
export const listAllWorkspaces = (which) => getJson(`/admin/workspaces?${query(which)}`);
/** null: the default tier. */
export const setTier = (id, tier) => sendJson('PUT', `/admin/workspaces/${id}/tier`, { tier });
