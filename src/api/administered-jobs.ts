// /admin/jobs and /admin/schedules: background work of the whole installation, for who administers it.

import { z } from 'zod';
import {
  cancelAnyJob,
  getAllJobs,
  getAnyJob,
  getJobCounts,
  getSchedules,
  retryAnyJob,
} from '../actions/administer-jobs.ts';
import { jobStates } from '../store/schema-jobs.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { somebodyOf } from './authenticate.ts';
import { administeredJobDetailSchema, administeredJobSchema, showAdministeredJob } from './job-representations.ts';
import { jobFilters } from './jobs.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Administration'];
const config = { access: 'system' } as const;
const byJob = z.object({ jobId: z.uuid() });
const moment = z.iso.datetime().nullable();

const countSchema = z
  .object({ queue: z.string(), state: z.enum(jobStates), count: z.number().int() })
  .meta({ id: 'JobCount' });

const scheduleSchema = z
  .object({
    queue: z.string(),
    cron: z.string().describe('Minute, hour, day of the month, month, day of the week; UTC'),
    nextRunAt: z.iso.datetime(),
    lastJob: z
      .object({ id: z.uuid(), state: z.enum(jobStates), startedAt: moment, finishedAt: moment })
      .nullable()
      .describe('The last one that it queued'),
  })
  .meta({ id: 'Schedule' });

export function administeredJobRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/admin/jobs',
    {
      config,
      schema: {
        tags,
        operationId: 'listAllJobs',
        summary: 'List the jobs of the installation, newest first',
        description: 'By ids: what a job carries is not shown. `state=dead` lists what was given up.',
        querystring: listQuery.extend({ ...jobFilters, workspace: z.uuid().optional() }),
        response: { 200: listSchema(administeredJobSchema), ...problems(400, 401, 403) },
      },
    },
    async ({ query: { cursor, limit, queue, state, workspace } }) => {
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getAllJobs(services, { queue, state, workspaceId: workspace, before: cursor, limit: count }),
      );
      return { items: rows.map(showAdministeredJob), nextCursor };
    },
  );

  app.get(
    '/admin/jobs/counts',
    {
      config,
      schema: {
        tags,
        operationId: 'countJobs',
        summary: 'How many jobs of each queue are not done, by state',
        response: { 200: z.object({ items: z.array(countSchema) }), ...problems(401, 403) },
      },
    },
    async () => ({ items: await getJobCounts(services) }),
  );

  app.get(
    '/admin/jobs/:jobId',
    {
      config,
      schema: {
        tags,
        operationId: 'getAnyJob',
        summary: 'One job; of a mail its kind, the domain it was to go to, and why it did not',
        params: byJob,
        response: { 200: administeredJobDetailSchema, ...problems(401, 403, 404) },
      },
    },
    async ({ params }) => {
      const { mail = null, ...row } = await getAnyJob(services, params.jobId);
      return { ...showAdministeredJob(row), mail };
    },
  );

  app.post(
    '/admin/jobs/:jobId/cancel',
    {
      config,
      schema: {
        tags,
        operationId: 'cancelAnyJob',
        summary: 'Cancel a job',
        params: byJob,
        response: { 202: administeredJobSchema, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const job = await cancelAnyJob(services, somebodyOf(request), request.params.jobId);
      return reply.code(202).send(showAdministeredJob(job));
    },
  );

  app.post(
    '/admin/jobs/:jobId/retry',
    {
      config,
      schema: {
        tags,
        operationId: 'retryAnyJob',
        summary: 'Have a dead job tried again',
        params: byJob,
        response: { 202: administeredJobSchema, ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const job = await retryAnyJob(services, somebodyOf(request), request.params.jobId);
      return reply.code(202).send(showAdministeredJob(job));
    },
  );

  app.get(
    '/admin/schedules',
    {
      config,
      schema: {
        tags,
        operationId: 'listSchedules',
        summary: 'What is queued by the clock: when it is due, and how the last one went',
        response: { 200: z.object({ items: z.array(scheduleSchema) }), ...problems(401, 403) },
      },
    },
    async () => ({
      items: (await getSchedules(services)).map(({ nextRunAt, lastJob, ...schedule }) => ({
        ...schedule,
        nextRunAt: nextRunAt.toISOString(),
        lastJob: lastJob && {
          ...lastJob,
          startedAt: lastJob.startedAt?.toISOString() ?? null,
          finishedAt: lastJob.finishedAt?.toISOString() ?? null,
        },
      })),
    }),
  );
}
