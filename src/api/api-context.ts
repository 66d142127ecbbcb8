// What every resource of the API is given.

import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { MakeSamples } from '../actions/make-samples.ts';
import type { Services } from '../actions/services.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { ReadinessRegistry } from '../observe/readiness.ts';
import type { FileLinks } from './file-links.ts';
import type { HttpOptions } from './http-options.ts';
import { problemMediaType, problemSchema } from './problem.ts';

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface ApiContext {
  services: Services;
  readiness: ReadinessRegistry;
  makeSamples: MakeSamples | undefined;
  version: string;
  limits: { fileBytes: number; files: number; requestMs: number };
  http: HttpOptions;
  fileLinks: FileLinks;
  /** undefined: nothing is measured. */
  metrics: MetricsAccess | undefined;
  /** Throws `queue.full` while too many documents wait to be read. */
  ensureRoom: () => Promise<void>;
}

export interface MetricsAccess {
  metrics: Metrics;
  /** Whoever has it is answered, nobody else. */
  token: string | undefined;
  /** Where people reach this port; of the API alone. */
  publicUrl: URL | undefined;
}

/** Error responses of an operation, for the OpenAPI document. */
export function problems<S extends number>(...statuses: S[]) {
  const response = { description: 'Problem', content: { [problemMediaType]: { schema: problemSchema } } };
  return Object.fromEntries(statuses.map((status) => [status, response])) as Record<S, typeof response>;
}
