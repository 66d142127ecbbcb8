// CORS: pages of the origins in ALLOWED_ORIGINS may call the API, with the credentials of their visitors. No others.

import cors from '@fastify/cors';
import type { App } from './api-context.ts';

/** Browsers ask again after this long whether they may. */
const PREFLIGHT_KEPT_SECONDS = 600;

/** Call before limits and authentication: preflights carry no credentials, and refusals must be readable by the page. */
export async function allowOrigins(app: App, { allowedOrigins }: { allowedOrigins: readonly string[] }): Promise<void> {
  if (allowedOrigins.length === 0) return;
  await app.register(cors, {
    origin: [...allowedOrigins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'idempotency-key',
      'if-match',
      'if-none-match',
      'last-event-id',
      'sheaf-workspace',
      'x-api-key',
      'x-request-id',
    ],
    exposedHeaders: [
      'content-disposition',
      'etag',
      'idempotency-replayed',
      'location',
      'ratelimit-limit',
      'ratelimit-policy',
      'ratelimit-remaining',
      'ratelimit-reset',
      'retry-after',
      'x-request-id',
    ],
    maxAge: PREFLIGHT_KEPT_SECONDS,
    strictPreflight: false,
  });
}
