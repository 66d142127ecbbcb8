// What a route declares about how HTTP treats it, in its `config`.

import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** false: counts for no rate limit and no quota of calls, because it belongs to a view that was counted. */
    counted?: false;
    /**
     * The route takes an Idempotency-Key. `true`: its answer is kept and replayed (idempotent-routes.ts). `by-action`: the
     * action keeps its answer in the transaction of its effect.
     */
    idempotent?: true | 'by-action';
    /** A question with a JSON body: pages through its answers as a GET does. */
    asksByBody?: true;
    /** The answer carries a secret: never compressed, never kept in clear. */
    secret?: true;
  }
}

const healthAddresses = new Set(['/healthz', '/readyz', '/metrics', '/health', '/api/health/']);

/** Asked by machines that know an address, not a name. */
export function isHealthAddress(request: FastifyRequest): boolean {
  return healthAddresses.has(request.routeOptions.url ?? '');
}

/** Docs and the page are static files; the calls that the page makes are counted. */
const staticPrefixes = ['/api/v1/docs', '/page/'];
const staticPaths = new Set(['/', '/api/v1/openapi.json']);

export function isCounted(request: FastifyRequest): boolean {
  const { url, config } = request.routeOptions;
  if (config?.counted === false || isHealthAddress(request)) return false;
  if (url === undefined) return true;
  return !staticPaths.has(url) && !staticPrefixes.some((prefix) => url.startsWith(prefix));
}
