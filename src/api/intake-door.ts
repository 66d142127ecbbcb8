// POST /intake/mail/TOKEN: inbound mail as providers post it: raw, or as a field of a form. The token is all the credential there is.

import { Readable } from 'node:stream';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { takeMail } from '../actions/take-arrival.ts';
import { SheafError } from '../errors.ts';
import { hashAddressToken, isAddressToken } from '../intake/address-token.ts';
import { findIntakeByToken } from '../store/intake-sources.ts';
import { arrivalOutcomes } from '../store/schema-intake.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { drain } from './drain.ts';

/** The raw message in the forms of SendGrid (`email`) and Mailgun (`body-mime`). */
const RAW_FIELDS = new Set(['email', 'body-mime']);
const MOST_FIELDS = 100;

/** In a scope of its own: it takes bodies that nothing else does. */
export function intakeDoor(app: App, { services, limits, ensureRoom }: ApiContext): void {
  app.removeContentTypeParser('text/plain');
  // Read below, as it comes in.
  const asStream = (_request: unknown, payload: unknown, done: (error: null, body: unknown) => void) =>
    done(null, payload);
  for (const type of ['message/rfc822', 'text/plain', 'application/octet-stream'])
    app.addContentTypeParser(type, asStream);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    // What is escaped takes up to three times its size.
    { parseAs: 'string', bodyLimit: 3 * limits.fileBytes },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );

  app.post(
    '/intake/mail/:token',
    {
      config: { access: 'public' },
      // A form adds to the mail in it; the mail itself is measured as it comes in.
      bodyLimit: 3 * limits.fileBytes,
      schema: {
        tags: ['Intake'],
        operationId: 'postMail',
        summary: 'Inbound mail, as mail providers post it',
        description:
          'The whole message: as the body (`message/rfc822`), or as the field `email` or `body-mime` of a form. A second delivery of the same mail is known and makes nothing new.',
        consumes: ['message/rfc822', 'multipart/form-data', 'application/x-www-form-urlencoded'],
        params: z.object({ token: z.string().max(100) }),
        response: {
          200: z.object({
            outcome: z.enum(arrivalOutcomes),
            reason: z.string().nullable(),
            document: z.uuid().nullable(),
          }),
          ...problems(400, 402, 404, 413, 415, 429, 503),
        },
      },
    },
    async (request) => {
      try {
        const place = await placeOf(services, request.params.token);
        await ensureRoom();
        services.prepareReading();
        const content = await contentOf(request, limits.fileBytes);
        const { outcome, reason, documentId } = await takeMail(services, place, {
          content,
          maxBytes: limits.fileBytes,
          requestId: request.id,
        });
        return { outcome, reason, document: documentId };
      } finally {
        // The rest is still taken in, so that the caller gets to read the answer.
        drain(request.raw);
      }
    },
  );
}

async function placeOf(
  { db, intake }: ApiContext['services'],
  token: string,
): Promise<{ workspaceId: string; sourceId: string }> {
  const found = intake.mail && isAddressToken(token) ? await findIntakeByToken(db, hashAddressToken(token)) : undefined;
  if (!found) throw new SheafError('intake.not-found');
  if (!found.enabled) throw new SheafError('intake.paused');
  return { workspaceId: found.workspace_id, sourceId: found.id };
}

async function contentOf(request: FastifyRequest, fileBytes: number): Promise<Readable> {
  if (request.body instanceof URLSearchParams) {
    const raw = [...RAW_FIELDS].map((field) => (request.body as URLSearchParams).get(field)).find(Boolean);
    if (!raw) throw new SheafError('intake.no-mail');
    return Readable.from([Buffer.from(raw)]);
  }
  if (!request.isMultipart()) return request.body as Readable;
  const limits = {
    files: MOST_FIELDS,
    fields: MOST_FIELDS,
    parts: MOST_FIELDS,
    fieldSize: fileBytes,
    fileSize: fileBytes,
  };
  for await (const part of request.parts({ limits }) as AsyncIterable<MultipartFile | MultipartValue>) {
    if (!RAW_FIELDS.has(part.fieldname)) {
      if (part.type === 'file') part.file.resume();
      continue;
    }
    if (part.type === 'file') return part.file;
    if (part.valueTruncated) throw new SheafError('file.too-large');
    return Readable.from([Buffer.from(String(part.value))]);
  }
  throw new SheafError('intake.no-mail');
}
