// A span for each request, named by its route as OpenTelemetry's conventions for HTTP want it; what it does happens inside.

import { isTracing, openSpan } from '../observe/tracing.ts';
import type { App } from './api-context.ts';
import { workOf } from './follow-requests.ts';

/** Asked every few seconds by whoever watches the process: their traces would bury the others. */
const probes = new Set(['/healthz', '/readyz', '/metrics', '/health', '/api/health', '/v2/health']);

/** Before `followRequests`, which keeps hold of where the request happens. */
export function traceRequests(app: App): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { method, headers, protocol, routeOptions } = request;
    const route = routeOptions.url;
    if (!isTracing() || (route !== undefined && probes.has(route))) return done();
    const { traceparent } = headers;
    const span = openSpan(route === undefined ? method : `${method} ${route}`, {
      kind: 'SERVER',
      parent: typeof traceparent === 'string' ? traceparent : undefined,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'url.scheme': protocol,
        'sheaf.request_id': request.id,
      },
    });
    const work = workOf(request);
    work.trace_id = span.traceId;
    // Comes once, whether the answer was sent or the caller went away.
    reply.raw.once('close', () => {
      const status = reply.statusCode;
      span.set({ 'http.response.status_code': status, 'sheaf.workspace_id': work.workspace_id });
      if (!reply.raw.writableFinished) span.end('aborted');
      else span.end(status >= 500 ? String(status) : undefined);
    });
    span.within(done);
  });
}
