// /metrics: how this process works, in the format of Prometheus, for whoever may know it. docs/metrics.md tells who that is.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SheafError } from '../errors.ts';
import { type App, type MetricsAccess, problems } from './api-context.ts';
import { isLoopbackHost } from './loopback.ts';

export function metricsRoutes(app: App, { metrics, ...access }: MetricsAccess): void {
  const mayKnow = scrapeCheck(access);
  app.get(
    '/metrics',
    {
      config: { access: 'public' },
      schema: {
        tags: ['Health'],
        operationId: 'getMetrics',
        summary: 'How this process works, for Prometheus',
        response: {
          200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } },
          ...problems(401),
        },
      },
    },
    async (request, reply) => {
      if (!mayKnow(request)) {
        reply.header('www-authenticate', 'Bearer');
        throw new SheafError('metrics.refused');
      }
      reply.header('cache-control', 'no-store').type(metrics.contentType);
      return (await metrics.scrape()) as never;
    },
  );
}

function scrapeCheck({ token, publicUrl }: Omit<MetricsAccess, 'metrics'>): (request: FastifyRequest) => boolean {
  if (token !== undefined) {
    const expected = digest(token);
    return (request) => timingSafeEqual(digest(bearerOf(request)), expected);
  }
  // A proxy stands in front: everybody comes from this machine then, and not every proxy says on whose behalf.
  if (publicUrl && !isLoopbackHost(publicUrl.hostname)) return () => false;
  return isFromHere;
}

/** Hashed, so that neither time nor length tells how much of it was right. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const bearerOf = ({ headers }: FastifyRequest): string =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? '';

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Asked from this machine, by a name of this machine (a page of a foreign name would have its own), and for nobody else. */
function isFromHere({ raw, headers }: FastifyRequest): boolean {
  const peer = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return isLoopbackHost(peer) && isLoopbackHost(host) && forwardingHeaders.every((name) => headers[name] === undefined);
}
