// /artifacts/{id}/…: proposing, applying, going back and forth.

import { z } from 'zod';
import { getArtifact } from '../actions/browse-artifacts.ts';
import { proposeWriting, type WriterWish } from '../actions/propose-writing.ts';
import { applyProposal, goToVersion } from '../actions/write-artifact.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import {
  artifactSchema,
  proposalSchema,
  showArtifact,
  showProposal,
  showVerdict,
  verdictSchema,
  writerWish,
} from './artifact-representations.ts';
import { actorOf, ensureMayAlso } from './authenticate.ts';
import { versionsSeen, versionTag } from './etags.ts';

const tags = ['Writing'];
const byId = z.object({ id: z.uuid() });
const write = { access: 'artifacts.write' } as const;
const ifMatch = z.object({
  'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
});
const seenBy = (headers: { 'if-match'?: string | undefined }) =>
  versionsSeen(headers['if-match'], 'artifact.if-match-required');

export function artifactChangeRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/artifacts/:id/proposals',
    {
      config: { ...write, idempotent: true },
      schema: {
        tags,
        operationId: 'proposeWriting',
        summary: 'Have changes proposed, or propose your own',
        description:
          'By rules, a model, a summary, a template, or operations of your own. Each is checked and comes back with its verdict; nothing is changed yet. Only the newest 50 open proposals of an artifact are kept.',
        params: byId,
        body: writerWish,
        response: { 201: proposalSchema, ...problems(400, 402, 404, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      if ('target' in request.body && request.body.target) {
        ensureMayAlso(request, 'records.read');
        ensureMayAlso(request, 'documents.read');
      }
      const asked = { artifactId: request.params.id, wish: request.body as WriterWish };
      return reply.code(201).send(showProposal(await proposeWriting(services, actorOf(request), asked)));
    },
  );

  app.post(
    '/artifacts/:id/apply',
    {
      config: write,
      schema: {
        tags,
        operationId: 'applyProposal',
        summary: 'Apply what was accepted of a proposal',
        description:
          'All of it, or what you choose, as one new version. What was refused comes back with its reasons, what is told in other words than the sources with those words (held): it is applied only with acceptWording.',
        params: byId,
        headers: ifMatch,
        body: z.strictObject({
          proposal: z.uuid(),
          operations: z
            .array(z.number().int().min(0).max(1000))
            .min(1)
            .max(200)
            .optional()
            .describe('Positions in the proposal; left out: all that were accepted'),
          acceptWording: z
            .boolean()
            .optional()
            .describe('You have seen the words that are not the sources’ (`wording`) and take them'),
        }),
        response: {
          200: z.object({
            artifact: artifactSchema,
            applied: z.number().int(),
            refused: z.array(verdictSchema),
            held: z.array(verdictSchema).describe('Accepted, but in other words than the sources; not applied'),
          }),
          ...problems(400, 404, 409, 412, 415, 422, 428),
        },
      },
    },
    async (request, reply) => {
      const { proposal: proposalId, operations: chosen, acceptWording } = request.body;
      const { id: artifactId } = request.params;
      const actor = actorOf(request);
      const seen = seenBy(request.headers);
      const asked = { artifactId, proposalId, chosen, acceptWording, seen, requestId: request.id };
      const { applied, refused, held } = await applyProposal(services, actor, asked);
      const artifact = showArtifact(await getArtifact(services, actor, artifactId));
      reply.header('etag', versionTag(artifact.version));
      return reply.send({
        artifact,
        applied: applied.length,
        refused: refused.map(showVerdict),
        held: held.map(showVerdict),
      });
    },
  );

  const goings = [
    { verb: 'undo', operationId: 'undoArtifact', summary: 'Go back to the version before' },
    { verb: 'redo', operationId: 'redoArtifact', summary: 'Go forth again to what was undone' },
  ] as const;
  for (const { verb, operationId, summary } of goings) {
    app.post(
      `/artifacts/:id/${verb}`,
      {
        config: write,
        schema: {
          tags,
          operationId,
          summary,
          description: 'Its body becomes a new version; none is lost.',
          params: byId,
          headers: ifMatch,
          response: { 200: artifactSchema, ...problems(404, 409, 412, 428) },
        },
      },
      async (request, reply) => {
        const { id: artifactId } = request.params;
        const actor = actorOf(request);
        const asked = { artifactId, version: verb, seen: seenBy(request.headers), requestId: request.id };
        await goToVersion(services, actor, asked);
        const artifact = showArtifact(await getArtifact(services, actor, artifactId));
        return reply.header('etag', versionTag(artifact.version)).send(artifact);
      },
    );
  }

  app.post(
    '/artifacts/:id/versions/:version/restore',
    {
      config: write,
      schema: {
        tags,
        operationId: 'restoreArtifactVersion',
        summary: 'Go to any version',
        description: 'Its body becomes a new version; none is lost.',
        params: byId.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
        headers: ifMatch,
        response: { 200: artifactSchema, ...problems(400, 404, 409, 412, 428) },
      },
    },
    async (request, reply) => {
      const { id: artifactId, version } = request.params;
      const actor = actorOf(request);
      await goToVersion(services, actor, { artifactId, version, seen: seenBy(request.headers), requestId: request.id });
      const artifact = showArtifact(await getArtifact(services, actor, artifactId));
      return reply.header('etag', versionTag(artifact.version)).send(artifact);
    },
  );
}
