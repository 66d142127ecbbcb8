// /intake: ways in by which documents come by themselves, and what came. Docs: docs/intake.md.

import { z } from 'zod';
import {
  changeIntake,
  createIntake,
  deleteIntake,
  getArrivals,
  getIntake,
  getIntakes,
} from '../actions/intake-sources.ts';
import type { IntakeWays } from '../actions/intake-ways.ts';
import { type ErrorCode, errorCatalogue } from '../errors.ts';
import type { IntakeArrivalRow } from '../store/intake-arrivals.ts';
import type { IntakeSourceRow } from '../store/intake-sources.ts';
import { arrivalOutcomes, type FeedSettings, type ImapSettings, intakeKinds } from '../store/schema-intake.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Intake'];
const config = { access: 'intake.manage' } as const;
const byId = z.object({ id: z.uuid() });

const imapFields = {
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65535),
  tls: z.boolean().describe('TLS from the first byte (port 993); false = STARTTLS, which must succeed'),
  user: z.string().min(1).max(320),
  mailbox: z.string().min(1).max(200),
  moveTo: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .describe('Where taken mails go; null = they are marked as seen and stay'),
};

/** Who asks more often is turned away by boards sooner or later. */
const SHORTEST_MINUTES = 60;
const feedFields = {
  url: z.url({ protocol: /^https?$/ }).max(2000),
  every: z
    .number()
    .int()
    .min(SHORTEST_MINUTES)
    .max(7 * 24 * 60)
    .describe('Minutes between two looks'),
};

const intakeSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(intakeKinds),
    name: z.string(),
    enabled: z.boolean(),
    senders: z.array(z.string()).describe('Addresses and domains that may send; empty = everybody'),
    typeHint: z.string().nullable(),
    imap: z.object(imapFields).nullable(),
    feed: z.object(feedFields).nullable(),
    place: z.string().nullable().describe('Of a folder or objects: where files are put'),
    failures: z.number().int().describe('Looks in a row that failed; each makes the pause before the next one longer'),
    lastError: z.string().nullable(),
    advice: z.string().nullable().describe('What to do about the last failure'),
    lookedAt: z.iso.datetime().nullable(),
    nextLookAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Intake' });

const withToken = intakeSchema.extend({
  token: z.string().optional().describe('Of an address; in this answer only. Who knows it can send documents'),
  url: z.string().optional().describe('Where mail is posted to, under this server’s address'),
  address: z.string().optional().describe('Where mail is sent to, when the server takes mail over SMTP'),
});

const arrivalSchema = z
  .object({
    id: z.uuid(),
    outcome: z.enum(arrivalOutcomes),
    reason: z.string().nullable().describe('Why it was refused: a code'),
    name: z.string(),
    sender: z.string().nullable().describe('Who the mail says it is from'),
    size: z.number().int(),
    document: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'IntakeArrival' });

const name = z.string().trim().min(1).max(100);
const senders = z
  .array(
    z
      .string()
      .trim()
      .min(3)
      .max(320)
      .regex(/^@?[^\s@]+(@[^\s@]+)?$/, 'must be an address or a domain'),
  )
  .max(200);
const typeHint = z.string().min(1).max(100).nullable();

