// Lessons as callers see and send them.

import { z } from 'zod';
import type { LessonView } from '../actions/lesson-view.ts';
import { type LessonContent, lessonStates, sourceKinds } from '../learn/lesson.ts';
import type { DeltaEntry } from '../learn/lesson-delta.ts';
import type { LessonKind } from '../learn/lesson-kind.ts';
import { isShallow } from './json-depth.ts';

const tag = z.string().trim().min(1).max(50);
const scalar = z.union([z.string().max(500), z.number(), z.boolean()]);

const MOST_DEPTH = 8;

/** What people may say of a lesson. */
export const contentSchema = z.strictObject({
  text: z.string().trim().min(1).max(1000).describe('In words, for people'),
  effect: z
    .record(z.string().min(1).max(100), z.unknown())
    .nullable()
    // Depth first: no deeper value is ever written out as text.
    .refine((effect) => isShallow(effect, MOST_DEPTH), `must be at most ${MOST_DEPTH} levels deep`)
    .refine(
      (effect) => !isShallow(effect, MOST_DEPTH) || JSON.stringify(effect).length <= 10_000,
      'must be below 10 kB',
    )
    .describe('What it does, in the shape that its kind declares; null for plain text'),
  tags: z.array(tag).max(20),
  context: z
    .record(z.string().min(1).max(100), scalar)
    .refine((context) => Object.keys(context).length <= 20, 'must have at most 20 keys')
    .describe('When it is meant to count: it is left out wherever one of these is known to be otherwise'),
  expiresAt: z.iso.datetime().nullable().describe('It is not used from then on'),
});

export const scopeSchema = z.strictObject({
  kind: z.string().max(80).describe('`user`, `workspace`, `sender`, `type`, or `subject:…` of a kind’s own'),
  id: z.string().max(200).describe('Of the user, the sender, the type …; empty for the workspace'),
});

export const lessonSchema = z
  .object({
    id: z.string(),
    scope: z.object({ kind: z.string(), id: z.string() }),
    own: z.boolean().describe('Whether it is one person’s own, which only they and those whom they let may read'),
    kind: z.string(),
    state: z.enum(lessonStates),
    stateReason: z.string().nullable().describe('Why it is in this state, where something was said'),
    ...contentSchema.shape,
    effect: z.unknown(),
    text: z.string(),
    tags: z.array(z.string()),
    context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    expiresAt: z.iso.datetime().nullable(),
    sources: z.array(z.object({ kind: z.enum(sourceKinds), ids: z.array(z.string()) })),
    pinned: z.boolean().describe('Never retired to make room, nor for harm'),
    mergedInto: z.string().nullable(),
    absorbed: z.array(z.string()).describe('Lessons that were merged into it'),
    helpful: z.number().int(),
    harmful: z.number().int(),
    applied: z.number().int(),
    confidence: z.number().describe('0–1: lower bound of the share in which it helps, from the counts'),
    backTest: z
      .object({ n: z.number(), improved: z.number(), worsened: z.number(), unchanged: z.number() })
      .nullable()
      .describe('Of what happened before: cases in which it said anything, and what it would have done to them'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Lesson' });

export function showLesson(lesson: LessonView): z.output<typeof lessonSchema> {
  const { ownerId, version: _, ...shown } = lesson;
  return {
    ...shown,
    own: ownerId !== null,
    tags: [...lesson.tags],
    context: { ...lesson.context },
    sources: lesson.sources.map(({ kind, ids }) => ({ kind, ids: [...ids] })),
    absorbed: [...lesson.absorbed],
  };
}

export const changeSchema = z
  .object({
    id: z.string(),
    lesson: z.string().describe('The lesson that it changes: of a merge, the one that goes'),
    at: z.iso.datetime(),
    by: z.object({ kind: z.enum(['person', 'system']), id: z.string().nullable() }),
    change: z.record(z.string(), z.unknown()).describe('`op` says what was done; the rest, with what'),
  })
  .meta({ id: 'LessonChange' });

export function showChange({ id, lessonId, at, by, delta }: DeltaEntry): z.output<typeof changeSchema> {
  return { id, lesson: lessonId, at, by, change: { ...delta } };
}

export const kindSchema = z.object({
  id: z.string(),
  title: z.string(),
  scopes: z.array(z.string()),
  effect: z.record(z.string(), z.unknown()).nullable().describe('JSON Schema; null = plain text'),
  tested: z.boolean().describe('Becomes active only when its back-test has passed'),
});

export function showKind({ id, title, scopes, effect, backTest }: LessonKind): z.output<typeof kindSchema> {
  const schema = effect ? { ...z.toJSONSchema(effect, { unrepresentable: 'any' }) } : null;
  return { id, title, scopes: [...scopes], effect: schema, tested: backTest !== undefined };
}

export function withDefaults(body: { text: string } & Partial<LessonContent>): LessonContent {
  return { effect: null, tags: [], context: {}, expiresAt: null, ...body };
}
