// What was observed of lessons: the only thing that moves their counts.

import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { insertLessonOutcome, insertLessonUse } from '../store/lesson-deltas.ts';
import { findLesson, findLessons } from '../store/lessons.ts';
import { applyLessonDeltas } from './apply-lesson-deltas.ts';
import { recordActs } from './audit.ts';
import { byWhom, countingLesson, ensureMayChange, ensureSeen, type LessonView, lessonOf } from './lesson-view.ts';
import type { Actor, Services } from './services.ts';

type Kinds = Pick<Services, 'lessonKinds'>;
type Deps = Pick<Services, 'db' | 'lessonKinds'>;

/**
 * What was observed of a lesson, in `trx`: `evidence` names the observation (`record:<id>:total`), and counts once however
 * often it is told of. False when it was known.
 */
export async function recordOutcome(
  trx: Trx,
  { lessonKinds }: Kinds,
  { workspaceId, lessonId, helpful, evidence }: LessonObservation,
): Promise<boolean> {
  const row = await findLesson(trx, lessonId);
  if (!row) throw new SheafError('lesson.not-found');
  const { owner_id: ownerId } = row;
  if (!(await insertLessonOutcome(trx, { workspaceId, lessonId, ownerId, evidence, helpful }))) return false;
  await applyLessonDeltas(
    trx,
    { lessonKinds },
    {
      workspaceId,
      scope: lessonOf(row).scope,
      by: byWhom(undefined),
      deltas: [],
      observed: [lessonId, ...(row.merged_into ? [(await countingLesson(trx, lessonId)).id] : [])],
    },
  );
  return true;
}

export interface LessonObservation {
  workspaceId: string;
  lessonId: string;
  helpful: boolean;
  evidence: string;
}

/** The same, told by a person. Returns the lesson that counts. */
export async function tellOutcome(
  { db, lessonKinds }: Deps,
  actor: Actor,
  { id, helpful, evidence }: { id: string; helpful: boolean; evidence: string },
): Promise<LessonView> {
  const { workspaceId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    const row = await ensureSeen(trx, actor, id);
    if (row.state === 'deleted') throw new SheafError('lesson.not-found');
    ensureMayChange(actor, row.owner_id);
    if (await recordOutcome(trx, { lessonKinds }, { workspaceId, lessonId: id, helpful, evidence }))
      await recordActs(trx, actor, [
        { action: 'lesson.observed', target: { type: 'lesson', id }, details: { helpful } },
      ]);
    return countingLesson(trx, id);
  });
}

/** Notes that the lessons were applied to something (`record:<id>`); a repeat counts once. */
export async function noteLessonUses(
  trx: Trx,
  deps: Kinds,
  { workspaceId, lessonIds, usedFor }: { workspaceId: string; lessonIds: readonly string[]; usedFor: string },
): Promise<void> {
  const lessons = (await findLessons(trx, lessonIds)).map(lessonOf);
  const place = ({ scope, id }: LessonView) => `${scope.kind} ${scope.id} ${id}`;
  // Scopes in one order, so that two who note lessons of the same do not wait for each other.
  for (const lesson of lessons.sort((a, b) => (place(a) < place(b) ? -1 : 1))) {
    const { ownerId, scope, id } = lesson;
    if (!(await insertLessonUse(trx, { workspaceId, lessonId: id, ownerId, usedFor }))) continue;
    await applyLessonDeltas(trx, deps, {
      workspaceId,
      scope,
      by: byWhom(undefined),
      deltas: [],
      observed: [id],
    });
  }
}
