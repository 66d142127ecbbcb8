// Counts and measures requests, by the address as it was declared: what a caller puts into it is in no metric.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../observe/metrics.ts';
import type { App } from './api-context.ts';
import { problemCodeOf } from './problem.ts';

/** Call before any route is added. */
export function measureRequests(app: App, metrics: Metrics): void {
  let inFlight = 0;
  metrics.onScrape(() => metrics.set('sheaf_http_requests_in_flight', {}, inFlight));
  app.addHook('onRoute', ({ url }) => metrics.allow('route', [url]));
  app.addHook('onRequest', (request, reply, next) => {
    inFlight++;
    // Comes once, also when the caller goes away, and when the answer is a stream that the framework does not see.
    reply.raw.once('close', () => {
      inFlight--;
      measure(metrics, request, reply);
    });
    next();
  });
}

function measure(metrics: Metrics, request: FastifyRequest, reply: FastifyReply): void {
  const { method, routeOptions } = request;
  const labels = { method, route: routeOptions.url ?? 'none' };
  const { headersSent, statusCode } = reply.raw;
  metrics.add('sheaf_http_requests_total', { ...labels, status: headersSent ? statusClass(statusCode) : 'aborted' });
  const isStream = String(reply.raw.getHeader('content-type') ?? '').startsWith('text/event-stream');
  if (!isStream) metrics.observe('sheaf_http_request_duration_seconds', labels, reply.elapsedTime / 1000);
  const code = problemCodeOf(request);
  if (code) metrics.add('sheaf_http_errors_total', { code });
}

const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;
