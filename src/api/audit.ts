// /audit: who did what in the workspace. /admin/audit: the same of the installation, for who administers it.

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { getAuditEvents, getAuditHead } from '../actions/audit.ts';
import { type AuditRow, serverChain } from '../store/audit.ts';
import { auditActions } from '../store/audit-actions.ts';
import { actorKinds } from '../store/schema-keeping.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { type Access, actorOf } from './authenticate.ts';

const tags = ['Audit'];
const actionNames = Object.keys(auditActions) as [string, ...string[]];

const headSchema = z.object({
  seq: z.number().int().describe('0 = nothing was written yet'),
  hash: z.string().nullable(),
});

const eventSchema = z
  .object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    actor: z.object({ kind: z.enum(actorKinds), id: z.string().nullable() }),
    action: z.string(),
    target: z.object({ type: z.string(), id: z.string() }).nullable(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    hash: z.string(),
    prevHash: z.string(),
  })
  .meta({ id: 'AuditEvent' });

interface Log {
  path: string;
  access: Access;
  operationIds: readonly [list: string, head: string];
  of: string;
  /** As `sheaf audit verify --chain` names it. */
  chain: string;
  chainOf(request: FastifyRequest): { workspaceId: string };
}

export function auditRoutes(app: App, context: ApiContext): void {
  logRoutes(app, context, {
    path: '/audit',
    access: 'audit.read',
    operationIds: ['listAuditEvents', 'getAuditHead'],
    of: 'the workspace',
    chain: 'WORKSPACE',
    chainOf: actorOf,
  });
  logRoutes(app, context, {
    path: '/admin/audit',
    access: 'system',
    operationIds: ['listServerAuditEvents', 'getServerAuditHead'],
    of: 'the installation: sign-ins, accounts, what belongs to no workspace',
    chain: 'server',
    chainOf: () => ({ workspaceId: serverChain }),
  });
}

function logRoutes(app: App, { services }: ApiContext, log: Log): void {
  const config = { access: log.access };
  app.get(
    log.path,
    {
      config,
      schema: {
        tags,
        operationId: log.operationIds[0],
        summary: `The audit log of ${log.of}; newest first`,
        querystring: z.object({
          cursor: z.coerce
            .number()
            .int()
            .min(1)
            .max(Number.MAX_SAFE_INTEGER)
            .optional()
            .describe('`nextCursor` of the page before'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          actor: z.uuid().optional(),
          action: z.enum(actionNames).optional(),
          target: z.uuid().optional(),
          from: z.iso.datetime({ offset: true }).optional(),
          to: z.iso.datetime({ offset: true }).optional().describe('Not included'),
        }),
        response: {
          200: z.object({ items: z.array(eventSchema), nextCursor: z.string().nullable() }),
          ...problems(400, 401, 403),
        },
      },
    },
    async (request) => {
      const { cursor, limit, actor, action, target, from, to } = request.query;
      const found = await getAuditEvents(services, log.chainOf(request), {
        actorId: actor,
        action,
        targetId: target,
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
        before: cursor,
        limit: limit + 1,
      });
      const rows = found.slice(0, limit);
      return { items: rows.map(showEvent), nextCursor: found.length > limit ? String(rows.at(-1)!.seq) : null };
    },
  );

  app.get(
    `${log.path}/head`,
    {
      config,
      schema: {
        tags,
        operationId: log.operationIds[1],
        summary: `The last event of the audit log of ${log.of}`,
        description: `Written down elsewhere, it proves later that nothing up to it was cut off or rewritten: sheaf audit verify --chain ${log.chain} --expect SEQ:HASH.`,
        response: { 200: headSchema, ...problems(401, 403) },
      },
    },
    async (request) => (await getAuditHead(services, log.chainOf(request))) ?? { seq: 0, hash: null },
  );
}

function showEvent(row: AuditRow): z.output<typeof eventSchema> {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    target: row.target_type && row.target_id ? { type: row.target_type, id: row.target_id } : null,
    details: row.details,
    requestId: row.request_id,
    address: row.address,
    hash: row.hash,
    prevHash: row.prev_hash,
  };
}
