// The HTTP server of a process that runs models for others: no database, no accounts, tokens of services.

import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ModelSource } from '../nlp/model-source.ts';
import { newId } from '../store/new-id.ts';
import type { Vision } from '../vision/vision.ts';
import type { App } from './api-context.ts';
import { addHealthRoutes, type HealthApiContext } from './build-health-api.ts';
import { followRequests } from './follow-requests.ts';
import { measureRequests } from './measure-requests.ts';
import { nlpServiceRoutes } from './nlp-service.ts';
import { sendError, sendNotFound } from './problem.ts';
import { requireServiceToken } from './service-tokens.ts';
import { visionServiceRoutes } from './vision-service.ts';

export interface ModelsApiContext extends HealthApiContext {
  /** Whoever sends one of them is answered; without any, this machine alone. */
  tokens: readonly string[];
  requestMs: number;
  nlp?: ModelSource | undefined;
  vision?: Vision | undefined;
}

const BODY_LIMIT_BYTES = 1024;
const requestIdPattern = /^[\w.:-]{1,128}$/;

export async function buildModelsApi(context: ModelsApiContext): Promise<App> {
  const { log, metrics, tokens, requestMs, nlp, vision } = context;
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    genReqId({ headers }) {
      const given = headers['x-request-id'];
      return typeof given === 'string' && requestIdPattern.test(given) ? given : newId();
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(sendNotFound);
  followRequests(app);
  if (metrics) measureRequests(app, metrics.metrics);
  addHealthRoutes(app, context);
  await app.register(async (scope) => {
    const service = scope.withTypeProvider<ZodTypeProvider>();
    requireServiceToken(service, tokens);
    if (nlp) nlpServiceRoutes(service, nlp);
    if (vision) visionServiceRoutes(service, vision);
  });
  return app;
}
