// The ids of a request follow its work: into every line that is logged for it, whoever logs it, and into the jobs it queues.

import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { type Logger, workLogger } from '../observe/logger.ts';
import { inWork, type Work } from '../observe/work.ts';
import type { App } from './api-context.ts';
import { knownCaller } from './caller.ts';
import { isHealthAddress } from './route-config.ts';

const works = new WeakMap<IncomingMessage, Work>();

/** What is known of the request so far; whoever learns more adds it. */
export const workOf = ({ raw }: FastifyRequest): Work => works.get(raw) ?? {};

/** Before whatever may log or refuse. */
export function followRequests(app: App): void {
  app.setChildLoggerFactory((logger, { request_id }, _options, raw) => {
    const work: Work = { request_id: String(request_id) };
    works.set(raw, work);
    return workLogger(logger as Logger, work) as FastifyBaseLogger;
  });
  const places = new WeakMap<IncomingMessage, AsyncResource>();
  app.addHook('onRequest', (request, _reply, done) => {
    inWork(workOf(request), () => {
      places.set(request.raw, new AsyncResource('request'));
      done();
    });
  });
  // A body arrives on its socket, outside of what the request began.
  app.addHook('preValidation', (request, _reply, done) => {
    noteCaller(request);
    const place = places.get(request.raw);
    if (place) place.runInAsyncScope(done);
    else done();
  });
  logResponses(app);
}

/** Ids alone; a refusal may come before anybody is known. */
function noteCaller(request: FastifyRequest): void {
  const caller = knownCaller(request);
  if (!caller) return;
  const work = workOf(request);
  work.user_id = caller.userId;
  if (caller.workspaceId !== null) work.workspace_id = caller.workspaceId;
}

/** One line a response: never the query, whose values belong to the user. */
function logResponses(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    noteCaller(request);
    const { method, routeOptions } = request;
    const path = shownPath(request.url, routeOptions.url);
    const duration_ms = Math.round(reply.elapsedTime);
    // Probes come every few seconds, and are of interest when they go wrong.
    const level = isHealthAddress(request) && reply.statusCode === 200 ? 'debug' : 'info';
    request.log[level]({ method, route: routeOptions.url, path, status: reply.statusCode, duration_ms }, 'request');
  });
}

/** Ids of things, and numbers of pages. */
const shownParameter = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{1,6})$/i;

/**
 * The route with the ids that were asked for. Anything else in their place may be a secret, or somebody's name; so may the
 * whole of an address that leads nowhere, which is left out.
 */
function shownPath(url: string, route: string | undefined): string | undefined {
  if (route === undefined) return undefined;
  const given = url.split('?', 1)[0]!.split('/');
  const segments = route.split('/').map((segment, i) => {
    const value = given[i] ?? '';
    return /[:*]/.test(segment) && shownParameter.test(value) ? value : segment;
  });
  return segments.join('/');
}
