// /cases/{id}/…: moving a case on, ending it, reopening it, taking a slip back, and its place on the board.

import { z } from 'zod';
import { closeCase, moveCase, placeCase, reopenCase, takeBackMove } from '../actions/move-case.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { caseSchema, note } from './case-representations.ts';
import { versionsSeen } from './etags.ts';
import { sendCase } from './send-case.ts';

const tags = ['Cases'];
const byId = z.object({ id: z.uuid() });
const state = z.string().min(1).max(80);
const access = 'cases.edit';

export function caseMoveRoutes(app: App, { services }: ApiContext): void {
  app.post(
    '/cases/:id/moves',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'moveCase',
        summary: 'Move a case to another state',
        description:
          'By the steps that its type declares. Where none leads there, the answer is 409 and `allowed` names where steps lead.',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: z.strictObject({
          to: state,
          note: note.optional(),
          below: z.uuid().optional().describe('The case that it is to stand below on the board; absent = on top'),
        }),
        response: { 200: caseSchema, ...problems(400, 403, 404, 409, 412, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const seen = versionsSeen(request.headers['if-match']);
      const target = { id: request.params.id, seen, requestId: request.id };
      return sendCase(reply, await moveCase(services, actorOf(request), { ...target, ...request.body }));
    },
  );

  app.post(
    '/cases/:id/close',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'closeCase',
        summary: 'End a case',
        description: 'In the one end that steps lead to; where there are several, `to` says which.',
        params: byId,
        body: z.strictObject({ to: state.optional(), note: note.optional() }),
        response: { 200: caseSchema, ...problems(400, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const target = { id: request.params.id, requestId: request.id };
      return sendCase(reply, await closeCase(services, actorOf(request), { ...target, ...request.body }));
    },
  );

  app.post(
    '/cases/:id/reopen',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'reopenCase',
        summary: 'Put a case back to the state that it ended from',
        description: 'Where its type allows it, and no other case about the same thing is open.',
        params: byId,
        body: z.strictObject({ note: note.optional() }),
        response: { 200: caseSchema, ...problems(400, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const target = { id: request.params.id, requestId: request.id };
      return sendCase(reply, await reopenCase(services, actorOf(request), { ...target, ...request.body }));
    },
  );

  app.post(
    '/cases/:id/take-back',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'takeBackCaseMove',
        summary: 'Take the last move of a case back',
        description:
          'By whoever made it, for as long as the type allows. It counts as never made; the history keeps both.',
        params: byId,
        response: { 200: caseSchema, ...problems(403, 404, 409) },
      },
    },
    async (request, reply) => {
      const target = { id: request.params.id, requestId: request.id };
      return sendCase(reply, await takeBackMove(services, actorOf(request), target));
    },
  );

  app.post(
    '/cases/:id/place',
    {
      config: { access },
      schema: {
        tags,
        operationId: 'placeCase',
        summary: 'Put a case elsewhere in its column of the board',
        params: byId,
        body: z.strictObject({
          below: z.uuid().nullable().describe('The case of the same column that it is to stand below; null = on top'),
        }),
        response: { 204: z.undefined().describe('Done'), ...problems(400, 403, 404, 415) },
      },
    },
    async (request, reply) => {
      await placeCase(services, actorOf(request), { id: request.params.id, ...request.body });
      return reply.code(204).send();
    },
  );
}
