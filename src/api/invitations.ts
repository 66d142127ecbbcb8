// Invitations: made and managed inside a workspace, answered by whoever holds the token of the mail. The token comes in
// bodies, never in an address: addresses end up in logs and histories.

import { z } from 'zod';
import { acceptInvitation, declineInvitation, viewInvitation } from '../actions/answer-invitation.ts';
import { getInvitations, inviteMember, resendInvitation, revokeInvitation } from '../actions/invitations.ts';
import type { InvitationRow } from '../store/invitations.ts';
import { roles } from '../store/roles.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, somebodyOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Workspaces'];
const inWorkspace = z.object({ workspaceId: z.uuid() });
const byInvitation = inWorkspace.extend({ invitationId: z.uuid() });
const byToken = z.strictObject({ token: z.string().min(1).max(200) });

const invitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(roles),
    status: z.enum(['pending', 'accepted', 'declined', 'revoked', 'expired']),
    invitedBy: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' });

export function invitationRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/workspaces/:workspaceId/invitations',
    {
      config: { access: 'members.manage' },
      schema: {
        tags,
        operationId: 'listInvitations',
        summary: 'List invitations, newest first',
        params: inWorkspace,
        querystring: listQuery,
        response: { 200: listSchema(invitationSchema), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getInvitations(services, actorOf(request), { before: cursor, limit: count }),
      );
      return { items: rows.map(showInvitation), nextCursor };
    },
  );

  app.post(
    '/workspaces/:workspaceId/invitations',
    {
      config: { access: 'members.manage', idempotent: true },
      schema: {
        tags,
        operationId: 'inviteMember',
        summary: 'Invite somebody by e-mail; to no role above your own',
        params: inWorkspace,
        body: z.strictObject({
          email: z.email().max(254),
          role: z.enum(roles),
          locale: z
            .string()
            .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
            .optional()
            .describe('Language of the mail'),
        }),
        response: { 201: invitationSchema, ...problems(400, 401, 403, 404, 409, 415, 429) },
      },
    },
    async (request, reply) => {
      const row = await inviteMember(services, actorOf(request), request.body);
      return reply.code(201).send(showInvitation(row));
    },
  );

  app.post(
    '/workspaces/:workspaceId/invitations/:invitationId/resend',
    {
      config: { access: 'members.manage' },
      schema: {
        tags,
        operationId: 'resendInvitation',
        summary: 'Mail a new link, which counts for seven days; the one before counts no more',
        params: byInvitation,
        response: { 200: invitationSchema, ...problems(401, 403, 404, 409, 429) },
      },
    },
    async (request) => showInvitation(await resendInvitation(services, actorOf(request), request.params.invitationId)),
  );

  app.delete(
    '/workspaces/:workspaceId/invitations/:invitationId',
    {
      config: { access: 'members.manage' },
      schema: {
        tags,
        operationId: 'revokeInvitation',
        summary: 'Take an invitation back',
        params: byInvitation,
        response: { 204: z.undefined().describe('Taken back'), ...problems(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await revokeInvitation(services, actorOf(request), request.params.invitationId);
      return reply.code(204).send();
    },
  );

  app.post(
    '/invitations/look',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'lookAtInvitation',
        summary: 'What the invitation with this token is to',
        body: byToken,
        response: {
          200: z.object({
            workspace: z.string(),
            inviter: z.string().nullable(),
            role: z.enum(roles),
            expiresAt: z.iso.datetime(),
          }),
          ...problems(400, 415),
        },
      },
    },
    async ({ body }, reply) => {
      const { expiresAt, ...view } = await viewInvitation(services, body.token);
      return reply.header('cache-control', 'no-store').send({ ...view, expiresAt: expiresAt.toISOString() });
    },
  );

  app.post(
    '/invitations/accept',
    {
      config: { access: 'account' },
      schema: {
        tags,
        operationId: 'acceptInvitation',
        summary: 'Join, signed in with the proven address that was invited',
        description: 'Without an account: register with the token as `invitation`.',
        body: byToken,
        response: {
          200: z.object({ workspaceId: z.uuid(), role: z.enum(roles) }),
          ...problems(400, 401, 403, 415),
        },
      },
    },
    async (request) => acceptInvitation(services, somebodyOf(request), request.body.token),
  );

  app.post(
    '/invitations/decline',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'declineInvitation',
        summary: 'Decline; the token counts no more',
        body: byToken,
        response: { 204: z.undefined().describe('Declined'), ...problems(400, 415) },
      },
    },
    async ({ body }, reply) => {
      await declineInvitation(services, body.token);
      return reply.code(204).send();
    },
  );
}

function showInvitation(row: InvitationRow): z.output<typeof invitationSchema> {
  const { id, email, role, invited_by: invitedBy } = row;
  return {
    id,
    email,
    role,
    invitedBy,
    status: row.status === 'pending' && row.expires_at <= new Date() ? 'expired' : row.status,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
