// /records/{id}/exports and /export: a record as a file for other programs.

import { z } from 'zod';
import { exportRecord, getRecordExports } from '../actions/export-record.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';

const tags = ['Records'];
const byId = z.object({ id: z.uuid() });

const possibleExportSchema = z
  .object({
    format: z.string().describe('As in `?format=`'),
    title: z.string(),
    mediaType: z.string(),
    profile: z.string().nullable().describe('The specification that it would follow; null = it cannot be written'),
    missing: z
      .array(z.object({ pointer: z.string().describe('JSON pointer into the record'), message: z.string() }))
      .describe('What the record would have to say'),
    options: z
      .array(
        z.object({
          id: z.string().describe('As in the query'),
          title: z.string(),
          values: z.array(z.object({ id: z.string(), title: z.string() })),
          usual: z.string().nullable().describe('Taken when nothing is chosen; null = chosen by the record'),
        }),
      )
      .describe('What can be chosen of it'),
    notes: z
      .array(z.string())
      .describe('What follows from the record without standing in it, and why a lesser profile'),
  })
  .meta({ id: 'PossibleExport' });

export function recordExportRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/records/:id/exports',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'listRecordExports',
        summary: 'The formats that a record can be written in, and what is missing for each',
        params: byId,
        response: { 200: z.object({ items: z.array(possibleExportSchema) }), ...problems(404) },
      },
    },
    async (request) => {
      const possible = await getRecordExports(services, actorOf(request), request.params.id);
      return {
        items: possible.map(({ format, plan }) => ({
          format: format.id,
          title: format.title,
          mediaType: format.mediaType,
          profile: plan.profile,
          missing: [...plan.gaps],
          options: (format.options ?? []).map(({ values, usual = null, ...option }) => ({
            ...option,
            values: [...values],
            usual,
          })),
          notes: [...plan.notes],
        })),
      };
    },
  );

  app.get(
    '/records/:id/export',
    {
      config: { access: 'documents.download' },
      compress: false,
      schema: {
        tags,
        operationId: 'exportRecord',
        summary: 'The record as a file in one of these formats, always as a download',
        params: byId,
        querystring: z
          .object({ format: z.string().max(40).optional().describe('`ubl`, `pdf`: as the list of exports names it') })
          .catchall(z.string().max(40))
          .describe('Options of the format, by their ids: `design=modern`'),
        response: problems(400, 404, 422),
      },
    },
    async (request, reply) => {
      const { format, ...options } = request.query;
      const { bytes, mediaType, name } = await exportRecord(services, actorOf(request), {
        recordId: request.params.id,
        format,
        options,
        requestId: request.id,
      });
      return reply
        .type(mediaType)
        .headers({
          'content-length': bytes.byteLength,
          'content-disposition': `attachment; filename="${name}"`,
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        })
        .serializer((payload: unknown) => payload as string)
        .send(bytes as never);
    },
  );
}
