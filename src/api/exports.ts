// /exports: everything of a workspace, or of oneself, as one archive.

import { z } from 'zod';
import { getExport, openExport, requestExport } from '../actions/export-account.ts';
import type { Permission } from '../identity/permissions.ts';
import type { AccountExportRow } from '../store/account-exports.ts';
import { type ExportScope, exportStates } from '../store/schema-keeping.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';

const tags = ['Exports'];
const byId = z.object({ id: z.uuid() });

const exportSchema = z
  .object({
    id: z.string(),
    state: z.enum(exportStates),
    size: z.number().nullable().describe('Bytes'),
    sha256: z.string().nullable(),
    entries: z.number().int().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AccountExport' });

export function exportRoutes(app: App, context: ApiContext): void {
  scopeRoutes(app, context, {
    path: 'account',
    scope: 'workspace',
    access: 'export.account',
    what: 'everything in the workspace',
  });
  scopeRoutes(app, context, {
    path: 'me',
    scope: 'me',
    access: 'workspace.read',
    what: 'what is yours in the workspace',
  });
}

interface Scope {
  path: string;
  scope: ExportScope;
  access: Permission;
  what: string;
}

function scopeRoutes(app: App, { services }: ApiContext, { path, scope, access, what }: Scope): void {
  const name = path === 'me' ? 'OwnExport' : 'AccountExport';
  app.post(
    `/exports/${path}`,
    {
      config: { access, idempotent: true },
      schema: {
        tags,
        operationId: `request${name}`,
        summary: `Ask for an archive of ${what}`,
        response: { 202: exportSchema, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      const row = await requestExport(services, actorOf(request), { scope, requestId: request.id });
      return reply.code(202).send(showExport(row));
    },
  );

  app.get(
    `/exports/${path}/:id`,
    {
      config: { access },
      schema: {
        tags,
        operationId: `get${name}`,
        summary: 'How far an export is',
        params: byId,
        response: { 200: exportSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => showExport(await getExport(services, actorOf(request), { id: request.params.id, scope })),
  );

  app.get(
    `/exports/${path}/:id/download`,
    {
      config: { access },
      schema: {
        tags,
        operationId: `download${name}`,
        summary: 'The archive, for seven days',
        params: byId,
        response: problems(401, 403, 404, 409, 410),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const file = await openExport(services, actorOf(request), { id, scope, requestId: request.id });
      return reply
        .type('application/zip')
        .headers({
          'content-length': file.size,
          'content-disposition': `attachment; filename="sheaf-export-${id}.zip"`,
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, no-store',
        })
        .serializer((payload: unknown) => payload as string)
        .send(file.content as never);
    },
  );
}

function showExport(row: AccountExportRow): z.output<typeof exportSchema> {
  return {
    id: row.id,
    state: row.state,
    size: row.size,
    sha256: row.sha256,
    entries: row.entries,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
