// The HTTP server: guards, error shape, resources. Listens nowhere by itself.

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import multipart from '@fastify/multipart';
import fastify, { type ConnectionError, type FastifyBaseLogger, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ErrorCode } from '../errors.ts';
import { newId } from '../store/new-id.ts';
import { accountRoutes } from './account.ts';
import { administeredJobRoutes } from './administered-jobs.ts';
import { administrationRoutes } from './administration.ts';
import { allowOrigins } from './allow-origins.ts';
import type { ApiContext, App } from './api-context.ts';
import { artifactRoutes } from './artifacts.ts';
import { askRoutes } from './ask.ts';
import { auditRoutes } from './audit.ts';
import { authRoutes } from './auth.ts';
import { useAuthCookies } from './auth-cookies.ts';
import { authenticateRequests, isSystemAdministrator } from './authenticate.ts';
import { backupRoutes } from './backups.ts';
import { batchRoutes } from './batches.ts';
import { caseRoutes } from './cases.ts';
import { collectionRoutes } from './collections.ts';
import { compressAnswers } from './compress-answers.ts';
import { documentRoutes } from './documents.ts';
import { erasureRoutes } from './erasure.ts';
import { eventRoutes } from './events.ts';
import { exportRoutes } from './exports.ts';
import { fileRoutes } from './files.ts';
import { findingRoutes } from './findings.ts';
import { followRequests } from './follow-requests.ts';
import { healthRoutes } from './health.ts';
import { useIdempotencyKeys } from './idempotent-routes.ts';
import { intakeRoutes } from './intake.ts';
import { intakeDoor } from './intake-door.ts';
import { invitationRoutes } from './invitations.ts';
import { jobRoutes } from './jobs.ts';
import { keyRoutes } from './keys.ts';
import { lessonRoutes } from './lessons.ts';
import { limitCalls } from './limit-calls.ts';
import { limitRates } from './limit-rates.ts';
import { matchRoutes } from './matches.ts';
import { mcpRoutes } from './mcp.ts';
import { measureRequests } from './measure-requests.ts';
import { memberRoutes } from './members.ts';
import { metricsRoutes } from './metrics.ts';
import { modelRoutes } from './models.ts';
import { notificationRoutes, unsubscribeRoutes } from './notifications.ts';
import { oidcRoutes } from './oidc.ts';
import { createOlderAddresses } from './older-addresses.ts';
import { useOpaqueCursors } from './opaque-cursors.ts';
import { describeApi, serveApiDocs } from './openapi.ts';
import { packOperationRoutes } from './pack-operations.ts';
import { pageRoutes } from './page.ts';
import { passkeyRoutes } from './passkeys.ts';
import { permissionRoutes } from './permission-table.ts';
import { problemMediaType, problemOf, sendError, sendNotFound } from './problem.ts';
import { proposalRoutes } from './proposals.ts';
import { recordExportRoutes } from './record-exports.ts';
import { recordRoutes } from './records.ts';
import { refusalHeaders } from './refusal-headers.ts';
import { guardRequests } from './request-guard.ts';
import { retentionRoutes } from './retention.ts';
import { reviewRoutes } from './reviews.ts';
import { runRoutes } from './runs.ts';
import { sampleRoutes } from './samples.ts';
import { savedSearchRoutes } from './saved-searches.ts';
import { searchRoutes } from './search.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { secureHeaders } from './security-headers.ts';
import { sessionRoutes } from './sessions.ts';
import { signingKeyRoutes } from './signing-keys.ts';
import { traceRequests } from './trace-requests.ts';
import { trashRoutes } from './trash.ts';
import { typeRoutes } from './types.ts';
import { usageRoutes } from './usage.ts';
import { webhookRoutes } from './webhooks.ts';
import { workspaceRoutes } from './workspaces.ts';

/** JSON bodies; uploads are streamed and have their own limit. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** How often slow requests are looked for, at most. */
const LOOK_EVERY_MS = 10_000;
const MOST_FOR_HEADERS_MS = 60_000;
const requestIdPattern = /^[\w.:-]{1,128}$/;

