// /jobs: background work of the workspace: how far it is, cancelling it, having a dead job tried again.

import { z } from 'zod';
import { cancelJob, getJob, getJobs, retryJob } from '../actions/jobs.ts';
import { jobStates, overJobStates } from '../store/schema-jobs.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, watchAccess } from './authenticate.ts';
import { streamEvents } from './event-stream.ts';
import { jobSchema, showJob } from './job-representations.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Jobs'];
const byId = z.object({ id: z.uuid() });

export const jobFilters = {
  queue: z
    .string()
    .regex(/^[a-z][a-z-]{0,63}$/, 'must be the name of a queue')
    .optional(),
  state: z.enum(jobStates).optional(),
};

export function jobRoutes(app: App, { services, ensureRoom }: ApiContext): void {
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());

  app.get(
    '/jobs',
    {
      config: { access: 'jobs.read' },
      schema: {
        tags,
        operationId: 'listJobs',
        summary: 'List background work, newest first',
        description:
          'Owners and admins see all of the workspace; others see readings of documents and what they asked for themselves.',
        querystring: listQuery.extend(jobFilters),
        response: { 200: listSchema(jobSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, queue, state } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getJobs(services, actorOf(request), { queue, state, before: cursor, limit: count }),
      );
      return { items: rows.map(showJob), nextCursor };
    },
  );

  app.get(
    '/jobs/:id',
    {
      config: { access: 'jobs.read' },
      schema: {
        tags,
        operationId: 'getJob',
        summary: 'One job: state, progress, tries, error',
        params: byId,
        response: { 200: jobSchema, ...problems(404) },
      },
    },
    async (request) => showJob(await getJob(services, actorOf(request), request.params.id)),
  );

  app.get(
    '/jobs/:id/events',
    {
      exposeHeadRoute: false,
      config: { access: 'jobs.read', counted: false },
      schema: {
        tags,
        operationId: 'watchJob',
        summary: 'Progress as server-sent events',
        description:
          'Events `progress` ({state, progress, attempts}; the id grows, so that Last-Event-ID resumes) and at the end one `finished` with the job. Then the stream ends.',
        params: byId,
        headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).catch(0).optional() }),
        response: problems(404),
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const loadRow = () => getJob(services, actor, request.params.id);
      // Answers 404 as a problem, before the stream begins.
      await loadRow();
      let changes = 0;
      await streamEvents(reply, {
        afterSeq: request.headers['last-event-id'] ?? -1,
        load: async () => {
          const row = await loadRow();
          changes = row.changes;
          return showJob(row);
        },
        progressOf: ({ state, progress, attempts }) => [{ seq: changes, data: { state, progress, attempts } }],
        isOver: ({ state }) => (overJobStates as readonly string[]).includes(state),
        isAllowed: watchAccess(services, request),
        stopping: stopping.signal,
      });
      return reply;
    },
  );

  app.post(
    '/jobs/:id/cancel',
    {
      config: { access: 'jobs.manage' },
      schema: {
        tags,
        operationId: 'cancelJob',
        summary: 'Cancel a job',
        description:
          'One that waits never begins; one that runs is told to end within a second or two, wherever it runs. One that is over stays as it is. Asked again, it answers the same.',
        params: byId,
        response: { 202: jobSchema, ...problems(404) },
      },
    },
    async (request, reply) => {
      return reply.code(202).send(showJob(await cancelJob(services, actorOf(request), request.params.id)));
    },
  );

  app.post(
    '/jobs/:id/retry',
    {
      config: { access: 'jobs.manage', idempotent: true },
      schema: {
        tags,
        operationId: 'retryJob',
        summary: 'Have a dead job tried again',
        description:
          'With all its tries. A reading becomes a new run and with it a new job, which is answered; asked again, the same.',
        params: byId,
        response: { 202: jobSchema, ...problems(404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      await ensureRoom();
      return reply.code(202).send(showJob(await retryJob(services, actorOf(request), request.params.id)));
    },
  );
}
