// /retention: how long records must, and may, stay. /holds: what nobody may delete meanwhile.

import { z } from 'zod';
import { endHold, getHolds, placeHold } from '../actions/holds.ts';
import { changeRetention, getRetention } from '../actions/retention.ts';
import type { HoldRow } from '../store/holds.ts';
import { holdScopes } from '../store/schema-keeping.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const years = z.number().int().min(0).max(100);
const recordType = z.string().min(1).max(100).describe('Record type, or * for every other');

const retentionSchema = z.object({
  country: z.string().nullable(),
  advice: z.string(),
  rules: z.array(
    z.object({
      recordType,
      keepYears: years.describe('Full calendar years after the year of issue in which deleting is refused'),
      deleteAfterYears: years.nullable().describe('After these it goes into the trash by itself; null = never'),
      source: z.enum(['default', 'workspace']),
      statute: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});

const advice = 'Defaults are what Sheaf knows of the law of the country, not legal advice. Check with your counsel.';

const holdSchema = z
  .object({
    id: z.string(),
    scope: z.enum(holdScopes),
    targetId: z.string().nullable(),
    reason: z.string(),
    placedBy: z.string(),
    placedAt: z.iso.datetime(),
    releasedBy: z.string().nullable(),
    releasedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'LegalHold' });

export function retentionRoutes(app: App, { services }: ApiContext): void {
  const tags = ['Retention'];
  app.get(
    '/retention',
    {
      config: { access: 'retention.read' },
      schema: {
        tags,
        operationId: 'getRetention',
        summary: 'The retention rules of the workspace, with their statutes',
        response: { 200: retentionSchema, ...problems(401, 403) },
      },
    },
    async (request) => ({ ...(await getRetention(services, actorOf(request))), advice }),
  );

  app.put(
    '/retention',
    {
      config: { access: 'retention.manage' },
      schema: {
        tags,
        operationId: 'changeRetention',
        summary: 'Choose the country, and rules of your own',
        description: 'Replaces what was there. A rule of your own stands for its record type instead of the default.',
        body: z.strictObject({
          country: z
            .string()
            .regex(/^[A-Z]{2}$/)
            .nullable()
            .describe('ISO 3166-1; null = no defaults'),
          rules: z
            .array(z.strictObject({ recordType, keepYears: years, deleteAfterYears: years.nullable() }))
            .max(200)
            .default([]),
        }),
        response: { 200: retentionSchema, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { country, rules } = request.body;
      const change = { settings: { country, overrides: rules }, requestId: request.id };
      return { ...(await changeRetention(services, actorOf(request), change)), advice };
    },
  );
  holdRoutes(app, services);
}

function holdRoutes(app: App, services: ApiContext['services']): void {
  const tags = ['Legal holds'];
  app.get(
    '/holds',
    {
      config: { access: 'holds.manage' },
      schema: {
        tags,
        operationId: 'listHolds',
        summary: 'Legal holds, newest first',
        querystring: listQuery.extend({ standing: z.enum(['true', 'false']).optional() }),
        response: { 200: listSchema(holdSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { cursor, limit, standing } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getHolds(services, actorOf(request), {
          standing: standing === undefined ? undefined : standing === 'true',
          before: cursor,
          limit: count,
        }),
      );
      return { items: rows.map(showHold), nextCursor };
    },
  );

  app.post(
    '/holds',
    {
      config: { access: 'holds.manage', idempotent: true },
      schema: {
        tags,
        operationId: 'placeHold',
        summary: 'Place a legal hold',
        description: 'While it stands, nothing in its scope is deleted, purged or erased.',
        body: z.strictObject({
          scope: z.enum(holdScopes),
          targetId: z.uuid().optional().describe('Document, record or person; absent for the whole workspace'),
          reason: z.string().trim().min(1).max(2000),
        }),
        response: { 201: holdSchema, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const hold = await placeHold(services, actorOf(request), { ...request.body, requestId: request.id });
      return reply.code(201).send(showHold(hold));
    },
  );

  app.post(
    '/holds/:id/release',
    {
      config: { access: 'holds.manage' },
      schema: {
        tags,
        operationId: 'releaseHold',
        summary: 'Release a legal hold',
        params: z.object({ id: z.uuid() }),
        response: { 200: holdSchema, ...problems(401, 403, 404, 409) },
      },
    },
    async (request) =>
      showHold(await endHold(services, actorOf(request), { id: request.params.id, requestId: request.id })),
  );
}

function showHold(row: HoldRow): z.output<typeof holdSchema> {
  return {
    id: row.id,
    scope: row.scope,
    targetId: row.target_id,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at.toISOString(),
    releasedBy: row.released_by,
    releasedAt: row.released_at?.toISOString() ?? null,
  };
}
