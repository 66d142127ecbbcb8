// /cases: what people move through declared states.

import { z } from 'zod';
import { getBoard, getCase, getCaseFigures, getCases, getCaseTimeline } from '../actions/browse-cases.ts';
import { changeCase } from '../actions/change-case.ts';
import { openCase } from '../actions/open-case.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { caseCalendarRoutes } from './case-calendar.ts';
import { caseContentRoutes } from './case-content.ts';
import { caseMoveRoutes } from './case-moves.ts';
import {
  attachmentWish,
  boardSchema,
  caseEventSchema,
  caseFields,
  caseSchema,
  caseTypeSchema,
  figuresSchema,
  note,
  showBoard,
  showCase,
  showCaseEvent,
  showCaseType,
  showFigures,
  title,
} from './case-representations.ts';
import { answerNotModified, versionsSeen, versionTag } from './etags.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';
import { sendCase } from './send-case.ts';

const tags = ['Cases'];
const byId = z.object({ id: z.uuid() });
const type = z.string().max(100).describe('As the list of types names it');
const states = z
  .string()
  .max(500)
  .transform((text) => text.split(','))
  .describe('One, or several with commas');

export function caseRoutes(app: App, context: ApiContext): void {
  const { services } = context;
  listRoutes(app, context);
  caseCalendarRoutes(app, context);

  app.post(
    '/cases',
    {
      config: { access: 'cases.edit', idempotent: true },
      schema: {
        tags,
        operationId: 'openCase',
        summary: 'Open a case, or bring the open one about the same thing up to date',
        description:
          'At most one case about a record is open (for each person, where cases are their own). Asked for again, it gets what the request says, and moves to `state` unless it has been there.',
        body: z.strictObject({
          type,
          state: z.string().max(80).optional().describe('The first of the type when absent'),
          title: title.optional().describe('Absent: what the record is called'),
          subject: z.strictObject({ record: z.uuid() }).optional().describe('What it is about'),
          fields: caseFields.optional(),
          attachments: z.array(attachmentWish).max(20).optional(),
          note: note.optional(),
        }),
        response: {
          200: caseSchema.describe('It was open, and is up to date now'),
          201: caseSchema,
          ...problems(400, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { subject, ...wish } = request.body;
      const { view, isNew } = await openCase(services, actorOf(request), {
        ...wish,
        subjectId: subject?.record,
        requestId: request.id,
      });
      return sendCase(reply.code(isNew ? 201 : 200), view);
    },
  );

  app.get(
    '/cases/:id',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'getCase',
        summary: 'One case with its attachments, reminders, and the steps that you can take',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: caseSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const view = await getCase(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(view.row.version))) return reply.code(304).send();
      return reply.send(showCase(view));
    },
  );

  app.patch(
    '/cases/:id',
    {
      config: { access: 'cases.edit' },
      schema: {
        tags,
        operationId: 'changeCase',
        summary: 'Change the title and fields of a case',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: z.strictObject({ title: title.optional(), fields: caseFields.optional() }),
        response: { 200: caseSchema, ...problems(400, 403, 404, 409, 412, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const seen = versionsSeen(request.headers['if-match']);
      const target = { id: request.params.id, seen, requestId: request.id };
      return sendCase(reply, await changeCase(services, actorOf(request), { ...target, ...request.body }));
    },
  );

  app.get(
    '/cases/:id/timeline',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'getCaseTimeline',
        summary: 'What happened to a case, newest first',
        params: byId,
        querystring: listQuery,
        response: { 200: listSchema(caseEventSchema), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { cursor: before, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getCaseTimeline(services, actorOf(request), { id: request.params.id, before, limit: count }),
      );
      return { items: rows.map(showCaseEvent), nextCursor };
    },
  );
  caseMoveRoutes(app, context);
  caseContentRoutes(app, context);
}

function listRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/cases/types',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'listCaseTypes',
        summary: 'The types of cases: their states, steps, fields, and what may be attached',
        response: { 200: z.object({ items: z.array(caseTypeSchema) }) },
      },
    },
    async () => ({ items: services.caseKinds.list.map(showCaseType) }),
  );

  app.get(
    '/cases',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'listCases',
        summary: 'List cases, newest first',
        description: 'Those of the workspace, and your own.',
        querystring: listQuery.extend({
          type: type.optional(),
          state: states.optional(),
          open: z.stringbool().optional(),
          record: z.uuid().optional().describe('What they are about'),
        }),
        response: { 200: listSchema(caseSchema), ...problems(400, 422) },
      },
    },
    async (request) => {
      const { cursor: before, limit, state, record: subjectId, ...filter } = request.query;
      const found = await fetchPage(limit, async (count) => {
        const views = await getCases(services, actorOf(request), {
          ...{ ...filter, states: state, subjectId, before, limit: count },
        });
        return views.map((view) => ({ ...view, id: view.row.id }));
      });
      return { items: found.rows.map(showCase), nextCursor: found.nextCursor };
    },
  );

  app.get(
    '/cases/board',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'getCaseBoard',
        summary: 'Cases of one type in columns, a state each, in the order that people gave them',
        querystring: z.object({ type, limit: z.coerce.number().int().min(1).max(100).default(50) }),
        response: { 200: boardSchema, ...problems(400, 422) },
      },
    },
    async (request) => showBoard(await getBoard(services, actorOf(request), request.query)),
  );

  app.get(
    '/cases/statistics',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        operationId: 'getCaseFigures',
        summary: 'How many cases are where, how many came so far, how long it took',
        description: 'Moves that were taken back did not happen.',
        querystring: z.object({
          type,
          from: z.iso.datetime().optional().describe('Cases that were opened from then on'),
          to: z.iso.datetime().optional().describe('… and before then'),
          by: z.enum(['week', 'month']).default('month').describe('Length of the periods'),
        }),
        response: { 200: figuresSchema, ...problems(400, 422) },
      },
    },
    async (request) => {
      const { from, to, ...asked } = request.query;
      return showFigures(
        await getCaseFigures(services, actorOf(request), {
          ...asked,
          from: from === undefined ? undefined : new Date(from),
          to: to === undefined ? undefined : new Date(to),
        }),
      );
    },
  );
}
