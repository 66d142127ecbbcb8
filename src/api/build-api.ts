// The HTTP server: guards, error shape, resources. Listens nowhere by itself.

import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { localOwner } from '../actions/ensure-local-owner.ts';
import { newId } from '../store/new-id.ts';
import type { ApiContext, App } from './api-context.ts';
import { documentRoutes } from './documents.ts';
import { healthRoutes } from './health.ts';
import { describeApi, serveApiDocs } from './openapi.ts';
import { pageRoutes } from './page.ts';
import { problemMediaType, problemOf, sendError, sendNotFound } from './problem.ts';
import { recordRoutes } from './records.ts';
import { guardRequests } from './request-guard.ts';
import { runRoutes } from './runs.ts';
import { sampleRoutes } from './samples.ts';
import { typeRoutes } from './types.ts';

/** JSON bodies; uploads are streamed and have their own limit. */
const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 120_000;
const requestIdPattern = /^[\w.:-]{1,128}$/;

export async function buildApi(context: ApiContext): Promise<App> {
  const app = fastify({
    loggerInstance: context.services.log as FastifyBaseLogger,
    // One line a response of our own below; each line of a request carries its id.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    genReqId: ({ headers }) => keptRequestId(headers['x-request-id']) ?? newId(),
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply);
    },
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return;
      const body = JSON.stringify(problemOf('request.invalid', newId()));
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: ${problemMediaType}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
      );
    },
  }).withTypeProvider<ZodTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(sendNotFound);

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  guardRequests(app);
  logResponses(app);
  await app.register(helmet, securityHeaders);
  await app.register(multipart);
  await describeApi(app, context.version);

  const actorOf = () => localOwner;
  await app.register(async (scope) => healthRoutes(scope.withTypeProvider<ZodTypeProvider>(), context));
  await app.register(
    async (scope) => {
      const api = scope.withTypeProvider<ZodTypeProvider>();
      documentRoutes(api, context, actorOf);
      runRoutes(api, context, actorOf);
      recordRoutes(api, context, actorOf);
      typeRoutes(api, context);
      sampleRoutes(api, context, actorOf);
    },
    { prefix: '/api/v1' },
  );
  await serveApiDocs(app);
  pageRoutes(app);
  return app;
}

function keptRequestId(given: string | string[] | undefined): string | undefined {
  return typeof given === 'string' && requestIdPattern.test(given) ? given : undefined;
}

/** One line a response: never the query, whose values belong to the user. */
function logResponses(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const path = request.url.split('?', 1)[0];
    const duration_ms = Math.round(reply.elapsedTime);
    request.log.info({ method, path, status: reply.statusCode, duration_ms }, 'request');
  });
}

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Loopback is plain HTTP: asking browsers to insist on HTTPS would lock every local port out.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' as const },
};
