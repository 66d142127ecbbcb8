// The workspace's side of the API: itself, its people, what it used.

import { base, getJson, sendJson } from '../http.js';

const query = (cursor) => `?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;

export const listPermissions = () => getJson('/permissions');
export const listWorkspaces = async () => (await getJson('/workspaces')).items;
export const getWorkspace = (id) => getJson(`/workspaces/${id}`);
export const makeWorkspace = (given) => sendJson('POST', '/workspaces', given);
export const changeWorkspace = (id, given) => sendJson('PATCH', `/workspaces/${id}`, given);
export const leaveWorkspace = (id) => sendJson('POST', `/workspaces/${id}/leave`);
export const transferWorkspace = (id, userId) => sendJson('POST', `/workspaces/${id}/transfer`, { userId });

export const listMembers = (id, cursor) => getJson(`/workspaces/${id}/members${query(cursor)}`);
export const changeRole = (id, userId, role) => sendJson('PATCH', `/workspaces/${id}/members/${userId}`, { role });
export const removeMember = (id, userId) => sendJson('DELETE', `/workspaces/${id}/members/${userId}`);

export const listInvitations = (id, cursor) => getJson(`/workspaces/${id}/invitations${query(cursor)}`);
export const invite = (id, given) => sendJson('POST', `/workspaces/${id}/invitations`, given);
export const resendInvitation = (id, invitation) =>
  sendJson('POST', `/workspaces/${id}/invitations/${invitation}/resend`);
export const revokeInvitation = (id, invitation) => sendJson('DELETE', `/workspaces/${id}/invitations/${invitation}`);

export const getUsage = () => getJson('/usage');

export const listTrash = (cursor) => getJson(`/trash${query(cursor)}`);
/** `kind`: document or record. */
export const restore = (kind, id) => sendJson('POST', `/${kind}s/${id}/restore`);
export const listAudit = (cursor) => getJson(`/audit${query(cursor)}`);

/** `scope`: me or account. */
export const requestExport = (scope) => sendJson('POST', `/exports/${scope}`);
export const getExport = (scope, id) => getJson(`/exports/${scope}/${id}`);
export const exportUrl = (scope, id) => `${base}/exports/${scope}/${id}/download`;

export const getRetention = () => getJson('/retention');
/** Replaces country and own rules. */
export const changeRetention = (given) => sendJson('PUT', '/retention', given);
export const listHolds = (cursor) => getJson(`/holds${query(cursor)}&standing=true`);
export const placeHold = (given) => sendJson('POST', '/holds', given);
export const releaseHold = (id) => sendJson('POST', `/holds/${id}/release`);
