// What people do with lessons that are there: changing, switching on and off, merging, deleting, undoing.

import { SheafError } from '../errors.ts';
import { judgeBackTest } from '../learn/back-test.ts';
import type { LessonContent } from '../learn/lesson.ts';
import type { LessonDelta } from '../learn/lesson-delta.ts';
import type { LessonKind } from '../learn/lesson-kind.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listLessonHistory } from '../store/lesson-deltas.ts';
import { findLesson, type LessonRow } from '../store/lessons.ts';
import { ensureEffect } from './add-lesson.ts';
import { applyLessonDeltas } from './apply-lesson-deltas.ts';
import { recordActs } from './audit.ts';
import { byWhom, ensureMayChange, ensureSeen, entryOf, type LessonView, lessonOf, lockSeen } from './lesson-view.ts';
import type { Actor, Services } from './services.ts';

type Kinds = Pick<Services, 'lessonKinds'>;
type Deps = Pick<Services, 'db' | 'lessonKinds'>;

export type LessonVerb = 'activate' | 'reject' | 'retire' | 'pin' | 'unpin' | 'delete';

/** Changes what the lesson says. A tested lesson that does something else has to be tested again, and is proposed until then. */
export async function updateLesson(
  deps: Deps,
  actor: Actor,
  { set, seen, ...which }: { id: string; set: Partial<LessonContent>; seen: (version: number) => boolean },
): Promise<LessonView> {
  return change(deps, actor, which, (row) => {
    if (!seen(row.version)) throw new SheafError('lesson.changed');
    const kind = deps.lessonKinds.find(row.kind);
    const lesson = { ...lessonOf(row), ...set };
    if (set.effect !== undefined) set.effect = ensureEffect(kind, set.effect);
    const untested = kind?.backTest && row.state === 'active' && judgeBackTest(lesson) !== 'passed';
    return [
      { op: 'update', set },
      ...(untested
        ? [{ op: 'state', to: 'proposed', reason: 'it was changed and must be tested again' } as const]
        : []),
    ];
  });
}

/** Throws `lesson.wrong-state`, `lesson.not-tested`, `lesson.worsens`. */
export async function setLessonState(
  deps: Deps,
  actor: Actor,
  { verb, reason, ...which }: { id: string; verb: LessonVerb; reason?: string | undefined },
): Promise<LessonView> {
  return change(deps, actor, which, (row) => {
    const lesson = lessonOf(row);
    if (verb === 'delete') return [{ op: 'delete' }];
    if (verb === 'pin' || verb === 'unpin') {
      return lesson.pinned === (verb === 'pin') ? [] : [{ op: 'pin', pinned: verb === 'pin' }];
    }
    if (lesson.mergedInto !== null) throw new SheafError('lesson.wrong-state');
    const to = ({ activate: 'active', reject: 'rejected', retire: 'retired' } as const)[verb];
    if (lesson.state === to) return [];
    if (to === 'active') ensureTested(deps.lessonKinds.find(lesson.kind), lesson);
    return [{ op: 'state', to, reason: reason ?? null }];
  });
}

/** Two lessons of one scope become one. Returns the one that counts. Throws `lesson.cannot-merge`. */
export async function mergeLessons(
  { db, lessonKinds }: Deps,
  actor: Actor,
  { id, into }: { id: string; into: string },
): Promise<LessonView> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const [from, target] = [await lockSeen(trx, actor, id), await ensureSeen(trx, actor, into)];
    if (from.state === 'deleted' || target.state === 'deleted') throw new SheafError('lesson.not-found');
    ensureMayChange(actor, from.owner_id);
    const alike =
      from.scope_kind === target.scope_kind && from.scope_id === target.scope_id && from.kind === target.kind;
    if (!alike || id === into || from.merged_into !== null || target.merged_into !== null)
      throw new SheafError('lesson.cannot-merge');
    await apply(trx, { lessonKinds }, actor, from, [{ op: 'merge', into, reason: 'a person said so' }]);
    return lessonOf((await findLesson(trx, into))!);
  });
}

/** Takes one change back, the last by default; of deleted lessons too. Throws `lesson.delta-not-found`. */
export async function undoLesson(
  { db, lessonKinds }: Deps,
  actor: Actor,
  { id, deltaId }: { id: string; deltaId?: string | undefined },
): Promise<LessonView> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const row = await lockSeen(trx, actor, id);
    ensureMayChange(actor, row.owner_id);
    const history = (await listLessonHistory(trx, { lessonId: id, limit: MOST_HISTORY })).map(entryOf);
    const undone = new Set(history.flatMap(({ delta }) => (delta.op === 'undo' ? [delta.deltaId] : [])));
    const target = deltaId
      ? history.find((entry) => entry.id === deltaId)
      : history.find(({ id: each, delta }) => delta.op !== 'undo' && !undone.has(each));
    if (!target) throw new SheafError('lesson.delta-not-found');
    const other = target.lessonId === id ? row : (await findLesson(trx, target.lessonId))!;
    if (!undone.has(target.id)) await apply(trx, { lessonKinds }, actor, other, [{ op: 'undo', deltaId: target.id }]);
    return lessonOf((await findLesson(trx, id))!);
  });
}
const MOST_HISTORY = 1000;

async function change(
  { db, lessonKinds }: Deps,
  actor: Actor,
  { id }: { id: string },
  deltasFor: (row: LessonRow) => readonly LessonDelta[],
): Promise<LessonView> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const row = await lockSeen(trx, actor, id);
    if (row.state === 'deleted') throw new SheafError('lesson.not-found');
    ensureMayChange(actor, row.owner_id);
    const deltas = deltasFor(row);
    if (deltas.length > 0) await apply(trx, { lessonKinds }, actor, row, deltas);
    return lessonOf((await findLesson(trx, id))!);
  });
}

async function apply(
  trx: Trx,
  deps: Kinds,
  actor: Actor,
  row: LessonRow,
  deltas: readonly LessonDelta[],
): Promise<void> {
  await applyLessonDeltas(trx, deps, {
    workspaceId: actor.workspaceId,
    scope: lessonOf(row).scope,
    by: byWhom(actor.userId),
    deltas: deltas.map((delta) => ({ lessonId: row.id, delta })),
  });
  await recordActs(
    trx,
    actor,
    deltas.map(({ op }) => ({ action: 'lesson.changed', target: { type: 'lesson', id: row.id }, details: { op } })),
  );
}

function ensureTested(kind: LessonKind | undefined, lesson: LessonView): void {
  if (!kind?.backTest) return;
  const verdict = judgeBackTest(lesson);
  if (verdict === 'missing') throw new SheafError('lesson.not-tested');
  if (verdict === 'worsens') throw new SheafError('lesson.worsens');
}
