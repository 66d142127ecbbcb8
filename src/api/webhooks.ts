// /webhooks: endpoints of other programs that events of the workspace go to, and how that went.

import { z } from 'zod';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getDeliveries,
  getWebhook,
  getWebhooks,
  replayWebhook,
  rotateWebhookSecret,
  testWebhook,
  webhookEvents,
} from '../actions/webhooks.ts';
import { deliveryStates } from '../store/schema-notices.ts';
import type { DeliveryRow } from '../store/webhook-deliveries.ts';
import type { EndpointRow } from '../store/webhooks.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Webhooks'];
const config = { access: 'webhooks.manage' } as const;
const byId = z.object({ id: z.uuid() });
const moment = z.iso.datetime().nullable();

const webhookSchema = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    events: z.array(z.string()).nullable().describe('null = all, also those of later versions'),
    enabled: z.boolean(),
    disabledReason: z.enum(['gone', 'failing', 'person']).nullable(),
    failingSince: moment.describe('First failure since the last success'),
    oldSecretUntil: moment.describe('Until then the old secret signs, too'),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Webhook' });

const withSecret = webhookSchema.extend({
  secret: z.string().describe('whsec_…; in this answer only. Verify signatures by it (Standard Webhooks)'),
});

const deliverySchema = z
  .object({
    id: z.uuid(),
    eventId: z.uuid().describe('`webhook-id`: the same for all tries and replays'),
    kind: z.string(),
    state: z.enum(deliveryStates),
    attempts: z.number().int(),
    nextTryAt: moment,
    status: z.number().int().nullable().describe('Of the last answer'),
    error: z.string().nullable().describe('Why the last try failed (docs/webhooks.md)'),
    latencyMs: z.number().int().nullable(),
    answer: z.string().nullable().describe('Beginning of the last answer'),
    body: z.string().describe('As it is sent'),
    tries: z.array(
      z.object({ at: z.string(), status: z.number().nullable(), error: z.string().nullable(), ms: z.number() }),
    ),
    createdAt: z.iso.datetime(),
    finishedAt: moment,
  })
  .meta({ id: 'WebhookDelivery' });

const url = z.string().min(1).max(2000).describe('https; a public address unless the operator allows another');
const description = z.string().trim().max(200);
const events = z
  .array(z.string().refine((name) => webhookEvents.includes(name), 'must be a kind that goes to webhooks'))
  .min(1)
  .max(100)
  .nullable();

