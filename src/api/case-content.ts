// /cases/{id}/notes, /attachments, /reminders.

import { z } from 'zod';
import { attachToCase, detachFromCase, getAttachment } from '../actions/case-attachments.ts';
import { removeReminder, setReminder } from '../actions/case-reminders.ts';
import { noteOnCase } from '../actions/change-case.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { attachedContentSchema, attachmentWish, caseSchema, note, showContent } from './case-representations.ts';
import { sendCase } from './send-case.ts';

const tags = ['Cases'];
const byId = z.object({ id: z.uuid() });
const access = 'cases.edit';

export function caseContentRoutes(app: App, context: ApiContext): void {
  const { services } = context;
  app.post(
    '/cases/:id/notes',
    {
      config: { access, idempotent: true },
      schema: {
        tags,
        operationId: 'noteOnCase',
        summary: 'Write a note into a case',
        description: 'It stands in the timeline, and is not changed any more.',
        params: byId,
        body: z.strictObject({ text: note }),
        response: { 201: caseSchema, ...problems(400, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const target = { id: request.params.id, requestId: request.id };
      const view = await noteOnCase(services, actorOf(request), { ...target, text: request.body.text });
      return sendCase(reply.code(201), view);
    },
  );
  attachmentRoutes(app, context);
  reminderRoutes(app, context);
}

function attachmentRoutes(app: App, { services }: ApiContext): void {
  const byAttachment = byId.extend({ attachmentId: z.uuid() });
  app.post(
    '/cases/:id/attachments',
    {
      config: { access, idempotent: true },
      schema: {
        tags,
        operationId: 'attachToCase',
        summary: 'Attach a version of a record or artifact',
        description:
          'Kept with its version and hash, and as a copy: what was sent can be shown, whatever becomes of its source. What had the role before stays visible as detached.',
        params: byId,
        body: attachmentWish,
        response: { 201: caseSchema, ...problems(400, 403, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const target = { id: request.params.id, requestId: request.id };
      const view = await attachToCase(services, actorOf(request), { ...target, attachment: request.body });
      return sendCase(reply.code(201), view);
    },
  );

  app.get(
    '/cases/:id/attachments/:attachmentId',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'getCaseAttachment',
        summary: 'What was attached, exactly as it was then',
        params: byAttachment,
        response: { 200: attachedContentSchema, ...problems(404, 410) },
      },
    },
    async (request) => {
      const { id: caseId, attachmentId: id } = request.params;
      return showContent(await getAttachment(services, actorOf(request), { caseId, id }));
    },
  );

  app.delete(
    '/cases/:id/attachments/:attachmentId',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'detachFromCase',
        summary: 'Detach something from a case',
        description: 'It stays visible as what was attached once.',
        params: byAttachment,
        response: { 200: caseSchema, ...problems(403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id, attachmentId } = request.params;
      const wish = { id, attachmentId, requestId: request.id };
      return sendCase(reply, await detachFromCase(services, actorOf(request), wish));
    },
  );
}

function reminderRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/cases/:id/reminders',
    {
      config: { access, idempotent: true },
      schema: {
        tags,
        operationId: 'setCaseReminder',
        summary: 'Be reminded of a case',
        description: 'By a notice, once, when it is due.',
        params: byId,
        body: z.strictObject({
          at: z
            .string()
            .max(40)
            .describe(
              'A date, or a date with a time: with an offset, or in your time zone. A date alone is that morning at nine',
            ),
          text: z.string().trim().max(300).default('').describe('What of'),
        }),
        response: { 201: caseSchema, ...problems(400, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const target = { id: request.params.id, requestId: request.id };
      const view = await setReminder(services, actorOf(request), { ...target, ...request.body });
      return sendCase(reply.code(201), view);
    },
  );

  app.delete(
    '/cases/:id/reminders/:reminderId',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'removeCaseReminder',
        summary: 'Remove a reminder',
        params: byId.extend({ reminderId: z.uuid() }),
        response: { 200: caseSchema, ...problems(403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id, reminderId } = request.params;
      const wish = { id, reminderId, requestId: request.id };
      return sendCase(reply, await removeReminder(services, actorOf(request), wish));
    },
  );
}
