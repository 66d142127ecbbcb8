// /notifications: what somebody is told in the console, and how they want to be told.

import { z } from 'zod';
import {
  changeNotificationSettings,
  getNotificationSettings,
  unsubscribe,
  type VersionedSettings,
} from '../actions/notification-settings.ts';
import {
  deleteNotification,
  getNotifications,
  getUnreadCount,
  readAllNotifications,
  readNotification,
} from '../actions/notifications.ts';
import { noticeKindNames, noticeKinds } from '../notify/notice-kinds.ts';
import { noticeSettingsSchema } from '../notify/notice-settings.ts';
import { noticeAbout } from '../notify/notice-text.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf, memberOf } from './authenticate.ts';
import { versionsSeen, versionTag } from './etags.ts';
import { notificationSchema, showNotification } from './notification-representations.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Notifications'];
const config = { access: 'notifications.read' } as const;
const byId = z.object({ id: z.uuid() });
const countSchema = z.object({ unread: z.number().int().describe('At most 1000') });

const settingsSchema = z
  .object({
    version: z.number().int().describe('The ETag of the settings; 0 = never changed'),
    settings: noticeSettingsSchema,
  })
  .meta({ id: 'NotificationSettings' });

export function notificationRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/notifications',
    {
      config,
      schema: {
        tags,
        operationId: 'listNotifications',
        summary: 'What you were told in this workspace, newest first',
        querystring: listQuery.extend({
          unread: z.enum(['true', 'false']).optional().describe('true = only what is unread'),
          kind: z.string().max(64).optional(),
        }),
        response: { 200: listSchema(notificationSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { cursor, limit, unread, kind } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getNotifications(services, memberOf(request), {
          unread: unread === 'true',
          kind,
          before: cursor,
          limit: count,
        }),
      );
      return { items: rows.map(showNotification), nextCursor };
    },
  );

  app.get(
    '/notifications/unread-count',
    {
      config,
      schema: {
        tags,
        operationId: 'countUnreadNotifications',
        summary: 'How many are unread',
        response: { 200: countSchema, ...problems(401, 403) },
      },
    },
    async (request) => ({ unread: await getUnreadCount(services, memberOf(request)) }),
  );

  app.get(
    '/notifications/kinds',
    {
      config,
      schema: {
        tags,
        operationId: 'listNotificationKinds',
        summary: 'What you can be told of, and how it comes unless you choose otherwise',
        querystring: z.object({ locale: z.string().max(35).optional().describe('en or de') }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                kind: z.string(),
                about: z.string(),
                channels: z.object({ inApp: z.boolean(), email: z.boolean() }),
                digestible: z.boolean().describe('Can be collected; otherwise its mail comes at once'),
                urgent: z.boolean().describe('Its mail does not wait for the end of quiet hours'),
                webhook: z.boolean(),
              }),
            ),
          }),
          ...problems(400, 401, 403),
        },
      },
    },
    async ({ query }) => ({
      items: noticeKindNames.map((kind) => {
        const { channels, digestible, urgent, webhook } = noticeKinds[kind];
        return { kind, about: noticeAbout(kind, query.locale), channels, digestible, urgent, webhook };
      }),
    }),
  );

  app.post(
    '/notifications/read',
    {
      config,
      schema: {
        tags,
        operationId: 'readAllNotifications',
        summary: 'Mark all as read, or all up to one that you have seen',
        body: z.strictObject({ upTo: z.uuid().optional().describe('Id of the newest that you have seen') }).optional(),
        response: { 200: countSchema, ...problems(400, 401, 403, 415) },
      },
    },
    async (request) => ({ unread: await readAllNotifications(services, memberOf(request), request.body?.upTo) }),
  );

  app.post(
    '/notifications/:id/read',
    {
      config,
      schema: {
        tags,
        operationId: 'readNotification',
        summary: 'Mark one as read; asked again, it stays so',
        params: byId,
        response: { 200: notificationSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => showNotification(await readNotification(services, memberOf(request), request.params.id)),
  );

  app.delete(
    '/notifications/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deleteNotification',
        summary: 'Delete one from your list',
        params: byId,
        response: { 204: z.undefined().describe('Deleted'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await deleteNotification(services, memberOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  settingsRoutes(app, services);
}

function settingsRoutes(app: App, services: ApiContext['services']): void {
  const headers = z.object({
    'if-match': z.string().optional().describe('ETag of the settings that were seen; required'),
  });
  const show = ({ version, settings }: VersionedSettings) => ({ version, settings });

  app.get(
    '/notifications/settings',
    {
      config,
      schema: {
        tags,
        operationId: 'getNotificationSettings',
        summary: 'How you want to be told in this workspace',
        response: { 200: settingsSchema, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      const found = await getNotificationSettings(services, actorOf(request));
      return reply.header('etag', versionTag(found.version)).send(show(found));
    },
  );

  for (const [method, operationId, summary, body] of [
    ['PUT', 'replaceNotificationSettings', 'Say how you want to be told', noticeSettingsSchema],
    ['PATCH', 'changeNotificationSettings', 'Change some of it; what is absent stays', noticeSettingsSchema.partial()],
  ] as const) {
    app.route({
      method,
      url: '/notifications/settings',
      config,
      schema: {
        tags,
        operationId,
        summary,
        description: 'Mails that wait are given another time, or none.',
        headers,
        body,
        response: { 200: settingsSchema, ...problems(400, 401, 403, 412, 415, 428) },
      },
      handler: async (request, reply) => {
        const seen = versionsSeen(request.headers['if-match'], 'settings.if-match-required');
        const change = { seen, change: request.body };
        const changed = await changeNotificationSettings(services, actorOf(request), change);
        return reply.header('etag', versionTag(changed.version)).send(show(changed));
      },
    });
  }
}

/** For whoever got a mail: no session is needed. What the body says is not looked at (RFC 8058 sends a form). */
export function unsubscribeRoutes(app: App, { services }: ApiContext): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1000 },
    async () => null,
  );
  app.post(
    '/notifications/unsubscribe',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'unsubscribe',
        summary: 'No more mails of notices, by the link of one of them',
        description: 'One click of a mail program is enough (RFC 8058). Notices in the console go on.',
        querystring: z.object({ token: z.string().min(1).max(1000) }),
        response: { 200: z.object({ status: z.literal('unsubscribed') }), ...problems(400) },
      },
    },
    async ({ query }) => {
      await unsubscribe(services, query.token);
      return { status: 'unsubscribed' as const };
    },
  );
}
