// /records/{id}/exports and /export, and those of artifacts: what was read or written, as a file for people and other programs.

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { exportArtifact, getArtifactExports } from '../actions/export-artifact.ts';
import { type ExportedFile, exportRecord, getRecordExports, type PossibleExport } from '../actions/export-record.ts';
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

const listOf = z.object({ items: z.array(possibleExportSchema) });
const choice = z
  .object({ format: z.string().max(40).optional().describe('`ubl`, `pdf`: as the list of exports names it') })
  .catchall(z.string().max(40))
  .describe('Options of the format, by their ids: `design=modern`');

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
        response: { 200: listOf, ...problems(404) },
      },
    },
    async (request) => showPossible(await getRecordExports(services, actorOf(request), request.params.id)),
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
        querystring: choice,
        response: problems(400, 404, 422),
      },
    },
    async (request, reply) => {
      const { format, ...options } = request.query;
      const asked = { recordId: request.params.id, format, options, requestId: request.id };
      return sendFile(reply, await exportRecord(services, actorOf(request), asked));
    },
  );
}

export function artifactExportRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/artifacts/:id/exports',
    {
      config: { access: 'artifacts.read' },
      schema: {
        tags: ['Writing'],
        operationId: 'listArtifactExports',
        summary: 'The formats that an artifact can be written in',
        description: 'Those of the records that its kind stands for; empty for other kinds.',
        params: byId,
        response: { 200: listOf, ...problems(404) },
      },
    },
    async (request) => showPossible(await getArtifactExports(services, actorOf(request), request.params.id)),
  );

  app.get(
    '/artifacts/:id/export',
    {
      config: { access: 'artifacts.read' },
      compress: false,
      schema: {
        tags: ['Writing'],
        operationId: 'exportArtifact',
        summary: 'The artifact as a file in one of these formats, always as a download',
        description:
          'The newest version unless `version` names another. What is not read back as it stands is not delivered.',
        params: byId,
        querystring: choice,
        response: problems(400, 404, 422),
      },
    },
    async (request, reply) => {
      const { format, version, ...options } = request.query;
      const asked = {
        artifactId: request.params.id,
        version: versionOf(version),
        format,
        options,
        requestId: request.id,
      };
      return sendFile(reply, await exportArtifact(services, actorOf(request), asked));
    },
  );
}

/** Options are texts, and so is this one; what is no number of a version names none. */
const versionOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1_000_000;

const showPossible = (possible: readonly PossibleExport[]): z.output<typeof listOf> => ({
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
});

function sendFile(reply: FastifyReply, { bytes, mediaType, name }: ExportedFile): FastifyReply {
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
}
