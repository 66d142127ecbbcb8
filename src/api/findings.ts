// /findings: what is odd about records beside earlier ones, and what people decide about it.

import { z } from 'zod';
import { decideFinding, type FindingDecision, getFindings } from '../actions/findings.ts';
import type { FindingRow } from '../store/findings.ts';
import { findingStates } from '../store/schema-findings.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Findings'];
const byId = z.object({ id: z.uuid() });
const ifMatch = z.object({
  'if-match': z.string().optional().describe('ETag of the version that was seen; refused when it is another now'),
});
const reasonBody = z.strictObject({ reason: z.string().trim().min(1).max(1000).optional() });

const findingSchema = z
  .object({
    id: z.uuid(),
    record: z.uuid(),
    watch: z.string().describe('What was looked for: `sheaf/same-file`, or one of a pack'),
    severity: z.enum(['error', 'warning', 'info']),
    path: z.string().describe('The field it is about; empty = the record'),
    message: z.string(),
    reasons: z.array(z.object({ text: z.string(), record: z.uuid().optional().describe('The earlier record') })),
    state: z.enum(findingStates),
    decidedBy: z.uuid().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    decisionReason: z.string().nullable(),
    version: z.number().int().describe('The ETag'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Finding' });

export function findingRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/findings',
    {
      config: { access: 'findings.read' },
      schema: {
        tags,
        operationId: 'listFindings',
        summary: 'What is odd about records, newest first',
        description: 'Those about records in the trash are left out.',
        querystring: listQuery.extend({
          record: z.uuid().optional(),
          state: z.enum(findingStates).optional(),
          watch: z.string().max(200).optional(),
        }),
        response: { 200: listSchema(findingSchema), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { cursor, limit, record, state, watch } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getFindings(services, actorOf(request), { before: cursor, recordId: record, state, watch, limit: count }),
      );
      return { items: rows.map(showFinding), nextCursor };
    },
  );

  for (const [verb, decision, summary] of [
    ['confirm', 'confirmed', 'Say that a finding is so'],
    ['dismiss', 'dismissed', 'Say that a finding is fine'],
    ['undo', 'undo', 'Take the decision on a finding back'],
  ] as const satisfies readonly (readonly [string, FindingDecision['decision'], string])[]) {
    app.post(
      `/findings/:id/${verb}`,
      {
        config: { access: 'findings.decide' },
        schema: {
          tags,
          operationId: `${verb}Finding`,
          summary,
          description: 'A decision stays while the values stay that it was made on.',
          params: byId,
          headers: ifMatch,
          body: reasonBody,
          response: { 200: findingSchema, ...problems(400, 404, 409, 412) },
        },
      },
      async (request, reply) => {
        const tag = request.headers['if-match'];
        const row = await decideFinding(services, actorOf(request), {
          findingId: request.params.id,
          decision,
          reason: request.body.reason,
          seen: tag === undefined ? undefined : versionsSeen(tag),
          requestId: request.id,
        });
        return reply.header('etag', versionTag(row.version)).send(showFinding(row));
      },
    );
  }
}

function showFinding(row: FindingRow): z.output<typeof findingSchema> {
  return {
    id: row.id,
    record: row.record_id,
    watch: row.watch,
    severity: row.severity,
    path: row.path,
    message: row.message,
    reasons: row.reasons,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
