// Letting somebody read one's own lessons: a coach, say. They read, and change nothing.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import {
  deleteLessonReader,
  insertLessonReader,
  type LessonReader,
  listLessonReaders,
} from '../store/lesson-readers.ts';
import { findRole } from '../store/memberships.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

export async function getLessonReaders({ db }: Deps, { workspaceId, userId }: Actor): Promise<LessonReader[]> {
  return inWorkspace(db, workspaceId, (trx) => listLessonReaders(trx, userId));
}

/** Throws `member.not-found` for whoever is not in the workspace. */
export async function letReadLessons({ db }: Deps, actor: Actor, readerId: string): Promise<LessonReader[]> {
  const { workspaceId, userId } = actor;
  return inWorkspace(db, workspaceId, async (trx) => {
    if ((await findRole(trx, readerId)) === undefined) throw new SheafError('member.not-found');
    await insertLessonReader(trx, { workspaceId, ownerId: userId, readerId });
    const readers = await listLessonReaders(trx, userId);
    await recordActs(trx, actor, [{ action: 'lessons.reader-added', target: { type: 'user', id: readerId } }]);
    return readers;
  });
}

/** Whoever was none stays none: ask as often as you like. */
export async function stopReadingLessons({ db }: Deps, actor: Actor, readerId: string): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    if (!(await deleteLessonReader(trx, { ownerId: actor.userId, readerId }))) return;
    await recordActs(trx, actor, [{ action: 'lessons.reader-removed', target: { type: 'user', id: readerId } }]);
  });
}
