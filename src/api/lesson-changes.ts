// /lessons/{id}/…: switching a lesson on and off, merging, undoing, testing, and what was observed of it.

import { z } from 'zod';
import { requestBackTest } from '../actions/back-test-lesson.ts';
import { type LessonVerb, mergeLessons, setLessonState, undoLesson } from '../actions/change-lessons.ts';
import { tellOutcome } from '../actions/lesson-outcomes.ts';
import { type ApiContext, type App, problems } from './api-context.ts';
import { actorOf } from './authenticate.ts';
import { lessonSchema, showLesson } from './lesson-representations.ts';

const tags = ['Lessons'];
const byId = z.object({ id: z.uuid() });

const verbs: readonly { verb: LessonVerb; summary: string; description: string }[] = [
  {
    verb: 'activate',
    summary: 'Let a lesson count',
    description:
      'A kind that is tested on the past must have passed first. The weakest of too many lessons is retired.',
  },
  {
    verb: 'reject',
    summary: 'Say that a lesson is wrong',
    description: 'It counts no more, and what says the same is not proposed again.',
  },
  { verb: 'retire', summary: 'Let a lesson count no more', description: 'It can be activated again.' },
  { verb: 'pin', summary: 'Keep a lesson', description: 'It is not retired by itself any more.' },
  { verb: 'unpin', summary: 'Keep a lesson only as long as it is good', description: 'The opposite of `pin`.' },
];

export function lessonChangeRoutes(app: App, { services }: ApiContext): void {
  for (const { verb, summary, description } of verbs) {
    app.post(
      `/lessons/:id/${verb}`,
      {
        config: { access: 'lessons.edit' },
        schema: {
          tags,
          operationId: `${verb}Lesson`,
          summary,
          description,
          params: byId,
          response: { 200: lessonSchema, ...problems(403, 404, 409) },
        },
      },
      async (request) => showLesson(await setLessonState(services, actorOf(request), { id: request.params.id, verb })),
    );
  }

  app.post(
    '/lessons/:id/merge',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'mergeLesson',
        summary: 'Merge a lesson into another that says the same',
        description: 'Counts, tags and sources come together. Answers the other one. Can be undone.',
        params: byId,
        body: z.strictObject({ into: z.uuid() }),
        response: { 200: lessonSchema, ...problems(400, 403, 404, 415, 422) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return showLesson(await mergeLessons(services, actorOf(request), { id, into: request.body.into }));
    },
  );

  app.post(
    '/lessons/:id/undo',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'undoLesson',
        summary: 'Take a change of a lesson back',
        description: 'Any one of its history, or the last that was not taken back; an undo can be undone, too.',
        params: byId,
        body: z.strictObject({ change: z.uuid().optional().describe('Absent: the last') }),
        response: { 200: lessonSchema, ...problems(400, 403, 404, 415) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return showLesson(await undoLesson(services, actorOf(request), { id, deltaId: request.body.change }));
    },
  );

  app.post(
    '/lessons/:id/outcomes',
    {
      config: { access: 'lessons.edit' },
      schema: {
        tags,
        operationId: 'tellLessonOutcome',
        summary: 'Say what was observed of a lesson',
        description: 'Counts once for each evidence, however often it is told of. Answers the lesson that counts.',
        params: byId,
        body: z.strictObject({
          helpful: z.boolean().describe('false: it did harm'),
          evidence: z.string().trim().min(1).max(200).describe('What was observed, by a name of your choice'),
        }),
        response: { 200: lessonSchema, ...problems(400, 403, 404, 415) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return showLesson(await tellOutcome(services, actorOf(request), { id, ...request.body }));
    },
  );

  app.post(
    '/lessons/:id/back-test',
    {
      config: { access: 'lessons.edit', idempotent: true },
      schema: {
        tags,
        operationId: 'testLesson',
        summary: 'Try a lesson on what happened before',
        description: 'A job does it; `backTest` of the lesson shows the report afterwards.',
        params: byId,
        response: {
          202: z.object({ test: z.string().describe('Id of the change that will hold the report') }),
          ...problems(403, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const asked = { id: request.params.id, requestId: request.id };
      return reply.code(202).send({ test: await requestBackTest(services, actorOf(request), asked) });
    },
  );
}
