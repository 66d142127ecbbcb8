// /auth/sessions: where one is signed in.

import { z } from 'zod';
import { endOtherSessions, endSession, listSessions } from '../actions/sessions.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { personOf } from './authenticate.ts';

const tags = ['Account'];
const config = { access: 'account' } as const;

const sessionSchema = z
  .object({
    id: z.uuid(),
    device: z.string().describe('In words: Firefox on Windows'),
    address: z.string().nullable().describe('Network address that signed in'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().describe('When its tokens were last exchanged'),
    expiresAt: z.iso.datetime().describe('Unless it is used before'),
    current: z.boolean().describe('The one that asks'),
  })
  .meta({ id: 'Session' });

export function sessionRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/auth/sessions',
    {
      config,
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'Where you are signed in, newest first',
        response: { 200: z.object({ items: z.array(sessionSchema) }), ...problems(401) },
      },
    },
    async (request) => ({
      items: (await listSessions(services, personOf(request))).map((session) => ({
        ...session,
        createdAt: session.createdAt.toISOString(),
        lastUsedAt: session.lastUsedAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      })),
    }),
  );

  app.delete(
    '/auth/sessions/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'endSession',
        summary: 'End one session',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.undefined().describe('Ended'), ...problems(401, 404) },
      },
    },
    async (request, reply) => {
      await endSession(services, personOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/auth/sessions',
    {
      config,
      schema: {
        tags,
        operationId: 'endOtherSessions',
        summary: 'End all sessions but this one',
        response: { 200: z.object({ ended: z.number().int() }), ...problems(401) },
      },
    },
    async (request) => ({ ended: await endOtherSessions(services, personOf(request)) }),
  );
}