export async function buildApi(context: ApiContext): Promise<App> {
  const older = createOlderAddresses(context.services.olderAddresses);
  const app = fastify({
    loggerInstance: context.services.log as FastifyBaseLogger,
    // One line a response of our own (follow-requests.ts).
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: context.http.trustProxy,
    requestTimeout: context.limits.requestMs,
    http: timeLimits(context.limits.requestMs),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: older.realAddress,
    genReqId: ({ headers }) => keptRequestId(headers['x-request-id']) ?? newId(),
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply.headers(refusalHeaders));
    },
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>();

  ignoreUnknownExpectations(app);
  // 0 would refuse everybody.
  if (context.http.maxConnections > 0) app.server.maxConnections = context.http.maxConnections;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(sendNotFound);

  traceRequests(app);
  followRequests(app);
  if (context.metrics) measureRequests(app, context.metrics.metrics);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  // Before whatever may refuse: a refusal carries them, too.
  await secureHeaders(app, context.http);
  guardRequests(app, context.http);
  await allowOrigins(app, context.http);
  // Addresses are counted before anybody is recognised, so that guessing is, too.
  limitRates(app, { limits: context.http.rateLimits, db: context.services.db });
  await useAuthCookies(app, {
    secure: context.http.publicUrl?.protocol === 'https:',
    refreshSeconds: context.services.identity.settings.sessionSeconds,
  });
  authenticateRequests(app, context.services);
  await app.register(multipart);
  await describeApi(app, context.version);
  limitCalls(app, context.services);
  useOpaqueCursors(app);
  // After it, so that older clients get the same cursors.
  older.use(app);
  useIdempotencyKeys(app, context.services);
  await compressAnswers(app);

  const mayKnowDetails = (request: FastifyRequest) => isSystemAdministrator(context.services, request);
  await app.register(async (scope) =>
    healthRoutes(scope.withTypeProvider<ZodTypeProvider>(), { ...context, mayKnowDetails }),
  );
  const { metrics } = context;
  if (metrics) await app.register(async (scope) => metricsRoutes(scope.withTypeProvider<ZodTypeProvider>(), metrics));
  await app.register(
    async (scope) => {
      const api = scope.withTypeProvider<ZodTypeProvider>();
      authRoutes(api, context);
      oidcRoutes(api, context);
      sessionRoutes(api, context);
      secondFactorRoutes(api, context);
      passkeyRoutes(api, context);
      accountRoutes(api, context);
      keyRoutes(api, context);
      signingKeyRoutes(api, context);
      documentRoutes(api, context);
      batchRoutes(api, context);
      runRoutes(api, context);
      jobRoutes(api, context);
      recordRoutes(api, context);
      recordExportRoutes(api, context);
      proposalRoutes(api, context);
      mcpRoutes(api, context);
      matchRoutes(api, context);
      findingRoutes(api, context);
      reviewRoutes(api, context);
      searchRoutes(api, context);
      askRoutes(api, context);
      collectionRoutes(api, context);
      savedSearchRoutes(api, context);
      lessonRoutes(api, context);
      artifactRoutes(api, context);
      caseRoutes(api, context);
      packOperationRoutes(api, context);
      typeRoutes(api, context);
      sampleRoutes(api, context);
      usageRoutes(api, context);
      modelRoutes(api, context);
      auditRoutes(api, context);
      trashRoutes(api, context);
      retentionRoutes(api, context);
      exportRoutes(api, context);
      erasureRoutes(api, context);
      workspaceRoutes(api, context);
      memberRoutes(api, context);
      invitationRoutes(api, context);
      permissionRoutes(api);
      administrationRoutes(api, context);
      administeredJobRoutes(api, context);
      backupRoutes(api, context);
      notificationRoutes(api, context);
      webhookRoutes(api, context);
      eventRoutes(api, context);
      intakeRoutes(api, context);
      // Scopes of their own: nothing else takes such bodies.
      await scope.register(async (inner) => intakeDoor(inner.withTypeProvider<ZodTypeProvider>(), context));
      await scope.register(async (inner) => unsubscribeRoutes(inner.withTypeProvider<ZodTypeProvider>(), context));
    },
    { prefix: '/api/v1' },
  );
  fileRoutes(app, context);
  await serveApiDocs(app);
  pageRoutes(app);
  return app;
}

function timeLimits(requestMs: number) {
  // Node takes the larger of both for the whole request, so that the headers' limit must not be above it.
  const headersTimeout = Math.min(MOST_FOR_HEADERS_MS, requestMs);
  return { headersTimeout, connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, requestMs / 2) };
}

/** What never became a request of the framework: no HTTP, headers too long, or a body that does not come. */
function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (!socket.writable) return;
  const problem = problemOf(brokenRequestCodes[error.code] ?? 'request.invalid', newId());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${problem.requestId}`,
    ...Object.entries(refusalHeaders).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const brokenRequestCodes: Record<string, ErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  HPE_HEADER_OVERFLOW: 'request.too-large',
};

function keptRequestId(given: string | string[] | undefined): string | undefined {
  return typeof given === 'string' && requestIdPattern.test(given) ? given : undefined;
}

/** Node would answer 417 past us; one may as well go on (RFC 9110 section 10.1.1). */
function ignoreUnknownExpectations(app: App): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
}
