// /usage: what the workspace used of its tier, and when counting starts again.

import { z } from 'zod';
import { getUsage } from '../actions/get-usage.ts';
import { tierNames, usageKinds } from '../store/schema.ts';
import type { ApiContext, App } from './api-context.ts';
import { actorOf } from './authenticate.ts';

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
  .meta({ id: 'Usage' });

export function usageRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/usage',
    {
      config: { access: 'usage.read' },
      schema: {
        tags: ['Usage'],
        operationId: 'getUsage',
        summary: 'What the workspace used of its tier, and when counting starts again',
        description:
          'Documents and exports are counted in the transaction that makes them. API calls are counted in batches: the number may be half a second old.',
        response: { 200: usageSchema },
      },
    },
    async (request) => {
      const { tier, usage } = await getUsage(services, actorOf(request));
      return {
        tier,
        usage: usage.map(({ kind, used, limit, resetsAt }) => ({
          kind,
          used,
          ...(Number.isFinite(limit)
            ? { limit, remaining: Math.max(0, limit - used) }
            : { limit: null, remaining: null }),
          resetsAt: resetsAt.toISOString(),
        })),
      };
    },
  );
}
