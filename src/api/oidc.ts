// /auth/oidc: sign-in with an account elsewhere. A browser goes through these addresses, so that they answer with redirects.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { arriveFromProvider, departToProvider } from '../actions/sign-in-elsewhere.ts';
import { SheafError } from '../errors.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { setAuthCookies, setOidcCookie, takeOidcCookie } from './auth-cookies.ts';
import { callerBehind } from './token-representations.ts';

const tags = ['Sign-in'];
const config = { access: 'public' } as const;
const params = z.object({ provider: z.string().max(40) });
const text = z.string().max(4000).optional();

export function oidcRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/auth/oidc',
    {
      config,
      schema: {
        tags,
        operationId: 'listSignIns',
        summary: 'Where people may sign in instead of here',
        response: {
          200: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), start: z.string() })) }),
        },
      },
    },
    async () => ({
      items: services.identity.oidcClients.map(({ provider: { id, name } }) => ({
        id,
        name,
        start: `/api/v1/auth/oidc/${id}/start`,
      })),
    }),
  );

  app.get(
    '/auth/oidc/:provider/start',
    {
      config,
      schema: {
        tags,
        operationId: 'startSignInElsewhere',
        summary: 'Go to the provider (a browser follows)',
        params,
        querystring: z.object({
          returnTo: z.string().max(500).default('/').describe('Path of this server to come back to'),
        }),
        response: { 303: z.undefined().describe('To the provider'), ...problems(400, 404, 503) },
      },
    },
    async (request, reply) => {
      const { url, binding } = await departToProvider(services, { ...request.params, ...request.query });
      setOidcCookie(reply, binding);
      return reply.header('cache-control', 'no-store').redirect(url.href, 303);
    },
  );

  app.get(
    '/auth/oidc/:provider/callback',
    {
      config,
      schema: {
        tags,
        operationId: 'finishSignInElsewhere',
        summary: 'Come back from the provider (a browser follows)',
        description:
          'Sets the cookies and goes on to returnTo. Otherwise to the page, with #sign-in-failed= and the code of the error, or with #second-factor= and the challenge.',
        params,
        querystring: z.object({ code: text, state: text, iss: text, error: text }),
        response: { 303: z.undefined().describe('To the page') },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        return await arrive(request as ArrivingRequest, reply);
      } catch (error) {
        if (!(error instanceof SheafError)) throw error;
        return reply.redirect(`/#sign-in-failed=${error.code}`, 303);
      }
    },
  );

  async function arrive(request: ArrivingRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { provider } = request.params;
    const { code, state, iss } = request.query;
    const binding = takeOidcCookie(request, reply);
    const result = await arriveFromProvider(services, callerBehind(request), { provider, code, state, iss, binding });
    if (result.status === 'second-factor') return reply.redirect(`/#second-factor=${result.challenge}`, 303);
    setAuthCookies(reply, result.tokens);
    return reply.redirect(result.returnTo, 303);
  }
}

type ArrivingRequest = FastifyRequest<{
  Params: z.output<typeof params>;
  Querystring: { code?: string; state?: string; iss?: string };
}>;
