// /artifacts/rewrites and /artifacts/{id}/assessment: a text written in one step, and what is said of one.

import { z } from 'zod';
import { assessArtifact } from '../actions/assess-artifact.ts';
import { rewriteArtifact } from '../actions/rewrite-artifact.ts';
import type { Json } from '../document/value.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import {
  artifactSchema,
  newArtifact,
  optionsWish,
  proposalSchema,
  showArtifact,
  showProposal,
} from './artifact-representations.ts';
import { assessmentSchema, showAssessment } from './assessment-representations.ts';
import { actorOf, ensureMayAlso } from './authenticate.ts';
import { versionTag } from './etags.ts';

const tags = ['Writing'];

const rewriteWish = newArtifact.extend({
  writer: z.enum(['model', 'rules']).default('model').describe('model: without an answer of it the rules write'),
});

const rewriteSchema = z
  .object({
    status: z.enum(['model', 'fallback', 'rules']).describe('Who wrote it'),
    because: z.string().nullable().describe('Why no model wrote it, though one was asked for'),
    artifact: artifactSchema,
    original: z.unknown(),
    rewritten: z.unknown(),
    diff: z.array(
      z.object({
        path: z.string(),
        change: z.enum(['added', 'removed', 'replaced']),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    improvements: z.array(z.object({ path: z.string(), reason: z.string() })).describe('What was applied, and why'),
    proposal: proposalSchema.describe('With what was refused, and why'),
  })
  .meta({ id: 'Rewrite' });

export function artifactRewriteRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/artifacts/rewrites',
    {
      config: { access: 'artifacts.write', idempotent: true },
      schema: {
        tags,
        operationId: 'rewriteArtifact',
        summary: 'Make an artifact, have it written and apply what was accepted, in one step',
        description:
          'The same as making it, having changes proposed and applying all that were accepted. Both versions are kept: any change can be looked at and taken back.',
        body: rewriteWish,
        response: { 201: rewriteSchema, ...problems(400, 402, 404, 409, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const { kind, title, body, source: from, options, target, writer } = request.body;
      if (from || target) {
        ensureMayAlso(request, 'records.read');
        ensureMayAlso(request, 'documents.read');
      }
      const wish = {
        kind,
        title,
        body: body as Json | undefined,
        from,
        options: options as Record<string, Json> | undefined,
        target,
        writer,
        requestId: request.id,
      };
      const { artifact, proposal, original, changes } = await rewriteArtifact(services, actorOf(request), wish);
      const accepted = proposal.verdicts.filter((verdict) => verdict.accepted);
      return reply
        .code(201)
        .header('etag', versionTag(artifact.version))
        .send({
          status: proposal.writtenBy === 'person' ? 'rules' : proposal.writtenBy,
          because: proposal.because ?? null,
          artifact: showArtifact(artifact),
          original,
          rewritten: artifact.body,
          diff: changes,
          improvements: accepted.map(({ operation: { path, reason } }) => ({ path, reason })),
          proposal: showProposal(proposal),
        });
    },
  );

  app.post(
    '/artifacts/:id/assessment',
    {
      config: { access: 'artifacts.read' },
      schema: {
        tags,
        operationId: 'assessArtifact',
        summary: 'How good it is, what is missing, what to ask, and what contradicts what',
        description: 'Computed as its kind declares; nothing is changed or kept.',
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({
          ...optionsWish,
          version: z.number().int().min(1).max(1_000_000).optional().describe('Left out: the newest'),
          beside: z.array(z.uuid()).max(10).optional().describe('Other artifacts to compare with'),
        }),
        response: { 200: assessmentSchema, ...problems(400, 404, 415, 422) },
      },
    },
    async (request) => {
      const { options, target, version, beside } = request.body;
      if (target) {
        ensureMayAlso(request, 'records.read');
        ensureMayAlso(request, 'documents.read');
      }
      const wish = { artifactId: request.params.id, options: options as Record<string, Json> | undefined, target };
      return showAssessment(await assessArtifact(services, actorOf(request), { ...wish, version, beside }));
    },
  );
}
