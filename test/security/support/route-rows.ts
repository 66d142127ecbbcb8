// How to ask each route for something that it can do. To add one: its name, and what a permitted caller sends and gets.
// Ids in the address fill themselves in by their place (`/documents/:id` → a document); most rows need no more
// than what they ask of the caller.

import { defaultNoticeSettings } from '../../../src/notify/notice-settings.ts';
import { form } from '../../support/test-server.ts';
import { accountRouteRows } from './account-route-rows.ts';
import { aCase, caseRouteRows } from './case-route-rows.ts';
import { intakeRouteRows } from './intake-route-rows.ts';
import type { Things } from './matrix-world.ts';
import { packRouteRows } from './pack-route-rows.ts';
import { reviewRouteRows } from './review-route-rows.ts';
import { password, type RouteRow } from './route-row.ts';
import { typeRouteRows } from './type-route-rows.ts';

/** The segment before an id in an address → the thing that is meant. */
export const thingOfSegment: Readonly<Record<string, Exclude<keyof Things, 'workspaceId' | 'ask'>>> = {
  documents: 'document',
  runs: 'run',
  jobs: 'job',
  records: 'record',
  reviews: 'record',
  matches: 'match',
  members: 'member',
  invitations: 'invitation',
  readers: 'member',
  proposals: 'proposal',
};

interface Making {
  call: string;
  body: () => unknown;
  /** A workspace may have few: those that stay are used again. */
  few?: true;
  // biome-ignore lint/suspicious/noExplicitAny: each picks the id out of an answer that it knows
  id: (body: any) => string;
}

/** … or the call that makes one, as the owner of the workspace. */
export const callOfSegment: Readonly<Record<string, Making>> = {
  users: {
    call: 'POST /auth/register',
    body: () => ({ email: `${crypto.randomUUID()}@example.com`, password }),
    id: (body) => body.account.id,
  },
  workspaces: { call: 'POST /workspaces', body: () => ({ name: 'Another' }), id: (body) => body.id },
  webhooks: {
    call: 'POST /webhooks',
    body: () => ({ url: 'http://127.0.0.1:9/hook' }),
    few: true,
    id: (body) => body.id,
  },
  holds: { call: 'POST /holds', body: () => ({ scope: 'workspace', reason: 'suit' }), id: (body) => body.id },
  collections: { call: 'POST /collections', body: () => ({ name: crypto.randomUUID() }), id: (body) => body.id },
  cases: { call: 'POST /cases', body: aCase, id: (body) => body.id },
  lessons: { call: 'POST /lessons', body: aLesson, id: (body) => body.id },
  intake: {
    call: 'POST /intake',
    body: () => ({ kind: 'mail', name: 'Invoices' }),
    few: true,
    id: (body) => body.id,
  },
  batches: { call: 'POST /samples', body: () => ({}), few: true, id: (body) => body.batch },
  artifacts: { call: 'POST /artifacts', body: anArtifact, id: (body) => body.id },
  account: { call: 'POST /exports/account', body: () => ({}), id: (body) => body.id },
};

function anArtifact() {
  return { title: 'Note', body: { title: 'Note', paragraphs: ['The the depot closes.'] } };
}

function aLesson() {
  return { text: `Look at ${crypto.randomUUID()}`, scope: { kind: 'workspace' } };
}

