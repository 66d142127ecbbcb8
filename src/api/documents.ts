// /documents: upload, look up, download, page images.

import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { getDocument, getDocuments } from '../actions/browse.ts';
import { drawPage, openDocumentFile } from '../actions/open-document-file.ts';
import { releaseDocument } from '../actions/release-document.ts';
import { type UploadResult, uploadDocuments } from '../actions/upload-documents.ts';
import { SheafError } from '../errors.ts';
import { documentStates } from '../store/schema.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import { receiveUpload } from './receive-upload.ts';
import { documentSchema, showDocument, uploadedDocumentSchema } from './representations.ts';

const tags = ['Documents'];
const byId = z.object({ id: z.uuid() });
const uploadedSchema = z.object({ documents: z.array(uploadedDocumentSchema) });

/** Nothing in an uploaded file may run in a browser, wherever it ends up. */
const inertContent = "default-src 'none'; sandbox";

export function documentRoutes(app: App, { services, limits }: ApiContext): void {
  app.post(
    '/documents',
    {
      // Before any parser takes the body for what it is not.
      onRequest: async (request) => {
        if (!isMultipart(request.headers['content-type'])) throw new SheafError('request.media-type');
      },
      config: { access: 'documents.upload' },
      schema: {
        tags,
        operationId: 'uploadDocuments',
        summary: 'Upload files to be read',
        description: `Up to ${limits.files} files of ${limits.fileBytes / 1024 / 1024} MB each; all are taken, or none. A repeated Idempotency-Key returns the first answer, for 24 hours.`,
        consumes: ['multipart/form-data'],
        querystring: z.object({
          type: z.string().optional().describe('Type to prefer when the classifier is unsure; also a form field'),
        }),
        headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
        response: { 202: uploadedSchema, ...problems(400, 408, 413, 415, 422, 507) },
      },
    },
    async (request, reply) => {
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
        idempotencyKey: request.headers['idempotency-key'],
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
        querystring: listQuery.extend({ state: z.enum(documentStates).optional() }),
        response: { 200: listSchema(documentSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, state } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getDocuments(services, actorOf(request), { before: cursor, limit: count, state }),
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

  app.get(
    '/documents/:id/file',
    {
      config: { access: 'documents.download' },
      schema: {
        tags,
        operationId: 'downloadDocument',
        summary: 'The file as it was uploaded, always as a download',
        params: byId,
        response: problems(404),
      },
    },
    async (request, reply) => {
      const file = await openDocumentFile(services, actorOf(request), request.params.id);
      return reply
        .type(file.mediaType)
        .headers({
          'content-length': file.size,
          'content-disposition': attachment(file.name),
          'content-security-policy': inertContent,
          'cache-control': 'private, no-store',
        })
        .serializer((payload: unknown) => payload as string)
        .send(createReadStream(file.path) as never);
    },
  );

  app.get(
    '/documents/:id/pages/:page.png',
    {
      config: { access: 'documents.read' },
      schema: {
        tags,
        operationId: 'drawPage',
        summary: 'Picture of one upright page',
        params: byId.extend({ page: z.coerce.number().int().min(1) }),
        querystring: z.object({ dpi: z.coerce.number().int().min(36).max(200).default(110) }),
        response: problems(400, 404, 422),
      },
    },
    async (request, reply) => {
      const { id, page } = request.params;
      const png = await drawPage(services, actorOf(request), { documentId: id, page, dpi: request.query.dpi });
      return reply
        .type('image/png')
        .headers({ 'content-security-policy': inertContent, 'cache-control': 'private, max-age=3600' })
        .send(Buffer.from(png) as never);
    },
  );
}

const isMultipart = (contentType: string | undefined): boolean => /^multipart\/form-data\b/i.test(contentType ?? '');

/** 202 body of an upload. */
export function showUpload({ documents }: UploadResult): z.output<typeof uploadedSchema> {
  return { documents };
}

/** RFC 6266 header: an ASCII name for old clients, the real one in UTF-8. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
