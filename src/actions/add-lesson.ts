// Adding lessons: by whoever learns something, and by people.

import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import type { LessonContent, LessonScope, LessonSource } from '../learn/lesson.ts';
import type { LessonKind } from '../learn/lesson-kind.ts';
import type { CompareMeaning } from '../learn/near-duplicates.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { newId } from '../store/new-id.ts';
import { applyLessonDeltas } from './apply-lesson-deltas.ts';
import { recordActs } from './audit.ts';
import { byWhom, countingLesson, ensureMayChange, type LessonView, ownerOf } from './lesson-view.ts';
import type { Actor, Services } from './services.ts';

type Kinds = Pick<Services, 'lessonKinds'>;
type Deps = Pick<Services, 'db' | 'lessonKinds'>;

export interface NewLesson {
  /** Of work that may be begun twice: the lesson is added once. */
  id?: string;
  workspaceId: string;
  scope: LessonScope;
  kind: string;
  content: LessonContent;
  source: LessonSource;
  /** undefined: a machine, which may only propose. */
  by: string | undefined;
  /** Only where a person adds it, and only if its kind need not be tested. */
  active?: boolean;
  compareMeaning?: CompareMeaning | undefined;
}

/**
 * Adds a lesson in `trx`: for whoever learns something, in the transaction in which they learn it. Returns the lesson that
 * counts, which is an older one when that says the same. Throws `lesson.unknown-kind`, `lesson.wrong-scope`,
 * `lesson.invalid-effect`.
 */
export async function addLesson(trx: Trx, { lessonKinds }: Kinds, lesson: NewLesson): Promise<LessonView> {
  const { workspaceId, scope, source, by, compareMeaning } = lesson;
  const kind = lessonKinds.find(lesson.kind);
  if (!kind) throw new SheafError('lesson.unknown-kind');
  if (!kind.scopes.includes(scope.kind)) throw new SheafError('lesson.wrong-scope');
  const content = { ...lesson.content, effect: ensureEffect(kind, lesson.content.effect) };
  const state = lesson.active && by !== undefined && !kind.backTest ? 'active' : 'proposed';
  const id = lesson.id ?? newId();
  await applyLessonDeltas(
    trx,
    { lessonKinds },
    {
      workspaceId,
      scope,
      by: byWhom(by),
      deltas: [{ lessonId: id, id: lesson.id, delta: { op: 'add', scope, kind: kind.id, content, source, state } }],
      compareMeaning,
    },
  );
  return countingLesson(trx, id);
}

/** Adds a lesson as a person: to their own, or to those of all. Throws `auth.forbidden` and what `addLesson` throws. */
export async function createLesson(
  { db, lessonKinds }: Deps,
  actor: Actor,
  lesson: Omit<NewLesson, 'workspaceId' | 'by' | 'source'>,
): Promise<LessonView> {
  ensureMayChange(actor, ownerOf(lesson.scope));
  const { workspaceId, userId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    const source = { kind: 'person' as const, ids: [userId] };
    const added = await addLesson(trx, { lessonKinds }, { ...lesson, workspaceId, source, by: userId });
    await recordActs(trx, actor, [{ action: 'lesson.added', target: { type: 'lesson', id: added.id } }]);
    return added;
  });
}

/** The effect as its kind's schema has it. Throws `lesson.invalid-effect`. */
export function ensureEffect(kind: LessonKind | undefined, effect: Json): Json {
  if (!kind?.effect) {
    if (effect !== null)
      throw new SheafError('lesson.invalid-effect', 'This kind of lesson has no effect but its text');
    return null;
  }
  const parsed = kind.effect.safeParse(effect);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new SheafError('lesson.invalid-effect', undefined, {
    details: { pointer: ['', 'effect', ...(first?.path ?? [])].map(String).join('/') },
  });
}