export const routeRows: Readonly<Record<string, RouteRow>> = {
  'GET /': { access: 'public' },
  'GET /healthz': { access: 'public' },
  'GET /readyz': { access: 'public' },
  'GET /metrics': { access: 'public' },
  'GET /api/v1/openapi.json': { access: 'public' },

  ...accountRouteRows,
  ...reviewRouteRows,
  ...typeRouteRows,
  ...intakeRouteRows,
  ...caseRouteRows,
  ...packRouteRows,

  'POST /api/v1/documents': { access: 'documents.upload', body: () => form({ 'a.txt': 'number: A-1' }) },
  'GET /api/v1/documents': { access: 'documents.read' },
  'GET /api/v1/documents/:id': { access: 'documents.read' },
  'GET /api/v1/documents/:id/file': { access: 'documents.download' },
  'GET /api/v1/documents/:id/pages/:page.png': { access: 'documents.read' },
  'GET /api/v1/runs/:id': { access: 'runs.read' },
  'GET /api/v1/runs/:id/events': { access: 'runs.read' },
  'POST /api/v1/runs/:id/cancel': { access: 'jobs.manage' },
  'POST /api/v1/documents/:id/read': { access: 'documents.upload', status: 409 },
  'GET /api/v1/jobs': { access: 'jobs.read' },
  'GET /api/v1/jobs/:id': { access: 'jobs.read' },
  'GET /api/v1/jobs/:id/events': { access: 'jobs.read' },
  'POST /api/v1/jobs/:id/cancel': { access: 'jobs.manage' },
  'POST /api/v1/jobs/:id/retry': { access: 'jobs.manage', status: 409 },
  'GET /api/v1/admin/jobs': { access: 'system' },
  'GET /api/v1/admin/jobs/counts': { access: 'system' },
  'GET /api/v1/admin/jobs/:jobId': { access: 'system' },
  'POST /api/v1/admin/jobs/:jobId/cancel': { access: 'system' },
  'POST /api/v1/admin/jobs/:jobId/retry': { access: 'system', status: 409 },
  'GET /api/v1/admin/schedules': { access: 'system' },
  'GET /api/v1/findings': { access: 'findings.read' },
  'POST /api/v1/findings/:id/confirm': { access: 'findings.decide', body: () => ({}), status: 404 },
  'POST /api/v1/findings/:id/dismiss': { access: 'findings.decide', body: () => ({ reason: 'new bank' }), status: 404 },
  'POST /api/v1/findings/:id/undo': { access: 'findings.decide', body: () => ({}), status: 404 },
  'GET /api/v1/matches': { access: 'matches.read' },
  'GET /api/v1/matches/statistics': { access: 'matches.read' },
  'GET /api/v1/matches/:id': { access: 'matches.read' },
  'POST /api/v1/matches/:id/accept': { access: 'matches.decide', body: () => ({ reason: 'the same order' }) },
  'POST /api/v1/matches/:id/dismiss': { access: 'matches.decide', body: () => ({}) },
  'POST /api/v1/matches/:id/undo': { access: 'matches.decide', status: 409 },
  'POST /api/v1/matches/rescore': { access: 'matches.rescore' },
  'GET /api/v1/records': { access: 'records.read' },
  'GET /api/v1/records/:id': { access: 'records.read' },
  'GET /api/v1/records/:id/candidates': { access: 'records.read' },
  'GET /api/v1/records/:id/exports': { access: 'records.read' },
  // Without a format there is nothing to write.
  'GET /api/v1/records/:id/export': { access: 'documents.download', status: 400 },
  'PATCH /api/v1/records/:id': {
    access: 'records.correct',
    body: () => ({ fields: { number: 'A-2' } }),
    headers: { 'if-match': '"1"' },
  },
  'POST /api/v1/records/:id/proposals': {
    access: 'records.propose',
    body: () => ({ fields: { number: 'A-2' }, reason: 'misread' }),
  },
  'POST /api/v1/mcp': {
    access: 'records.read',
    body: () => ({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    headers: { accept: 'application/json, text/event-stream' },
  },
  'GET /api/v1/mcp': { access: 'records.read', status: 405 },
  'GET /api/v1/proposals': { access: 'records.read' },
  'POST /api/v1/proposals/:id/accept': { access: 'proposals.decide', headers: { 'if-match': '"1"' } },
  'POST /api/v1/proposals/:id/reject': { access: 'proposals.decide' },
  // Without words there is nothing to search.
  'GET /api/v1/search': { access: 'search.read', status: 400 },
  'POST /api/v1/search/rebuild': { access: 'search.rebuild' },
  'POST /api/v1/ask': { access: 'search.read', body: () => ({ question: 'When is it due?' }) },
  'GET /api/v1/collections': { access: 'search.read' },
  'POST /api/v1/collections': { access: 'collections.manage', body: () => ({ name: crypto.randomUUID() }) },
  'GET /api/v1/collections/:id': { access: 'search.read' },
  'PATCH /api/v1/collections/:id': {
    access: 'collections.manage',
    body: () => ({ name: crypto.randomUUID() }),
    headers: { 'if-match': '*' },
  },
  'DELETE /api/v1/collections/:id': { access: 'collections.manage' },
  'GET /api/v1/collections/:id/items': { access: 'search.read' },
  'PUT /api/v1/collections/:id/items': {
    access: 'collections.manage',
    body: () => ({ items: [{ id: 'a', title: 'A', text: 'goods' }] }),
  },
  'GET /api/v1/collections/:id/items/:itemId': { access: 'search.read', status: 404 },
  'PUT /api/v1/collections/:id/items/:itemId': {
    access: 'collections.manage',
    body: () => ({ title: 'A', text: 'goods' }),
  },
  'DELETE /api/v1/collections/:id/items/:itemId': { access: 'collections.manage', status: 404 },
  'GET /api/v1/saved-searches': { access: 'search.save' },
  'POST /api/v1/saved-searches': { access: 'search.save', body: () => ({ name: 'n', q: 'goods' }) },
  'GET /api/v1/saved-searches/:id': { access: 'search.save', status: 404 },
  'PATCH /api/v1/saved-searches/:id': {
    access: 'search.save',
    body: () => ({ name: 'm' }),
    headers: { 'if-match': '*' },
    status: 404,
  },
  'DELETE /api/v1/saved-searches/:id': { access: 'search.save', status: 404 },
  'GET /api/v1/lessons': { access: 'lessons.read' },
  'POST /api/v1/lessons': { access: 'lessons.edit', body: aLesson },
  'GET /api/v1/lessons/kinds': { access: 'lessons.read' },
  'GET /api/v1/lessons/readers': { access: 'lessons.read' },
  'PUT /api/v1/lessons/readers/:userId': { access: 'lessons.edit' },
  'DELETE /api/v1/lessons/readers/:userId': { access: 'lessons.edit', foreign: 204 },
  'GET /api/v1/lessons/:id': { access: 'lessons.read' },
  'PATCH /api/v1/lessons/:id': {
    access: 'lessons.edit',
    body: () => ({ tags: [crypto.randomUUID()] }),
    headers: { 'if-match': '*' },
  },
  'DELETE /api/v1/lessons/:id': { access: 'lessons.edit' },
  'GET /api/v1/lessons/:id/history': { access: 'lessons.read' },
  'POST /api/v1/lessons/:id/activate': { access: 'lessons.edit' },
  'POST /api/v1/lessons/:id/reject': { access: 'lessons.edit' },
  'POST /api/v1/lessons/:id/retire': { access: 'lessons.edit' },
  'POST /api/v1/lessons/:id/pin': { access: 'lessons.edit' },
  'POST /api/v1/lessons/:id/unpin': { access: 'lessons.edit' },
  'POST /api/v1/lessons/:id/merge': {
    access: 'lessons.edit',
    body: async ({ things }) => ({
      into: (await things.ask?.('POST /lessons', aLesson()))?.body.id ?? crypto.randomUUID(),
    }),
  },
  'POST /api/v1/lessons/:id/undo': { access: 'lessons.edit', body: () => ({}) },
  'POST /api/v1/lessons/:id/outcomes': {
    access: 'lessons.edit',
    body: () => ({ helpful: true, evidence: crypto.randomUUID() }),
  },
  // A note cannot be tested on the past.
  'POST /api/v1/lessons/:id/back-test': { access: 'lessons.edit', status: 409 },

  'GET /api/v1/artifacts': { access: 'artifacts.read' },
  'POST /api/v1/artifacts': { access: 'artifacts.write', body: anArtifact },
  'POST /api/v1/artifacts/rewrites': {
    access: 'artifacts.write',
    body: () => ({ ...anArtifact(), writer: 'rules' }),
  },
  // Of a text, nothing is said.
  'POST /api/v1/artifacts/:id/assessment': { access: 'artifacts.read', body: () => ({}), status: 422 },
  'GET /api/v1/artifacts/kinds': { access: 'artifacts.read' },
  'GET /api/v1/artifacts/:id': { access: 'artifacts.read' },
  'DELETE /api/v1/artifacts/:id': { access: 'artifacts.write' },
  'GET /api/v1/artifacts/:id/sources': { access: 'artifacts.read' },
  'GET /api/v1/artifacts/:id/exports': { access: 'artifacts.read' },
  'GET /api/v1/artifacts/:id/export': { access: 'artifacts.read', status: 400 },
  'POST /api/v1/artifacts/:id/facts': { access: 'artifacts.write', body: () => ({ text: 'I speak Danish.' }) },
  'POST /api/v1/artifacts/:id/proposals': { access: 'artifacts.write', body: () => ({ writer: 'rules' }) },
  // Of a proposal that there is not.
  'POST /api/v1/artifacts/:id/apply': {
    access: 'artifacts.write',
    headers: { 'if-match': '*' },
    body: () => ({ proposal: crypto.randomUUID() }),
    status: 404,
  },
  // A new one has nothing to undo or redo.
  'POST /api/v1/artifacts/:id/undo': { access: 'artifacts.write', headers: { 'if-match': '*' }, status: 409 },
  'POST /api/v1/artifacts/:id/redo': { access: 'artifacts.write', headers: { 'if-match': '*' }, status: 409 },
  'GET /api/v1/artifacts/:id/versions': { access: 'artifacts.read' },
  'GET /api/v1/artifacts/:id/versions/:version': { access: 'artifacts.read' },
  'POST /api/v1/artifacts/:id/versions/:version/restore': {
    access: 'artifacts.write',
    headers: { 'if-match': '*' },
  },
  'GET /api/v1/artifacts/:id/diff': { access: 'artifacts.read' },

  'POST /api/v1/samples': { access: 'documents.upload' },

  'GET /api/v1/workspaces': { access: 'account' },
  'POST /api/v1/workspaces': { access: 'account', body: () => ({ name: 'Another' }) },
  'GET /api/v1/workspaces/:workspaceId': { access: 'workspace.read' },
  'PATCH /api/v1/workspaces/:workspaceId': { access: 'workspace.update', body: () => ({ name: 'Renamed' }) },
  'POST /api/v1/workspaces/:workspaceId/transfer': {
    access: 'workspace.transfer',
    body: async ({ things }) => ({ userId: await things.member() }),
  },
  // The only owner may call it, but cannot leave.
  'POST /api/v1/workspaces/:workspaceId/leave': { access: 'workspace.read' },
  'GET /api/v1/workspaces/:workspaceId/members': { access: 'members.read' },
  'PATCH /api/v1/workspaces/:workspaceId/members/:userId': {
    access: 'members.manage',
    body: () => ({ role: 'viewer' }),
  },
  'DELETE /api/v1/workspaces/:workspaceId/members/:userId': { access: 'members.manage' },
  'GET /api/v1/workspaces/:workspaceId/invitations': { access: 'members.manage' },
  'POST /api/v1/workspaces/:workspaceId/invitations': {
    access: 'members.manage',
    body: () => ({ email: `${crypto.randomUUID()}@example.com`, role: 'guest' }),
  },
  'POST /api/v1/workspaces/:workspaceId/invitations/:invitationId/resend': { access: 'members.manage' },
  'DELETE /api/v1/workspaces/:workspaceId/invitations/:invitationId': { access: 'members.manage' },
  'POST /api/v1/invitations/look': {
    access: 'public',
    body: async ({ world, caller }) => ({ token: await world.invitationTokenFor(caller) }),
  },
  'POST /api/v1/invitations/accept': {
    access: 'account',
    body: async ({ world, caller }) => ({ token: await world.invitationTokenFor(caller) }),
  },
  'POST /api/v1/invitations/decline': {
    access: 'public',
    body: async ({ world, caller }) => ({ token: await world.invitationTokenFor(caller) }),
  },
  'GET /api/v1/permissions': { access: 'account' },

  'GET /api/v1/admin/users': { access: 'system' },
  'POST /api/v1/admin/users/:userId/unlock': { access: 'system' },
  'POST /api/v1/admin/users/:userId/disable': { access: 'system' },
  'POST /api/v1/admin/users/:userId/enable': { access: 'system' },
  'GET /api/v1/admin/workspaces': { access: 'system' },
  'GET /api/v1/admin/backups': { access: 'system' },
  'POST /api/v1/admin/backups': { access: 'system', status: 409 },

  'GET /api/v1/audit': { access: 'audit.read' },
  'GET /api/v1/audit/head': { access: 'audit.read' },
  'GET /api/v1/admin/audit': { access: 'system' },
  'GET /api/v1/admin/audit/head': { access: 'system' },
  'GET /api/v1/retention': { access: 'retention.read' },
  'PUT /api/v1/retention': { access: 'retention.manage', body: () => ({ country: 'DE' }) },
  'GET /api/v1/holds': { access: 'holds.manage' },
  'POST /api/v1/holds': { access: 'holds.manage', body: () => ({ scope: 'workspace', reason: 'suit' }) },
  'POST /api/v1/holds/:id/release': { access: 'holds.manage' },
  'DELETE /api/v1/documents/:id': { access: 'documents.delete' },
  'POST /api/v1/documents/:id/restore': { access: 'documents.restore', status: 404 },
  'POST /api/v1/documents/bulk-delete': {
    access: 'documents.delete',
    body: async ({ things }) => ({ ids: [await things.document()] }),
    foreign: 200,
  },
  'POST /api/v1/documents/bulk-restore': {
    access: 'documents.restore',
    body: async ({ things }) => ({ ids: [await things.document()] }),
    foreign: 200,
  },
  'DELETE /api/v1/records/:id': { access: 'documents.delete' },
  'POST /api/v1/records/:id/restore': { access: 'documents.restore', status: 404 },
  'POST /api/v1/records/bulk-delete': {
    access: 'documents.delete',
    body: async ({ things }) => ({ ids: [await things.record()] }),
    foreign: 200,
  },
  'POST /api/v1/records/bulk-restore': {
    access: 'documents.restore',
    body: async ({ things }) => ({ ids: [await things.record()] }),
    foreign: 200,
  },
  'GET /api/v1/trash': { access: 'trash.read' },
  'GET /api/v1/trash/statistics': { access: 'trash.read' },
  'POST /api/v1/exports/account': { access: 'export.account' },
  'GET /api/v1/exports/account/:id': { access: 'export.account' },
  'GET /api/v1/exports/account/:id/download': { access: 'export.account', status: 409 },
  'POST /api/v1/exports/me': { access: 'workspace.read' },
  'GET /api/v1/exports/me/:id': { access: 'workspace.read', status: 404 }, // one's own
  'GET /api/v1/exports/me/:id/download': { access: 'workspace.read', status: 404 },
  // The password is missing, and with it nothing of these is erased.
  'POST /api/v1/workspace/erasure': {
    access: 'workspace.erase',
    body: ({ world }) => ({ confirm: world.home.workspaceId }),
    status: 403,
  },
  'POST /api/v1/account/erasure': { access: 'account', body: () => ({ confirm: crypto.randomUUID() }), status: 422 },

  'GET /api/v1/notifications': { access: 'notifications.read' },
  'GET /api/v1/notifications/unread-count': { access: 'notifications.read' },
  'GET /api/v1/notifications/kinds': { access: 'notifications.read' },
  'POST /api/v1/notifications/read': { access: 'notifications.read', body: () => ({}) },
  // One's own: a random id.
  'POST /api/v1/notifications/:id/read': { access: 'notifications.read', status: 404 },
  'DELETE /api/v1/notifications/:id': { access: 'notifications.read', status: 404 },
  'GET /api/v1/notifications/settings': { access: 'notifications.read' },
  'PUT /api/v1/notifications/settings': {
    access: 'notifications.read',
    headers: { 'if-match': '*' },
    body: () => defaultNoticeSettings,
  },
  'PATCH /api/v1/notifications/settings': {
    access: 'notifications.read',
    headers: { 'if-match': '*' },
    body: () => ({ minimumScore: 0.7 }),
  },
  'POST /api/v1/notifications/unsubscribe': { access: 'public', status: 400 },
  'GET /api/v1/webhooks': { access: 'webhooks.manage' },
  // Allowed by OUTGOING_ALLOW of the matrix; nothing listens there.
  'POST /api/v1/webhooks': { access: 'webhooks.manage', body: () => ({ url: 'http://127.0.0.1:9/hook' }) },
  'GET /api/v1/webhooks/:id': { access: 'webhooks.manage' },
  'PATCH /api/v1/webhooks/:id': {
    access: 'webhooks.manage',
    headers: { 'if-match': '*' },
    body: () => ({ description: 'x' }),
  },
  'DELETE /api/v1/webhooks/:id': { access: 'webhooks.manage' },
  'POST /api/v1/webhooks/:id/rotate-secret': { access: 'webhooks.manage' },
  'POST /api/v1/webhooks/:id/test': { access: 'webhooks.manage' },
  'GET /api/v1/webhooks/:id/deliveries': { access: 'webhooks.manage' },
  'POST /api/v1/webhooks/:id/deliveries/:deliveryId/replay': { access: 'webhooks.manage', status: 404 },
  'POST /api/v1/webhooks/:id/replay': {
    access: 'webhooks.manage',
    body: () => ({ since: '2026-01-01T00:00:00Z' }),
  },
  'GET /api/v1/events': { access: 'notifications.read' },

  'GET /api/v1/usage': { access: 'usage.read' },
  'GET /api/v1/model-usage': { access: 'usage.read' },
  'PUT /api/v1/model-budget': { access: 'models.budget', body: () => ({ tokens: 1000, money: null }) },
  'GET /api/v1/model-calls': { access: 'models.read' },
  'GET /api/v1/model-calls/:id': { access: 'models.read', status: 404 },
  'GET /api/v1/admin/model-calls': { access: 'system' },
  'PUT /api/v1/admin/workspaces/:id/model-budget': {
    access: 'system',
    body: () => ({ tokens: null, money: 5 }),
  },
  'PUT /api/v1/admin/workspaces/:id/tier': { access: 'system', body: () => ({ tier: 'pro' }) },
  'GET /files/original': { access: 'public', status: 400 },
  'GET /files/page.png': { access: 'public', status: 400 },

  'POST /api/v1/documents/:id/release': { access: 'documents.release', status: 409 },
};

/** Files of the page and of the viewer of the API's description: public, without ids. */
export const isStaticFile = (url: string): boolean => url.startsWith('/page/') || url.startsWith('/api/v1/docs');
