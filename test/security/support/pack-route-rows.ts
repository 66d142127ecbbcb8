// Operations of packs: what each must ask of its caller, and what to send it. Those of the toy pack stand for all.

import type { RouteRow } from './route-row.ts';

export const packRouteRows: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/toy/records/:record/number': { access: 'records.read' },
  'GET /api/v1/toy/numbers': { access: 'records.read' },
  'POST /api/v1/toy/numbers/query': { access: 'records.read', body: () => ({ limit: 1 }) },
};
