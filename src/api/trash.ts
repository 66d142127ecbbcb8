// Deleting, restoring, and /trash.

import { z } from 'zod';
import { deleteAll, deleteThing, getTrash, getTrashStatistics, restoreAll, restoreThing } from '../actions/trash.ts';
import { SheafError } from '../errors.ts';
import type { Permission } from '../identity/permissions.ts';
import { type SoftDeletableKind, softDeletableKinds } from '../store/soft-deletable.ts';
import type { TrashedThing } from '../store/trash.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';

const tags = ['Trash'];
const byId = z.object({ id: z.uuid() });
const reason = z.string().trim().min(1).max(500).optional().describe('For the people who look into the trash');
const manyIds = z.array(z.uuid()).min(1).max(200);
const gone = z.undefined().describe('Done');

const bulkSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      code: z.string().optional().describe('Why not, as a code of the error catalogue'),
      message: z.string().optional(),
    }),
  ),
});

const trashedSchema = z
  .object({
    kind: z.enum(softDeletableKinds),
    id: z.string(),
    title: z.string(),
    deletedAt: z.iso.datetime(),
    deletedBy: z.string().nullable().describe('null = a retention rule'),
    reason: z.string().nullable(),
    purgedFrom: z.iso.datetime().describe('From then on it is deleted for good, unless it must be kept'),
  })
  .meta({ id: 'TrashedThing' });

const DAY_MS = 24 * 60 * 60_000;

export function trashRoutes(app: App, context: ApiContext): void {
  const documents = { remove: 'documents.delete', restore: 'documents.restore' } as const;
  kindRoutes(app, context, { path: 'documents', kind: 'document', access: documents });
  kindRoutes(app, context, { path: 'records', kind: 'record', access: documents });
  kindRoutes(app, context, { path: 'cases', kind: 'case', access: { remove: 'cases.edit', restore: 'cases.edit' } });
  listRoutes(app, context);
}

function kindRoutes(
  app: App,
  { services }: ApiContext,
  {
    path,
    kind,
    access,
  }: { path: string; kind: SoftDeletableKind; access: { remove: Permission; restore: Permission } },
): void {
  const title = `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  app.delete(
    `/${path}/:id`,
    {
      config: { access: access.remove },
      schema: {
        tags,
        operationId: `delete${title}`,
        summary: `Put a ${kind} into the trash`,
        params: byId,
        querystring: z.object({ reason }),
        response: { 204: gone, ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await deleteThing(services, actorOf(request), { kind, id, reason: request.query.reason, requestId: request.id });
      return reply.code(204).send();
    },
  );

  app.post(
    `/${path}/:id/restore`,
    {
      config: { access: access.restore },
      schema: {
        tags,
        operationId: `restore${title}`,
        summary: `Take a ${kind} out of the trash`,
        params: byId,
        response: { 204: gone, ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await restoreThing(services, actorOf(request), { kind, id: request.params.id, requestId: request.id });
      return reply.code(204).send();
    },
  );

  app.post(
    `/${path}/bulk-delete`,
    {
      config: { access: access.remove },
      schema: {
        tags,
        operationId: `delete${title}s`,
        summary: `Put several ${kind}s into the trash`,
        description: 'Each for itself: what is refused does not keep the others.',
        body: z.strictObject({ ids: manyIds, reason }),
        response: { 200: bulkSchema, ...problems(400, 401, 403) },
      },
    },
    async (request) =>
      showBulk(await deleteAll(services, actorOf(request), { kind, ...request.body, requestId: request.id })),
  );

  app.post(
    `/${path}/bulk-restore`,
    {
      config: { access: access.restore },
      schema: {
        tags,
        operationId: `restore${title}s`,
        summary: `Take several ${kind}s out of the trash`,
        body: z.strictObject({ ids: manyIds }),
        response: { 200: bulkSchema, ...problems(400, 401, 403) },
      },
    },
    async (request) =>
      showBulk(await restoreAll(services, actorOf(request), { kind, ...request.body, requestId: request.id })),
  );
}

function listRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/trash',
    {
      config: { access: 'trash.read' },
      schema: {
        tags,
        operationId: 'listTrash',
        summary: 'What was deleted, by whom, when and why; newest first',
        querystring: z.object({
          kind: z.enum(softDeletableKinds).optional(),
          cursor: z.string().max(200).optional().describe('`nextCursor` of the page before'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({ items: z.array(trashedSchema), nextCursor: z.string().nullable() }),
          ...problems(400, 401, 403),
        },
      },
    },
    async (request) => {
      const { kind, cursor, limit } = request.query;
      const after = cursor === undefined ? undefined : parseCursor(cursor);
      const found = await getTrash(services, actorOf(request), { kind, after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      return {
        items: rows.map((thing) => showThing(thing, services.trashDays)),
        nextCursor: found.length > limit ? cursorOf(rows.at(-1)!) : null,
      };
    },
  );

  app.get(
    '/trash/statistics',
    {
      config: { access: 'trash.read' },
      schema: {
        tags,
        operationId: 'getTrashStatistics',
        summary: 'How much lies in the trash',
        response: {
          200: z.object({
            kinds: z.array(
              z.object({
                kind: z.enum(softDeletableKinds),
                count: z.number().int(),
                oldest: z.iso.datetime().nullable(),
                due: z.number().int().describe('The next clean-up deletes them for good'),
              }),
            ),
            bytes: z.number().describe('Of files that only documents in the trash have'),
            trashDays: z.number().int(),
          }),
          ...problems(401, 403),
        },
      },
    },
    async (request) => {
      const { kinds, ...rest } = await getTrashStatistics(services, actorOf(request));
      return {
        ...rest,
        kinds: kinds.map(({ oldest, ...kind }) => ({ ...kind, oldest: oldest?.toISOString() ?? null })),
      };
    },
  );
}

function showBulk(results: Awaited<ReturnType<typeof deleteAll>>): z.output<typeof bulkSchema> {
  return { results: results.map(({ id, error }) => ({ id, ok: error === undefined, ...error })) };
}

function showThing({ kind, id, title, deletedAt, deletedBy, reason: why }: TrashedThing, trashDays: number) {
  const purgedFrom = new Date(deletedAt.getTime() + trashDays * DAY_MS).toISOString();
  return { kind, id, title, deletedAt: deletedAt.toISOString(), deletedBy, reason: why, purgedFrom };
}

const cursorOf = ({ deletedAt, id }: TrashedThing): string =>
  Buffer.from(`${deletedAt.toISOString()}|${id}`).toString('base64url');

function parseCursor(cursor: string): { deletedAt: Date; id: string } {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split('|');
  const parsed = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id });
  if (!parsed.success) {
    throw new SheafError('request.invalid', 'cursor is not one that this list gave', {
      details: { pointer: '/querystring/cursor' },
    });
  }
  return { deletedAt: new Date(parsed.data.at), id: parsed.data.id };
}
