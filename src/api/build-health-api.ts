// The HTTP server of a process without the API: health, and nothing that a person or a document could reach.

import fastify, { type FastifyBaseLogger, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from '../observe/logger.ts';
import type { ReadinessRegistry } from '../observe/readiness.ts';
import type { App, MetricsAccess } from './api-context.ts';
import { healthRoutes } from './health.ts';
import { isLoopbackHost } from './loopback.ts';
import { metricsRoutes } from './metrics.ts';
import { createOlderAddresses } from './older-addresses.ts';
import { sendError, sendNotFound } from './problem.ts';

export interface HealthApiContext {
  readiness: ReadinessRegistry;
  version: string;
  log: Logger;
  metrics: MetricsAccess | undefined;
}

export async function buildHealthApi(context: HealthApiContext): Promise<App> {
  const app = fastify({
    loggerInstance: context.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    bodyLimit: 1024,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    rewriteUrl: createOlderAddresses().realAddress,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(sendNotFound);
  addHealthRoutes(app, context);
  return app;
}

/** Of a process without accounts: details are for this machine. */
export function addHealthRoutes(app: App, { metrics, readiness, version }: HealthApiContext): void {
  healthRoutes(app, { readiness, version, mayKnowDetails: async (request) => isOnThisMachine(request) });
  if (metrics) metricsRoutes(app, metrics);
}

/** Who asks from this machine and not on behalf of somebody else. */
function isOnThisMachine({ socket, headers }: FastifyRequest): boolean {
  return (
    isLoopbackHost((socket.remoteAddress ?? '').replace(/^::ffff:/, '')) &&
    headers['x-forwarded-for'] === undefined &&
    headers.forwarded === undefined
  );
}
