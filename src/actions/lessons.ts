// Lessons as people see them: listing, one, its history; and which count for something.

import { SheafError } from '../errors.ts';
import type { DeltaEntry } from '../learn/lesson-delta.ts';
import { type LessonQuery, type SelectedLesson, selectLessons } from '../learn/select-lessons.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listLessonHistory } from '../store/lesson-deltas.ts';
import { type LessonFilter, listActiveLessons, listLessons } from '../store/lessons.ts';
import { ensureSeen, entryOf, type LessonView, lessonOf } from './lesson-view.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

/** Those of all, one's own, and those that others let one read; newest first. */
export async function getLessons(
  { db }: Deps,
  actor: Actor,
  filter: Omit<LessonFilter, 'viewerId'>,
): Promise<LessonView[]> {
  const rows = await inWorkspace(db, actor.workspaceId, (trx) =>
    listLessons(trx, { ...filter, viewerId: actor.userId }),
  );
  return rows.map(lessonOf);
}

/** Throws `lesson.not-found`: also for deleted ones. */
export async function getLesson({ db }: Deps, actor: Actor, id: string): Promise<LessonView> {
  const row = await inWorkspace(db, actor.workspaceId, (trx) => ensureSeen(trx, actor, id));
  if (row.state === 'deleted') throw new SheafError('lesson.not-found');
  return lessonOf(row);
}

/** Who changed what, newest first; of deleted ones too. Throws `lesson.not-found`. */
export async function getLessonHistory(
  { db }: Deps,
  actor: Actor,
  { id, before, limit }: { id: string; before?: string | undefined; limit: number },
): Promise<DeltaEntry[]> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    await ensureSeen(trx, actor, id);
    return (await listLessonHistory(trx, { lessonId: id, before, limit })).map(entryOf);
  });
}

/**
 * The lessons that count for something, in the workspace of the transaction. The caller says whose they may be by the
 * scopes it names: a user's own only for that user.
 */
export async function lessonsFor(trx: Trx, query: LessonQuery): Promise<SelectedLesson[]> {
  return selectLessons((await listActiveLessons(trx, query.scopes)).map(lessonOf), query);
}
