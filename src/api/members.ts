// /workspaces/{workspaceId}/members: who belongs to a workspace and as what.

import { z } from 'zod';
import { changeRole, getMembers, removeMember } from '../actions/members.ts';
import type { Member } from '../store/memberships.ts';
import { roles } from '../store/roles.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Workspaces'];
const inWorkspace = z.object({ workspaceId: z.uuid() });
const byMember = inWorkspace.extend({ userId: z.uuid() });

export const memberSchema = z
  .object({
    userId: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    disabled: z.boolean().describe('The account was closed by the operator'),
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: 'Member' });

export function memberRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/workspaces/:workspaceId/members',
    {
      config: { access: 'members.read' },
      schema: {
        tags,
        operationId: 'listMembers',
        summary: 'List members, oldest account first',
        params: inWorkspace,
        querystring: listQuery,
        response: { 200: listSchema(memberSchema), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getMembers(services, actorOf(request), { after: cursor, limit: count }),
      );
      return { items: rows.map(showMember), nextCursor };
    },
  );

  app.patch(
    '/workspaces/:workspaceId/members/:userId',
    {
      config: { access: 'members.manage' },
      schema: {
        tags,
        operationId: 'changeRole',
        summary: 'Give a member another role',
        description: 'None above your own; roles of owners are changed by owners alone. The last owner stays one.',
        params: byMember,
        body: z.strictObject({ role: z.enum(roles) }),
        response: { 200: memberSchema, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { userId } = request.params;
      return showMember(await changeRole(services, actorOf(request), { userId, role: request.body.role }));
    },
  );

  app.delete(
    '/workspaces/:workspaceId/members/:userId',
    {
      config: { access: 'members.manage' },
      schema: {
        tags,
        operationId: 'removeMember',
        summary: 'Remove a member',
        description: 'Owners are removed by owners alone, and the last one not at all.',
        params: byMember,
        response: { 204: z.undefined().describe('Removed'), ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await removeMember(services, actorOf(request), request.params.userId);
      return reply.code(204).send();
    },
  );
}

export function showMember({ id, joinedAt, ...member }: Member): z.output<typeof memberSchema> {
  return { userId: id, ...member, joinedAt: joinedAt.toISOString() };
}
