// The schema of a log line, as docs/logging.md tells it.

import { z } from 'zod';

const id = z.uuid();

export const logLineSchema = z.looseObject({
  timestamp: z.iso.datetime(),
  level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']),
  module: z.string().regex(/^[a-z-]+$/),
  message: z.string().min(1),
  request_id: z
    .string()
    .regex(/^[\w.:-]{1,128}$/)
    .optional(),
  user_id: id.optional(),
  workspace_id: id.optional(),
  duration_ms: z.number().nonnegative().optional(),
  event: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .optional(),
  trace_id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  job: z.string().optional(),
  job_id: id.optional(),
  error: z.looseObject({ type: z.string(), message: z.string(), stack: z.string() }).optional(),
});
