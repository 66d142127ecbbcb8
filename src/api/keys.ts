// /keys: API keys of the workspace.

import { z } from 'zod';
import { createApiKey, keyScopes, listKeys, revokeApiKey } from '../actions/api-keys.ts';
import type { ApiKeyRow } from '../store/api-keys.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { memberOf } from './authenticate.ts';

const tags = ['API keys'];
const config = { access: 'keys.manage' } as const;

const keySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    hint: z.string().describe('How the key begins'),
    scopes: z.array(z.string()),
    madeBy: z.uuid(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().describe('To the minute'),
  })
  .meta({ id: 'ApiKey' });

export function keyRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/keys',
    {
      config,
      schema: {
        tags,
        operationId: 'listKeys',
        summary: 'Your API keys, newest first; those of everybody for administrators',
        response: { 200: z.object({ items: z.array(keySchema) }), ...problems(401, 403, 404) },
      },
    },
    async (request) => ({ items: (await listKeys(services, memberOf(request))).map(showKey) }),
  );

  app.post(
    '/keys',
    {
      config: { ...config, idempotent: true, secret: true },
      schema: {
        tags,
        operationId: 'createKey',
        summary: 'Make an API key; it is shown in this answer only',
        description: 'It may do what its scopes say and your role allows at the time, in this workspace alone.',
        body: z.object({
          name: z.string().trim().min(1).max(100),
          scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
          expiresAt: z.iso.datetime().nullish().describe('null = never; absent = in 90 days'),
        }),
        response: {
          201: keySchema.extend({ key: z.string().describe('Send as "Authorization: Bearer …" or X-API-Key') }),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request, reply) => {
      const { name, scopes, expiresAt } = request.body;
      const { key, row } = await createApiKey(services, memberOf(request), {
        name,
        scopes,
        expiresAt: typeof expiresAt === 'string' ? new Date(expiresAt) : expiresAt,
      });
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...showKey(row), key });
    },
  );

  app.delete(
    '/keys/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'revokeKey',
        summary: 'Revoke an API key',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.undefined().describe('Revoked'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await revokeApiKey(services, memberOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}

function showKey(row: ApiKeyRow): z.output<typeof keySchema> {
  const { id, name, hint, scopes } = row;
  return {
    id,
    name,
    hint,
    scopes,
    madeBy: row.user_id,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
