// /proposals: corrections that were proposed, and what people decide about them.

import { z } from 'zod';
import { acceptProposal, getProposals, proposeCorrection, rejectProposal } from '../actions/proposals.ts';
import type { Json } from '../document/value.ts';
import type { ProposalRow } from '../store/proposals.ts';
import { proposalStates } from '../store/schema-models.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { versionsSeen } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Proposals'];
const byId = z.object({ id: z.uuid() });

const proposalSchema = z
  .object({
    id: z.uuid(),
    record: z.uuid(),
    recordVersion: z.number().int().describe('Of the record when it was proposed'),
    fields: z.record(z.string(), z.unknown()).describe('Path → proposed value; null clears the field'),
    reason: z.string().nullable(),
    state: z.enum(proposalStates),
    proposedBy: z.uuid().nullable(),
    decidedBy: z.uuid().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Proposal' });

export function proposalRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/records/:id/proposals',
    {
      config: { access: 'records.propose', idempotent: true },
      schema: {
        tags,
        operationId: 'proposeCorrection',
        summary: 'Propose a correction, for a person to decide about',
        description: 'Nothing of the record changes. Values are checked as in a correction.',
        params: byId,
        body: z.strictObject({
          fields: z
            .record(z.string().min(1).max(200), z.unknown())
            .refine((fields) => Object.keys(fields).length > 0, 'must name at least one field')
            .refine((fields) => Object.keys(fields).length <= 100, 'must name at most 100 fields')
            .meta({ examples: [{ number: 'INV-17' }] }),
          reason: z.string().trim().min(1).max(1000).optional().describe('Why, in words for the person who decides'),
        }),
        response: { 201: proposalSchema, ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { fields, reason } = request.body;
      const row = await proposeCorrection(services, actorOf(request), {
        recordId: request.params.id,
        fields: fields as Record<string, Json>,
        reason,
      });
      return reply.code(201).send(showProposal(row));
    },
  );

  app.get(
    '/proposals',
    {
      config: { access: 'records.read' },
      schema: {
        tags,
        operationId: 'listProposals',
        summary: 'List proposed corrections, newest first',
        querystring: listQuery.extend({ state: z.enum(proposalStates).optional(), record: z.uuid().optional() }),
        response: { 200: listSchema(proposalSchema), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { cursor, limit, state, record } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getProposals(services, actorOf(request), { state, recordId: record, before: cursor, limit: count }),
      );
      return { items: rows.map(showProposal), nextCursor };
    },
  );

  app.post(
    '/proposals/:id/accept',
    {
      config: { access: 'proposals.decide' },
      schema: {
        tags,
        operationId: 'acceptProposal',
        summary: 'Make a proposal a correction of your own',
        description: 'Not for keys: what a program proposes, a person decides.',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the record as it was seen; required'),
        }),
        response: { 200: proposalSchema, ...problems(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request) => {
      const seen = versionsSeen(request.headers['if-match']);
      return showProposal(await acceptProposal(services, actorOf(request), { id: request.params.id, seen }));
    },
  );

  app.post(
    '/proposals/:id/reject',
    {
      config: { access: 'proposals.decide' },
      schema: {
        tags,
        operationId: 'rejectProposal',
        summary: 'Reject a proposal; the record stays as it is',
        params: byId,
        response: { 200: proposalSchema, ...problems(401, 403, 404, 409) },
      },
    },
    async (request) => showProposal(await rejectProposal(services, actorOf(request), request.params.id)),
  );
}

function showProposal(row: ProposalRow): z.output<typeof proposalSchema> {
  return {
    id: row.id,
    record: row.record_id,
    recordVersion: row.record_version,
    fields: row.fields,
    reason: row.reason,
    state: row.state,
    proposedBy: row.proposed_by,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
