// /admin: accounts and workspaces of the installation, for who administers it. What is in a workspace stays closed to them.

import { z } from 'zod';
import {
  type AccountState,
  closeAccount,
  getAccounts,
  getAllWorkspaces,
  openAccount,
  unlockAccount,
} from '../actions/administer-accounts.ts';
import type { AdministeredWorkspace } from '../store/administration.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { somebodyOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Administration'];
const config = { access: 'system' } as const;
const byUser = z.object({ userId: z.uuid() });
const search = z.string().trim().min(1).max(200).optional();

const moment = z.iso.datetime().nullable();
const accountSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    emailVerified: z.boolean(),
    secondFactor: z.boolean(),
    systemAdministrator: z.boolean(),
    createdAt: z.iso.datetime(),
    disabledAt: moment.describe('Since when it is closed'),
    lockedUntil: moment.describe('Until when failed sign-ins keep it locked'),
  })
  .meta({ id: 'AdministeredAccount' });

const workspaceSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    jurisdiction: z.string().nullable(),
    createdAt: z.iso.datetime(),
    members: z.number().int(),
    owners: z.array(z.string()).describe('Their addresses'),
  })
  .meta({ id: 'AdministeredWorkspace' });

export function administrationRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/admin/users',
    {
      config,
      schema: {
        tags,
        operationId: 'listAccounts',
        summary: 'List accounts, newest first',
        querystring: listQuery.extend({ search: search.describe('Part of a name or address') }),
        response: { 200: listSchema(accountSchema), ...problems(400, 401, 403) },
      },
    },
    async ({ query: { cursor, limit, search } }) => {
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getAccounts(services, { before: cursor, limit: count, search }),
      );
      return { items: rows.map(showAccount), nextCursor };
    },
  );

  app.post(
    '/admin/users/:userId/unlock',
    {
      config,
      schema: {
        tags,
        operationId: 'unlockAccount',
        summary: 'Forget failed sign-ins and codes',
        params: byUser,
        response: { 204: z.undefined().describe('Unlocked'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await unlockAccount(services, somebodyOf(request), request.params.userId);
      return reply.code(204).send();
    },
  );

  app.post(
    '/admin/users/:userId/disable',
    {
      config,
      schema: {
        tags,
        operationId: 'closeAccount',
        summary: 'Close an account: its sessions end, and none begins',
        description: 'Signing in answers as for a wrong password. What the person made stays.',
        params: byUser,
        response: { 204: z.undefined().describe('Closed'), ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await closeAccount(services, somebodyOf(request), request.params.userId);
      return reply.code(204).send();
    },
  );

  app.post(
    '/admin/users/:userId/enable',
    {
      config,
      schema: {
        tags,
        operationId: 'openAccount',
        summary: 'Open a closed account again',
        params: byUser,
        response: { 204: z.undefined().describe('Open'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await openAccount(services, somebodyOf(request), request.params.userId);
      return reply.code(204).send();
    },
  );

  app.get(
    '/admin/workspaces',
    {
      config,
      schema: {
        tags,
        operationId: 'listAllWorkspaces',
        summary: 'List the workspaces of the installation, newest first',
        querystring: listQuery.extend({ search: search.describe('Part of a name') }),
        response: { 200: listSchema(workspaceSchema), ...problems(400, 401, 403) },
      },
    },
    async ({ query: { cursor, limit, search } }) => {
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getAllWorkspaces(services, { before: cursor, limit: count, search }),
      );
      return { items: rows.map(showWorkspace), nextCursor };
    },
  );
}

function showAccount({ twoFactorEnabled, ...row }: AccountState): z.output<typeof accountSchema> {
  return {
    ...row,
    secondFactor: twoFactorEnabled === true,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lockedUntil: row.lockedUntil?.toISOString() ?? null,
  };
}

function showWorkspace({ created_at, ...row }: AdministeredWorkspace): z.output<typeof workspaceSchema> {
  return { ...row, createdAt: created_at.toISOString() };
}
