// /healthz: the process runs. /readyz: it can do its work.

import { z } from 'zod';
import type { ApiContext, App } from './api-context.ts';

const tags = ['Health'];
const component = z.object({
  ok: z.boolean(),
  ms: z.number(),
  error: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const readinessSchema = z.object({
  status: z.enum(['ready', 'not ready']),
  components: z.record(z.string(), component),
});

type HealthContext = Pick<ApiContext, 'readiness' | 'version'>;

export function healthRoutes(app: App, { readiness, version }: HealthContext): void {
  app.get(
    '/healthz',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getHealth',
        summary: 'Whether the process runs',
        response: { 200: z.object({ status: z.literal('ok'), version: z.string(), timestamp: z.iso.datetime() }) },
      },
    },
    async () => ({ status: 'ok' as const, version, timestamp: new Date().toISOString() }),
  );

  app.get(
    '/readyz',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getReadiness',
        summary: 'Whether every required component works',
        response: { 200: readinessSchema, 503: readinessSchema },
      },
    },
    async (_request, reply) => {
      const { ready, components } = await readiness.check();
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', components });
    },
  );
}
