// /lessons/readers: whom a person lets read their own lessons.

import { z } from 'zod';
import { getLessonReaders, letReadLessons, stopReadingLessons } from '../actions/lesson-readers.ts';
import type { LessonReader } from '../store/lesson-readers.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';

const tags = ['Lessons'];
const byUser = z.object({ userId: z.uuid() });
const readersSchema = z.object({ items: z.array(z.object({ userId: z.string(), since: z.iso.datetime() })) });

export function lessonReaderRoutes(app: App, { services }: ApiContext): void {
  app.get(
    '/lessons/readers',
    {
      config: { access: 'lessons.read' },
      schema: {
        tags,
        operationId: 'listLessonReaders',
        summary: 'Who may read your own lessons besides you',
        response: { 200: readersSchema },
      },
    },
    async (request) => show(await getLessonReaders(services, actorOf(request))),
  );

  app.put(
    '/lessons/readers/:userId',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'addLessonReader',
        summary: 'Let a member of the workspace read your own lessons',
        description: 'They read, and change nothing.',
        params: byUser,
        response: { 200: readersSchema, ...problems(404) },
      },
    },
    async (request) => show(await letReadLessons(services, actorOf(request), request.params.userId)),
  );

  app.delete(
    '/lessons/readers/:userId',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'removeLessonReader',
        summary: 'Let them read your own lessons no more',
        params: byUser,
        response: { 204: z.undefined().describe('They do not read them') },
      },
    },
    async (request, reply) => {
      await stopReadingLessons(services, actorOf(request), request.params.userId);
      return reply.code(204).send();
    },
  );
}

function show(readers: readonly LessonReader[]): z.output<typeof readersSchema> {
  return { items: readers.map(({ readerId, grantedAt }) => ({ userId: readerId, since: grantedAt.toISOString() })) };
}
