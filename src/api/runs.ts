// /runs: how far a reading is, once or as it goes on.

import { z } from 'zod';
import { getRun } from '../actions/browse.ts';
import { cancelRun } from '../actions/jobs.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, watchAccess } from './authenticate.ts';
import { runSchema, showRun } from './representations.ts';
import { streamRunEvents } from './run-events.ts';

const tags = ['Runs'];
const byId = z.object({ id: z.uuid() });

export function runRoutes(app: App, { services }: ApiContext): void {
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());

  app.get(
    '/runs/:id',
    {
      config: { access: 'runs.read' },
      schema: {
        tags,
        operationId: 'getRun',
        summary: 'One reading of a document: status, stages, timings, error',
        params: byId,
        response: { 200: runSchema, ...problems(404) },
      },
    },
    async (request) => showRun(await getRun(services, actorOf(request), request.params.id)),
  );

  app.get(
    '/runs/:id/events',
    {
      exposeHeadRoute: false,
      config: { access: 'runs.read', counted: false },
      schema: {
        tags,
        operationId: 'watchRun',
        summary: 'Progress as server-sent events',
        description:
          'Events `progress` ({stage, at}; the id is its number, so that Last-Event-ID resumes) and at the end one `finished` with the run. Then the stream ends.',
        params: byId,
        headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).catch(0).optional() }),
        response: problems(404),
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const loadRun = async () => showRun(await getRun(services, actor, request.params.id));
      // Answers 404 as a problem, before the stream begins.
      await loadRun();
      await streamRunEvents(reply, {
        runId: request.params.id,
        live: services.live,
        afterSeq: request.headers['last-event-id'] ?? 0,
        loadRun,
        isAllowed: watchAccess(services, request),
        stopping: stopping.signal,
      });
      return reply;
    },
  );
  app.post(
    '/runs/:id/cancel',
    {
      config: { access: 'jobs.manage' },
      schema: {
        tags,
        operationId: 'cancelRun',
        summary: 'Cancel a reading',
        description:
          'The run ends as `failed` with `run.cancelled`, within a second or two: watch it. One that is over stays as it is.',
        params: byId,
        response: { 202: runSchema, ...problems(404) },
      },
    },
    async (request, reply) => {
      return reply.code(202).send(showRun(await cancelRun(services, actorOf(request), request.params.id)));
    },
  );
}
