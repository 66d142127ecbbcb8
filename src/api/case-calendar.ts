// /cases/calendar: the address by which one's calendar follows one's cases; and what calendars fetch there.

import { z } from 'zod';
import { closeCalendar, findCalendar, openCalendar, readCalendar } from '../actions/case-calendar.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';

const tags = ['Cases'];
const access = 'cases.read';

export function caseCalendarRoutes(app: App, { services, http }: ApiContext): void {
  app.get(
    '/cases/calendar',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'getCaseCalendar',
        summary: 'Whether you have an address that your calendar follows',
        response: { 200: z.object({ since: z.iso.datetime().nullable().describe('null = none') }) },
      },
    },
    async (request) => ({ since: (await findCalendar(services, actorOf(request)))?.toISOString() ?? null }),
  );

  app.post(
    '/cases/calendar',
    {
      config: { access, secret: true },
      schema: {
        tags,
        operationId: 'openCaseCalendar',
        summary: 'Get an address that your calendar follows',
        description:
          'Your reminders, and the appointments of open cases. Whoever has the address sees them, without signing in: it is shown once. Asking again revokes the one before.',
        response: { 201: z.object({ url: z.string().describe('Absolute when the server knows its own address') }) },
      },
    },
    async (request, reply) => {
      const token = await openCalendar(services, actorOf(request));
      return reply.code(201).send({ url: `${http.publicUrl?.origin ?? ''}/api/v1/calendar.ics?link=${token}` });
    },
  );

  app.delete(
    '/cases/calendar',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'closeCaseCalendar',
        summary: 'Revoke the address that your calendar follows',
        response: { 204: z.undefined().describe('There is none now') },
      },
    },
    async (request, reply) => {
      await closeCalendar(services, actorOf(request));
      return reply.code(204).send();
    },
  );

  app.get(
    '/calendar.ics',
    {
      config: { access: 'public', secret: true },
      schema: {
        tags,
        operationId: 'readCaseCalendar',
        summary: 'Somebody’s reminders and appointments, as iCalendar (RFC 5545)',
        querystring: z.object({ link: z.string().max(1000) }),
        response: { 200: z.string().describe('text/calendar, all times in UTC'), ...problems(400, 404, 429) },
      },
    },
    async (request, reply) => {
      const text = await readCalendar(services, request.query.link);
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', 'attachment; filename="sheaf.ics"')
        .serializer((sent: unknown) => sent as string)
        .send(text);
    },
  );
}
