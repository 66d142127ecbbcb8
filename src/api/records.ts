// /records: what was read, and corrections of it.

import { z } from 'zod';
import { getRecord, getRecordCandidates, getRecords } from '../actions/browse.ts';
import { correctRecord } from '../actions/correct-record.ts';
import type { Json } from '../document/value.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { answerNotModified, versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import { candidatesSchema, recordSchema, showRecord } from './representations.ts';

const tags = ['Records'];
const byId = z.object({ id: z.uuid() });

const correctionSchema = z.strictObject({
  fields: z
    .record(z.string().min(1).max(200), z.unknown())
    .refine((fields) => Object.keys(fields).length > 0, 'must name at least one field')
    .describe('Path (`number`, `seller.vatId`, `lines[2].quantity`) → value; null clears the field, absent ones stay')
    .meta({ examples: [{ number: 'INV-17', 'lines[0].quantity': 3, 'seller.vatId': null }] }),
});

export function recordRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/records',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'listRecords',
        summary: 'List records, newest first',
        querystring: listQuery.extend({ type: z.string().optional(), document: z.uuid().optional() }),
        response: { 200: listSchema(recordSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, type, document } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getRecords(services, actorOf(request), { before: cursor, limit: count, type, documentId: document }),
      );
      return { items: rows.map(showRecord), nextCursor };
    },
  );

  app.get(
    '/records/:id',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'getRecord',
        summary: 'One record: fields with evidence, line items, issues',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: recordSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const row = await getRecord(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(row.version))) return reply.code(304).send();
      return reply.send(showRecord(row));
    },
  );

  app.get(
    '/records/:id/candidates',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'listCandidates',
        summary: 'What each field of a record was chosen among',
        description: 'The strongest of each field first. Empty for what was read before candidates were kept.',
        params: byId,
        response: { 200: candidatesSchema, ...problems(404) },
      },
    },
    async (request) => ({ fields: await getRecordCandidates(services, actorOf(request), request.params.id) }),
  );

  app.patch(
    '/records/:id',
    {
      config: { access: 'records.correct' },
      schema: {
        tags,
        operationId: 'correctRecord',
        summary: 'Correct fields',
        description:
          'The given values outrank what was read, and are marked as coming from a person. The other fields are chosen anew to fit them, and rules run again.',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: correctionSchema,
        response: { 200: recordSchema, ...problems(400, 404, 412, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const row = await correctRecord(services, actorOf(request), {
        recordId: request.params.id,
        seen: versionsSeen(request.headers['if-match']),
        fields: request.body.fields as Record<string, Json>,
        requestId: request.id,
      });
      return reply.header('etag', versionTag(row.version)).send(showRecord(row));
    },
  );
}