export function webhookRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/webhooks',
    {
      config,
      schema: {
        tags,
        operationId: 'listWebhooks',
        summary: 'Webhooks of the workspace, newest first',
        querystring: listQuery,
        response: { 200: listSchema(webhookSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getWebhooks(services, actorOf(request), { before: cursor, limit: count }),
      );
      return { items: rows.map(showWebhook), nextCursor };
    },
  );

  app.post(
    '/webhooks',
    {
      config: { ...config, idempotent: true, secret: true },
      schema: {
        tags,
        operationId: 'createWebhook',
        summary: 'Send events to an address; its secret is shown in this answer only',
        body: z.strictObject({ url, description: description.default(''), events: events.default(null) }),
        response: { 201: withSecret, ...problems(400, 401, 403, 409, 415, 422, 502) },
      },
    },
    async (request, reply) => {
      const { row, secret } = await createWebhook(services, actorOf(request), request.body);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...showWebhook(row), secret });
    },
  );

  app.get(
    '/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getWebhook',
        summary: 'One webhook',
        params: byId,
        response: { 200: webhookSchema, ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const row = await getWebhook(services, actorOf(request), request.params.id);
      return reply.header('etag', versionTag(row.version)).send(showWebhook(row));
    },
  );

  app.patch(
    '/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'changeWebhook',
        summary: 'Change a webhook, switch it on or off',
        description:
          'What is absent stays. Events that were due while it was off are kept as failed, and can be sent again.',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: z.strictObject({
          url: url.optional(),
          description: description.optional(),
          events: events.optional(),
          enabled: z.boolean().optional(),
        }),
        response: { 200: webhookSchema, ...problems(400, 401, 403, 404, 412, 415, 422, 428, 502) },
      },
    },
    async (request, reply) => {
      const seen = versionsSeen(request.headers['if-match'], 'webhook.if-match-required');
      const { url, description, events, enabled } = request.body;
      const row = await changeWebhook(services, actorOf(request), {
        id: request.params.id,
        ...(url === undefined ? {} : { url }),
        ...(description === undefined ? {} : { description }),
        ...(events === undefined ? {} : { events }),
        enabled,
        seen,
      });
      return reply.header('etag', versionTag(row.version)).send(showWebhook(row));
    },
  );

  app.delete(
    '/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deleteWebhook',
        summary: 'Delete a webhook, with its log',
        params: byId,
        response: { 204: z.undefined().describe('Deleted'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await deleteWebhook(services, actorOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    '/webhooks/:id/rotate-secret',
    {
      config: { ...config, idempotent: true, secret: true },
      schema: {
        tags,
        operationId: 'rotateWebhookSecret',
        summary: 'Give it another secret; for a day both sign',
        params: byId,
        response: { 200: withSecret, ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const { row, secret } = await rotateWebhookSecret(services, actorOf(request), request.params.id);
      return reply.header('cache-control', 'no-store').send({ ...showWebhook(row), secret });
    },
  );
  deliveryRoutes(app, services);
}

function deliveryRoutes(app: App, services: ApiContext['services']): void {
  const replayed = z.object({ queued: z.number().int().describe('Deliveries that are sent again') });

  app.post(
    '/webhooks/:id/test',
    {
      config: { ...config, idempotent: true },
      schema: {
        tags,
        operationId: 'testWebhook',
        summary: 'Send a test event; it is tried once',
        params: byId,
        response: { 202: deliverySchema, ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) =>
      reply.code(202).send(showDelivery(await testWebhook(services, actorOf(request), request.params.id))),
  );

  app.get(
    '/webhooks/:id/deliveries',
    {
      config,
      schema: {
        tags,
        operationId: 'listWebhookDeliveries',
        summary: 'What was sent to a webhook in the last 30 days, newest first',
        params: byId,
        querystring: listQuery.extend({ state: z.enum(deliveryStates).optional() }),
        response: { 200: listSchema(deliverySchema), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { cursor, limit, state } = request.query;
      const { id } = request.params;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getDeliveries(services, actorOf(request), { id, state, before: cursor, limit: count }),
      );
      return { items: rows.map(showDelivery), nextCursor };
    },
  );

  app.post(
    '/webhooks/:id/deliveries/:deliveryId/replay',
    {
      config: { ...config, idempotent: true },
      schema: {
        tags,
        operationId: 'replayWebhookDelivery',
        summary: 'Send one delivery again, under the same event id',
        params: byId.extend({ deliveryId: z.uuid() }),
        response: { 202: replayed, ...problems(401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const { id, deliveryId } = request.params;
      const queued = await replayWebhook(services, actorOf(request), { id, which: { deliveryId } });
      return reply.code(202).send({ queued });
    },
  );

  app.post(
    '/webhooks/:id/replay',
    {
      config: { ...config, idempotent: true },
      schema: {
        tags,
        operationId: 'replayWebhook',
        summary: 'Send again what failed since a time, up to 1000 at once',
        params: byId,
        body: z.strictObject({ since: z.iso.datetime() }),
        response: { 202: replayed, ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const which = { failedSince: new Date(request.body.since) };
      const queued = await replayWebhook(services, actorOf(request), { id: request.params.id, which });
      return reply.code(202).send({ queued });
    },
  );
}

function showWebhook(row: EndpointRow): z.output<typeof webhookSchema> {
  const { id, url, description, events, enabled, version } = row;
  const overlaps = row.overlap_until !== null && row.overlap_until > new Date();
  return {
    id,
    url,
    description,
    events,
    enabled,
    disabledReason: row.disabled_reason,
    failingSince: row.failing_since?.toISOString() ?? null,
    oldSecretUntil: overlaps ? row.overlap_until!.toISOString() : null,
    version,
    createdAt: row.created_at.toISOString(),
  };
}

function showDelivery(row: DeliveryRow): z.output<typeof deliverySchema> {
  const { id, kind, state, attempts, status, error, answer, body } = row;
  return {
    ...{ id, eventId: row.event_id, kind, state, attempts, status, error, answer, body },
    nextTryAt: row.next_try_at?.toISOString() ?? null,
    latencyMs: row.latency_ms,
    tries: row.log,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