export function intakeRoutes(app: App, { services }: ApiContext): void {
  const { intake } = services;

  app.get(
    '/intake',
    {
      config,
      schema: {
        tags,
        operationId: 'listIntake',
        summary: 'Ways in of the workspace, newest first',
        querystring: listQuery,
        response: { 200: listSchema(intakeSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getIntakes(services, actorOf(request), { before: cursor, limit: count }),
      );
      return { items: rows.map((row) => showIntake(row, intake)), nextCursor };
    },
  );

  app.post(
    '/intake',
    {
      config: { ...config, idempotent: true, secret: true },
      schema: {
        tags,
        operationId: 'createIntake',
        summary: 'Let documents come in by themselves',
        description:
          'A `mail` address, a mailbox elsewhere (`imap`), a `feed`, the `folder` or the `objects` of the workspace, as far as the server has them switched on.',
        body: z.strictObject({
          kind: z.enum(intakeKinds),
          name,
          senders: senders.default([]),
          typeHint: typeHint.default(null),
          imap: z
            .strictObject({
              ...imapFields,
              port: imapFields.port.default(993),
              tls: imapFields.tls.default(true),
              mailbox: imapFields.mailbox.default('INBOX'),
              moveTo: imapFields.moveTo.default(null),
              password: z.string().min(1).max(500),
            })
            .optional(),
          feed: z.strictObject({ ...feedFields, every: feedFields.every.default(6 * 60) }).optional(),
        }),
        response: { 201: withToken, ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { row, token } = await createIntake(services, actorOf(request), request.body);
      const domain = intake.mail?.domain;
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({
          ...showIntake(row, intake),
          ...(token ? { token, url: `/api/v1/intake/mail/${token}` } : {}),
          ...(token && domain ? { address: `${token}@${domain}` } : {}),
        });
    },
  );

  app.get(
    '/intake/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getIntake',
        summary: 'One way in, and how its last look went',
        params: byId,
        response: { 200: intakeSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => showIntake(await getIntake(services, actorOf(request), request.params.id), intake),
  );

  app.patch(
    '/intake/:id',
    {
      config: { ...config, idempotent: true },
      schema: {
        tags,
        operationId: 'changeIntake',
        summary: 'Rename, pause or open a way in, or change who may send',
        params: byId,
        body: z.strictObject({
          name: name.optional(),
          enabled: z
            .boolean()
            .optional()
            .describe('false = paused: nothing is taken, and senders are asked to try later'),
          senders: senders.optional(),
          typeHint: typeHint.optional(),
        }),
        response: { 200: intakeSchema, ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request) =>
      showIntake(await changeIntake(services, actorOf(request), { id: request.params.id, ...request.body }), intake),
  );

  app.delete(
    '/intake/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deleteIntake',
        summary: 'Delete a way in; what came by it stays',
        params: byId,
        response: { 204: z.undefined().describe('Deleted'), ...problems(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await deleteIntake(services, actorOf(request), request.params.id);
      return reply.code(204).send(undefined);
    },
  );

  app.get(
    '/intake/:id/arrivals',
    {
      config,
      schema: {
        tags,
        operationId: 'listArrivals',
        summary: 'What came by it and what became of it, newest first',
        params: byId,
        querystring: listQuery,
        response: { 200: listSchema(arrivalSchema), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getArrivals(services, actorOf(request), request.params.id, { before: cursor, limit: count }),
      );
      return { items: rows.map(showArrival), nextCursor };
    },
  );
}

function showIntake(row: IntakeSourceRow, intake: IntakeWays): z.output<typeof intakeSchema> {
  const watched = row.kind === 'folder' || row.kind === 'objects' ? intake[row.kind] : undefined;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    enabled: row.enabled,
    senders: row.senders,
    typeHint: row.type_hint,
    feed: row.kind === 'feed' ? (row.settings as FeedSettings) : null,
    imap: row.kind === 'imap' ? (row.settings as ImapSettings) : null,
    place: watched?.placeOf(row.workspace_id) ?? null,
    failures: row.failures,
    lastError: row.last_error,
    advice: adviceOn(row.last_error),
    lookedAt: row.polled_at?.toISOString() ?? null,
    nextLookAt: row.kind === 'mail' ? null : (row.next_poll_at?.toISOString() ?? null),
    createdAt: row.created_at.toISOString(),
  };
}

/** Stored as `code: reason`. */
function adviceOn(error: string | null): string | null {
  const code = error?.split(':')[0] ?? '';
  return Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code as ErrorCode].advice : null;
}

function showArrival(row: IntakeArrivalRow): z.output<typeof arrivalSchema> {
  const { id, outcome, reason, name: called, sender, size } = row;
  const createdAt = row.created_at.toISOString();
  return { id, outcome, reason, name: called, sender, size, document: row.document_id, createdAt };
}
