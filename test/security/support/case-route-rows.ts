// Routes of cases: what each must ask of its caller, and what to send it.

import type { RouteRow } from './route-row.ts';

/** A case of the workspace, which everybody there sees. */
export const aCase = () => ({ type: 'toy/purchase', title: 'Desks' });

const seen = { 'if-match': '*' };

export const caseRouteRows: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/cases': { access: 'cases.read' },
  'POST /api/v1/cases': { access: 'cases.edit', body: aCase },
  'GET /api/v1/cases/types': { access: 'cases.read' },
  // Of which type, they must be told.
  'GET /api/v1/cases/board': { access: 'cases.read', status: 400 },
  'GET /api/v1/cases/statistics': { access: 'cases.read', status: 400 },
  'GET /api/v1/cases/calendar': { access: 'cases.read' },
  'POST /api/v1/cases/calendar': { access: 'cases.read' },
  'DELETE /api/v1/cases/calendar': { access: 'cases.read' },
  'GET /api/v1/calendar.ics': { access: 'public', status: 400 },
  'GET /api/v1/cases/:id': { access: 'cases.read' },
  'PATCH /api/v1/cases/:id': { access: 'cases.edit', body: () => ({ title: 'Chairs' }), headers: seen },
  'GET /api/v1/cases/:id/timeline': { access: 'cases.read' },
  // It is not ready: no quote is attached.
  'POST /api/v1/cases/:id/moves': {
    access: 'cases.edit',
    body: () => ({ to: 'quotes' }),
    headers: seen,
    status: 409,
  },
  'POST /api/v1/cases/:id/close': { access: 'cases.edit', body: () => ({}), status: 409 },
  'POST /api/v1/cases/:id/reopen': { access: 'cases.edit', body: () => ({}), status: 409 },
  'POST /api/v1/cases/:id/take-back': { access: 'cases.edit', status: 409 },
  'POST /api/v1/cases/:id/place': { access: 'cases.edit', body: () => ({ below: null }) },
  'POST /api/v1/cases/:id/notes': { access: 'cases.edit', body: () => ({ text: 'They called.' }) },
  'POST /api/v1/cases/:id/attachments': {
    access: 'cases.edit',
    body: async ({ things }) => ({ role: 'bill', id: await things.record() }),
  },
  'GET /api/v1/cases/:id/attachments/:attachmentId': { access: 'cases.read', status: 404 },
  'DELETE /api/v1/cases/:id/attachments/:attachmentId': { access: 'cases.edit', status: 404 },
  'POST /api/v1/cases/:id/reminders': { access: 'cases.edit', body: () => ({ at: '2030-01-01', text: 'Call' }) },
  'DELETE /api/v1/cases/:id/reminders/:reminderId': { access: 'cases.edit', status: 404 },
  'DELETE /api/v1/cases/:id': { access: 'cases.edit' },
  'POST /api/v1/cases/:id/restore': { access: 'cases.edit', status: 404 },
  'POST /api/v1/cases/bulk-delete': { access: 'cases.edit', body: () => ({ ids: [crypto.randomUUID()] }) },
  'POST /api/v1/cases/bulk-restore': { access: 'cases.edit', body: () => ({ ids: [crypto.randomUUID()] }) },
};
