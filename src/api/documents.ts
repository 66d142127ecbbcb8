// /documents: upload, look up, download, page images.

import { z } from 'zod';
import { getDocument, getDocuments } from '../actions/browse.ts';
import { ensurePage } from '../actions/open-document-file.ts';
import { readAgain } from '../actions/read-again.ts';
import { releaseDocument } from '../actions/release-document.ts';
import { type UploadResult, uploadDocuments } from '../actions/upload-documents.ts';
import { SheafError } from '../errors.ts';
import { documentStates } from '../store/schema.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { scopedKey } from './idempotent-routes.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import { receiveUpload } from './receive-upload.ts';
import { documentSchema, showDocument, uploadedDocumentSchema } from './representations.ts';

const tags = ['Documents'];
const byId = z.object({ id: z.uuid() });
export const uploadedSchema = z.object({
  documents: z.array(uploadedDocumentSchema),
  batch: z.uuid().optional().describe('What all of them came in with: `GET /batches/{id}`'),
});

const leadsToFile = z.undefined().describe('Location is where the file lies; it needs no credentials');

export function documentRoutes(app: App, { services, limits, fileLinks, ensureRoom }: ApiContext): void {
  app.post(
    '/documents',
    {
      // Before any parser takes the body for what it is not.
      onRequest: async (request) => {
        if (!isMultipart(request.headers['content-type'])) throw new SheafError('request.media-type');
      },
      config: { access: 'documents.upload', idempotent: 'by-action' },
      schema: {
        tags,
        operationId: 'uploadDocuments',
        summary: 'Upload files to be read',
        description: `Up to ${limits.files} files of ${limits.fileBytes / 1024 / 1024} MB each; all are taken, or none. A repeated Idempotency-Key returns the first answer, for 24 hours.`,
        consumes: ['multipart/form-data'],
        querystring: z.object({
          type: z.string().optional().describe('Type to prefer when the classifier is unsure; also a form field'),
          batch: z.uuid().optional().describe('A batch that the files join: that of an upload before'),
        }),
        response: { 202: uploadedSchema, ...problems(400, 402, 404, 408, 413, 415, 422, 429, 503, 507) },
      },
    },
    async (request, reply) => {
      await ensureRoom();
      // Starting to read takes longer than most files take to arrive.
      services.prepareReading();
      const received = await receiveUpload(request, {
        blobs: services.blobs,
        fileBytes: limits.fileBytes,
        files: limits.files,
      });
      const result = await uploadDocuments(services, actorOf(request), {
        ...received,
        typeHint: received.typeHint ?? request.query.type,
        batchId: request.query.batch,
        idempotencyKey: scopedKey(request, actorOf(request).userId),
        requestId: request.id,
      });
      if (result.replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(202).send(showUpload(result));
    },
  );

  app.get(
    '/documents',
    {
      config: { access: 'documents.read' },
      schema: {
        tags,
        operationId: 'listDocuments',
        summary: 'List documents, newest first',
        querystring: listQuery.extend({
          state: z.enum(documentStates).optional(),
          parent: z
            .union([z.uuid(), z.literal('none')])
            .optional()
            .describe('Only what came out of this document, in its order; `none`: only what was given itself'),
          batch: z.uuid().optional().describe('Only what came in with this batch'),
        }),
        response: { 200: listSchema(documentSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, state, parent, batch } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getDocuments(services, actorOf(request), { before: cursor, limit: count, state, parent, batch }),
      );
      return { items: rows.map(showDocument), nextCursor };
    },
  );

  app.get(
    '/documents/:id',
    {
      config: { access: 'documents.read' },
      schema: {
        tags,
        operationId: 'getDocument',
        summary: 'One document with its newest run and its records',
        params: byId,
        response: { 200: documentSchema, ...problems(404) },
      },
    },
    async (request) => showDocument(await getDocument(services, actorOf(request), request.params.id)),
  );

  app.post(
    '/documents/:id/release',
    {
      config: { access: 'documents.release' },
      schema: {
        tags,
        operationId: 'releaseDocument',
        summary: 'Let a document out of quarantine and read it again',
        description:
          'What it hides stays out of the values and stays reported as issues; it no longer keeps its records back.',
        params: byId,
        response: { 202: z.object({ run: z.uuid().describe('The run that reads it') }), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const release = { documentId: request.params.id, requestId: request.id };
      return reply.code(202).send(await releaseDocument(services, actorOf(request), release));
    },
  );

  app.post(
    '/documents/:id/read',
    {
      config: { access: 'documents.upload', idempotent: true },
      schema: {
        tags,
        operationId: 'readDocumentAgain',
        summary: 'Read a document again whose reading failed or was cancelled',
        params: byId,
        response: {
          202: z.object({ run: z.uuid().describe('The run that reads it') }),
          ...problems(404, 409, 422, 503),
        },
      },
    },
    async (request, reply) => {
      await ensureRoom();
      const again = { documentId: request.params.id, requestId: request.id };
      return reply.code(202).send(await readAgain(services, actorOf(request), again));
    },
  );

  app.get(
    '/documents/:id/file',
    {
      config: { access: 'documents.download' },
      schema: {
        tags,
        operationId: 'downloadDocument',
        summary: 'The file as it was uploaded: leads to a signed link that lasts minutes',
        params: byId,
        response: { 307: leadsToFile, ...problems(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      await ensurePage(services, actor, { documentId: id });
      return reply.redirect(fileLinks.linkTo({ ...actor, documentId: id }), 307);
    },
  );

  app.get(
    '/documents/:id/pages/:page.png',
    {
      config: { access: 'documents.read', counted: false },
      schema: {
        tags,
        operationId: 'drawPage',
        summary: 'Picture of one upright page: leads to a signed link that lasts minutes',
        params: byId.extend({ page: z.coerce.number().int().min(1) }),
        querystring: z.object({ dpi: z.coerce.number().int().min(36).max(200).default(110) }),
        response: { 307: leadsToFile, ...problems(400, 404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, page } = request.params;
      await ensurePage(services, actor, { documentId: id, page });
      return reply.redirect(fileLinks.linkTo({ ...actor, documentId: id, page, dpi: request.query.dpi }), 307);
    },
  );
}

const isMultipart = (contentType: string | undefined): boolean => /^multipart\/form-data\b/i.test(contentType ?? '');

/** 202 body of an upload. */
export function showUpload({ documents }: UploadResult): z.output<typeof uploadedSchema> {
  const batch = documents[0]?.batch;
  return { documents, ...(batch ? { batch } : {}) };
}
