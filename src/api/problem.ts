// Every error as RFC 9457 problem+json. What goes out comes from the catalogue: no stack, path, SQL or echo of a body.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ErrorCode, errorCatalogue, SheafError } from '../errors.ts';
import { reportError } from '../observe/error-reports.ts';
import { databaseTrouble } from '../store/database-trouble.ts';
import { tierNames, usageKinds } from '../store/schema.ts';

export const problemMediaType = 'application/problem+json';

export const problemSchema = z
  .object({
    type: z.string().describe('urn:sheaf:problem: and the code'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional().describe('What happened here, in one sentence'),
    code: z.string().describe('Stable name of the error'),
    advice: z.string().describe('What you can do'),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer into the request part named first'),
          message: z.string(),
        }),
      )
      .optional(),
    quota: z
      .object({
        kind: z.enum(usageKinds),
        tier: z.enum(tierNames),
        limit: z.number().int(),
        used: z.number().int(),
        resetsAt: z.iso.datetime(),
      })
      .optional()
      .describe('Which quota is used up, and until when'),
    allowed: z.array(z.string()).optional().describe('Of a step that is refused: where steps lead from here'),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'urn:sheaf:problem:record.changed',
        title: 'The record was changed meanwhile',
        status: 412,
        code: 'record.changed',
        advice: 'Read the record again, and repeat the change on its new version.',
        requestId: '01a1f7bc-7a47-7000-b5d4-4df02a6516cc',
      },
    ],
  });

export type Problem = z.output<typeof problemSchema>;

/** Also what `details.errors` of a SheafError holds. */
export interface FieldError {
  pointer: string;
  message: string;
}

export function problemOf(
  code: ErrorCode,
  requestId: string,
  more: { detail?: string | undefined; errors?: FieldError[] | undefined } & Partial<
    Pick<Problem, 'quota' | 'allowed'>
  > = {},
): Problem {
  const { status, title, advice } = errorCatalogue[code];
  return {
    type: `urn:sheaf:problem:${code}`,
    title,
    status,
    ...(more.detail && more.detail !== title ? { detail: more.detail } : {}),
    code,
    advice,
    requestId,
    ...(more.errors?.length ? { errors: more.errors } : {}),
    ...(more.quota ? { quota: more.quota } : {}),
    ...(more.allowed ? { allowed: more.allowed } : {}),
  };
}

const answeredCodes = new WeakMap<FastifyRequest, ErrorCode>();

/** The error that a request was answered with. */
export const problemCodeOf = (request: FastifyRequest): ErrorCode | undefined => answeredCodes.get(request);

/** Fastify's error handler. Unexpected errors are logged in full and answered with `internal`. */
export function sendError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = translate(error, request);
  answeredCodes.set(request, problem.code as ErrorCode);
  if (problem.status >= 500) request.log.error({ error }, problem.title);
  if (problem.status === 500) {
    reportError(error, { request_id: request.id, method: request.method, route: request.routeOptions.url });
  }
  const wait = retryAfter(error, problem.status);
  if (wait !== undefined) reply.header('retry-after', String(wait));
  // What a route says of its answers' keeping and kind does not hold for an error.
  for (const name of ['etag', 'content-disposition', 'content-length']) reply.removeHeader(name);
  reply.header('cache-control', 'no-store');
  // Errors of the framework itself come before any hook has set it.
  reply.header('x-request-id', request.id);
  return reply.code(problem.status).type(problemMediaType).serializer(JSON.stringify).send(problem);
}

/** Seconds: what the error itself says, or a moment when the server is not ready. */
function retryAfter(error: Error, status: number): number | undefined {
  const told = error instanceof SheafError ? error.details.retryAfterSeconds : undefined;
  if (typeof told === 'number') return told;
  return status === 503 ? 5 : undefined;
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf('request.not-found', request.id);
  answeredCodes.set(request, 'request.not-found');
  return reply.code(problem.status).type(problemMediaType).serializer(JSON.stringify).send(problem);
}

/** Codes of Fastify and its plug-ins that name a mistake of the caller. */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_PARTS_LIMIT: 'request.too-large',
  FST_FILES_LIMIT: 'request.too-large',
  FST_FIELDS_LIMIT: 'request.too-large',
  FST_REQ_FILE_TOO_LARGE: 'file.too-large',
};

/** Names of fields come from the caller: no answer grows with them. */
const LONGEST_POINTER = 300;
const MOST_FIELD_ERRORS = 50;

/** The validator's own words, except where they repeat what was given. */
function messageOf({ keyword, message }: { keyword: string; message?: string | undefined }): string {
  if (keyword === 'unrecognized_keys') return 'has fields that are not known here';
  return message ?? 'is not valid';
}

/** Codes of PostgreSQL for text that it cannot hold, such as U+0000 where an id or token is looked up. */
const textCodes = new Set(['22021', '22P05']);

/** Codes of the operating system and of PostgreSQL for a disk or quota that is used up. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', '53100']);

function translate(error: FastifyError | Error, request: FastifyRequest): Problem {
  if (error instanceof SheafError) {
    const pointer = error.details.pointer;
    const gaps = error.details.errors as FieldError[] | undefined;
    const errors =
      gaps?.slice(0, MOST_FIELD_ERRORS) ??
      (typeof pointer === 'string' ? [{ pointer, message: error.message }] : undefined);
    // Errors of the server itself keep their message for the log: it may name paths of this machine.
    const detail = errorCatalogue[error.code].status >= 500 ? undefined : error.message;
    return problemOf(error.code, request.id, {
      detail,
      errors,
      quota: error.details.quota as Problem['quota'],
      allowed: error.details.allowed as Problem['allowed'],
    });
  }
  if (isResponseSerializationError(error)) return problemOf('internal', request.id);
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An id that cannot exist is like one that does not.
    if (error.validationContext === 'params') return problemOf('request.not-found', request.id);
    const part = error.validationContext ?? 'body';
    const errors = error.validation.slice(0, MOST_FIELD_ERRORS).map((issue) => ({
      pointer: `/${part}${issue.instancePath}`.slice(0, LONGEST_POINTER),
      message: messageOf(issue),
    }));
    return problemOf('request.invalid', request.id, { errors });
  }
  if ('code' in error && textCodes.has(error.code)) return problemOf('request.invalid', request.id);
  const trouble = databaseTrouble(error);
  if (trouble) return problemOf(trouble, request.id);
  if ('code' in error && fullCodes.has(error.code)) return problemOf('store.full', request.id);
  if ('code' in error && frameworkCodes[error.code]) return problemOf(frameworkCodes[error.code]!, request.id);
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  return problemOf(status >= 400 && status < 500 ? 'request.invalid' : 'internal', request.id);
}
