// /workspaces: which there are for the caller, another one, name and country; leaving one and handing one over.

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { z } from 'zod';
import { leaveWorkspace, transferOwnership } from '../actions/members.ts';
import { changeWorkspace, getWorkspace, getWorkspaces, makeWorkspace } from '../actions/workspaces.ts';
import { permissionsOf } from '../identity/permissions.ts';
import { roles } from '../store/roles.ts';
import type { WorkspaceRow } from '../store/workspaces.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, callerOf, somebodyOf } from './authenticate.ts';
import { memberSchema, showMember } from './members.ts';

const tags = ['Workspaces'];
const inWorkspace = z.object({ workspaceId: z.uuid() });

const countries = new Set((codes as [string, string, string, string][]).map(([alpha2]) => alpha2));

const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'must have no control characters');
const jurisdiction = z
  .string()
  .refine((code) => countries.has(code), 'must be a country of ISO 3166-1 as two capital letters, such as DE')
  .nullable()
  .describe('Whose law says how long things are kept: ISO 3166-1 alpha-2');

const workspaceSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    jurisdiction: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Workspace' });

export function workspaceRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/workspaces',
    {
      config: { access: 'account' },
      schema: {
        tags,
        operationId: 'listWorkspaces',
        summary: 'The workspaces that you belong to, oldest membership first',
        response: {
          200: z.object({
            items: z.array(workspaceSchema.omit({ jurisdiction: true }).extend({ role: z.enum(roles) })),
          }),
          ...problems(401),
        },
      },
    },
    async (request) => {
      const rows = await getWorkspaces(services, callerOf(request).userId);
      return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
    },
  );

  app.post(
    '/workspaces',
    {
      config: { access: 'account', idempotent: true },
      schema: {
        tags,
        operationId: 'makeWorkspace',
        summary: 'Make a workspace that you own',
        body: z.strictObject({ name, jurisdiction: jurisdiction.optional() }),
        response: { 201: workspaceSchema, ...problems(400, 401, 403, 415) },
      },
    },
    async (request, reply) => {
      const row = await makeWorkspace(services, somebodyOf(request), request.body);
      return reply.code(201).send(showWorkspace(row));
    },
  );

  app.get(
    '/workspaces/:workspaceId',
    {
      config: { access: 'workspace.read' },
      schema: {
        tags,
        operationId: 'getWorkspace',
        summary: 'One workspace, with your role and what it lets you do',
        params: inWorkspace,
        response: {
          200: workspaceSchema.extend({ role: z.enum(roles), permissions: z.array(z.string()) }),
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      const role = callerOf(request).role!;
      const row = await getWorkspace(services, actorOf(request));
      return { ...showWorkspace(row), role, permissions: permissionsOf(role) };
    },
  );

  app.patch(
    '/workspaces/:workspaceId',
    {
      config: { access: 'workspace.update' },
      schema: {
        tags,
        operationId: 'changeWorkspace',
        summary: 'Change name or country; absent = keep, null = clear',
        params: inWorkspace,
        body: z.strictObject({ name: name.optional(), jurisdiction: jurisdiction.optional() }),
        response: { 200: workspaceSchema, ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => showWorkspace(await changeWorkspace(services, actorOf(request), request.body)),
  );

  app.post(
    '/workspaces/:workspaceId/leave',
    {
      config: { access: 'workspace.read' },
      schema: {
        tags,
        operationId: 'leaveWorkspace',
        summary: 'Leave the workspace; its last owner cannot',
        params: inWorkspace,
        response: { 204: z.undefined().describe('Left'), ...problems(401, 404, 409) },
      },
    },
    async (request, reply) => {
      await leaveWorkspace(services, actorOf(request));
      return reply.code(204).send();
    },
  );

  app.post(
    '/workspaces/:workspaceId/transfer',
    {
      config: { access: 'workspace.transfer' },
      schema: {
        tags,
        operationId: 'transferWorkspace',
        summary: 'Make a member the owner in your place; you become an administrator',
        params: inWorkspace,
        body: z.strictObject({ userId: z.uuid() }),
        response: { 200: memberSchema, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => showMember(await transferOwnership(services, actorOf(request), request.body.userId)),
  );
}

function showWorkspace({ id, name, jurisdiction, created_at }: WorkspaceRow): z.output<typeof workspaceSchema> {
  return { id, name, jurisdiction, createdAt: created_at.toISOString() };
}
