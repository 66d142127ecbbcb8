// /healthz: the process runs. /readyz: it can do its work.

import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ComponentState, ReadinessRegistry } from '../observe/readiness.ts';
import type { App } from './api-context.ts';

const MOST_TO_RECOGNISE_MS = 1000;
const tags = ['Health'];
const component = z.object({
  ok: z.boolean(),
  required: z.boolean().describe('false: the server works without it'),
  ms: z.number(),
  error: z.string().optional(),
  details: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('for administrators of the installation'),
});
const readinessSchema = z.object({
  status: z.enum(['ready', 'not ready', 'stopping']),
  components: z.record(z.string(), component),
});

export interface HealthContext {
  readiness: ReadinessRegistry;
  version: string;
  /** Whether whoever asks may know more than which components work. */
  mayKnowDetails: (request: FastifyRequest) => Promise<boolean>;
}

export function healthRoutes(app: App, { readiness, version, mayKnowDetails }: HealthContext): void {
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
    async (request, reply) => {
      const { status, components } = await readiness.check();
      // A database that hangs must not hold up the answer that says so.
      const mayKnow = Promise.race([mayKnowDetails(request), sleep(MOST_TO_RECOGNISE_MS, false, { ref: false })]);
      const shown = (await mayKnow) ? components : withoutDetails(components);
      return reply.code(status === 'ready' ? 200 : 503).send({ status, components: shown });
    },
  );
}

function withoutDetails(components: Record<string, ComponentState>): Record<string, ComponentState> {
  return Object.fromEntries(Object.entries(components).map(([name, { details: _, ...state }]) => [name, state]));
}
