// Between rows and lessons, and who may see whose.

import { SheafError } from '../errors.ts';
import type { BackTestReport, CountedLesson, LessonScope, LessonSource, LessonState } from '../learn/lesson.ts';
import type { DeltaEntry, LessonDelta } from '../learn/lesson-delta.ts';
import type { Trx } from '../store/database.ts';
import type { LessonDeltaRow } from '../store/lesson-deltas.ts';
import { mayReadLessonsOf } from '../store/lesson-readers.ts';
import { findLesson, type LessonRow, lockLessonScope } from '../store/lessons.ts';
import type { Actor } from './services.ts';

export type LessonView = CountedLesson & { ownerId: string | null; version: number };

export function lessonOf(row: LessonRow): LessonView {
  return {
    id: row.id,
    scope: { kind: row.scope_kind, id: row.scope_id },
    ownerId: row.owner_id,
    kind: row.kind,
    state: row.state as LessonState,
    stateReason: row.state_reason,
    text: row.text,
    effect: row.effect,
    tags: row.tags,
    context: row.context,
    sources: row.sources as unknown as LessonSource[],
    pinned: row.pinned,
    expiresAt: row.expires_at?.toISOString() ?? null,
    mergedInto: row.merged_into,
    absorbed: row.absorbed,
    helpful: row.helpful,
    harmful: row.harmful,
    applied: row.applied,
    confidence: row.confidence,
    backTest: row.back_test as unknown as BackTestReport | null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function entryOf(row: LessonDeltaRow): DeltaEntry {
  return {
    id: row.id,
    lessonId: row.lesson_id,
    at: row.at.toISOString(),
    by: { kind: row.by_kind, id: row.by_id },
    delta: row.delta as unknown as LessonDelta,
  };
}

/** Of the lessons of a user, the user is the owner. */
export const ownerOf = ({ kind, id }: LessonScope): string | null => (kind === 'user' ? id : null);

/** The lesson, deleted or not. Throws `lesson.not-found`: also for those of others who did not let the actor read them. */
export async function ensureSeen(trx: Trx, actor: Actor, id: string): Promise<LessonRow> {
  const row = await findLesson(trx, id);
  if (!row) throw new SheafError('lesson.not-found');
  const { owner_id: ownerId } = row;
  if (ownerId === null || ownerId === actor.userId) return row;
  if (await mayReadLessonsOf(trx, { ownerId, readerId: actor.userId })) return row;
  throw new SheafError('lesson.not-found');
}

/** A person's own lessons are changed by them alone, however many may read them. Throws `auth.forbidden`. */
export function ensureMayChange({ userId }: Actor, ownerId: string | null): void {
  if (ownerId !== null && ownerId !== userId) throw new SheafError('auth.forbidden');
}

/** The same, and nobody else changes lessons of its scope until the transaction ends. */
export async function lockSeen(trx: Trx, actor: Actor, id: string): Promise<LessonRow> {
  const { scope_kind: kind, scope_id: scopeId } = await ensureSeen(trx, actor, id);
  await lockLessonScope(trx, { workspaceId: actor.workspaceId, kind, id: scopeId });
  return (await findLesson(trx, id))!;
}

/** The lesson, or the one that it was merged into. */
export async function countingLesson(trx: Trx, id: string): Promise<LessonView> {
  const row = (await findLesson(trx, id))!;
  return row.merged_into === null ? lessonOf(row) : countingLesson(trx, row.merged_into);
}

export const byWhom = (userId: string | undefined): DeltaEntry['by'] =>
  userId === undefined ? { kind: 'system', id: null } : { kind: 'person', id: userId };
