// /artifacts: what is written, what it leans on, and all its versions. What changes it: artifact-changes.ts.

import { z } from 'zod';
import {
  compareArtifactVersions,
  getArtifact,
  getArtifactHistory,
  getArtifactSources,
  getArtifacts,
  getArtifactVersion,
} from '../actions/browse-artifacts.ts';
import { startArtifact } from '../actions/start-artifact.ts';
import { giveFact, removeArtifact } from '../actions/write-artifact.ts';
import type { Json } from '../document/value.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { artifactChangeRoutes } from './artifact-changes.ts';
import {
  artifactKindSchema,
  artifactSchema,
  artifactStub,
  newArtifact,
  newFact,
  showArtifact,
  showArtifactKind,
  showSource,
  showStub,
  showVersion,
  sourceSchema,
  versionSchema,
  wholeVersionSchema,
} from './artifact-representations.ts';
import { artifactRewriteRoutes } from './artifact-rewrites.ts';
import { actorOf, ensureMayAlso } from './authenticate.ts';
import { answerNotModified, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import { artifactExportRoutes } from './record-exports.ts';

const tags = ['Writing'];
const byId = z.object({ id: z.uuid() });
const versionNumber = z.coerce.number().int().min(1).max(1_000_000);
const read = { access: 'artifacts.read' } as const;
const write = { access: 'artifacts.write' } as const;

export function artifactRoutes(app: App, context: ApiContext): void {
  aboutArtifacts(app, context);
  aboutSources(app, context);
  aboutVersions(app, context);
  artifactChangeRoutes(app, context);
  artifactRewriteRoutes(app, context);
  artifactExportRoutes(app, context);
}

function aboutArtifacts(app: App, { services }: ApiContext): void {
  app.get(
    '/artifacts/kinds',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listArtifactKinds',
        summary: 'What can be written, and what of it may be changed',
        response: { 200: z.object({ items: z.array(artifactKindSchema) }) },
      },
    },
    async () => ({ items: [...services.artifactKinds.values()].map(showArtifactKind) }),
  );

  app.get(
    '/artifacts',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listArtifacts',
        summary: 'List artifacts, newest first',
        querystring: listQuery.extend({ kind: z.string().max(100).optional() }),
        response: { 200: listSchema(artifactStub), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, kind } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getArtifacts(services, actorOf(request), { kind, before: cursor, limit: count }),
      );
      return { items: rows.map(showStub), nextCursor };
    },
  );

  app.post(
    '/artifacts',
    {
      config: { ...write, idempotent: true },
      schema: {
        tags,
        operationId: 'createArtifact',
        summary: 'Make an artifact to write',
        description:
          'From a body, or from a document or record: its passages and values become what the artifact may lean on. Naming one needs the permission to see it.',
        body: newArtifact,
        response: { 201: artifactSchema, ...problems(400, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { kind, title, body, source: from, target } = request.body;
      if (from || target) {
        ensureMayAlso(request, 'records.read');
        ensureMayAlso(request, 'documents.read');
      }
      const actor = actorOf(request);
      const options = request.body.options as Record<string, Json> | undefined;
      const wish = { kind, title, body: body as Json | undefined, from, options, target, requestId: request.id };
      const made = await getArtifact(services, actor, await startArtifact(services, actor, wish));
      return reply.code(201).header('etag', versionTag(made.version)).send(showArtifact(made));
    },
  );

  app.get(
    '/artifacts/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getArtifact',
        summary: 'One artifact as it is now',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: artifactSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const artifact = await getArtifact(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(artifact.version))) return reply.code(304).send();
      return reply.send(showArtifact(artifact));
    },
  );

  app.delete(
    '/artifacts/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteArtifact',
        summary: 'Delete an artifact with all its versions',
        description: 'For good: there is no trash for artifacts. Refused while a legal hold stands on the workspace.',
        params: byId,
        response: { 204: z.undefined().describe('Deleted'), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      await removeArtifact(services, actorOf(request), { id: request.params.id, requestId: request.id });
      return reply.code(204).send();
    },
  );
}

function aboutSources(app: App, { services }: ApiContext): void {
  app.get(
    '/artifacts/:id/sources',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listArtifactSources',
        summary: 'What an artifact may lean on: passages, values and facts',
        params: byId,
        querystring: z.object({ kind: z.enum(['passage', 'value', 'fact']).optional() }),
        response: { 200: z.object({ items: z.array(sourceSchema) }), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { kind } = request.query;
      const all = await getArtifactSources(services, actorOf(request), request.params.id);
      return { items: all.filter(({ source }) => kind === undefined || source.kind === kind).map(showSource) };
    },
  );

  app.post(
    '/artifacts/:id/facts',
    {
      config: { ...write, idempotent: true },
      schema: {
        tags,
        operationId: 'giveFact',
        summary: 'Say something that the artifact may lean on',
        description: 'It is kept with who said it. Answers the id by which operations cite it.',
        params: byId,
        body: newFact,
        response: { 201: z.object({ id: z.string() }), ...problems(400, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const fact = { artifactId: request.params.id, ...request.body, requestId: request.id };
      return reply.code(201).send({ id: await giveFact(services, actorOf(request), fact) });
    },
  );
}

function aboutVersions(app: App, { services }: ApiContext): void {
  app.get(
    '/artifacts/:id/versions',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listArtifactVersions',
        summary: 'Who changed what, when, why and leaning on what; newest first',
        params: byId,
        querystring: listQuery.extend({
          cursor: z
            .string()
            .regex(/^\d{1,9}$/)
            .optional(),
        }),
        response: { 200: listSchema(versionSchema), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, async (count) => {
        const asked = { artifactId: request.params.id, before: cursor ? Number(cursor) : undefined, limit: count };
        const found = await getArtifactHistory(services, actorOf(request), asked);
        return found.map((row) => ({ ...row, id: String(row.version) }));
      });
      return { items: rows.map(showVersion), nextCursor };
    },
  );

  app.get(
    '/artifacts/:id/versions/:version',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getArtifactVersion',
        summary: 'One version with its body',
        params: byId.extend({ version: versionNumber }),
        response: { 200: wholeVersionSchema, ...problems(400, 404) },
      },
    },
    async (request) => {
      const { id: artifactId, version } = request.params;
      const row = await getArtifactVersion(services, actorOf(request), { artifactId, version });
      return { ...showVersion(row), body: row.body };
    },
  );

  app.get(
    '/artifacts/:id/diff',
    {
      config: read,
      schema: {
        tags,
        operationId: 'compareArtifactVersions',
        summary: 'What differs between two versions, place by place',
        params: byId,
        querystring: z.object({
          from: versionNumber.optional().describe('Left out: the one before `to`'),
          to: versionNumber.optional().describe('Left out: the newest'),
        }),
        response: {
          200: z.object({
            from: z.number().int(),
            to: z.number().int(),
            changes: z.array(
              z.object({
                path: z.string().describe('In `from`; of what was added, in `to`'),
                change: z.enum(['added', 'removed', 'replaced']),
                before: z.unknown(),
                after: z.unknown(),
              }),
            ),
          }),
          ...problems(400, 404),
        },
      },
    },
    async (request) => {
      const { from, to } = request.query;
      const asked = { artifactId: request.params.id, from, to };
      return compareArtifactVersions(services, actorOf(request), asked);
    },
  );
}
