// How to ask the routes of document types.

import type { RouteRow } from './route-row.ts';

function aType() {
  const id = `t${crypto.randomUUID().replaceAll('-', '')}`;
  return { id, title: 'Permit', fields: { number: { kind: 'identifier' } } };
}

export const typeRouteRows: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/types': { access: 'types.read' },
  'GET /api/v1/types/own': { access: 'types.edit' },
  'POST /api/v1/types': { access: 'types.edit', body: aType },
  'GET /api/v1/types/:id': { access: 'types.edit', status: 404 },
  'PUT /api/v1/types/:id/draft': {
    access: 'types.edit',
    body: () => ({ title: 'Permit', fields: {} }),
    status: 404,
  },
  'DELETE /api/v1/types/:id/draft': { access: 'types.edit', status: 404 },
  'POST /api/v1/types/:id/try': { access: 'types.edit', body: () => ({ document: crypto.randomUUID() }), status: 404 },
  'POST /api/v1/types/:id/publish': { access: 'types.edit', status: 404 },
  'POST /api/v1/types/:id/retire': { access: 'types.edit', status: 404 },
};
