// /usage: what the workspace used of its tier, and when counting starts again.

import { z } from 'zod';
import { getUsage, type Usage } from '../actions/get-usage.ts';
import { setTier } from '../actions/set-tier.ts';
import { tierNames, usageKinds } from '../store/schema.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, somebodyOf } from './authenticate.ts';

const tags = ['Usage'];

const usageSchema = z
  .object({
    tier: z.enum(tierNames),
    usage: z.array(
      z.object({
        kind: z.enum(usageKinds).describe('documents and exports count by month, apiCalls by day'),
        used: z.number().int(),
        limit: z.number().int().nullable().describe('null = unlimited'),
        remaining: z.number().int().nullable(),
        resetsAt: z.iso.datetime().describe('When counting starts again: midnight UTC'),
      }),
    ),
  })
  .meta({
    id: 'Usage',
    examples: [
      {
        tier: 'free',
        usage: [{ kind: 'documents', used: 4, limit: 10, remaining: 6, resetsAt: '2026-12-01T00:00:00.000Z' }],
      },
    ],
  });

type Shown = z.output<typeof usageSchema>;

export function usageRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/usage',
    {
      config: { access: 'usage.read' },
      schema: {
        tags,
        operationId: 'getUsage',
        summary: 'What the workspace used of its tier, and when counting starts again',
        description:
          'Documents and exports are counted in the transaction that makes them. API calls are counted in batches: the number may be half a second old.',
        response: { 200: usageSchema },
      },
    },
    async (request) => showUsage(await getUsage(services, actorOf(request))),
  );

  app.put(
    '/admin/workspaces/:id/tier',
    {
      config: { access: 'system' },
      schema: {
        tags,
        operationId: 'setTier',
        summary: 'Give a workspace a tier of its own',
        description: 'null takes it away: the workspace then has DEFAULT_TIER. It counts within half a minute.',
        params: z.object({ id: z.uuid() }),
        body: z.object({ tier: z.enum(tierNames).nullable() }),
        response: { 200: usageSchema, ...problems(400, 404, 415) },
      },
    },
    async (request) => {
      const { params, body } = request;
      await setTier(services, somebodyOf(request), { workspaceId: params.id, tier: body.tier });
      return showUsage(await getUsage(services, { workspaceId: params.id }));
    },
  );
}

function showUsage({ tier, usage }: Usage): Shown {
  return {
    tier,
    usage: usage.map(({ kind, used, limit, resetsAt }) => ({
      kind,
      used,
      ...(Number.isFinite(limit) ? { limit, remaining: Math.max(0, limit - used) } : { limit: null, remaining: null }),
      resetsAt: resetsAt.toISOString(),
    })),
  };
}
