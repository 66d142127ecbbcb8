// Ways in, and what came in together.

import { form } from '../../support/test-server.ts';
import type { RouteRow } from './route-row.ts';

export const intakeRouteRows: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/batches/:id': { access: 'documents.read' },
  'GET /api/v1/batches/:id/events': { access: 'documents.read' },
  'GET /api/v1/intake': { access: 'intake.manage' },
  'POST /api/v1/intake': { access: 'intake.manage', body: () => ({ kind: 'mail', name: 'Invoices' }) },
  'GET /api/v1/intake/:id': { access: 'intake.manage' },
  'PATCH /api/v1/intake/:id': { access: 'intake.manage', body: () => ({ name: 'Orders' }) },
  'DELETE /api/v1/intake/:id': { access: 'intake.manage' },
  'GET /api/v1/intake/:id/arrivals': { access: 'intake.manage' },
  // The token is all the credential there is, and this is none.
  'POST /api/v1/intake/mail/:token': { access: 'public', status: 404, body: () => form({ 'a.txt': 'x' }) },
};
