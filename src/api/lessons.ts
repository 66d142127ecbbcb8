// /lessons: what decisions taught, for people to see, change, switch on and off, and take back.

import { z } from 'zod';
import { createLesson } from '../actions/add-lesson.ts';
import { setLessonState, updateLesson } from '../actions/change-lessons.ts';
import { getLesson, getLessonHistory, getLessons } from '../actions/lessons.ts';
import type { LessonContent } from '../learn/lesson.ts';
import { lessonStates } from '../learn/lesson.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { answerNotModified, versionsSeen, versionTag } from './etags.ts';
import { lessonChangeRoutes } from './lesson-changes.ts';
import { lessonReaderRoutes } from './lesson-readers.ts';
import {
  changeSchema,
  contentSchema,
  kindSchema,
  lessonSchema,
  scopeSchema,
  showChange,
  showKind,
  showLesson,
  withDefaults,
} from './lesson-representations.ts';
import { fetchPage, listQuery, listSchema } from './page-of-list.ts';

const tags = ['Lessons'];
const byId = z.object({ id: z.uuid() });

export function lessonRoutes(app: App, context: ApiContext): void {
  const { services } = context;
  // Before /lessons/:id, for whoever reads this: the router takes the longer address either way.
  app.get(
    '/lessons/kinds',
    {
      config: { access: 'lessons.read' },
      schema: {
        tags,
        operationId: 'listLessonKinds',
        summary: 'The kinds of lessons, with the shape of their effect',
        response: { 200: z.object({ items: z.array(kindSchema) }) },
      },
    },
    async () => ({ items: services.lessonKinds.list.map(showKind) }),
  );
  lessonReaderRoutes(app, context);

  app.get(
    '/lessons',
    {
      config: { access: 'lessons.read' },
      schema: {
        tags,
        operationId: 'listLessons',
        summary: 'List lessons, newest first',
        description: 'Those of all, your own, and those that others let you read. Deleted ones only when asked for.',
        querystring: listQuery.extend({
          scope: z.string().max(80).optional(),
          scopeId: z.string().max(200).optional(),
          kind: z.string().max(80).optional(),
          state: z.enum(lessonStates).optional(),
          tag: z.string().max(50).optional(),
        }),
        response: { 200: listSchema(lessonSchema), ...problems(400) },
      },
    },
    async (request) => {
      const { cursor, limit, scope, ...filter } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getLessons(services, actorOf(request), { ...filter, scopeKind: scope, before: cursor, limit: count }),
      );
      return { items: rows.map(showLesson), nextCursor };
    },
  );

  app.post(
    '/lessons',
    {
      config: { access: 'lessons.edit', idempotent: true },
      schema: {
        tags,
        operationId: 'createLesson',
        summary: 'Add a lesson',
        description:
          'Your own (`scope.kind` is `user`, and without an id it is yours) or one that counts for everybody. When an older one says the same, that one is answered.',
        body: contentSchema
          .partial()
          .required({ text: true })
          .extend({
            kind: z.string().max(80).default('note'),
            scope: scopeSchema.partial({ id: true }),
            active: z
              .boolean()
              .default(true)
              .describe('false: only propose it. Tested kinds are always proposed first'),
          }),
        response: { 201: lessonSchema, ...problems(400, 403, 415, 422) },
      },
    },
    async (request, reply) => {
      const { kind, scope, active, ...content } = request.body;
      const actor = actorOf(request);
      const id = scope.id ?? (scope.kind === 'user' ? actor.userId : '');
      const lesson = await createLesson(services, actor, {
        kind,
        scope: { kind: scope.kind, id },
        active,
        content: withDefaults(content as { text: string } & Partial<LessonContent>),
      });
      return reply.code(201).header('etag', versionTag(lesson.version)).send(showLesson(lesson));
    },
  );

  app.get(
    '/lessons/:id',
    {
      config: { access: 'lessons.read' },
      schema: {
        tags,
        operationId: 'getLesson',
        summary: 'One lesson with its counts',
        params: byId,
        headers: z.object({ 'if-none-match': z.string().optional() }),
        response: { 200: lessonSchema, 304: z.undefined().describe('Not changed'), ...problems(404) },
      },
    },
    async (request, reply) => {
      const lesson = await getLesson(services, actorOf(request), request.params.id);
      if (answerNotModified(request, reply, versionTag(lesson.version))) return reply.code(304).send();
      return reply.send(showLesson(lesson));
    },
  );

  app.patch(
    '/lessons/:id',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'updateLesson',
        summary: 'Change what a lesson says',
        description: 'Absent fields stay. What a person said of a field is not changed by machines any more.',
        params: byId,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag of the version that was seen; required'),
        }),
        body: contentSchema.partial().refine((set) => Object.keys(set).length > 0, 'must change something'),
        response: { 200: lessonSchema, ...problems(400, 403, 404, 412, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const lesson = await updateLesson(services, actorOf(request), {
        id: request.params.id,
        set: request.body as Partial<LessonContent>,
        seen: versionsSeen(request.headers['if-match']),
      });
      return reply.header('etag', versionTag(lesson.version)).send(showLesson(lesson));
    },
  );

  app.delete(
    '/lessons/:id',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'deleteLesson',
        summary: 'Delete a lesson',
        description: 'It counts no more and is not shown; its history stays, and undoing brings it back.',
        params: byId,
        response: { 204: z.undefined().describe('Deleted'), ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      await setLessonState(services, actorOf(request), { id: request.params.id, verb: 'delete' });
      return reply.code(204).send();
    },
  );

  app.get(
    '/lessons/:id/history',
    {
      config: { access: 'lessons.read' },
      schema: {
        tags,
        operationId: 'getLessonHistory',
        summary: 'Who changed what, newest first; of deleted lessons too',
        params: byId,
        querystring: listQuery,
        response: { 200: listSchema(changeSchema), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const { rows, nextCursor } = await fetchPage(limit, (count) =>
        getLessonHistory(services, actorOf(request), { id: request.params.id, before: cursor, limit: count }),
      );
      return { items: rows.map(showChange), nextCursor };
    },
  );
  lessonChangeRoutes(app, context);
}
