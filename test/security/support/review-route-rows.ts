// How to ask the routes of reviews.

import type { RouteRow } from './route-row.ts';

export const reviewRouteRows: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/reviews': { access: 'reviews.read' },
  'GET /api/v1/reviews/thresholds': { access: 'reviews.read' },
  'GET /api/v1/reviews/statistics': { access: 'reviews.read' },
  'GET /api/v1/reviews/:id': { access: 'reviews.read' },
  'POST /api/v1/reviews/:id/approve': { access: 'reviews.decide', headers: { 'if-match': '*' } },
  'POST /api/v1/reviews/:id/reject': {
    access: 'reviews.decide',
    headers: { 'if-match': '*' },
    body: () => ({ reason: 'not ours' }),
  },
  'POST /api/v1/reviews/:id/reopen': { access: 'reviews.decide', headers: { 'if-match': '*' } },
  'POST /api/v1/reviews/calibration/fit': { access: 'reviews.manage' },
  'POST /api/v1/reviews/calibration/undo': { access: 'reviews.manage' },
  'GET /api/v1/review-settings': { access: 'reviews.read' },
  'PUT /api/v1/review-settings': {
    access: 'reviews.manage',
    headers: { 'if-match': '*' },
    body: () => ({ level: 'confident', threshold: 0.9, thresholds: {}, fourEyes: [] }),
  },
};
